"""Finding the host of confirmed content, and proposing whom to write to."""

from django.db import transaction

from isigurt import clock
from isigurt.casework.choices import Attention
from isigurt.casework.models import Item
from isigurt.casework.queries.items import address_of
from isigurt.casework.states import ItemState
from isigurt.facts.actions import item_fact
from isigurt.ledger.actions import record
from isigurt.ledger.actor import WORKER, Actor
from isigurt.states import transition
from isigurt.takedown import cells, tracing
from isigurt.takedown.actions import notices, recipients, watches
from isigurt.takedown.actions.calls import call_a_person, hold_cases_of
from isigurt.takedown.machines import TRACE_MACHINE, RecipientState, TraceState
from isigurt.takedown.models import Trace
from isigurt.takedown.queries import to_begin_anew, to_stop, to_withdraw, untouched_items
from isigurt.takedown.trace_finding import Finding

AT_ONCE = 50  # so many of each kind in one sweep; what is left is due again


def sweep() -> None:
    """Take up what casework has decided: trace and watch what is confirmed, let go of what no longer is."""
    for item in untouched_items().select_related("data_key")[:AT_ONCE]:
        begin(item=item)
    for watch in to_stop().select_related("item")[:AT_ONCE]:
        watches.stop(watch=watch, actor=WORKER)
    for watch in to_begin_anew().select_related("item")[:AT_ONCE]:
        watches.begin_anew(watch=watch, actor=WORKER)
    for notice in to_withdraw().select_related("item")[:AT_ONCE]:
        notices.withdraw(notice=notice, actor=WORKER, why="item")


def begin(*, item: Item) -> Trace:
    """Begin to trace and to watch a confirmed item; what has begun is left as it is."""
    with transaction.atomic():
        trace, made = Trace.objects.get_or_create(item=item, defaults={"asked_at": clock.now()})
        watches.begin(item=item)
        if made:
            record(actor=WORKER, act="trace.begun", subject="trace", subject_id=trace.id, detail={"item": str(item.id)})
    return trace


def ask_again(*, trace: Trace, actor: Actor) -> None:
    """Trace once more, because it failed or the host may have moved. Raises StaleState, IllegalTransition."""
    changes = {"asked_at": clock.now(), "attempts": 0, "not_before": None, "dead_at": None, "last_error": ""}
    transition(trace, TRACE_MACHINE, to=TraceState.WAITING, actor=actor, changes=changes)


def run(trace: Trace) -> None:
    """Trace one item and keep what was found; propose a notice where there is someone to write to.

    The proposal comes first: cut off in between, the trace is run again and finds its proposal there.
    """
    item = trace.item
    traced = tracing.trace(address_of(item))
    finding = traced.finding
    trace.finding = cells.lock(trace, "finding", finding.to_json())
    trace.host_country = finding.country
    item.trace = trace
    proposed = item.state == ItemState.CONFIRMED and _propose(item, finding)
    with transaction.atomic():
        held = hold_cases_of(item)
        changes = {
            "finished_at": clock.now(),
            "failure": traced.failure,
            "host_country": finding.country,
            "behind_network": finding.delivery_network[:40],
            "finding": trace.finding,
        }
        to = TraceState.FAILED if traced.failure else TraceState.TRACED
        item_fact(unit=item.id, host_country=finding.country)
        transition(trace, TRACE_MACHINE, to=to, actor=WORKER, detail={"failure": str(traced.failure)}, changes=changes)
        if item.state == ItemState.CONFIRMED and not proposed:
            call_a_person(cases=held, why=Attention.NOTICE_WAITS)


def _propose(item: Item, finding: Finding) -> bool:
    """Propose a notice to the first contact that nobody has refused; say whether there was one."""
    for mail in finding.abuse_mails:
        recipient = recipients.meet(
            mail=mail, provider=finding.provider or finding.network_name, country=finding.country
        )
        if recipient.state != RecipientState.REFUSED:
            notices.propose(item=item, recipient=recipient)
            return True
    return False
