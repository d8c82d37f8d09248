"""What an editor wrote goes out when a second person has read it, and every such act is on the record."""

from datetime import timedelta

import pytest
from django.conf import settings
from django.test import Client
from django.utils import timezone
from wagtail.models import Page, Revision

from isigurt.baked import Baked
from isigurt.ledger.models import Entry
from isigurt.outreach import ground, queries
from isigurt.outreach.models import PlainPage, SecondPerson
from isigurt.staff.models import Member, Role
from isigurt.steps import registry, runner
from tests.outreach.factories import campaign, plain, put
from tests.staff.factories import make_member, sign_in

pytestmark = pytest.mark.django_db(databases=["default", "door"])


@pytest.fixture(autouse=True)
def _own_folder(tmp_path, monkeypatch):
    monkeypatch.setattr(settings, "ISIGURT_BAKED", tmp_path)


@pytest.fixture(autouse=True)
def _in_place() -> None:
    ground.put_in_place()


def draft() -> PlainPage:
    return put(queries.home("sq"), PlainPage(title="Kush jemi", slug="kush-jemi"), live=False)


def send(member: Member, page: Page, **values: str) -> Client:
    """Press a button of the editing page as `member`."""
    client = sign_in(Client(), member)
    form = {"title": page.title, "slug": page.slug, "summary": "", "body-count": "0", "comments-TOTAL_FORMS": "0",
            "comments-INITIAL_FORMS": "0"}  # fmt: skip
    answer = client.post(f"/cms/pages/{page.pk}/edit/", form | values)
    assert answer.status_code == 302, answer.content.decode()[:3000]
    return client


def submit(member: Member, page: Page) -> None:
    send(member, page, **{"action-submit": "1"})


def approve(member: Member, page: Page) -> None:
    page.refresh_from_db()
    state = page.current_workflow_task_state
    sign_in(Client(), member).post(f"/cms/pages/workflow/action/{page.pk}/approve/{state.pk}/")
    page.refresh_from_db()


def acts() -> list[tuple[str, str]]:
    return list(Entry.objects.filter(subject="page").order_by("seq").values_list("act", "actor"))


def test_the_review_is_put_in_place_once():
    ground.put_in_place()
    assert SecondPerson.objects.count() == 1
    assert queries.home("en").get_workflow().tasks[0].specific == SecondPerson.objects.get()


def test_an_editor_cannot_publish_alone():
    page = draft()
    send(make_member(Role.EDITOR), page, **{"action-publish": "1"})
    page.refresh_from_db()
    assert not page.live


def test_a_second_person_publishes_what_an_editor_sent_in():
    page, writer, reader = draft(), make_member(Role.EDITOR), make_member(Role.EDITOR)
    submit(writer, page)
    approve(reader, page)
    assert page.live
    assert acts() == [
        ("page.submitted", f"member:{writer.pk}"),
        ("page.approved", f"member:{reader.pk}"),
        ("page.published", f"member:{reader.pk}"),
    ]


def test_nobody_approves_what_they_sent_in_themselves():
    page, writer = draft(), make_member(Role.EDITOR)
    submit(writer, page)
    approve(writer, page)
    assert not page.live
    assert "page.approved" not in dict(acts())
    assert not SecondPerson.objects.get().get_task_states_user_can_moderate(writer)
    assert SecondPerson.objects.get().get_task_states_user_can_moderate(make_member(Role.LEAD))


def test_who_changed_the_page_under_review_does_not_approve_their_own_change():
    page, writer, second = draft(), make_member(Role.EDITOR), make_member(Role.EDITOR)
    submit(writer, page)
    send(second, page, title="Kush jemi ne")
    # The first approval is of the version that was sent in, and opens the review of the changed one.
    approve(second, page)
    approve(second, page)
    assert not page.live
    approve(make_member(Role.LEAD), page)
    assert page.live
    assert page.title == "Kush jemi ne"


def test_who_sent_the_page_in_does_not_approve_it_even_after_somebody_else_changed_it():
    page, writer, second = draft(), make_member(Role.EDITOR), make_member(Role.EDITOR)
    submit(writer, page)
    send(second, page, title="Kush jemi ne")
    approve(second, page)
    approve(writer, page)
    assert not page.live


def test_a_lead_publishes_and_takes_down_at_once_and_it_is_on_the_record():
    page, lead = draft(), make_member(Role.LEAD)
    client = send(lead, page, **{"action-publish": "1"})
    page.refresh_from_db()
    assert page.live
    client.post(f"/cms/pages/{page.pk}/unpublish/")
    page.refresh_from_db()
    assert not page.live
    client.post(f"/cms/pages/{page.pk}/delete/")
    actor = f"member:{lead.pk}"
    assert acts() == [("page.published", actor), ("page.unpublished", actor), ("page.deleted", actor)]
    assert not Page.objects.filter(pk=page.pk).exists()


def test_an_editor_takes_nothing_down_that_is_live():
    page, editor = campaign(), make_member(Role.EDITOR)
    client = sign_in(Client(), editor)
    for act in ("unpublish", "delete"):
        client.post(f"/cms/pages/{page.pk}/{act}/")
    page.refresh_from_db()
    assert page.live


def test_a_page_with_an_hour_waits_for_it_and_the_worker_publishes_and_bakes():
    page, lead = draft(), make_member(Role.LEAD)
    step = registry.get("outreach.bake")
    hour = timezone.localtime(timezone.now() + timedelta(days=1))
    send(lead, page, **{"action-publish": "1", "go_live_at": hour.strftime("%Y-%m-%d %H:%M")})
    runner.run_due(step)
    page.refresh_from_db()
    assert not page.live
    assert acts() == [("page.scheduled", f"member:{lead.pk}")]

    # The hour comes.
    past = timezone.now() - timedelta(minutes=1)
    revision = page.get_latest_revision()
    content = revision.content | {"go_live_at": past.isoformat()}
    Revision.objects.filter(pk=revision.pk).update(approved_go_live_at=past, content=content)
    assert runner.run_due(step) == 1
    page.refresh_from_db()
    assert page.live
    assert page.address in Baked(settings.ISIGURT_BAKED / "site")
    assert acts()[-1] == ("page.published", "worker")


def test_a_page_that_has_had_its_time_is_taken_down_by_the_worker():
    page = plain()
    step = registry.get("outreach.bake")
    runner.run_due(step)
    PlainPage.objects.filter(pk=page.pk).update(expire_at=timezone.now() - timedelta(minutes=1))
    assert runner.run_due(step) == 1
    page.refresh_from_db()
    assert not page.live
    assert page.address not in Baked(settings.ISIGURT_BAKED / "site")


def test_an_older_version_can_be_looked_at_and_taken_back():
    page, lead = draft(), make_member(Role.LEAD)
    send(lead, page, title="Kush jemi?")
    page.refresh_from_db()
    first = page.get_latest_revision()
    client = send(lead, page, title="Titull tjetër", **{"action-publish": "1"})
    shown = client.get(f"/cms/pages/{page.pk}/history/").content.decode()
    assert f"/cms/pages/{page.pk}/revisions/{first.pk}/revert/" in shown
    reverted = client.get(f"/cms/pages/{page.pk}/revisions/{first.pk}/revert/").content.decode()
    assert 'value="Kush jemi?"' in reverted
    send(lead, page, title="Kush jemi?", revision=str(first.pk), **{"action-publish": "1"})
    page.refresh_from_db()
    assert page.title == "Kush jemi?"
    assert page.revisions.count() == 4
