"""All of one case, in plain text, for the one page that shows it. Whoever shows it records the view first."""

import uuid
from collections import defaultdict
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial

from django.db.models import Q
from django.utils.translation import gettext as _

from isigurt.casework import cells
from isigurt.casework.choices import ItemKind, SuggestionState, Tristate
from isigurt.casework.models import (
    Assessment,
    Case,
    CaseItem,
    CaseMerge,
    CaseNote,
    CaseReport,
    Item,
    JoinSuggestion,
    ReportItem,
)
from isigurt.casework.states import CaseState, ItemState
from isigurt.casework.words import flag_words, happened, public_word, why_unusable
from isigurt.country import pack
from isigurt.country.entries import Entry as PackEntry
from isigurt.intake.models import Report, ReportState
from isigurt.intake.queries import (
    OpenMessage,
    body_of,
    can_be_written_to,
    contact_of,
    conversation_of,
    where_of,
)
from isigurt.ledger.models import Entry
from isigurt.ledger.queries import history, story
from isigurt.safenet.display import defang
from isigurt.staff.queries import names
from isigurt.vault.errors import Erased

Things = Mapping[str, Collection[uuid.UUID]]  # ids by the kind of thing, as the ledger names it

HISTORY_SHOWN = 60
VIEWS_SHOWN = 10
VIEWED = "case.viewed"


@dataclass(frozen=True)
class ReportShown:
    """A report with its words; a text is None once it was erased."""

    report: Report
    tie: CaseReport
    harm: str
    channel: str
    reporter: str
    age: str
    words: str | None
    where: str | None
    contact: str | None
    messages: list[OpenMessage]
    status: str
    can_answer: bool

    @property
    def waits_for_answer(self) -> bool:
        """Say whether the reporter wrote last."""
        return bool(self.messages) and self.messages[-1].from_reporter

    @property
    def withdrawn(self) -> bool:
        """Say whether its reporter took it back."""
        return self.report.state == ReportState.WITHDRAWN


@dataclass(frozen=True)
class AssessmentShown:
    """An assessment in words."""

    assessment: Assessment
    author: str
    choices: list[tuple[str, str]]
    reasons: str
    elsewhere: str  # number of the other case in which it was made


@dataclass(frozen=True)
class ItemShown:
    """An item: its address defanged, as each reporter typed it, and what people decided."""

    item: Item
    address: str
    raws: list[str]
    assessments: list[AssessmentShown]
    made: int

    @property
    def latest(self) -> AssessmentShown | None:
        """Return the latest assessment."""
        return self.assessments[-1] if self.assessments else None

    @property
    def erased(self) -> bool:
        """Say whether the item is gone."""
        return self.item.state == ItemState.ERASED

    @property
    def unusable(self) -> bool:
        """Say whether the address cannot be used."""
        return self.item.kind == ItemKind.UNUSABLE

    @property
    def why_unusable(self) -> str:
        """Return why the address cannot be used, in words."""
        return why_unusable(self.item.verdict)

    @property
    def flags(self) -> list[str]:
        """Return what a person should know about the address, in words."""
        return [flag_words(flag) for flag in self.item.flags]

    @property
    def unassessed(self) -> bool:
        """Say whether nobody has decided about it yet."""
        return self.item.state == ItemState.UNASSESSED


@dataclass(frozen=True)
class Happening:
    """A ledger entry in words."""

    at: datetime
    who: str
    words: str


@dataclass(frozen=True)
class Everything:
    """What the case page shows of casework."""

    case: Case
    harm: str
    reports: list[ReportShown]
    items: list[ItemShown]
    notes: list[tuple[CaseNote, str, str]]
    suggestions: list[tuple[JoinSuggestion, Case, str]]
    merges: list[CaseMerge]
    history: list[Happening]
    views: list[Happening]
    ended_text: str
    erased: bool = False
    seen: str = field(default="")


def everything(case: Case, *, others: Things | None = None) -> Everything:
    """Return all of `case`, which comes with its data key; its history also tells of `others`, of other rooms."""
    reports = _reports(case)
    items = _items(case)
    merges = CaseMerge.objects.filter(Q(source=case) | Q(target=case)).select_related("source", "target")
    return Everything(
        case=case,
        harm=_title(pack().harms.get(case.harm), case.harm),
        reports=reports,
        items=items,
        notes=_notes(case),
        suggestions=_suggestions(case),
        merges=list(merges),
        history=_history(case, reports, items, others or {}),
        views=in_words(list(history("case", [case.pk]).filter(act=VIEWED)[:VIEWS_SHOWN])),
        ended_text=_or_nothing(lambda: cells.read_ended_text(case)),
        erased=case.state == CaseState.ERASED,
        seen=",".join(f"{shown.item.pk}:{shown.made}" for shown in items),
    )


def _or_nothing(read: Callable[[], str]) -> str:
    try:
        return read()
    except Erased:
        return ""


def _title(entry: PackEntry | None, plain: str) -> str:
    if entry is None:
        return plain
    return str(getattr(entry, "staff_title", None) or entry.title)


def _reports(case: Case) -> list[ReportShown]:
    ties = CaseReport.objects.filter(case=case).select_related(
        "report__places_key", "report__words_key", "report__public_status"
    )
    return [_report(tie) for tie in ties.order_by("report__received_at", "report_id")]


