"""Erasing a case: its keys are destroyed, and with them every word of it; that this was done stays on the record."""

from django.db import transaction
from django.utils.translation import gettext as _

from isigurt.casework.actions.rows import change, hold_case, hold_items, move
from isigurt.casework.errors import NotNow
from isigurt.casework.models import Case, CaseItem, CaseReport, Item
from isigurt.casework.states import ENDED_STATES, ITEM_MACHINE, CaseState, ItemState
from isigurt.intake.models import Report
from isigurt.ledger.actions import KEY_DESTROYED, record
from isigurt.ledger.actor import Actor
from isigurt.staff.models import Member
from isigurt.states import transition
from isigurt.vault.actions import destroy_data_key
from isigurt.vault.models import DataKey


def erase(*, case: Case, member: Member, seen_version: int | None = None) -> int:
    """Erase a closed or dismissed case for good and return how many keys were destroyed.

    Its reports (words, places, conversations) and its items go with it, unless another case that stands holds them
    too; so do the cases that were merged into it. Raises Conflict, and NotNow for an open case.
    """
    actor = Actor.member(member.pk)
    with transaction.atomic():
        items = hold_items(CaseItem.objects.filter(case_id=case.pk).values_list("item_id", flat=True))
        held = hold_case(case.pk, seen_version=seen_version)
        if held.state not in ENDED_STATES:
            raise NotNow(_("Close or dismiss the case first."))
        alone = [item for item in items if not _held_elsewhere(CaseItem, held, item_id=item.pk)]
        keys = [*_report_keys(held), *(item.data_key for item in alone)]
        merged = [hold_case(pk) for pk in Case.objects.filter(merged_into=held).values_list("pk", flat=True)]
        keys += [held.data_key, *(one.data_key for one in merged)]
        destroyed = sum(destroy_data_key(data_key=key) for key in keys)
        Item.objects.filter(pk__in=[item.pk for item in alone]).update(address_index=None, host_index="", flags=[])
        change(held, leased_by=None, leased_until=None, assigned_to=None)
        for item in alone:
            transition(item, ITEM_MACHINE, to=ItemState.ERASED, actor=actor)
        for one in [*merged, held]:
            move(one, to=CaseState.ERASED, actor=actor, changes={"version": one.version + 1})
        record(actor=actor, act=KEY_DESTROYED, subject="case", subject_id=held.pk, detail={"keys": destroyed})
    return destroyed


def _report_keys(case: Case) -> list[DataKey]:
    ids = list(CaseReport.objects.filter(case=case).values_list("report_id", flat=True))
    alone = [pk for pk in ids if not _held_elsewhere(CaseReport, case, report_id=pk)]
    reports = Report.objects.filter(pk__in=alone).select_related("places_key", "words_key").order_by("pk")
    return [key for report in reports for key in (report.places_key, report.words_key)]


def _held_elsewhere(tie: type[CaseItem] | type[CaseReport], case: Case, **named: object) -> bool:
    others = tie._default_manager.filter(**named).exclude(case=case)
    return others.exclude(case__state__in=[CaseState.ERASED, CaseState.MERGED]).exists()
