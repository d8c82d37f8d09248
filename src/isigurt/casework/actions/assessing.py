"""Assessing items: a person decides, for each item, what it is and whether it is illegal."""

import uuid
from collections.abc import Container, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from isigurt import clock
from isigurt.casework import cells
from isigurt.casework.actions.rows import change, hold_case, hold_items, move
from isigurt.casework.actions.working import begin_work, settle
from isigurt.casework.choices import Tristate
from isigurt.casework.errors import Conflict, NotNow
from isigurt.casework.models import Assessment, Case, CaseItem, Item
from isigurt.casework.priority import is_sexual_abuse
from isigurt.casework.queries.items import latest_by_case
from isigurt.casework.states import ITEM_MACHINE, CaseState, ItemState
from isigurt.country import pack
from isigurt.facts.actions import case_fact, item_fact
from isigurt.ledger.actions import record
from isigurt.ledger.actor import Actor
from isigurt.staff.models import Member
from isigurt.states import transition


@dataclass(frozen=True, kw_only=True)
class Findings:
    """What a person found, in ids of the country pack; `reasons` is theirs to write."""

    harm: str
    legality: str
    severity: str = ""
    age_band: str = ""
    sex: str = ""
    self_generated: str = Tristate.UNKNOWN
    ai_generated: str = Tristate.UNKNOWN
    law_article: str = ""
    reasons: str = ""

    def problems(self) -> dict[str, str]:
        """Return what the country pack does not allow, by field; empty when all is well."""
        words = pack()
        wrong: dict[str, str] = {}
        lists: dict[str, Container[object]] = {
            "harm": words.assessable_harms,
            "legality": words.legalities,
            "severity": words.severities,
            "age_band": words.apparent_age_bands,
            "sex": words.sexes,
            "law_article": words.law_articles,
        }
        for name, listing in lists.items():
            value = getattr(self, name)
            if value and value not in listing:
                wrong[name] = _("This is not on the country’s list.")
        for name in ("harm", "legality"):
            if not getattr(self, name):
                wrong[name] = _("Choose one.")
        for name in ("self_generated", "ai_generated"):
            if getattr(self, name) not in Tristate.values:
                wrong[name] = _("Choose one.")
        return wrong or self._contradictions()

    def _contradictions(self) -> dict[str, str]:
        applies = pack().harms[self.harm].severity_applies
        if self.severity and not applies:
            return {"severity": _("A class is given to child sexual abuse material only.")}
        if self.severity and not self.illegal:
            return {"severity": _("What is not illegal has no class.")}
        if self.illegal and applies and not self.severity:
            return {"severity": _("Choose a class: the notice and the figures need it.")}
        return {}

    @property
    def illegal(self) -> bool:
        """Say whether the legality found is an illegal one."""
        return pack().legalities[self.legality].illegal


class FindingsInvalid(ValueError):
    """The findings do not fit the country pack; `problems` says why, by field."""

    def __init__(self, problems: dict[str, str]) -> None:
        self.problems = problems
        super().__init__("; ".join(sorted(problems)))


def assess(
    *, case: Case, items: Sequence[Item], member: Member, findings: Findings, seen: int | None = None
) -> list[Assessment]:
    """Assess `items` of `case` alike and return the new assessments.

    `seen` is how many assessments of these items the member saw when they began. Raises Conflict if others have been
    made since, FindingsInvalid, and NotNow for a case that has ended or an item that is not in it.
    """
    if wrong := findings.problems():
        raise FindingsInvalid(wrong)
    actor = Actor.member(member.pk)
    with transaction.atomic():
        held_items = hold_items(item.pk for item in items)
        held = hold_case(case.pk)
        ids = [item.pk for item in held_items]
        if CaseItem.objects.filter(case=held, item_id__in=ids).count() != len(ids) or not ids:
            raise NotNow(_("The item is not in this case any more."))
        if seen is not None and Assessment.objects.filter(item_id__in=ids).count() != seen:
            raise Conflict("the items were assessed meanwhile")
        at = clock.now()
        made = [_insert(held, item, member, findings, at) for item in held_items]
        moves = [(item, _decide(item)) for item in held_items]
        _write_case_fact(held)
        begin_work(held, actor=actor, columns=_case_columns(findings))
        for item, to in moves:
            if to is not None:
                changes = {"confirmed_at": item.confirmed_at or at} if to == ItemState.CONFIRMED else None
                transition(item, ITEM_MACHINE, to=to, actor=actor, detail={"case": str(held.pk)}, changes=changes)
        for assessment in made:
            _record(assessment, actor)
        _finish(held, actor)
    return made


