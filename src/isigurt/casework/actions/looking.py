"""Looking is an act: each view of a case and each copy of an address is on the record."""

from django.utils.translation import gettext as _

from isigurt.casework import cells
from isigurt.casework.errors import NotNow
from isigurt.casework.models import Case, CaseItem, Item
from isigurt.ledger.actions import record
from isigurt.ledger.actor import Actor
from isigurt.staff.models import Member


def view_case(*, case: Case, member: Member) -> None:
    """Record that `member` was shown the case; call it before anything of it is shown."""
    record(actor=Actor.member(member.pk), act="case.viewed", subject="case", subject_id=case.pk)


def copy_address(*, case: Case, item: Item, member: Member) -> str:
    """Record that `member` copies the item's address and return it, not defanged. Raises NotNow and `Erased`."""
    if not CaseItem.objects.filter(case=case, item=item).exists():
        raise NotNow(_("The item is not in this case any more."))
    address = cells.read_address(item)
    record(
        actor=Actor.member(member.pk),
        act="address.copied",
        subject="case",
        subject_id=case.pk,
        detail={"item": str(item.pk)},
    )
    return address
