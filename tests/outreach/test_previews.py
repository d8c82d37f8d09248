"""What a page shows of itself where its address is passed on."""

import re
from datetime import UTC, date, datetime, timedelta

import pytest
from django.conf import settings
from django.utils import translation

from isigurt.baked import Baked, Baking
from isigurt.design import previews
from isigurt.outreach import queries
from isigurt.outreach.baking import PageFailed, bake, outputs
from isigurt.outreach.previews import shared
from isigurt.outreach.rendering import html
from tests.outreach.factories import campaign, event, help_page, plain, press_release

pytestmark = pytest.mark.django_db(databases=["default", "door"])
TODAY = datetime.now(UTC).date()


@pytest.fixture(autouse=True)
def _own_folder(tmp_path, monkeypatch):
    monkeypatch.setattr(settings, "ISIGURT_BAKED", tmp_path)


def head(page) -> dict[str, str]:
    return dict(re.findall(r'<meta (?:property|name)="((?:og|twitter):[^"]+)" content="([^"]*)">', html(page)))


def picture(page):
    with translation.override(page.language):
        return shared(page).picture


def test_a_page_says_title_sentence_and_picture_with_whole_addresses():
    page = press_release(title="Hapet fushata", summary="Një javë për internetin.")
    said = head(page)
    assert said["og:title"] == "Hapet fushata"
    assert said["og:description"] == "Një javë për internetin."
    assert said["og:url"] == f"{settings.ISIGURT_FRONT}{page.address}"
    assert said["og:image"] == f"{settings.ISIGURT_FRONT}{picture(page).address}"
    assert said["twitter:card"] == "summary_large_image"
    assert said["og:image:alt"].startswith("Hapet fushata · Njoftim për shtyp · ALO 116 111")


def test_of_a_help_page_only_the_neutral_title_is_told():
    page = help_page(title="Dikush më kërcënon", summary="Fajin e ka ai.", window_title="Ndihmë")
    told = " ".join(head(page).values())
    assert "Ndihmë" in told
    assert "kërcënon" not in told
    assert "Fajin" not in told
    assert picture(page).title == "Ndihmë"


def test_the_home_has_a_title_of_its_own():
    assert head(queries.home("sq"))["og:title"] == "Diçka në internet nuk shkon?"


def test_every_picture_that_a_page_names_is_baked():
    plain(), press_release(), help_page()
    bake()
    site = Baked(settings.ISIGURT_BAKED / "site")
    named = set()
    for address in site.addresses():
        file = site.find(address)
        if file.kind.startswith("text/html"):
            named |= set(re.findall(rb'og:image" content="[^"]*?(/previews/[^"]+)"', file.plain))
    assert len(named) >= 3
    for address in named:
        assert site.find(address.decode()).plain.startswith(b"\x89PNG")


def test_what_lies_there_already_is_not_drawn_again():
    page = plain(title="Kush jemi")
    address = picture(page).address
    baking = Baking(settings.ISIGURT_BAKED / "site")
    baking.put(address, b"drawn before", "image/png")
    baking.finish()
    assert next(each.body for each in outputs() if each.address == address) == b"drawn before"


def test_a_picture_that_cannot_be_drawn_names_its_page_and_leaves_the_site_as_it_was(monkeypatch, tmp_path):
    bake()
    before = Baked(settings.ISIGURT_BAKED / "site").addresses()
    page = plain(title="Kush jemi")
    monkeypatch.setattr(previews, "DRAWING", tmp_path / "none.typ")
    with pytest.raises(PageFailed) as failed:
        bake()
    assert failed.value.page.pk == page.pk
    assert Baked(settings.ISIGURT_BAKED / "site").addresses() == before


def test_a_new_title_has_a_new_picture_and_a_new_summary_has_none():
    page = plain(title="Kush jemi")
    before = picture(page).address
    page.summary = "Një fjali tjetër."
    assert picture(page).address == before
    page.title = "Kush jemi ne"
    assert picture(page).address != before


def test_a_day_is_a_lit_window_until_it_is_over():
    coming = campaign(starts_on=TODAY + timedelta(days=30))
    assert (picture(coming).day, picture(coming).lit) == (str(coming.starts_on.day), True)
    coming.starts_on = date(2023, 2, 9)
    assert (picture(coming).day, picture(coming).month, picture(coming).lit) == ("9", "shkurt", False)
    assert not picture(event(coming, starts_at=datetime(2023, 2, 9, tzinfo=UTC))).lit
