"""What an analyst's hands do, through the rooms' actions; and what became of it all."""

import os
import time
import traceback

from django.test import Client

from isigurt import clock
from isigurt.casework import cells
from isigurt.casework.actions import Findings, assess
from isigurt.casework.errors import Conflict, NotNow
from isigurt.casework.models import CaseItem, CaseNote
from isigurt.casework.states import ItemState
from isigurt.intake.door.models import Envelope
from isigurt.intake.models import Report
from isigurt.intake.receipt import Receipt
from isigurt.ledger.actor import COMMAND, Actor
from isigurt.ledger.models import Entry
from isigurt.ledger.verify import verify_chain
from isigurt.staff.actions import create_member
from isigurt.staff.models import Member
from isigurt.states import StaleState
from isigurt.steps.registry import all_steps
from isigurt.takedown.actions import notices, recipients
from isigurt.takedown.machines import NoticeState, RecipientState
from isigurt.takedown.models import Notice, Recipient
from tests.staff.factories import make_member, sign_in

ANALYST = "analyst@example.org"


def analyst() -> Member:
    found = Member.objects.filter(email=ANALYST).first()
    return found or create_member(actor=COMMAND, email=ANALYST, name="Hands", role="analyst").member


def colleague() -> str:
    """Make another analyst, sign them in at the desk and return their session."""
    return sign_in(Client(), make_member(email="colleague@example.org")).cookies["sessionid"].value


def one_round(most: int = 25) -> int:
    """Do what a person would do next, a few times; return how much there was."""
    return assess_some(most) + approve_some(most)


def assess_some(most: int) -> int:
    member, done = analyst(), 0
    findings = Findings(harm="csam", legality="baseline", severity="B2", age_band="13_14", sex="unclear")
    waiting = CaseItem.objects.filter(item__state=ItemState.UNASSESSED).select_related("case", "item__data_key")
    for placed in waiting[:most]:
        try:
            assess(case=placed.case, items=[placed.item], member=member, findings=findings)
        except (Conflict, NotNow):
            continue
        done += 1
    return done


def approve_some(most: int) -> int:
    actor, done = Actor.member(analyst().pk), 0
    for recipient in Recipient.objects.filter(state=RecipientState.FIRST_SEEN):
        recipients.approve(recipient=recipient, actor=actor)
    proposed = Notice.objects.filter(state=NoticeState.PROPOSED).select_related("item__data_key", "recipient")
    for notice in proposed[:most]:
        try:
            notices.approve(notice=notice, actor=actor, shown=notices.letter_digest(notice))
        except StaleState:
            continue
        done += 1
    return done


def work() -> None:
    """Work for ever in children that may be killed at any moment."""
    while True:
        child = os.fork()
        if child == 0:
            code = 1
            try:
                code = 0 if one_round() else 3
            except Exception:  # noqa: BLE001 - whatever it was, it is shown and tried again
                traceback.print_exc()
            finally:
                os._exit(code)
        _, status = os.waitpid(child, 0)
        if os.waitstatus_to_exitcode(status) != 0:
            time.sleep(0.3)


def judge() -> dict[str, object]:
    """What became of everything: by receipt, by notice, by step."""
    steps = {}
    for step in all_steps():
        rows = step.model.objects.using(step.using)
        steps[step.name] = {
            "due": step.due(clock.now()).using(step.using).count(),
            "dead": rows.filter(dead_at__isnull=False).count(),
        }
    return {
        "envelopes": Envelope.objects.count(),
        "reports": list(Report.objects.values_list("locator", flat=True)),
        "unplaced": Report.objects.exclude(state="placed").count(),
        "notices": {notice.message_id: notice.state for notice in Notice.objects.all()},
        "notes": [cells.read_note(note) for note in CaseNote.objects.select_related("case__data_key")],
        "noted": Entry.objects.filter(act="case.noted").count(),
        "steps": steps,
        "chain": verify_chain().whole,
    }


def locators(codes: list[str]) -> list[str]:
    return [Receipt.parse(code).locator for code in codes]
