"""What was published of figures is found: search engines are told of it, and so is whoever searches the site."""

import os
from datetime import timedelta

import pytest
from defusedxml import ElementTree
from django.conf import settings
from django.utils import timezone

from isigurt.baked import Baked, Baking
from isigurt.baked.searching import Index, index_address, read_index
from isigurt.design.addresses import ADDRESSES
from isigurt.outreach.baking import bake
from isigurt.steps import registry, runner

pytestmark = pytest.mark.django_db(databases=["default", "door"])
PAGE = '<!doctype html><title>x</title><meta name="description" content="{}"><h1>{} <span>2026</span></h1><p>115'
REPORT = {language: f"{base}2026/" for language, base in ADDRESSES["national_report"].items()}
QUARTERS = ADDRESSES["transparency"]


@pytest.fixture(autouse=True)
def _own_folder(tmp_path, monkeypatch):
    monkeypatch.setattr(settings, "ISIGURT_BAKED", tmp_path)


def publish(*addresses: str, **words: str) -> None:
    baking = Baking(settings.ISIGURT_BAKED / "reports")
    for address in addresses:
        page = PAGE.format(words.get("summary", ""), words.get("title", "Report"))
        baking.put(address, page.encode(), "text/html; charset=utf-8")
        baking.put(f"{address}cells.csv", b"value\r\n", "text/csv")
    baking.finish()


def laid(address: str) -> bytes:
    file = Baked(settings.ISIGURT_BAKED / "site").find(address)
    assert file is not None
    return file.plain


def sitemap() -> dict[str, dict[str, str]]:
    return {
        url[0].text.removeprefix(settings.ISIGURT_FRONT): {
            link.get("hreflang"): link.get("href").removeprefix(settings.ISIGURT_FRONT) for link in url[1:]
        }
        for url in ElementTree.fromstring(laid("/sitemap.xml"))
    }


def test_the_sitemap_names_reports_and_closed_quarters_with_their_translations_and_no_data():
    publish(*REPORT.values(), *QUARTERS.values())
    bake()
    found = sitemap()
    assert found[REPORT["sq"]] == found[REPORT["en"]] == REPORT
    assert found[QUARTERS["en"]] == QUARTERS
    assert not [address for address in found if address.endswith(".csv")]


def test_while_nothing_is_published_nothing_is_named():
    bake()
    assert not [address for address in sitemap() if address.startswith(tuple(ADDRESSES["national_report"].values()))]


def test_a_report_is_found_by_its_heading_and_its_sentence_in_its_own_language():
    publish(REPORT["sq"], title="Raporti Kombëtar", summary="Çfarë u raportua")
    bake()
    pages = {code: Index(read_index(laid(index_address(code)))) for code in ("sq", "en")}
    for query in ("raporti kombetar 2026", "u raportua"):
        assert [(each.address, each.title) for each in pages["sq"].search(query)] == [
            (REPORT["sq"], "Raporti Kombëtar 2026")
        ]
        assert pages["en"].search(query) == []
    assert pages["sq"].search("115") == []


def test_the_site_is_baked_anew_when_something_was_published():
    step = registry.get("outreach.bake")
    runner.run_due(step)
    assert runner.run_due(step) == 0
    publish(REPORT["en"])
    later = (timezone.now() + timedelta(seconds=1)).timestamp()
    os.utime(settings.ISIGURT_BAKED / "reports" / "site.json", (later, later))
    assert runner.run_batch(step) == 1
    assert REPORT["en"] in sitemap()
