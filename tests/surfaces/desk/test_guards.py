"""What no address of the desk may do, whoever wrote its view."""

import re
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, resolve

from isigurt.staff.models import Role
from isigurt.staff.permissions import PERMISSIONS
from isigurt.surfaces.desk.middleware import OPEN, WITH_ONE_TIME_PASSWORD, WITHOUT_FACTOR
from tests.staff.factories import make_member, sign_in

SAMPLES = {"uuid": str(uuid.UUID(int=1)), "int": "1", "str": "x", "slug": "x", "path": "x", None: "x"}
PACKAGE = Path(settings.PACKAGE if hasattr(settings, "PACKAGE") else __import__("isigurt").__path__[0])


def walk(resolver: URLResolver, prefix: str = "", space: str = "") -> Iterator[tuple[str, str, object]]:
    for each in resolver.url_patterns:
        route = prefix + str(each.pattern)
        if isinstance(each, URLResolver):
            inner = f"{space}{each.namespace}:" if each.namespace else space
            yield from walk(each, route, inner)
        else:
            assert isinstance(each, URLPattern)
            yield f"{space}{each.name}", route, each.callback


def all_pages() -> list[tuple[str, str, object]]:
    return list(walk(get_resolver("isigurt.surfaces.desk.urls")))


def address(route: str) -> str:
    filled = re.sub(r"<(?:(\w+):)?\w+>", lambda match: SAMPLES[match.group(1)], route)
    return "/" + (plain(filled) if "^" in filled else filled)


def plain(pattern: str) -> str:
    """An address that one of Wagtail's regular expressions matches."""
    chosen = re.sub(r"\((?:\\d\+|(\w+)\|[^)]*)\)", lambda match: match.group(1) or "1", pattern)
    return chosen.replace("\\.", ".").replace(".*", "x").replace("^", "").replace("$", "")


def test_the_walk_finds_the_pages():
    names = {name for name, _, _ in all_pages()}
    assert {"desk:home", "staff:members", "account_login", "mfa_login_webauthn"} <= names
    assert len(names) > 30


def test_the_walk_knocks_at_the_addresses_it_found():
    for name, route, _ in all_pages():
        if not any(hidden in route for hidden in ("/multiple/", "/privacy/", "/bulk/", "^.*")) and name != "None":
            assert resolve(address(route)).view_name == name, f"{address(route)} is not {name}"


def test_every_address_is_guarded_by_the_table_or_named_as_open():
    for name, route, view in all_pages():
        act = getattr(view, "requires", None)
        assert (act in PERMISSIONS) or (name in OPEN), f"{route} ({name}) is not guarded"


def test_every_page_named_as_open_exists():
    names = {name for name, _, _ in all_pages()}
    assert names >= OPEN | WITH_ONE_TIME_PASSWORD | WITHOUT_FACTOR


@pytest.mark.django_db(databases=["default", "door"])
@pytest.mark.parametrize("method", ["get", "post"])
def test_signed_out_every_address_leads_to_the_sign_in_page(method):
    for name, route, _ in all_pages():
        if name in OPEN:
            continue
        answer = getattr(Client(), method)(address(route))
        assert answer.status_code == 302, f"{method} {route}: {answer.status_code}"
        assert answer["Location"].startswith("/sign-in/"), f"{method} {route}: {answer['Location']}"


@pytest.mark.django_db(databases=["default", "door"])
@pytest.mark.parametrize("method", ["get", "post"])
def test_with_a_password_alone_every_address_leads_to_adding_a_factor(method):
    member = make_member(Role.LEAD, factor=False)
    client = sign_in(Client(), member, with_factor=False)
    for name, route, _ in all_pages():
        if name in WITHOUT_FACTOR or name in OPEN:
            continue
        answer = getattr(client, method)(address(route))
        assert answer.status_code == 302, f"{method} {route}: {answer.status_code}"
        assert answer["Location"] == "/account/start/", f"{method} {route}: {answer['Location']}"


