"""What holds for every file of the demo's baked site, as the front serves it."""

import pytest

from isigurt.baked import Baked
from isigurt.outreach.baking import calendars, feeds, search
from isigurt.outreach.baking.outputs import HTML
from isigurt.surfaces.front.baked_site import BakedSite
from isigurt.surfaces.front.middleware import HEADERS
from tests.nu import faults

pytestmark = pytest.mark.django_db(databases=["default", "door"])


@pytest.fixture(scope="module")
def site(baked_demo) -> Baked:
    return Baked(baked_demo / "site")


def test_every_file_of_every_kind_comes_with_the_headers_and_no_cookie(site, baked_demo):
    served, kinds, wrong = BakedSite(baked_demo / "site", lambda *_: []), set(), []
    for address in site.addresses():
        path = {"REQUEST_METHOD": "GET", "PATH_INFO": address.encode().decode("latin-1")}
        tag = getattr(site.find(address), "tag", "")
        for asked in (path, path | {"REQUEST_METHOD": "HEAD"}, path | {"HTTP_IF_NONE_MATCH": tag}):
            seen = []
            served(asked, lambda status, headers, seen=seen: seen.extend((status, dict(headers))))
            kinds.add(seen[1]["Content-Type"])
            if not seen[1].items() >= HEADERS.items() or "Set-Cookie" in seen[1] or seen[0][:3] not in {"200", "304"}:
                wrong.append((address, seen))
    assert wrong == []
    assert kinds >= {HTML, search.KIND, feeds.KIND, calendars.KIND, "application/xml; charset=utf-8"}


def test_the_nu_html_checker_finds_nothing_in_any_page_of_either_language(site, tmp_path):
    pages = {
        address: file.plain.decode()
        for address in site.addresses()
        if (file := site.find(address)) and file.kind == HTML
    }
    assert {address[:4] for address in pages} == {"/sq/", "/en/"}
    assert faults(tmp_path, pages) == []