def _insert(case: Case, item: Item, member: Member, findings: Findings, at: datetime) -> Assessment:
    values = asdict(findings)
    reasons = values.pop("reasons")
    assessment = Assessment(
        id=uuid.uuid4(), item=item, case=case, author=member, made_at=at, pack_version=pack().version, **values
    )
    assessment.reasons = cells.lock_reasons(assessment, reasons)
    assessment.save(force_insert=True)
    return assessment


def _decide(item: Item) -> ItemState | None:
    """Bring an item's columns and fact in line with its assessments; return the state to move to, if any.

    Where several cases hold the item, it is illegal as long as one of them finds it so.
    """
    legalities = pack().legalities
    latest = sorted(latest_by_case(item), key=lambda one: one.made_at)
    illegal = [one for one in latest if (known := legalities.get(one.legality)) and known.illegal]
    deciding = (illegal or latest)[-1]
    columns = {"harm": deciding.harm, "legality": deciding.legality, "severity": deciding.severity}
    Item.objects.filter(pk=item.pk).update(**columns)
    for name, value in columns.items():
        setattr(item, name, value)
    to = ItemState.CONFIRMED if illegal else ItemState.NOT_ILLEGAL
    item_fact(
        unit=item.id,
        **columns,
        pack_version=deciding.pack_version,
        confirmed_at=(item.confirmed_at or deciding.made_at) if illegal else None,
    )
    return None if item.state == to else to


def _case_columns(findings: Findings) -> dict[str, Any]:
    return {"harm": findings.harm, "sexual_abuse": is_sexual_abuse(findings.harm)}


def _write_case_fact(case: Case) -> None:
    """Write the case's fact from its gravest assessment: it stands for the case's victim group."""
    words = pack()
    legalities, severities = list(words.legalities.ids), {one.id: one.rank for one in words.severities}

    def gravity(one: Assessment) -> tuple[int, int, float]:
        place = legalities.index(one.legality) if one.legality in legalities else len(legalities)
        return place, severities.get(one.severity, 99), -one.made_at.timestamp()

    latest = {one.item_id: one for one in Assessment.objects.filter(case=case).order_by("made_at", "id")}
    gravest = min(latest.values(), key=gravity)
    case_fact(
        unit=case.id,
        harm=gravest.harm,
        legality=gravest.legality,
        severity=gravest.severity,
        age_band=gravest.age_band,
        sex=gravest.sex,
        self_generated=gravest.self_generated,
        ai_generated=gravest.ai_generated,
        pack_version=gravest.pack_version,
    )


def _record(assessment: Assessment, actor: Actor) -> None:
    record(
        actor=actor,
        act="item.assessed",
        subject="case",
        subject_id=assessment.case_id,
        detail={
            "item": str(assessment.item_id),
            "assessment": str(assessment.id),
            "harm": assessment.harm,
            "legality": assessment.legality,
            "severity": assessment.severity,
            "pack": assessment.pack_version,
        },
    )


def _finish(case: Case, actor: Actor) -> None:
    """Move a case to `assessed` once each of its items is, so that it leaves the queue until something happens."""
    assessed = Assessment.objects.filter(case=case).values("item_id")
    unassessed = CaseItem.objects.filter(case=case).exclude(item_id__in=assessed)
    if case.state == CaseState.IN_WORK and not unassessed.exists():
        move(case, to=CaseState.ASSESSED, actor=actor, changes={"version": case.version + 1})
    elif case.state == CaseState.ASSESSED:
        change(case)
    settle(case)
