"""From what one report names to items: each canonical address is one item, however often it is reported."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import IntegrityError, transaction

from isigurt.casework import cells
from isigurt.casework.actions.rows import hold_items
from isigurt.casework.models import Item, ReportItem
from isigurt.casework.naming import Named, read_place
from isigurt.facts.actions import item_fact
from isigurt.intake.models import Report
from isigurt.intake.queries import OpenPlace, places_of
from isigurt.vault.actions import new_data_key


@dataclass(frozen=True)
class Gathered:
    """An item that the report names, and whether it was known before this report."""

    item: Item
    known: bool


@dataclass(frozen=True)
class _Place:
    place: OpenPlace
    position: int
    named: Named


def gather(report: Report) -> list[Gathered]:
    """Give each place of `report` that has none yet its item, and return these items, each once.

    Called within the transaction that places the report. What cannot be used becomes an item of its own, with the
    reason. An item that others reported before is counted again.
    """
    done = set(ReportItem.objects.filter(report=report).values_list("place_id", flat=True))
    places = [
        _Place(place, position, named)
        for place in places_of(report)
        if place.id not in done
        for position, named in enumerate(read_place(place))
    ]
    if not places:
        return []
    usable = _usable([place.named for place in places], report)
    gathered: dict[object, Gathered] = {}
    for place in places:
        found = usable.get(place.named.index) or Gathered(_make(place.named, report), known=False)
        gathered.setdefault(found.item.id, found)
        _tie(report, place, found.item)
    return list(gathered.values())


def _usable(named: Sequence[Named], report: Report) -> dict[str | None, Gathered]:
    """Return the items of what can be used, by index; existing ones are locked and counted, missing ones made."""
    by_index = {one.index: one for one in named if one.index is not None}
    existing = set(Item.objects.filter(address_index__in=by_index).values_list("address_index", flat=True))
    made: dict[str, Item] = {}
    for index in sorted(set(by_index) - existing):
        try:
            with transaction.atomic():
                made[index] = _make(by_index[index], report)
        except IntegrityError:  # another worker made it a moment ago
            existing.add(index)
    ids = Item.objects.filter(address_index__in=existing).values_list("pk", flat=True)
    found: dict[str | None, Gathered] = {index: Gathered(item, known=False) for index, item in made.items()}
    for item in hold_items(ids):
        _count_again(item, report)
        found[item.address_index] = Gathered(item, known=True)
    return found


def _make(named: Named, report: Report) -> Item:
    item = Item(
        kind=named.kind,
        data_key=new_data_key(),
        address_index=named.index,
        host_index=named.host_index,
        platform=named.platform,
        verdict=named.verdict,
        verdict_reason=named.reason,
        flags=list(named.flags),
        first_received_at=report.received_at,
        last_received_at=report.received_at,
        times_reported=1,
    )
    item.address = cells.lock_address(item, named.address)
    item.save(force_insert=True)
    item_fact(
        unit=item.id,
        first_received_at=report.received_at,
        kind=str(named.kind),
        harm=report.harm_said,
        platform=named.platform,
        top_level_domain=_top_level(named.host),
    )
    return item


def _top_level(host: str) -> str:
    last = host.rpartition(".")[2]
    return "" if last.isdigit() or ":" in host else last[:40]


def _count_again(item: Item, report: Report) -> None:
    if ReportItem.objects.filter(report=report, item=item).exists():
        return
    item.times_reported += 1
    item.first_received_at = min(item.first_received_at, report.received_at)
    item.last_received_at = max(item.last_received_at, report.received_at)
    item.save(update_fields=["times_reported", "first_received_at", "last_received_at"])
    item_fact(unit=item.id, first_received_at=item.first_received_at, known_before=True)


def _tie(report: Report, place: _Place, item: Item) -> None:
    tie = ReportItem(report=report, place_id=place.place.id, position=place.position, item=item)
    tie.raw = cells.lock_raw(tie, place.named.raw)
    tie.save(force_insert=True)