@pytest.mark.django_db(databases=["default", "door"])
@pytest.mark.parametrize("method", ["get", "post"])
def test_a_session_without_the_factor_that_exists_is_ended_at_every_address(method):
    member = make_member(Role.LEAD)
    for name, route, _ in all_pages():
        if name in OPEN:
            continue
        client = sign_in(Client(), member, with_factor=False)
        answer = getattr(client, method)(address(route))
        assert answer.status_code == 302, f"{method} {route}: {answer.status_code}"
        assert answer["Location"] == "/sign-in/", f"{method} {route}: {answer['Location']}"
        assert "_auth_user_id" not in client.session


@pytest.mark.django_db(databases=["default", "door"])
@pytest.mark.parametrize("role", list(Role))
def test_each_role_gets_403_wherever_the_table_says_no(role):
    client = sign_in(Client(), make_member(role))
    refused = 0
    for _, route, view in all_pages():
        act = getattr(view, "requires", None)
        if act is None or role in PERMISSIONS[act]:
            continue
        refused += 1
        for method in (client.get, client.post):
            answer = method(address(route))
            assert answer.status_code == 403, f"{route}: {answer.status_code}"
            assert "Your role does not include this" in answer.content.decode()
    assert refused


@pytest.mark.django_db(databases=["default", "door"])
def test_each_role_sees_only_its_own_places_in_the_navigation():
    def places(role: str) -> set[str]:
        page = sign_in(Client(), make_member(role)).get("/account/").content.decode()
        return set(re.findall(r'<a class="item" href="([^"]+)"', page))

    assert "/members/" in places(Role.ADMIN)
    assert "/members/" not in places(Role.ANALYST)
    assert "/ledger/" in places(Role.AUDITOR)
    assert "/queue/" not in places(Role.AUDITOR)


# The policy of the pages


@pytest.mark.django_db(databases=["default", "door"])
def test_no_answer_allows_inline_or_foreign_code_or_may_be_kept():
    client = sign_in(Client(), make_member(Role.LEAD))
    for path in ("/", "/account/", "/no-such-page/", "/members/new/", "/design/"):
        answer = client.get(path)
        policy = answer["Content-Security-Policy"]
        assert "unsafe" not in policy
        assert "default-src 'none'" in policy
        assert not re.search(r"https?:|\*|data:", policy)
        assert answer["Cache-Control"] == "no-store"
        assert answer["X-Frame-Options"] == "DENY"
        assert answer["Referrer-Policy"] == "same-origin"


def desk_templates() -> list[Path]:
    rooms = ("surfaces/desk", "staff", "casework", "takedown", "insight", "design")
    return [file for room in rooms for file in (PACKAGE / room).rglob("*.html")]


def test_no_template_has_anything_inline():
    assert len(desk_templates()) > 40
    for file in desk_templates():
        text = file.read_text("utf-8")
        assert not re.search(r"<script(?![^>]*\bsrc=)", text), f"{file}: a script without src"
        assert not re.search(r"<style\b|\sstyle\s*=", text), f"{file}: style"
        assert not re.search(r"\son[a-z]+\s*=\s*[\"']", text), f"{file}: an inline handler"
        assert not re.search(r"javascript:", text), f"{file}: javascript address"


def test_no_page_of_allauth_is_left_with_its_own_template():
    from django.template.loader import get_template  # noqa: PLC0415

    used = [
        "account/login.html",
        "account/logout.html",
        "account/account_inactive.html",
        "account/reauthenticate.html",
        "429.html",
        "mfa/authenticate.html",
        "mfa/reauthenticate.html",
        "mfa/totp/activate_form.html",
        "mfa/totp/deactivate_form.html",
        "mfa/recovery_codes/index.html",
        "mfa/recovery_codes/generate.html",
        "mfa/recovery_codes/download.txt",
        "mfa/webauthn/add_form.html",
        "mfa/webauthn/edit_form.html",
        "mfa/webauthn/reauthenticate.html",
        "mfa/webauthn/authenticator_confirm_delete.html",
    ]
    for name in used:
        assert str(PACKAGE / "staff") in get_template(name).origin.name, name
