"""The queue: which cases wait for a person, in which order, and why, page by page.

No list is ever counted or scanned whole: each reads one page of an index, and numbers stop at a limit.
"""

import base64
import binascii
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar
from uuid import UUID

from django.db.models import BooleanField, Count, Func, Q, QuerySet, Value
from django.db.models.expressions import Combinable, F
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from isigurt import clock
from isigurt.casework.choices import Band
from isigurt.casework.models import Case, CaseItem, CaseReport
from isigurt.casework.states import CaseState
from isigurt.casework.words import Reason, reasons
from isigurt.country import pack
from isigurt.staff.models import Member

PAGE = 25


@dataclass(frozen=True)
class View:
    """One way to look at the queue: its order is the keys by which a page is found again."""

    name: str
    title: str | Promise
    keys: tuple[str, ...]


VIEWS = (
    View("waiting", _("Waiting"), ("band", "deadline_at", "id")),
    View("mine", _("Mine"), ("band", "deadline_at", "id")),
    View("at_risk", _("Child at risk"), ("deadline_at", "id")),
    View("overdue", _("Overdue"), ("deadline_at", "id")),
    View("messages", _("New message"), ("deadline_at", "id")),
    View("attention", _("Takedown asks"), ("deadline_at", "id")),
    View("automated", _("Looks automated"), ("deadline_at", "id")),
    View("assessed", _("Being taken down"), ("-opened_at", "-id")),
    View("all", _("All, newest first"), ("-opened_at", "-id")),
)
_VIEWS = {view.name: view for view in VIEWS}


@dataclass(frozen=True)
class Row:
    """A case as the queue shows it."""

    case: Case
    harm: str
    reasons: list[Reason]
    reports: int
    items: int
    holder: str


@dataclass(frozen=True)
class Page:
    """A page of the queue; `after` finds the next one, and is empty on the last."""

    view: View
    rows: list[Row]
    after: str


class _Beyond(Func):
    """`(a, b, c) > (x, y, z)`: both databases go straight to that place of an index, which a chain of OR does not."""

    output_field: "ClassVar[BooleanField[Any, Any]]" = BooleanField()
    conditional = True

    def __init__(self, names: tuple[str, ...], values: tuple[Any, ...], *, downwards: bool) -> None:
        fields: list[Combinable] = [F(name) for name in names]
        self._count = len(names)
        # Any: a lookup of a field by name may also give a relation, which none of the keys is.
        kinds: list[Any] = [Case._meta.get_field(name) for name in names]
        place = [Value(value, output_field=kind) for kind, value in zip(kinds, values, strict=True)]
        super().__init__(*fields, *place)
        self._sign = "<" if downwards else ">"

    def as_sql(self, compiler: Any, connection: Any, **_: Any) -> tuple[str, list[Any]]:  # type: ignore[override]  # noqa: ARG002 - the same on both
        """Return the comparison of the two rows of values."""
        parts, params = [], []
        for expression in self.get_source_expressions():
            sql, its = compiler.compile(expression)
            parts.append(sql)
            params.extend(its)
        left, right = ", ".join(parts[: self._count]), ", ".join(parts[self._count :])
        return f"({left}) {self._sign} ({right})", params


def chosen(name: str) -> View:
    """Return the view called `name`, or the first."""
    return _VIEWS.get(name, VIEWS[0])


def page(*, view: View, member: Member, after: str = "") -> Page:
    """Return a page of the queue as `member` sees it; a broken `after` gives the first page."""
    rows = _rows(view, member)
    names = tuple(key.lstrip("-") for key in view.keys)
    downwards = view.keys[0].startswith("-")
    if (place := _place(after, names)) is not None:
        rows = rows.filter(_Beyond(names, place, downwards=downwards))
    order = tuple(f"-{name}" for name in names) if downwards else names
    found = list(rows.select_related("leased_by", "assigned_to").order_by(*order)[: PAGE + 1])
    more = len(found) > PAGE
    found = found[:PAGE]
    return Page(view=view, rows=_shown(found, member), after=_token(found[-1], names) if more else "")


def _rows(view: View, member: Member) -> QuerySet[Case]:
    waiting = Case.objects.filter(deadline_at__isnull=False)
    match view.name:
        case "mine":
            held = Q(leased_by=member, leased_until__gt=timezone.now())
            return waiting.filter(held | Q(assigned_to=member))
        case "at_risk":
            return waiting.filter(band=Band.CHILD_AT_RISK)
        case "automated":
            return waiting.filter(band=Band.LOOKS_AUTOMATED)
        case "overdue":
            return waiting.filter(deadline_at__lt=clock.now())
        case "messages":
            return Case.objects.filter(new_message=True)
        case "attention":
            return Case.objects.exclude(attention="")
        case "assessed":
            return Case.objects.filter(state=CaseState.ASSESSED)
        case "all":
            return Case.objects.all()
        case _:
            return waiting


def _shown(cases: list[Case], member: Member) -> list[Row]:
    ids = [case.pk for case in cases]
    reports = _counts(CaseReport, ids)
    items = _counts(CaseItem, ids)
    now, real = clock.now(), timezone.now()
    harms = pack().harms
    shown = []
    for case in cases:
        harm = harms.get(case.harm)
        shown.append(
            Row(
                case=case,
                harm=str(harm.staff_title) if harm else case.harm,
                reasons=reasons(case, now=now),
                reports=reports.get(case.pk, 0),
                items=items.get(case.pk, 0),
                holder=holder_of(case, member=member, real=real),
            )
        )
    return shown


def holder_of(case: Case, *, member: Member, real: datetime) -> str:
    """Return who works on the case or is meant to; "" for nobody and for the member who asks."""
    held = case.leased_by is not None and case.leased_until is not None and case.leased_until > real
    who = case.leased_by if held else case.assigned_to
    return "" if who is None or who.pk == member.pk else who.name


def _counts(tie: type[CaseReport] | type[CaseItem], ids: list[UUID]) -> Mapping[UUID, int]:
    counted = tie._default_manager.filter(case_id__in=ids).values("case_id").annotate(number=Count("pk"))
    return {row["case_id"]: row["number"] for row in counted}


def _token(case: Case, names: tuple[str, ...]) -> str:
    values = [getattr(case, name) for name in names]
    plain = [value.isoformat() if isinstance(value, datetime) else str(value) for value in values]
    return base64.urlsafe_b64encode(json.dumps(plain).encode()).decode()


def _place(token: str, names: tuple[str, ...]) -> tuple[Any, ...] | None:
    if not token or len(token) > 400:
        return None
    try:
        plain = json.loads(base64.urlsafe_b64decode(token.encode("ascii")))
        if not isinstance(plain, list) or len(plain) != len(names):
            return None
        return tuple(_value(name, str(text)) for name, text in zip(names, plain, strict=True))
    except (ValueError, binascii.Error, UnicodeError, RecursionError):
        return None


def _value(name: str, text: str) -> Any:
    if name == "id":
        return UUID(text)
    if name == "band":
        return int(text) if text.isdigit() and len(text) < 3 else -1
    moment = datetime.fromisoformat(text)
    return moment if moment.tzinfo else moment.replace(tzinfo=timezone.get_default_timezone())
