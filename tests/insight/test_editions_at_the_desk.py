"""An editor's afternoon at the desk: build, read, edit, check, publish; nothing lost and nothing half-published."""

import shutil

import pytest
from django.test import Client

from isigurt.baked import Baked
from isigurt.insight.models import EditionWork
from isigurt.insight.place import folder_of
from isigurt.insight.publication.editing.keeping import file_of, kept
from isigurt.ledger.models import Entry
from tests.insight.desk import do, page, sent
from tests.staff.factories import make_member, sign_in

pytestmark = pytest.mark.django_db(databases=["default", "door"])
OPENING = "A case ends in one of several ways."


def test_the_list_says_how_far_each_edition_is(lead, drafted):
    assert "frozen" in page(lead, "/editions/")
    shutil.copytree(drafted / "built", folder_of(2026) / "built")
    assert "built" in page(lead, "/editions/")
    assert "after 31 December 2029" in page(lead, "/editions/")


@pytest.mark.slow
def test_built_checked_published_and_each_of_it_on_the_record(lead, var):
    do(lead, "build")
    assert "/editions/2026/publish/" not in page(lead, "/editions/2026/")
    do(lead, "check")
    assert EditionWork.objects.get(act="check").problems == ""
    assert "/editions/2026/publish/" in page(lead, "/editions/2026/")
    assert "cannot be taken back" in page(lead, "/editions/2026/publish/")
    do(lead, "publish")
    assert "published" in page(lead, "/editions/2026/")
    assert "/sq/raporti-kombetar/2026/" in Baked(var / "baked" / "reports")
    acts = set(Entry.objects.filter(subject="edition").values_list("act", flat=True))
    assert acts == {"edition.build_asked", "edition.check_asked", "edition.publish_asked", "edition.published"}


def test_while_the_worker_is_at_it_nothing_else_can_be_asked_for(lead):
    lead.post("/editions/2026/build/")
    shown = page(lead, "/editions/2026/")
    assert "waits for the worker" in shown
    assert 'hx-trigger="every 2s"' in shown
    answer = lead.post("/editions/2026/build/", follow=True)
    assert "already" in answer.content.decode()
    assert EditionWork.objects.count() == 1


def test_what_keeps_it_from_being_built_is_said(lead):
    (folder_of(2026) / "facts" / "reports.parquet").write_bytes(b"changed")
    do(lead, "build")
    assert "is not as it was frozen" in page(lead, "/editions/2026/")


def test_what_keeps_it_from_being_built_is_said_in_the_language_of_who_asked(var):
    lead = sign_in(Client(), make_member("lead", language="sq"))
    (folder_of(2026) / "facts" / "reports.parquet").write_bytes(b"changed")
    do(lead, "build")
    assert "nuk është më siç u ngri" in page(lead, "/editions/2026/")


def test_words_that_are_right_are_kept_in_both_languages(desk):
    typed = sent(desk)
    answer = desk.post(
        "/editions/2026/words/en/", typed | {"chapter/help/1": "Ours alone.\n\nAnd more: {cell:outcomes/victims}."}
    )
    assert answer.status_code == 302
    chapter = next(each for each in kept(folder_of(2026), "en").chapters if each.id == "help")
    assert chapter.paragraphs[:2] == ("Ours alone.", "And more: {cell:outcomes/victims}.")
    assert kept(folder_of(2026), "sq") is not None
    assert "Ours alone." in page(desk, "/editions/2026/preview/en/")
    assert Entry.objects.filter(act="edition.words_saved").count() == 2


def test_a_typed_number_is_named_beside_its_field_and_nothing_is_lost(desk):
    answer = desk.post("/editions/2026/words/en/", sent(desk) | {"chapter/help/1": "We saw 37 <b>children</b>."})
    assert answer.status_code == 422
    body = answer.content.decode()
    assert 'aria-describedby="field-chapter-help-1-errors">We saw 37 &lt;b&gt;children&lt;/b&gt;.' in body
    assert "“37” is a number." in body
    assert not file_of(folder_of(2026), "en").exists()


def test_who_saves_after_somebody_else_loses_nothing_and_overwrites_nothing(desk):
    early = sent(desk)
    desk.post("/editions/2026/words/en/", early | {"chapter/help/1": "The first one."})
    answer = desk.post("/editions/2026/words/en/", early | {"chapter/help/1": "The second one."})
    assert answer.status_code == 422
    assert "The second one." in answer.content.decode()
    assert "The first one." in file_of(folder_of(2026), "en").read_text("utf-8")


def test_an_emptied_recommendation_is_left_out(desk):
    desk.post("/editions/2026/words/en/", sent(desk) | {"recommendation/state/state_police": " "})
    assert "state_police" not in [each.id for each in kept(folder_of(2026), "en").recommendations]


def test_words_that_were_broken_by_hand_are_named_and_left_as_they_are(desk):
    desk.post("/editions/2026/words/en/", sent(desk))
    file = file_of(folder_of(2026), "en")
    file.write_text(file.read_text("utf-8").replace("[[chapter]]", "[[chapter", 1), "utf-8")
    assert "line" in page(desk, "/editions/2026/words/en/", status=409)
    assert "The words have mistakes" in page(desk, "/editions/2026/preview/en/", status=409)


def test_the_preview_installs_nothing_at_the_desk(desk):
    shown = page(desk, "/editions/2026/preview/sq/")
    assert "offline.js" not in shown
    assert "manifest" not in shown


@pytest.mark.parametrize(("role", "status"), [("editor", 200), ("admin", 200), ("analyst", 403), ("auditor", 403)])
def test_editions_are_for_editors_leads_and_administrators(var, role, status):
    assert sign_in(Client(), make_member(role)).get("/editions/").status_code == status


def test_an_editor_publishes_nothing_alone(var):
    editor = sign_in(Client(), make_member("editor"))
    assert editor.get("/editions/2026/publish/").status_code == 403


@pytest.mark.parametrize("address", ["/editions/2024/", "/editions/2026/preview/sq/", "/editions/2026/words/xx/"])
def test_what_is_not_there_is_said_so(lead, address):
    assert lead.get(address).status_code == 404


def test_the_pages_speak_albanian_to_who_chose_it(var):
    client = sign_in(Client(), make_member("lead", language="sq"))
    assert "i ngrirë" in page(client, "/editions/")
