"""What is there before an editor has written a word."""

import pytest
from django.test import Client
from wagtail.models import Page

from isigurt.outreach import ground, queries
from isigurt.outreach.models import HomePage
from isigurt.outreach.rendering import html
from isigurt.staff.models import Role
from tests.outreach.factories import campaign, event
from tests.staff.factories import make_member, sign_in

pytestmark = pytest.mark.django_db(databases=["default", "door"])


def test_each_language_has_a_home_and_they_are_one_page_in_two_languages():
    homes = HomePage.objects.live()
    assert {home.language for home in homes} == {"sq", "en"}
    assert len({home.translation_key for home in homes}) == 1
    assert [queries.home(code).address for code in ("sq", "en")] == ["/sq/", "/en/"]


def test_putting_the_ground_in_place_again_changes_nothing():
    before = list(Page.objects.values_list("pk", "path", "latest_revision_id"))
    ground.put_in_place()
    assert list(Page.objects.values_list("pk", "path", "latest_revision_id")) == before


def test_a_page_is_addressed_by_its_place_in_the_tree():
    happening = event(campaign())
    assert happening.address == "/sq/seksioni-campaigns/se-bashku/dita-e-hapjes/"
    assert happening.title in html(happening)


@pytest.mark.parametrize(("role", "enters"), [(Role.EDITOR, True), (Role.LEAD, True), (Role.ANALYST, False)])
def test_only_those_who_edit_enter_the_editors_pages(role, enters):
    answer = sign_in(Client(), make_member(role)).get("/cms/")
    assert answer.status_code == (200 if enters else 403)


def test_an_editor_whose_role_is_taken_away_is_out_at_once():
    from isigurt.ledger.actor import COMMAND  # noqa: PLC0415
    from isigurt.staff.actions import change_role  # noqa: PLC0415

    member = make_member(Role.EDITOR)
    client = sign_in(Client(), member)
    change_role(actor=COMMAND, member=member, role=Role.AUDITOR)
    assert client.get("/cms/").status_code == 403
    assert not member.has_perm("wagtailadmin.access_admin")


def test_wagtails_own_sign_in_leads_to_the_desks():
    answer = Client().get("/cms/login/")
    assert answer.status_code == 302
    assert answer["Location"].startswith("/sign-in/")
