"""Takedown's part of the case page: what is shown, and which forms."""

from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.conf import settings
from django.utils.translation import gettext as _

from isigurt import clock
from isigurt.casework.models import Case, Item
from isigurt.casework.queries.items import address_of, items_of
from isigurt.casework.states import OPEN_STATES, ItemState
from isigurt.country import pack
from isigurt.safenet.display import defang
from isigurt.staff.models import Member
from isigurt.staff.permissions import may
from isigurt.takedown import cells, queries
from isigurt.takedown.actions import notices
from isigurt.takedown.letters import Letter
from isigurt.takedown.machines import LOOKED_AT, NoticeState, RecipientState, ReferralState, TraceState, WatchState
from isigurt.takedown.models import Notice, Referral, Trace, Watch
from isigurt.takedown.trace_finding import Finding, finding_of
from isigurt.takedown.tracing import Failure
from isigurt.takedown.verdicts import Verdict
from isigurt.takedown.words import Moment, relay_words, standing, summary, timeline, why_not_now
from isigurt.vault.errors import Erased

LOOKS_READ = 300  # of a long watch; the newest
MOMENTS_SHOWN = 12
ITEMS_SHOWN = 25
UNSENT = frozenset({NoticeState.PROPOSED, NoticeState.APPROVED, NoticeState.FAILED, NoticeState.UNSURE})


@dataclass(frozen=True)
class Section:
    """One part of the case page: render `template` with `context` under the heading `title`.

    `told` are the things of which the case's history tells: ids by kind, as the ledger names them; `demands` is what
    a person has to decide here before anything else, "" for nothing.
    """

    anchor: str
    title: str
    template: str
    context: dict[str, Any]
    told: dict[str, set[UUID]]
    demands: str = ""


@dataclass(frozen=True)
class ReferralView:
    """A referral as it is shown."""

    row: Referral
    authority: str
    reference: str
    reason: str
    holding: bool


@dataclass(frozen=True)
class NoticeView:
    """A notice as it is shown; the letter's address is defanged. `obstacles` keep it from leaving now."""

    row: Notice
    mail: str
    provider: str
    reference: str
    letter: Letter | None
    said: str
    kind: str
    obstacles: list[str]
    shown_digest: str
    recipient_new: bool
    can_remind: bool


@dataclass(frozen=True)
class WatchView:
    """A watch as it is shown."""

    row: Watch
    summary: str
    standing: str
    moments: list[Moment]
    running: bool
    asks_person: bool
    kind: str


@dataclass(frozen=True)
class ItemView:
    """All of takedown about one item."""

    row: Item
    number: int
    address: str
    trace: Trace | None
    finding: Finding | None
    failure: str
    notices: list[NoticeView]
    watch: WatchView | None
    needs_person: bool
    erased: bool = False
    facts: list[dict[str, str]] = field(default_factory=list)


def sections(case: Case, member: Member) -> list[Section]:
    """Return takedown's sections of a case's page, for what `member` may do."""
    now = clock.now()
    rights = {
        "refer": may(member, "referral.record"),
        "end_hold": may(member, "hold.end"),
        "recipient": may(member, "recipient.approve"),
        "send": may(member, "notice.send"),
        "again": may(member, "notice.send_again"),
        "watch": may(member, "watch.confirm"),
    }
    referrals = [_referral(row) for row in queries.referrals_of(case)]
    items, more = _items(case)
    common = {"case": case, "rights": rights, "now": now}
    demanded = case.child_at_risk and not referrals
    referral_context = {
        **common,
        "referrals": referrals,
        "demanded": demanded,
        "holding": any(one.holding for one in referrals),
    }
    item_context = {
        **common, "items": items, "more": more,
        "relay_missing": "" if settings.ISIGURT_MAIL_RELAY else why_not_now("relay"),
    }  # fmt: skip
    return [
        Section(
            "referral",
            _("Police and authorities"),
            "takedown/case/referral.html",
            {"c": referral_context},
            {"referral": {one.row.pk for one in referrals}},
            why_not_now("police") if demanded and case.state in OPEN_STATES else "",
        ),
        Section("hosts", _("Takedown"), "takedown/case/takedown.html", {"c": item_context}, _told(items)),
    ]


def _told(items: list[ItemView]) -> dict[str, set[UUID]]:
    rows = [one.row for item in items for one in item.notices]
    return {
        "trace": {item.trace.pk for item in items if item.trace is not None},
        "notice": {row.pk for row in rows},
        "recipient": {row.recipient_id for row in rows},
        "watch": {item.watch.row.pk for item in items if item.watch is not None},
    }


def _referral(row: Referral) -> ReferralView:
    authority = pack().authorities.get(row.authority)
    holding = row.state == ReferralState.HOLDING
    try:
        reference, reason = cells.unlock(row, "reference"), cells.unlock(row, "reason")
    except Erased:
        reference, reason = "", ""
    return ReferralView(
        row=row,
        authority=str(authority.title) if authority is not None else row.authority,
        reference=reference,
        reason=reason,
        holding=holding,
    )


def _items(case: Case) -> tuple[list[ItemView], int]:
    """Return the case's items that takedown has to do with, and how many more there are."""
    everything = enumerate(items_of(case).select_related("trace", "watch"), start=1)
    taken_up = [(number, item) for number, item in everything if item.state == ItemState.CONFIRMED or _trace(item)]
    shown = taken_up[:ITEMS_SHOWN]
    letters = _letters([item for _, item in shown])
    unsent = [item for _, item in shown if any(row.state in UNSENT for row in letters.get(item.pk, []))]
    back = queries.keeping_back(unsent) if unsent else {}
    relay = [] if settings.ISIGURT_MAIL_RELAY else ["relay"]
    views = [_item(number, item, letters.get(item.pk, []), [*back.get(item.pk, []), *relay]) for number, item in shown]
    return views, len(taken_up) - len(shown)


