"""Members for tests, and a way to be signed in as one without the ceremony."""

import base64
import hashlib
import hmac
import struct
import time
from itertools import count

from allauth.account.internal.flows.login import (
    _AUTHENTICATION_METHODS_USER_SESSION_KEY,
    AUTHENTICATION_METHODS_SESSION_KEY,
)
from django.test import Client

from isigurt.ledger.actor import COMMAND
from isigurt.staff.actions import create_member, enrol_totp
from isigurt.staff.models import Member, Role

PASSWORD = "gjethe-era-liqeni-mal"
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
_numbers = count(1)


def make_member(role: str = Role.ANALYST, *, language: str = "en", factor: bool = True, **values: str) -> Member:
    """Make a member with a password of their own and, unless told otherwise, an authenticator app."""
    number = next(_numbers)
    member = create_member(
        actor=COMMAND,
        email=values.get("email", f"member{number}@hotline.example"),
        name=values.get("name", f"Anëtar {number}"),
        role=role,
        language=language,
        password=values.get("password", PASSWORD),
    ).member
    if factor:
        enrol_totp(actor=COMMAND, member=member, secret=SECRET)
    return member


def code_now(secret: str = SECRET, *, steps: int = 0) -> str:
    """Return the six digits an app shows now (RFC 6238), or `steps` half minutes later."""
    counter = struct.pack(">Q", int(time.time()) // 30 + steps)
    digest = hmac.new(base64.b32decode(secret), counter, hashlib.sha1).digest()
    start = digest[-1] & 15
    return f"{(int.from_bytes(digest[start : start + 4]) & 0x7FFFFFFF) % 10**6:06}"


def sign_in(client: Client, member: Member, *, with_factor: bool = True, confirmed: bool = False) -> Client:
    """Sign `client` in as `member`, as after the second step; `confirmed` also after "is it still you?"."""
    client.force_login(member)
    records: list[dict[str, object]] = [{"method": "password", "at": time.time()}]
    if with_factor:
        records.append({"method": "mfa", "type": "totp", "id": 1, "at": time.time()})
    if confirmed:
        records.append({"method": "mfa", "type": "totp", "id": 1, "at": time.time(), "reauthenticated": True})
    session = client.session
    session[AUTHENTICATION_METHODS_SESSION_KEY] = records
    session[_AUTHENTICATION_METHODS_USER_SESSION_KEY] = str(member.pk)
    session.save()
    return client
