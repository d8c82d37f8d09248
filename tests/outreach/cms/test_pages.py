"""What an editor meets: the checks, the languages, the links, the state of the site, and slips that lose nothing."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from django.utils import timezone
from wagtail.models import Page

from isigurt.ledger.models import Entry
from isigurt.outreach import ground, queries
from isigurt.outreach.cms.languages import lacking
from isigurt.outreach.models import PlainPage, PublicSite
from isigurt.staff.models import Role
from tests.outreach.factories import campaign, event, plain, put
from tests.outreach.test_review import send
from tests.staff.factories import make_member, sign_in

pytestmark = pytest.mark.django_db(databases=["default", "door"])


@pytest.fixture(autouse=True)
def _in_place(tmp_path: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings, "ISIGURT_BAKED", tmp_path)
    ground.put_in_place()


@pytest.fixture
def editor() -> Client:
    return sign_in(Client(), make_member(Role.EDITOR))


def text(client: Client, address: str) -> str:
    return client.get(address, follow=True).content.decode()


def state(name: str) -> list[str]:
    return [version.state for row in lacking() if row.source.title == name for version in row.versions]


# Before a page goes out


def test_a_page_with_something_to_mend_stays_a_draft_and_says_why():
    page = put(queries.home("sq"), PlainPage(title="Kush jemi", slug="kush-jemi"), live=False)
    page.body = [("heading", {"text": "Si", "level": "3"})]
    page.save_revision()
    lead = make_member(Role.LEAD)
    body = {"body-count": "1", "body-0-deleted": "", "body-0-order": "0", "body-0-type": "heading", "body-0-id": "",
            "body-0-value-text": "Si", "body-0-value-level": "3"}  # fmt: skip
    client = send(lead, page, **body, **{"action-publish": "1"})
    page.refresh_from_db()
    assert not page.live
    shown = text(client, f"/cms/pages/{page.pk}/edit/")
    assert "Kept as a draft, not published: one thing is to mend first." in shown
    assert "“Si” is part of a section, but no section begins before it." in shown
    anchor = re.search(r'href="#(block-[0-9a-f-]+-section)"', shown)
    assert anchor is not None


def test_a_new_page_with_something_to_mend_is_a_draft_and_not_public():
    lead = sign_in(Client(), make_member(Role.LEAD))
    form = {"title": "E re", "slug": "e-re", "summary": "", "body-count": "1", "body-0-deleted": "", "body-0-id": "",
            "body-0-order": "0", "body-0-type": "heading", "body-0-value-text": "Si", "body-0-value-level": "3",
            "comments-TOTAL_FORMS": "0", "comments-INITIAL_FORMS": "0", "action-publish": "1"}  # fmt: skip
    lead.post(f"/cms/pages/add/outreach/plainpage/{queries.home('sq').pk}/", form)
    page = Page.objects.get(slug="e-re")
    assert not page.live
    assert page.get_latest_revision_as_object().body[0].value["text"] == "Si"


def test_a_reader_cannot_approve_what_is_to_mend():
    page = put(queries.home("sq"), PlainPage(title="Kush jemi", slug="kush-jemi"), live=False)
    body = {"body-count": "1", "body-0-deleted": "", "body-0-order": "0", "body-0-type": "heading", "body-0-id": "",
            "body-0-value-text": "Si", "body-0-value-level": "3"}  # fmt: skip
    send(make_member(Role.EDITOR), page, **body, **{"action-submit": "1"})
    page.refresh_from_db()
    task = page.current_workflow_task_state
    reader = make_member(Role.EDITOR)
    assert [name for name, _, _ in task.task.specific.get_actions(page, reader)] == ["reject"]
    sign_in(Client(), reader).post(f"/cms/pages/workflow/action/{page.pk}/approve/{task.pk}/")
    page.refresh_from_db()
    assert not page.live


def test_no_page_of_the_editors_has_a_script_inside(editor):
    page = event(campaign())
    for address in ("/cms/", f"/cms/pages/{page.pk}/edit/", f"/cms/pages/{queries.home('sq').pk}/edit/",
                    "/cms/images/add/", "/cms/languages/", "/cms/links/", "/cms/documents/"):  # fmt: skip
        shown = text(editor, address)
        inside = re.findall(r"<script(?![^>]*\bsrc=)(?![^>]*application/json)[^>]*>", shown)
        assert inside == [], address


# Languages


def test_a_page_without_its_translation_is_named_and_begun_at_a_button(editor):
    page = campaign()
    assert state("Së bashku") == ["current", "missing"]
    assert "Begin the translation" in text(editor, "/cms/languages/")
    answer = editor.post(f"/cms/languages/{page.pk}/en/")
    made = page.get_translation(queries.home("en").locale)
    assert answer["Location"] == f"/cms/pages/{made.pk}/edit/"
    assert not made.live
    assert made.motto == page.motto
    assert Entry.objects.filter(act="page.translation_begun", subject_id=str(made.pk)).exists()
    assert state("Së bashku") == ["current", "draft"]


def test_begun_twice_is_one_translation(editor):
    page = plain()
    first = editor.post(f"/cms/languages/{page.pk}/en/")
    assert editor.post(f"/cms/languages/{page.pk}/en/")["Location"] == first["Location"]


@pytest.mark.parametrize("language", ["de", "xx-yy"])
def test_a_language_the_site_does_not_have_is_not_found(editor, language):
    assert editor.post(f"/cms/languages/{plain().pk}/{language}/").status_code == 404


def test_a_translation_is_behind_when_the_source_was_published_after_it():
    page = plain()
    made = page.copy_for_translation(queries.home("en").locale)
    made.get_latest_revision().publish()
    assert state("Kush jemi") == []
    page.title = "Kush jemi ne"
    page.save_revision().publish()
    assert state("Kush jemi ne") == ["current", "behind"]
    made = PlainPage.objects.get(pk=made.pk)
    made.save_revision().publish()
    assert state("Kush jemi ne") == []


def test_a_draft_in_one_language_is_not_yet_missed_in_the_other():
    put(queries.home("sq"), PlainPage(title="Draft", slug="draft"), live=False)
    assert state("Draft") == []


# Links


def test_the_page_on_links_names_the_page_and_the_link(editor):
    assert "Every link inside the site" in text(editor, "/cms/links/")
    plain(body=[("text", '<p><a linktype="page" id="99999">Fushata</a></p>')])
    shown = text(editor, "/cms/links/")
    assert "Kush jemi" in shown
    assert "The link “Fushata” leads to a page that was deleted." in shown


def test_who_deletes_a_campaign_is_told_who_links_to_it_and_nothing_public_breaks():
    page = campaign()
    linking = plain(body=[("text", f'<p><a linktype="page" id="{page.pk}">Fushata</a></p>')])
    lead = sign_in(Client(), make_member(Role.LEAD))
    asked = text(lead, f"/cms/pages/{page.pk}/delete/")
    assert re.search(r"referenced\s+1\s+time", asked)
    assert linking.title in text(lead, f"/cms/pages/{page.pk}/usage/")
    lead.post(f"/cms/pages/{page.pk}/delete/")
    assert not Page.objects.filter(pk=page.pk).exists()
    from isigurt.outreach.baking import bake  # noqa: PLC0415

    assert bake() > 0
    assert "was deleted" in text(lead, "/cms/links/")


# Slips


def test_a_title_of_five_hundred_characters_is_refused_in_words_and_not_lost(editor):
    page = plain()
    form = {"title": "ë" * 500, "slug": page.slug, "summary": "Një fjali.", "body-count": "0",
            "comments-TOTAL_FORMS": "0", "comments-INITIAL_FORMS": "0"}  # fmt: skip
    shown = editor.post(f"/cms/pages/{page.pk}/edit/", form).content.decode()
    assert "at most 255 characters (it has 500)" in shown
    assert "ë" * 500 in shown
    assert "Një fjali." in shown
    page.refresh_from_db()
    assert page.title == "Kush jemi"


def test_an_event_that_ends_before_it_begins_is_refused_in_words(editor):
    page = event(campaign())
    form = {"title": page.title, "slug": page.slug, "summary": "", "starts_at": "2026-02-10 10:00",
            "ends_at": "2026-02-10 09:00", "place": "Tiranë", "programme-count": "0", "body-count": "0",
            "comments-TOTAL_FORMS": "0", "comments-INITIAL_FORMS": "0"}  # fmt: skip
    shown = editor.post(f"/cms/pages/{page.pk}/edit/", form).content.decode()
    assert "The event ends before it begins." in shown


def test_two_editors_on_one_page_are_told_of_each_other_and_keep_both_versions():
    page = plain()
    one, two = make_member(Role.EDITOR, name="Era"), make_member(Role.EDITOR, name="Ben")
    first, second = sign_in(Client(), one), sign_in(Client(), two)

    def session(client: Client) -> str:
        shown = text(client, f"/cms/pages/{page.pk}/edit/")
        found = re.search(r"/cms/editing-sessions/ping/wagtailcore/page/\d+/\d+/", shown)
        assert found is not None
        return found.group()

    mine, theirs = session(first), session(second)
    assert "Era" in second.post(theirs).content.decode()
    send(
        one,
        page,
        title="E Erës",
    )
    told = second.post(theirs, {"revision_id": page.latest_revision_id}).json()
    assert "Era" in str(told)
    assert any(other["revision_id"] for other in told["other_sessions"])
    send(two, page, title="E Benit")
    assert first.post(mine).status_code == 200
    titles = [revision.content["title"] for revision in page.revisions.order_by("created_at")]
    assert titles[-2:] == ["E Erës", "E Benit"]


# The state of the public site


def test_the_first_page_says_whether_the_public_site_is_current(editor):
    PublicSite.objects.update(wanted=3, baked=3, baked_at=timezone.now(), failure="", failed_page=None)
    assert "The public sees every published page as it is" in text(editor, "/cms/")
    PublicSite.objects.update(wanted=4)
    assert "Your changes are being made public" in text(editor, "/cms/")


def test_the_first_page_leads_to_the_page_that_fails(editor):
    page = plain()
    later = timezone.now() - timedelta(minutes=3)
    PublicSite.objects.update(wanted=4, baked=3, baked_at=later, failure="KeyError: 'x'", failed_page=page)
    shown = text(editor, "/cms/")
    assert "It could not be made anew" in shown
    assert f"/cms/pages/{page.pk}/edit/" in shown
    assert "KeyError" in shown


def test_the_preview_is_the_page_as_it_will_be_baked(editor):
    page = plain()
    form = {"title": "Ende e pabotuar", "slug": page.slug, "summary": "", "body-count": "0",
            "comments-TOTAL_FORMS": "0", "comments-INITIAL_FORMS": "0"}  # fmt: skip
    address = f"/cms/pages/{page.pk}/edit/preview/"
    assert editor.post(address, form).json()["is_valid"]
    shown = editor.get(address)
    assert "Ende e pabotuar" in shown.content.decode()
    assert not re.search("offline[^>]*[.]js|webmanifest", shown.content.decode()), "the desk is no web app"
    assert shown["X-Frame-Options"] == "SAMEORIGIN"
    assert "frame-ancestors 'self'" in shown["Content-Security-Policy"]
    assert "script-src 'self';" in shown["Content-Security-Policy"]
