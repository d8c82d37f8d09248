"""What the worker does once a day: close the quarters whose day has come, and lay the page of all that were closed."""

from collections.abc import Mapping
from datetime import date, datetime, time
from pathlib import Path

from django.db import router, transaction
from django.db.models import Q
from django.utils.timezone import get_default_timezone

from isigurt.country import CountryPack
from isigurt.facts.models import CaseFact, ItemFact, ReportFact
from isigurt.insight.edition.faults import EditionFaulty
from isigurt.insight.place import editions_folder, record_secret, reports_folder, rounding_secret
from isigurt.insight.protection.told import Numbers
from isigurt.insight.publication.laying import laid, lay, one_at_a_time
from isigurt.insight.publication.published import NAME
from isigurt.insight.quarters.calendar import Quarter, closed_by, next_closed
from isigurt.insight.quarters.checking import faults_in
from isigurt.insight.quarters.kept import digest_of, keep, shown_quarters
from isigurt.insight.quarters.pages import BASES, files
from isigurt.ledger.actions import record
from isigurt.ledger.actor import Actor
from isigurt.ledger.models import Entry

ACT, SUBJECT = "quarter.published", "quarter"


def look(*, today: date, actor: Actor, pack: CountryPack) -> bool:
    """Close what is to be closed, and lay the page; return whether anything changed by that.

    What was kept is never counted again, so that a look that was cut short is gone on with by the next one. Raises
    EditionFaulty when the gate, or what was shown before, stands against it: the page is then as it was.
    """
    editions, reports = editions_folder(), reports_folder()
    editions.mkdir(parents=True, exist_ok=True)
    with one_at_a_time(reports):
        recorded = _recorded()
        for quarter in _to_close(today, editions):
            numbers = _closed(quarter, editions, pack)
            _agree(quarter.name, numbers, recorded)
            keep(editions, quarter, numbers)
        return _laid(today, actor, pack, recorded)


def _to_close(today: date, editions: Path) -> list[Quarter]:
    """Return the quarters to be closed. A year whose edition is published has told all that there is to tell."""
    shown = {(year, quarter) for year, quarters in shown_quarters(editions).items() for quarter in quarters}
    to_close: list[Quarter] = []
    for quarter in closed_by(today):
        here = (quarter.year, quarter.id)
        if here in shown or (editions / str(quarter.year) / NAME).exists():
            continue
        # From the first one on, a quarter without any fact has its row as well: a gap would say that nothing came.
        if to_close or any(each < here for each in shown) or _has_facts(quarter):
            to_close.append(quarter)
    return to_close


def _has_facts(quarter: Quarter) -> bool:
    """Whether the hotline was at work then: the first quarter that is ever shown has something in it."""
    zone = get_default_timezone()
    begins, ends = (datetime.combine(each, time(), zone) for each in (quarter.first_day, quarter.next.first_day))
    within = {
        ReportFact: Q(received_at__gte=begins, received_at__lt=ends),
        CaseFact: Q(opened_at__gte=begins, opened_at__lt=ends),
        ItemFact: Q(first_received_at__gte=begins, first_received_at__lt=ends),
    }
    return any(kind._default_manager.filter(when).exists() for kind, when in within.items())


def _closed(quarter: Quarter, editions: Path, pack: CountryPack) -> Numbers:
    # What counts and weighs is loaded where there is something to close: the worker is half as large without it.
    from isigurt.insight.edition.gathering import facts_of  # noqa: PLC0415
    from isigurt.insight.quarters.closing import clear, closed  # noqa: PLC0415

    clear(editions)
    return closed(
        facts_of(year=quarter.year, pack=pack),
        quarter,
        earlier=shown_quarters(editions).get(quarter.year, {}),
        record_secret=record_secret(),
        secret=rounding_secret(),
        pack=pack,
        folder=editions,
    )


def _laid(today: date, actor: Actor, pack: CountryPack, recorded: Mapping[str, str]) -> bool:
    shown = shown_quarters(editions_folder())
    kept = {f"{year}-{quarter}": numbers for year, each in shown.items() for quarter, numbers in each.items()}
    if lost := recorded.keys() - kept:
        raise EditionFaulty(f"The numbers shown of {', '.join(sorted(lost))} are lost: put their file back.")
    for name, numbers in kept.items():
        _agree(name, numbers, recorded)
    wanted = files(shown, coming=next_closed(today), pack=pack)
    changed = laid(reports_folder(), BASES) != wanted
    if changed and (faults := faults_in(wanted, shown, pack)):
        raise EditionFaulty("The gate lets nothing out:", *faults)
    new = {name: numbers for name, numbers in kept.items() if name not in recorded}
    with transaction.atomic(using=router.db_for_write(Entry)):
        if changed:
            lay(reports_folder(), BASES, wanted)
        for name, numbers in new.items():
            # Last: a look that was cut short is done again, and then recorded.
            record(actor=actor, act=ACT, subject=SUBJECT, subject_id=name, detail={"numbers": digest_of(numbers)})
    return changed or bool(new)


def _agree(name: str, numbers: Numbers, recorded: Mapping[str, str]) -> None:
    """A number that was shown never changes: the ledger remembers what it was."""
    told = digest_of(numbers)
    if recorded.get(name, told) != told:
        raise EditionFaulty(f"{name} was shown with other numbers: corrections enter the year's edition.")


def _recorded() -> dict[str, str]:
    """Return the digest of the numbers of each quarter that was shown, by its name."""
    entries = Entry.objects.filter(act=ACT, subject=SUBJECT).order_by("seq")
    return {name: detail["numbers"] for name, detail in entries.values_list("subject_id", "detail")}
