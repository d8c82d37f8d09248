"""The members: for administrators, and for leads who help somebody that lost a key."""

from collections.abc import Callable
from uuid import UUID

from allauth.account.decorators import reauthentication_required
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from isigurt.ledger.actor import Actor
from isigurt.staff import actions
from isigurt.staff.forms import NewMemberForm, RoleForm
from isigurt.staff.models import Member
from isigurt.staff.permissions import PERMISSIONS, may_reset_factor, requires, signed_in
from isigurt.staff.queries import by_name
from isigurt.staff.queries import members as all_members


def _actor(request: HttpRequest) -> Actor:
    return Actor.member(signed_in(request).pk)


@requires("members.view")
@require_GET
def members(request: HttpRequest) -> HttpResponse:
    """List the members."""
    return render(request, "staff/members.html", {"members": by_name(all_members())})


@requires("members.view")
@require_GET
def member(request: HttpRequest, member_id: UUID) -> HttpResponse:
    """Show one member and what can be done about their account."""
    other = get_object_or_404(all_members(), pk=member_id)
    context = {
        "other": other,
        "role_form": RoleForm(initial={"role": other.role}),
        "may_reset": may_reset_factor(request.user, other=other),
    }
    return render(request, "staff/member.html", context)


@requires("members.manage")
@require_http_methods(["GET", "POST"])
@reauthentication_required(allow_get=True)  # type: ignore[untyped-decorator]
def new_member(request: HttpRequest) -> HttpResponse:
    """Make a member and show, once, how they sign in for the first time."""
    form = NewMemberForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            made = actions.create_member(
                actor=_actor(request),
                email=form.cleaned_data["email"],
                name=form.cleaned_data["name"],
                role=form.cleaned_data["role"],
                language=form.cleaned_data["language"],
            )
        except ValidationError as error:
            form.add_error(None, error.messages)
        else:
            return _setup_page(request, made.member, made.setup_password)
    status = 422 if form.is_bound else 200
    return render(request, "staff/new_member.html", {"form": form, "permissions": PERMISSIONS}, status=status)


@requires("members.reset_factor")
@require_POST
@reauthentication_required
def reset_factor(request: HttpRequest, member_id: UUID) -> HttpResponse:
    """Let a member who lost their key start over with a one-time password."""
    other = get_object_or_404(Member, pk=member_id)
    if not may_reset_factor(request.user, other=other):
        raise PermissionDenied("members.reset_factor")
    return _setup_page(request, other, actions.reset_second_factor(actor=_actor(request), member=other))


def _setup_page(request: HttpRequest, other: Member, setup_password: str) -> HttpResponse:
    return render(request, "staff/setup_password.html", {"other": other, "setup_password": setup_password})


@requires("members.manage")
@require_POST
@reauthentication_required
def change_role(request: HttpRequest, member_id: UUID) -> HttpResponse:
    """Give a member another role."""
    form = RoleForm(request.POST)

    def act(other: Member) -> str:
        if not form.is_valid():
            raise ValidationError(_("There is no such role."))
        actions.change_role(actor=_actor(request), member=other, role=form.cleaned_data["role"])
        return _("The role was changed.")

    return _do(request, member_id, act)


@requires("members.manage")
@require_POST
@reauthentication_required
def deactivate(request: HttpRequest, member_id: UUID) -> HttpResponse:
    """Close an account and end its sessions."""

    def act(other: Member) -> str:
        actions.deactivate(actor=_actor(request), member=other)
        return _("The account is closed and all its sessions were ended.")

    return _do(request, member_id, act)


@requires("members.manage")
@require_POST
@reauthentication_required
def reactivate(request: HttpRequest, member_id: UUID) -> HttpResponse:
    """Open a closed account again."""

    def act(other: Member) -> str:
        actions.reactivate(actor=_actor(request), member=other)
        return _("The account is open again.")

    return _do(request, member_id, act)


@requires("members.manage")
@require_POST
@reauthentication_required
def end_sessions(request: HttpRequest, member_id: UUID) -> HttpResponse:
    """End every session of a member."""

    def act(other: Member) -> str:
        actions.end_sessions(actor=_actor(request), member=other)
        return _("All sessions of this member were ended.")

    return _do(request, member_id, act)


def _do(request: HttpRequest, member_id: UUID, act: Callable[[Member], str]) -> HttpResponse:
    other = get_object_or_404(Member, pk=member_id)
    try:
        messages.success(request, act(other))
    except actions.LastAdministrator:
        messages.error(request, _("This is the last administrator: make another one first."))
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    return redirect("staff:member", member_id=other.pk)
