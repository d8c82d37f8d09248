import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory

from isigurt.staff.models import Member, Role
from isigurt.staff.permissions import PERMISSIONS, may, may_reset_factor, requires


def member(role: str, *, active: bool = True) -> Member:
    return Member(email="a@hotline.example", name="A", role=role, is_active=active)


def test_nobody_who_is_signed_out_may_do_anything():
    assert not any(may(AnonymousUser(), act) for act in PERMISSIONS)


def test_a_closed_account_may_do_nothing():
    for role in Role:
        assert not any(may(member(role, active=False), act) for act in PERMISSIONS)


def test_an_unknown_act_is_an_error_and_never_a_silent_no():
    with pytest.raises(KeyError):
        may(member(Role.ADMIN), "case.asess")
    with pytest.raises(KeyError):
        requires("case.asess")


@pytest.mark.parametrize("role", [Role.ADMIN, Role.AUDITOR, Role.EDITOR])
def test_only_caseworkers_come_near_a_report(role):
    of_cases = [act for act in PERMISSIONS if act.split(".")[0] in {"case", "queue", "report", "notice", "address"}]
    assert of_cases
    assert not any(may(member(role), act) for act in of_cases)


def test_the_auditor_reads_the_ledger_and_changes_nothing():
    allowed = {act for act in PERMISSIONS if may(member(Role.AUDITOR), act)}
    assert allowed == {"desk.home", "own.account", "statistics.view", "ledger.view", "country.view", "design.view"}


def test_a_lead_resets_analysts_but_no_administrator_and_not_themselves():
    lead, analyst, admin = member(Role.LEAD), member(Role.ANALYST), member(Role.ADMIN)
    assert may_reset_factor(lead, other=analyst)
    assert not may_reset_factor(lead, other=admin)
    assert not may_reset_factor(lead, other=member(Role.LEAD))
    assert not may_reset_factor(lead, other=lead)
    assert may_reset_factor(admin, other=lead)
    assert not may_reset_factor(analyst, other=lead)


def guarded(user: object) -> HttpResponse:
    @requires("case.view")
    def view(request: HttpRequest) -> HttpResponse:
        return HttpResponse("seen")

    assert view.requires == "case.view"
    request = RequestFactory().get("/cases/")
    request.user = user
    return view(request)


def test_a_guarded_view_sends_the_signed_out_to_the_sign_in_page():
    assert guarded(AnonymousUser())["Location"] == "/sign-in/?next=/cases/"


def test_a_guarded_view_refuses_the_wrong_role_and_opens_for_the_right_one():
    with pytest.raises(PermissionDenied):
        guarded(member(Role.AUDITOR))
    assert guarded(member(Role.ANALYST)).content == b"seen"
