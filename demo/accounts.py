"""The demo's staff: one account a role, with passwords and secrets that the authenticator page shows."""

import json
import os
from dataclasses import asdict

from allauth.mfa.totp.internal.auth import generate_totp_secret

from demo.choices import Choices
from demo.internet.authenticator import Account, read_accounts
from isigurt.ledger.actor import COMMAND
from isigurt.staff.actions import create_member, enrol_totp, fresh_setup_password
from isigurt.staff.models import Member

STAFF = (
    ("analyst", "Arta Demo", "sq"),
    ("lead", "Besnik Demo", "sq"),
    ("editor", "Drita Demo", "sq"),
    ("auditor", "Erion Demo", "en"),
    ("admin", "Fatos Demo", "en"),
)


class NotADemoError(RuntimeError):
    """The folder holds a desk that is not a demo's."""


def create_missing(choices: Choices) -> list[Account]:
    """Make the accounts that are not there yet and return all. Raises NotADemoError on a desk with real members."""
    accounts = read_accounts(choices.accounts)
    if not accounts:
        if Member.objects.exists():
            raise NotADemoError("This folder holds a real desk. Give the demo its own: ISIGURT_VAR=/another/folder")
        accounts = [
            Account(
                role=role,
                name=name,
                email=f"{role}@demo.isigurt.al",
                password=fresh_setup_password(),
                secret=generate_totp_secret(),
            )
            for role, name, _ in STAFF
        ]
        # Written before they exist: were we killed in between, the next start makes the rest.
        _keep(choices, accounts)
    languages = {role: language for role, _, language in STAFF}
    for account in accounts:
        member = Member.objects.filter(email=account.email).first()
        if member is None:
            member = create_member(
                actor=COMMAND,
                email=account.email,
                name=account.name,
                role=account.role,
                language=languages[account.role],
                password=account.password,
            ).member
        if not member.authenticator_set.exists():
            enrol_totp(actor=COMMAND, member=member, secret=account.secret)
    return accounts


def _keep(choices: Choices, accounts: list[Account]) -> None:
    fresh = choices.accounts.with_suffix(".new")
    with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
        json.dump([asdict(account) for account in accounts], file, indent=1)
    os.replace(fresh, choices.accounts)  # noqa: PTH105 - one atomic step
