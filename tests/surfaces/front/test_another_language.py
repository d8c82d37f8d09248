"""A hotline in Greek and French, made of files alone: its own front, its own process, no line of code."""

import http.client
import shutil
from contextlib import closing
from pathlib import Path

import pytest

from tests.surfaces.front.running import prepared, running

PACK = Path(__file__).resolve().parents[2] / "country" / "packs" / "xx"


@pytest.fixture(scope="module")
def greek(tmp_path_factory, store):
    folder = tmp_path_factory.mktemp("greek")
    country = {"ISIGURT_COUNTRY": str(shutil.copytree(PACK, folder / "xx"))}
    place = prepared(folder, store, **country)
    with running(place, **country) as front:
        yield front


def test_the_first_page_speaks_the_language_and_leads_to_its_own_addresses(greek):
    status, page = greek.ask("GET", "/el/")
    assert status == 200
    assert '<html lang="el">' in page
    assert "Κάτι στο διαδίκτυο δεν πάει καλά;" in page
    assert 'href="/el/anafora/"' in page
    assert 'href="/el/kodikos/"' in page
    assert 'hreflang="fr" href="/fr/"' in page
    assert "Français" in page


def test_the_form_asks_in_the_language_and_says_in_it_what_is_missing(greek):
    status, page = greek.ask("GET", "/el/anafora/")
    assert status == 200
    assert "Τι είναι;" in page
    assert "Κάτι άλλο" in page
    status, page = greek.ask("POST", "/el/anafora/", b"words=abc")
    assert status == 422
    assert "Διάλεξε ένα." in page
    assert greek.ask("POST", "/el/kodikos/", b"code=")[1].count("Γράψε πρώτα τον κωδικό σου.") >= 1


def test_a_report_in_the_language_gets_its_code(greek):
    status, page = greek.ask("POST", "/fr/signaler/", b"harm=other&words=bonjour&website=&opened=&receipt=")
    assert status == 200
    assert 'data-receipt="' in page


@pytest.mark.parametrize(("asked", "home"), [("el", "/el/"), ("fr-CA,el;q=0.5", "/fr/"), ("sq,en", "/el/")])
def test_visitors_are_led_to_the_language_they_ask_for_or_the_first(greek, asked, home):
    assert home in _location(greek, asked)


def _location(front, asked):
    with closing(http.client.HTTPConnection("127.0.0.1", front.port, timeout=30)) as connection:
        connection.request("GET", "/", headers={"Accept-Language": asked})
        return connection.getresponse().getheader("Location", "")


@pytest.mark.parametrize("address", ["/sq/", "/en/report/", "/el/report/"])
def test_no_page_is_left_in_a_language_the_hotline_does_not_speak(greek, address):
    assert greek.ask("GET", address)[0] == 404
