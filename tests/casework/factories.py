"""Reports, members and cases for tests, made by the same acts as in life."""

from datetime import datetime
from itertools import count
from typing import Any

from isigurt import clock
from isigurt.casework.actions import Findings, place_report
from isigurt.casework.models import Case, CaseReport, Item
from isigurt.casework.queries import items_of
from isigurt.intake.actions import enter_report
from isigurt.intake.content import ReportContent
from isigurt.intake.models import Report
from isigurt.ledger.actor import COMMAND
from isigurt.staff.models import Member, Role

_numbers = count(1)


def member(role: str = Role.ANALYST, **columns: Any) -> Member:
    number = next(_numbers)
    return Member.objects.create(email=f"m{number}@hotline.test", name=f"Member {number}", role=role, **columns)


def report(
    where: str = "",
    *,
    harm: str = "csam",
    received_at: datetime | None = None,
    give_receipt: bool = True,
    lane: int = 0,
    **content: Any,
) -> Report:
    made = enter_report(
        actor=COMMAND,
        channel="telephone",
        content=ReportContent(language="sq", harm=harm, where=where, **content),
        received_at=received_at or clock.now(),
        give_receipt=give_receipt,
    ).report
    if lane:
        Report.objects.filter(pk=made.pk).update(lane=lane)
        made.refresh_from_db()
    return made


def placed(where: str = "https://faqe-e-keqe.al/foto/1", **options: Any) -> Case:
    made = report(where, **options)
    place_report(made)
    return case_of(made)


def case_of(made: Report) -> Case:
    return CaseReport.objects.filter(report=made).order_by("case__opened_at").first().case


def item_of(case: Case) -> Item:
    return items_of(case).first()


def findings(**changed: Any) -> Findings:
    values: dict[str, Any] = {
        "harm": "csam",
        "legality": "baseline",
        "severity": "A1",
        "age_band": "3_9",
        "sex": "girl",
        "law_article": "pc_117",
        "reasons": "Një fëmijë, akt seksual.",
    }
    return Findings(**(values | changed))
