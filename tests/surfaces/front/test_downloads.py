"""How often materials are downloaded: a number for a day and a file, and nothing about who asked."""

import datetime as dt
import sqlite3
import threading
import time
from contextlib import closing

import psycopg
import pytest
from django.utils import timezone

from isigurt.baked import Baking
from isigurt.intake.door.counting import add_downloads
from isigurt.intake.door.models import DownloadCount
from isigurt.surfaces.front.baked_site import BakedSite
from isigurt.surfaces.front.downloads import Downloads
from tests.surfaces.front.running import disguises, prepared, running
from tests.surfaces.front.test_running import everything_of_front

PLAN = "/media/documents/plani.pdf"
TODAY = dt.date(2030, 2, 9)


def bake(folder) -> None:
    baking = Baking(folder)
    baking.put(PLAN, b"%PDF-1.7 " + bytes(4000), "application/pdf")
    baking.put("/sq/", b"<p>Faqja</p>", "text/html; charset=utf-8")
    baking.finish()


@pytest.fixture
def ask(tmp_path):
    """Return how to ask a baked site, and what it told that it served."""
    bake(tmp_path)
    served: list[str] = []
    site = BakedSite(tmp_path, lambda _environ, start: (start("404 Not Found", []), [b"no"])[1], served.append)

    def asked(method="GET", path=PLAN, **headers):
        seen: list = []
        environ = {"REQUEST_METHOD": method, "PATH_INFO": path} | {f"HTTP_{k.upper()}": v for k, v in headers.items()}
        body = b"".join(site(environ, lambda status, answered: seen.extend((status, dict(answered)))))
        return *seen, body

    asked.served = served
    return asked


def test_a_whole_file_counts_once(ask):
    ask()
    ask(range="bytes=0-")
    assert ask.served == [PLAN, PLAN]


def test_what_is_only_asked_about_or_there_already_or_a_further_piece_does_not_count(ask):
    _, headers, _ = ask("HEAD")
    assert ask(if_none_match=headers["ETag"])[0] == "304 Not Modified"
    ask(range="bytes=1000-1999")
    ask(range="bytes=0-1")
    ask("POST")
    ask(path="/media/documents/none.pdf")
    assert ask.served == []


def test_only_materials_are_counted():
    added = []
    downloads = Downloads(added.append, every=60)
    for address in ("/sq/", "/media/images/dritarja.webp", PLAN, PLAN):
        downloads.count(address)
    downloads.write_out()
    downloads.write_out()
    assert [dict(each) for each in added] == [{(timezone.localdate(), PLAN): 2}]


@pytest.mark.django_db(databases=["door"])
def test_what_cannot_be_written_is_kept_and_nobody_is_told(caplog):
    added = []

    def add(counts):
        if not added:
            added.append("failed")
            raise OSError("secret")
        added.append(dict(counts))

    downloads = Downloads(add, every=60)
    downloads.count(PLAN)
    downloads.write_out()
    downloads.count(PLAN)
    downloads.write_out()
    assert added == ["failed", {(timezone.localdate(), PLAN): 2}]
    assert "secret" not in caplog.text


def test_a_download_does_not_wait_for_a_store_that_is_slow():
    writing, go_on = threading.Event(), threading.Event()

    def slow(_counts):
        writing.set()
        go_on.wait(10)

    downloads = Downloads(slow, every=0.01)
    downloads.count(PLAN)
    assert writing.wait(5)
    begun = time.monotonic()
    downloads.count(PLAN)
    assert time.monotonic() - begun < 1
    go_on.set()


@pytest.mark.django_db(databases=["door"])
def test_counts_are_added_up_by_day_and_file():
    add_downloads({(TODAY, PLAN): 2, (TODAY, "/media/documents/b.pdf"): 1})
    add_downloads({(TODAY, PLAN): 3, (dt.date(2030, 2, 10), PLAN): 1})
    rows = DownloadCount.objects.order_by("day", "file").values_list("day", "file", "count")
    assert list(rows) == [
        (TODAY, "/media/documents/b.pdf", 1),
        (TODAY, PLAN, 5),
        (dt.date(2030, 2, 10), PLAN, 1),
    ]


def counted(place, store):
    sql = "SELECT file, count FROM door_downloadcount"
    if store == "sqlite":
        with closing(sqlite3.connect(place.whole / "door" / "door.sqlite3")) as door:
            return door.execute(sql).fetchall()
    with psycopg.connect(place.stores["ISIGURT_DOOR_URL"]) as door:
        return door.execute(sql).fetchall()


def test_the_real_front_counts_writes_out_when_it_ends_and_keeps_no_trace_of_who_asked(tmp_path, store):
    place = prepared(tmp_path, store)
    bake(place.front / "baked" / "site")
    traces = {
        "X-Forwarded-For": "203.0.113.191",
        "User-Agent": "Shfletuesi-i-rrallë/9.7".encode().decode("latin-1"),
        "Referer": "https://shkolla-e-fshehur.example/klasa",
        "Cookie": "gjurma=e-fshehte-4471",
    }
    with running(place) as front:
        for _ in range(3):
            status, _ = front.ask("GET", PLAN, source="127.0.0.37", **traces)
            assert status == 200
        front.ask("HEAD", PLAN, **traces)
    assert counted(place, store) == [(PLAN, 3)]
    seen = everything_of_front(place, store) + front.log.read_bytes()
    for trace in ("203.0.113.191", "127.0.0.37", "Shfletuesi", "shkolla-e-fshehur", "e-fshehte-4471"):
        for disguise, pattern in disguises(trace).items():
            assert pattern not in seen, (disguise, trace)


def test_the_real_front_writes_out_every_few_seconds_too(tmp_path, store):
    place = prepared(tmp_path, store)
    bake(place.front / "baked" / "site")
    with running(place) as front:
        front.ask("GET", PLAN)
        end = time.monotonic() + 30
        while not counted(place, store) and time.monotonic() < end:
            time.sleep(0.2)
        assert counted(place, store) == [(PLAN, 1)]
