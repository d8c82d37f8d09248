"""From pages to files that the front serves."""

import gzip

import pytest
from django.conf import settings

from isigurt.baked import Baked
from isigurt.outreach.actions import bake_now, want_baking
from isigurt.outreach.baking import PageFailed, bake, differences
from isigurt.outreach.models import PublicSite
from isigurt.steps import registry, runner
from tests.outreach.factories import campaign, event, plain

pytestmark = pytest.mark.django_db(databases=["default", "door"])


@pytest.fixture(autouse=True)
def _own_folder(tmp_path, monkeypatch):
    monkeypatch.setattr(settings, "ISIGURT_BAKED", tmp_path)


def site() -> Baked:
    return Baked(settings.ISIGURT_BAKED / "site")


def text(address: str) -> str:
    file = site().find(address)
    assert file is not None, address
    return file.plain.decode()


def test_every_live_page_is_baked_and_drafts_are_not():
    page = plain(title="Kush jemi")
    hidden = campaign(live=False, slug="e-fshehur")
    event(hidden, slug="e-padukshme")
    bake()
    assert "Kush jemi" in text(page.address)
    assert site().find(hidden.address) is None
    assert [address for address in site().addresses() if "e-padukshme" in address] == []


def test_a_baked_page_has_packed_sisters_that_say_the_same():
    bake()
    file = site().find("/sq/")
    assert file is not None
    assert gzip.decompress(file.gzip or b"") == file.plain
    assert file.brotli is not None
    assert len(file.brotli) < len(file.plain)


def test_publishing_asks_for_a_bake_and_the_worker_bakes():
    step = registry.get("outreach.bake")
    runner.run_due(step)
    assert runner.run_due(step) == 0
    page = plain(title="E re")
    assert runner.run_due(step) == 1
    assert "E re" in text(page.address)


def test_a_page_that_is_taken_down_is_gone_from_the_site():
    page = plain()
    bake()
    assert page.address in site()
    page.unpublish()
    runner.run_due(registry.get("outreach.bake"))
    assert page.address not in site()


def test_a_page_that_cannot_be_baked_leaves_the_site_as_it_was_and_is_named():
    bake()
    before = text("/sq/")
    page = plain()
    type(page).objects.filter(pk=page.pk).update(url_path="/sq/../shtet/")
    want_baking()
    public_site = PublicSite.objects.get()
    with pytest.raises(Exception, match="no address"):
        bake_now(site=public_site)
    public_site.refresh_from_db()
    assert text("/sq/") == before
    assert "no address" in public_site.failure


def test_the_check_names_what_is_missing_out_of_date_and_left_over():
    page = plain()
    bake()
    assert differences() == []
    other = plain(title="Tjetër", slug="tjeter")
    type(page).objects.filter(pk=page.pk).update(title="Kush jemi ne")
    gone = page.address
    named = [line.partition(":")[0] for line in differences()]
    assert [each for each in named if not each.startswith("/previews/")] == [
        gone,
        other.address,
        "/sq/search.json",
        "/sitemap.xml",
    ]
    # Two titles without their picture, and the picture of a title that no page has any more.
    assert len([each for each in named if each.startswith("/previews/")]) == 3
    page.delete()
    assert f"{gone}: baked, but there is no such page" in differences()


def test_a_failing_page_is_told_by_name(monkeypatch):
    page = plain()
    monkeypatch.setattr(type(page), "template", "outreach/pages/there_is_none.html")
    with pytest.raises(PageFailed) as failed:
        bake()
    assert failed.value.page.pk == page.pk
