"""The baked site, as a browser meets it."""

import gzip
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import brotli
import pytest

from isigurt.baked import Baking
from isigurt.surfaces.front.baked_site import BakedSite
from isigurt.surfaces.front.middleware import HEADERS

BODY = "<p>Përshëndetje, çdo gjë është mirë.</p>".encode() * 30


def otherwise(_environ: Any, start_response: Any) -> Iterable[bytes]:
    start_response("404 Not Found", [])
    return [b"otherwise"]


@pytest.fixture
def site(tmp_path: Path) -> BakedSite:
    baking = Baking(tmp_path)
    baking.put("/sq/", BODY, "text/html; charset=utf-8")
    baking.put("/sq/çështje/", BODY, "text/html; charset=utf-8")
    baking.finish()
    return BakedSite(tmp_path, otherwise)


def ask(site: BakedSite, path: str, method: str = "GET", **headers: str) -> tuple[str, dict[str, str], bytes]:
    seen: list[Any] = []
    environ = {"REQUEST_METHOD": method, "PATH_INFO": path.encode().decode("latin-1")}
    environ |= {f"HTTP_{name.upper()}": value for name, value in headers.items()}
    body = b"".join(site(environ, lambda status, headers: seen.extend((status, dict(headers)))))
    return seen[0], seen[1], body


def test_a_page_comes_with_every_header_and_no_cookie(site: BakedSite):
    status, headers, body = ask(site, "/sq/")
    assert (status, body) == ("200 OK", BODY)
    assert headers.items() >= HEADERS.items()
    assert "Set-Cookie" not in headers
    assert headers["Content-Length"] == str(len(body))


@pytest.mark.parametrize(
    ("accepted", "coding", "unpack"),
    [("gzip, deflate", "gzip", gzip.decompress), ("gzip, deflate, br", "br", brotli.decompress)],
)
def test_it_comes_packed_as_the_browser_takes_it(site: BakedSite, accepted: str, coding: str, unpack: Any):
    _, headers, body = ask(site, "/sq/", accept_encoding=accepted)
    assert headers["Content-Encoding"] == coding
    assert unpack(body) == BODY


def test_what_the_browser_has_is_not_sent_again(site: BakedSite):
    _, headers, _ = ask(site, "/sq/")
    status, _, body = ask(site, "/sq/", if_none_match=headers["ETag"])
    assert (status, body) == ("304 Not Modified", b"")


def test_an_address_without_its_slash_leads_to_the_page(site: BakedSite):
    status, headers, _ = ask(site, "/sq")
    assert (status, headers["Location"]) == ("301 Moved Permanently", "/sq/")


def test_an_address_with_albanian_letters_is_found(site: BakedSite):
    assert ask(site, "/sq/çështje/")[0] == "200 OK"


def test_head_sends_no_body(site: BakedSite):
    status, headers, body = ask(site, "/sq/", "HEAD")
    assert (status, body, headers["Content-Length"]) == ("200 OK", b"", str(len(BODY)))


@pytest.mark.parametrize(("path", "method"), [("/sq/", "POST"), ("/sq/raporto/", "GET"), ("/../site.json", "GET")])
def test_all_else_goes_on(site: BakedSite, path: str, method: str):
    assert ask(site, path, method)[2] == b"otherwise"


def test_a_report_that_is_baked_beside_the_pages_is_served_and_never_hides_a_page(tmp_path: Path):
    for folder, pages in (("site", {"/sq/": b"page"}), ("reports", {"/sq/": b"report", "/sq/raport/2026/": b"report"})):
        baking = Baking(tmp_path / folder)
        for address, body in pages.items():
            baking.put(address, body, "text/html; charset=utf-8")
        baking.finish()
    site = BakedSite(tmp_path / "site", otherwise, beside=(tmp_path / "reports",))
    assert ask(site, "/sq/")[2] == b"page"
    assert ask(site, "/sq/raport/2026/")[2] == b"report"
    assert ask(site, "/sq/raport/2026")[1]["Location"] == "/sq/raport/2026/"
    assert ask(site, "/sq/raport/2025/")[2] == b"otherwise"


def test_a_site_without_reports_is_served_as_ever(tmp_path: Path):
    baking = Baking(tmp_path / "site")
    baking.put("/sq/", b"page", "text/html; charset=utf-8")
    baking.finish()
    assert ask(BakedSite(tmp_path / "site", otherwise, beside=(tmp_path / "reports",)), "/sq/")[2] == b"page"