def _trace(item: Item) -> Trace | None:
    """Return the item's trace, read along with it; it shares the item, whose key opens it."""
    trace: Trace | None = getattr(item, "trace", None)
    if trace is not None:
        trace.item = item
    return trace


def _letters(items: list[Item]) -> dict[UUID, list[Notice]]:
    """Return the notices about the items, the newest first."""
    known = {item.pk: item for item in items}
    rows = Notice.objects.filter(item__in=items).select_related("recipient__data_key")
    found: dict[UUID, list[Notice]] = {}
    for row in rows.order_by("-proposed_at", "-round"):
        row.item = known[row.item_id]
        found.setdefault(row.item_id, []).append(row)
    return found


def _item(number: int, item: Item, rows: list[Notice], held: list[str]) -> ItemView:
    trace = _trace(item)
    watch: Watch | None = getattr(item, "watch", None)
    try:
        exact, erased = address_of(item), False
    except Erased:
        exact, erased = "", True
    shown = [] if erased else [_notice(row, exact, held) for row in rows]
    watched = _watch(watch) if watch is not None else None
    failure = str(Failure(trace.failure).label) if trace is not None and trace.failure in Failure.values else ""
    needs = (
        any(one.row.state in {NoticeState.PROPOSED, NoticeState.UNSURE} or one.row.stuck for one in shown)
        or (trace is not None and trace.state == TraceState.FAILED and not shown)
        or (watched is not None and (watched.asks_person or watched.row.state == WatchState.RETURNED))
    )
    finding = finding_of(trace) if trace is not None else None
    return ItemView(
        row=item,
        number=number,
        address=defang(exact),
        trace=trace,
        finding=finding,
        failure=failure,
        notices=shown,
        watch=watched,
        needs_person=needs,
        erased=erased,
        facts=_facts(finding) if finding is not None else [],
    )


def _facts(finding: Finding) -> list[dict[str, str]]:
    """Return what a trace found as pairs of name and value; what is not known is left out."""
    source = {"mmdb": _("own database"), "registry": _("registry")}.get(finding.country_from, "")
    pairs = [
        (_("Host name"), finding.host.replace(".", "[.]")),
        (_("Network address"), ", ".join(one.replace(".", "[.]") for one in finding.addresses)),
        (_("Provider"), finding.provider),
        (_("Network"), " ".join(filter(None, (finding.network_name, finding.network_handle)))),
        (_("Country"), f"{finding.country} ({source})" if finding.country else ""),
        (_("Autonomous system"), ", ".join(f"AS{one}" for one in finding.autonomous_systems)),
        (_("Abuse contact"), ", ".join(finding.abuse_mails)),
    ]
    return [{"name": name, "value": value} for name, value in pairs if value]


_NOTICE_KINDS = {
    NoticeState.PROPOSED: "lit",
    NoticeState.APPROVED: "calm",
    NoticeState.HANDING_OVER: "calm",
    NoticeState.SENT: "good",
    NoticeState.FAILED: "warn",
    NoticeState.UNSURE: "bad",
    NoticeState.WITHDRAWN: "",
}


def _notice(row: Notice, exact: str, held: list[str]) -> NoticeView:
    letter = notices.letter_of(row)
    proposed = row.state == NoticeState.PROPOSED
    return NoticeView(
        row=row,
        mail=cells.unlock(row.recipient, "mail"),
        provider=cells.unlock(row.recipient, "provider"),
        reference=notices.reference_of(row),
        letter=_defanged(letter, exact),
        said=relay_words(cells.unlock(row, "said")),
        kind=_NOTICE_KINDS[NoticeState(row.state)],
        obstacles=_obstacles(row, held),
        shown_digest=notices.letter_digest(row) if proposed else "",
        recipient_new=row.recipient.state == RecipientState.FIRST_SEEN,
        can_remind=row.state == NoticeState.SENT and not _newer(row),
    )


def _newer(row: Notice) -> bool:
    return Notice.objects.filter(item=row.item, recipient=row.recipient, round__gt=row.round).exists()


def _defanged(letter: Letter, exact: str) -> Letter:
    """Return the letter as it is shown: the address in it can be neither followed nor copied by a slip."""
    safe = defang(exact)
    in_json = exact.encode("ascii", "backslashreplace").decode("ascii")
    return Letter(letter.subject, letter.text.replace(exact, safe), letter.xarf.replace(in_json, safe), letter.remark)


def _obstacles(row: Notice, held: list[str]) -> list[str]:
    """Return in words what keeps an unsent notice from leaving now."""
    if row.state not in UNSENT:
        return []
    new = [] if row.recipient.state == RecipientState.APPROVED else ["recipient"]
    return [why_not_now(reason) for reason in (*new, *held)]


_WATCH_KINDS = {
    WatchState.WATCHING: "calm",
    WatchState.SEEN_DOWN: "lit",
    WatchState.REMOVED: "good",
    WatchState.FINISHED: "good",
    WatchState.RETURNED: "bad",
    WatchState.STOPPED: "",
}


def _watch(row: Watch) -> WatchView:
    newest = list(row.records.order_by("-number")[:LOOKS_READ])
    moments = timeline(reversed(newest))[-MOMENTS_SHOWN:]
    return WatchView(
        row=row,
        summary=summary(row, now=clock.now()),
        standing=standing(row),
        moments=list(reversed(moments)),
        running=row.state in LOOKED_AT,
        asks_person=row.state in LOOKED_AT and row.last_verdict == Verdict.SOFT_DOWN,
        kind=_WATCH_KINDS[WatchState(row.state)],
    )
