"""`isigurt member new`: how the first administrator comes to be, and anyone after a mishap."""

import sys

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils import timezone, translation

from isigurt.ledger.actor import COMMAND
from isigurt.staff.actions import create_member
from isigurt.staff.models import Role


def new_member(*, email: str, name: str, role: str = Role.ADMIN, language: str = "") -> int:
    """Make a member, print how they sign in for the first time, return the exit code (2 for bad input)."""
    with translation.override("en"):
        try:
            made = create_member(actor=COMMAND, email=email, name=name, role=role, language=language)
        except ValidationError as error:
            for field, messages in error.message_dict.items():
                print(f"isigurt member new: {field}: {' '.join(messages)}", file=sys.stderr)
            return 2
    until = timezone.localtime(made.member.setup_until)
    print(f"Made {made.member.name}, {made.member.get_role_display()}.")
    print(f"  1. They open   {settings.ISIGURT_DESK}/")
    print(f"  2. sign in as  {made.member.email}")
    print(f"  3. with        {made.setup_password}")
    print(f"     (works until {until:%Y-%m-%d %H:%M}, shown only now; hand it over in person or by telephone)")
    print("  4. The desk then asks them for a password of their own and a passkey or an authenticator app.")
    return 0