def _report(tie: CaseReport) -> ReportShown:
    report = tie.report
    words = pack()
    return ReportShown(
        report=report,
        tie=tie,
        harm=_title(words.harms.get(report.harm_said), report.harm_said),
        channel=_title(words.channels.get(report.channel), report.channel),
        reporter=_title(words.reporter_kinds.get(report.reporter_kind), report.reporter_kind),
        age=_title(words.age_bands.get(report.age_band), report.age_band),
        words=body_of(report),
        where=where_of(report),
        contact=contact_of(report),
        messages=conversation_of(report),
        status=public_word(report.public_status.status),
        can_answer=can_be_written_to(report),
    )


def _items(case: Case) -> list[ItemShown]:
    ties = CaseItem.objects.filter(case=case).select_related("item__data_key").order_by("added_at", "id")
    items = [tie.item for tie in ties]
    ids = [item.pk for item in items]
    raws: dict[uuid.UUID, list[str]] = defaultdict(list)
    typed = ReportItem.objects.filter(item_id__in=ids, report__in=_report_ids(case))
    for tie in typed.select_related("report__places_key").order_by("place__position", "position"):
        raw = _or_nothing(partial(cells.read_raw, tie))
        if raw and raw not in raws[tie.item_id]:
            raws[tie.item_id].append(raw)
    made: dict[uuid.UUID, list[AssessmentShown]] = defaultdict(list)
    assessed = Assessment.objects.filter(item_id__in=ids).select_related("author", "case__data_key")
    for assessment in assessed.order_by("made_at", "id"):
        made[assessment.item_id].append(_assessment(assessment, case))
    return [_item(item, raws[item.pk], made[item.pk]) for item in items]


def _item(item: Item, raws: list[str], made: list[AssessmentShown]) -> ItemShown:
    address = _or_nothing(lambda: cells.read_address(item))
    shown = defang(address) if item.kind != ItemKind.ACCOUNT else address
    # What was typed in disguise stays so; what was typed as a whole address is shown defanged.
    other = [defang(raw) if raw.lower().startswith("http") else raw for raw in raws if raw != address]
    return ItemShown(item=item, address=shown, raws=other, assessments=made, made=len(made))


def _report_ids(case: Case) -> list[uuid.UUID]:
    return list(CaseReport.objects.filter(case=case).values_list("report_id", flat=True))


def _assessment(assessment: Assessment, case: Case) -> AssessmentShown:
    words = pack()
    choices = [
        (_("Harm"), _title(words.harms.get(assessment.harm), assessment.harm)),
        (_("Legality"), _title(words.legalities.get(assessment.legality), assessment.legality)),
        (_("Class"), assessment.severity),
        (_("Youngest person"), _title(words.age_bands.get(assessment.age_band), assessment.age_band)),
        (_("Sex"), _title(words.sexes.get(assessment.sex), assessment.sex)),
        (_("Self-generated"), _told(assessment.get_self_generated_display(), assessment.self_generated)),
        (_("AI-generated"), _told(assessment.get_ai_generated_display(), assessment.ai_generated)),
        (_("Law"), _law(assessment.law_article)),
    ]
    return AssessmentShown(
        assessment=assessment,
        author=assessment.author.name,
        choices=[(name, value) for name, value in choices if value],
        reasons=_or_nothing(lambda: cells.read_reasons(assessment)),
        elsewhere=assessment.case.number if assessment.case_id != case.pk else "",
    )


def _told(label: str, value: str) -> str:
    return "" if value == Tristate.UNKNOWN else label


def _law(article: str) -> str:
    known = pack().law_articles.get(article)
    return known.reference if known else article


def _notes(case: Case) -> list[tuple[CaseNote, str, str]]:
    notes = CaseNote.objects.filter(case=case).select_related("author", "case__data_key").order_by("written_at", "id")
    return [(note, note.author.name, _or_nothing(partial(cells.read_note, note))) for note in notes]


def _suggestions(case: Case) -> list[tuple[JoinSuggestion, Case, str]]:
    rows = JoinSuggestion.objects.filter(Q(earlier=case) | Q(later=case)).exclude(state=SuggestionState.JOINED)
    shown = []
    for row in rows.select_related("earlier", "later", "item__data_key").order_by("suggested_at", "id"):
        other = row.later if row.earlier_id == case.pk else row.earlier
        if other.state in {CaseState.MERGED, CaseState.ERASED}:
            continue
        address = _or_nothing(partial(cells.read_address, row.item))
        shown.append((row, other, defang(address) if row.item.kind != ItemKind.ACCOUNT else address))
    return shown


def _history(case: Case, reports: list[ReportShown], items: list[ItemShown], others: Things) -> list[Happening]:
    own = {
        "case": [case.pk],
        "report": [shown.report.pk for shown in reports],
        "item": [shown.item.pk for shown in items],
    }
    return in_words(list(story({**others, **own}).exclude(act=VIEWED)[:HISTORY_SHOWN]))


def in_words(entries: list[Entry]) -> list[Happening]:
    """Return ledger entries as people read them, with the names of members."""
    prefix = "member:"
    ids = {uuid.UUID(one.actor.removeprefix(prefix)) for one in entries if one.actor.startswith(prefix)}
    known = {f"{prefix}{member_id}": name for member_id, name in names(ids).items()}
    known |= {"worker": _("the worker"), "command": _("the command line")}
    return [Happening(one.at, known.get(one.actor, one.actor), happened(one.act, one.detail)) for one in entries]


def item_labels(case: Case) -> list[tuple[str, str]]:
    """Return the case's items as the assessment form offers them: id and address."""
    return [(str(shown.item.pk), shown.address) for shown in _items(case) if not shown.erased]
