"""Items: which are confirmed, what they are, and whose they are. This is what takedown reads."""

from django.db.models import QuerySet

from isigurt.casework import cells
from isigurt.casework.models import Assessment, Case, Item
from isigurt.casework.states import CaseState, ItemState
from isigurt.intake.models import Report

# Cases that stand for nothing any more: another has taken their place, or they were erased.
GONE = (CaseState.MERGED, CaseState.ERASED)


def confirmed_items() -> QuerySet[Item]:
    """Return the items that a person has assessed as illegal (baseline or national), earliest confirmed first."""
    return Item.objects.filter(state=ItemState.CONFIRMED).select_related("data_key").order_by("confirmed_at", "id")


def address_of(item: Item) -> str:
    """Return the item's canonical address; ask `item.reachable` first whether it is one that can be probed.

    An account gives its platform and name, an unusable address what was typed. Raises `Erased` when it was erased.
    """
    return cells.read_address(item)


def assessment_of(item: Item) -> Assessment | None:
    """Return the assessment that the item's state rests on, or None while nobody has made one.

    One item may be in several cases with a decision in each; the latest that says illegal counts before others.
    """
    latest = latest_by_case(item)
    deciding = [one for one in latest if one.legality == item.legality]
    return max(deciding or latest, key=lambda one: (one.made_at, str(one.id)), default=None)


def latest_by_case(item: Item) -> list[Assessment]:
    """Return the latest assessment of the item in each case that has one."""
    latest: dict[object, Assessment] = {}
    made = Assessment.objects.filter(item=item).exclude(case__state=CaseState.ERASED)
    for assessment in made.select_related("case__data_key", "author").order_by("made_at", "id"):
        latest[assessment.case_id] = assessment
    return list(latest.values())


def cases_of(item: Item) -> QuerySet[Case]:
    """Return the cases that hold the item, without those merged away or erased, oldest first."""
    held = Case.objects.filter(case_items__item=item).exclude(state__in=GONE)
    return held.select_related("data_key").order_by("opened_at", "id")


def items_of(case: Case) -> QuerySet[Item]:
    """Return the items of a case in the order in which they came."""
    held = Item.objects.filter(case_items__case=case).select_related("data_key")
    return held.order_by("case_items__added_at", "case_items__id")


def reports_of(case: Case) -> QuerySet[Report]:
    """Return the reports of a case, earliest received first."""
    held = Report.objects.filter(pk__in=case.case_reports.values("report_id"))
    return held.select_related("places_key", "words_key").order_by("received_at", "id")
