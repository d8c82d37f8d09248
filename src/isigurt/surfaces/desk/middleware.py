"""What every request to the desk passes: headers, the session's limits, the language, and the second factor."""

import time
from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from isigurt.staff.models import Member
from isigurt.staff.second_factor import has_factor, shown_in_session
from isigurt.states import IllegalTransition, StaleState

GetResponse = Callable[[HttpRequest], HttpResponseBase]

SOURCES = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self'",
    "font-src": "'self'",
    "connect-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
}
POLICY = "; ".join(f"{name} {source}" for name, source in SOURCES.items())
# Wagtail's pages write styles into their elements, show pictures before they are sent, and frame their previews.
# Scripts stay as strict as everywhere; nothing but the editors' pages gets this policy.
CMS = "/cms/"
CMS_SOURCES = SOURCES | {
    "style-src": "'self' 'unsafe-inline'",
    "img-src": "'self' data: blob:",
    "frame-src": "'self'",
    "frame-ancestors": "'self'",
}
CMS_POLICY = "; ".join(f"{name} {source}" for name, source in CMS_SOURCES.items())
FEATURES = (
    "accelerometer=(), camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=(), "
    "publickey-credentials-create=(self), publickey-credentials-get=(self)"
)

SIGNED_IN_FOR = 12 * 3600
IDLE_FOR = 3600
# The session is written at most this often (seconds) to remember when it was last used.
NOTED_EVERY = 60


class DeskHeaders:
    """Strict policy for every answer; pages are never kept by browsers or proxies."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Add the headers."""
        response = self.get_response(request)
        response["Content-Security-Policy"] = CMS_POLICY if request.path.startswith(CMS) else POLICY
        response["Permissions-Policy"] = FEATURES
        response["Cross-Origin-Resource-Policy"] = "same-origin"
        response["X-Robots-Tag"] = "noindex, nofollow"
        if not response.has_header("Cache-Control") or not getattr(response, "may_be_kept", False):
            response["Cache-Control"] = "no-store"
        return response


class SessionLimits:
    """Ends a session after 12 hours, or after an hour without a request."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """End the session if its time is over, else remember that it is in use."""
        if request.user.is_authenticated:
            self._limit(request)
        return self.get_response(request)

    def _limit(self, request: HttpRequest) -> None:
        now = int(time.time())
        started = request.session.setdefault("started_at", now)
        used = request.session.setdefault("used_at", now)
        if now - started >= SIGNED_IN_FOR or now - used >= IDLE_FOR:
            logout(request)
            messages.info(request, _("You were signed out because the session was long or unused."))
        elif abs(now - used) >= NOTED_EVERY:
            # abs: when the machine's clock was put back, the old, later time must not keep the session alive.
            request.session["used_at"] = now


class MemberLanguage:
    """The language the member chose; before sign-in, the browser's (the pack's first when in doubt)."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Speak that language for this request."""
        if isinstance(request.user, Member):
            language = request.user.language
        else:
            language = translation.get_language_from_request(request)
        with translation.override(language):
            response = self.get_response(request)
            response.headers.setdefault("Content-Language", language)
            return response


# What is open to people who are not signed in.
OPEN = frozenset(
    {
        "account_login",
        "account_inactive",
        "account_logout",
        "mfa_authenticate",
        "mfa_login_webauthn",
        "static",
    }
)
# What a member may open who signed in with the one-time password, until they chose their own.
WITH_ONE_TIME_PASSWORD = frozenset({"account_logout", "staff:password", "staff:language", "static"})
# What a member may open who has a password and no second factor yet.
WITHOUT_FACTOR = frozenset(
    {
        "account_logout",
        "account_reauthenticate",
        "staff:enrol",
        "staff:language",
        "mfa_activate_totp",
        "mfa_add_webauthn",
        "static",
    }
)


class SecondFactorRequired:
    """A password alone opens nothing but the pages that add a second factor. Everything not listed is refused."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Pass on; the view's name is known in `process_view` only."""
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., Any], args: tuple[Any, ...], kwargs: dict[str, Any]
    ) -> HttpResponse | None:
        """Let through what this session may see; send all else to the next thing it has to do."""
        del view, args, kwargs
        name = request.resolver_match.view_name if request.resolver_match else ""
        member = request.user
        if not isinstance(member, Member):
            return None if name in OPEN else _go(request, redirect_to_login(request.get_full_path()))
        if member.setup_until is not None:
            return None if name in WITH_ONE_TIME_PASSWORD else _go(request, redirect("staff:password"))
        if shown_in_session(request, member):
            return None
        if has_factor(member):
            # The factor was added in another session after this one began: this one knows a password only.
            logout(request)
            return _go(request, redirect("account_login"))
        return None if name in WITHOUT_FACTOR else _go(request, redirect("staff:enrol"))


def _go(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """Make htmx load the whole page instead of putting the sign-in form into a corner of the old one."""
    if not getattr(request, "htmx", False):
        return response
    whole = HttpResponse(status=204)
    whole["HX-Redirect"] = response["Location"] if request.method == "GET" else reverse("desk:home")
    return whole


class Conflicts:
    """Turns a move that somebody else was faster with into the page that says so."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Pass on."""
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Answer 409 for a stale or impossible move; nothing was changed."""
        if isinstance(exception, StaleState | IllegalTransition):
            return render(request, "desk/409.html", {"back": request.headers.get("HX-Current-URL", "")}, status=409)
        return None
