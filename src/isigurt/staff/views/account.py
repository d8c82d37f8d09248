"""One's own account: password, second factors, language, sessions."""

from typing import Any

from allauth.account.decorators import reauthentication_required
from allauth.account.internal.flows.reauthentication import reauthenticate_by_password
from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn import views as webauthn_views
from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from isigurt.ledger.actor import Actor
from isigurt.staff import actions
from isigurt.staff.forms import ChoosePasswordForm, LanguageForm
from isigurt.staff.permissions import requires, signed_in
from isigurt.staff.queries import own_factors
from isigurt.staff.second_factor import has_factor


@requires("own.account")
@require_GET
def account(request: HttpRequest) -> HttpResponse:
    """Show the member's own account."""
    member = signed_in(request)
    context = {
        "factors": own_factors(member),
        "language_form": LanguageForm(initial={"language": member.language}),
    }
    return render(request, "staff/account.html", context)


@requires("own.account")
@require_GET
def enrol(request: HttpRequest) -> HttpResponse:
    """Ask for the first second factor: nothing else opens until there is one."""
    if has_factor(signed_in(request)):
        return redirect("staff:account")
    return render(request, "staff/enrol.html")


@requires("own.account")
@require_http_methods(["GET", "POST"])
def password(request: HttpRequest) -> HttpResponseBase:
    """Let the member choose a password: at once after the one-time one, later once they confirmed it is them."""
    if signed_in(request).setup_until is None:
        confirmed: HttpResponseBase = _password_confirmed(request)
        return confirmed
    return _password(request)


@reauthentication_required
def _password_confirmed(request: HttpRequest) -> HttpResponse:
    return _password(request)


def _password(request: HttpRequest) -> HttpResponse:
    member = signed_in(request)
    form = ChoosePasswordForm(member, request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.choose_password(member=member, password=form.cleaned_data["new_password1"])
        update_session_auth_hash(request, member)
        messages.success(request, _("Your password is set. All other sessions were ended."))
        if has_factor(member):
            return redirect("staff:account")
        # The password was proven a moment ago: no need to ask for it again before the first factor.
        reauthenticate_by_password(request)
        return redirect("staff:enrol")
    return render(request, "staff/password.html", {"form": form, "first": member.setup_until is not None})


@requires("own.account")
@require_POST
def language(request: HttpRequest) -> HttpResponse:
    """Change the language of the desk for this member."""
    member = signed_in(request)
    form = LanguageForm(request.POST)
    if form.is_valid():
        actions.change_language(member=member, language=form.cleaned_data["language"])
        translation.activate(member.language)
        messages.success(request, _("The desk now speaks English."))
    return redirect("staff:account")


@requires("own.account")
@require_POST
def end_other_sessions(request: HttpRequest) -> HttpResponse:
    """End every session of this member but this one."""
    member = signed_in(request)
    actions.end_sessions(actor=Actor.member(member.pk), member=member)
    update_session_auth_hash(request, member)
    messages.success(request, _("All other sessions were ended."))
    return redirect("staff:account")


def remove_passkey(request: HttpRequest, pk: int, **kwargs: Any) -> HttpResponseBase:
    """Take a passkey away, unless it is the only second factor (allauth itself does not ask)."""
    passkey = get_object_or_404(Authenticator, pk=pk, user=signed_in(request), type=Authenticator.Type.WEBAUTHN)
    if not get_adapter().can_delete_authenticator(passkey):
        messages.error(request, _("This is your only second factor. Add another one first."))
        return redirect("staff:account")
    response: HttpResponseBase = webauthn_views.remove_webauthn(request, pk=pk, **kwargs)
    return response
