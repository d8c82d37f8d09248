"""The step that lets the ledger's signed head leave the machine every day."""

from datetime import UTC, datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import Exists, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from isigurt.ledger import chain
from isigurt.ledger.heads import sign_head
from isigurt.ledger.mail import head_mail
from isigurt.ledger.models import Anchor
from isigurt.ledger.verify import verify_chain
from isigurt.post.relay import Outcome, deliver
from isigurt.steps.registry import Step, register


class HeadNotMailedError(Exception):
    """The relay did not take today's head; the step tries again."""


def due_heads(_now: datetime) -> QuerySet[Anchor]:
    """Return the next head, unless one was mailed on this day already.

    The day is that of the machine's own clock: under a demo's fast clock no thousand heads are mailed. Only "today"
    is asked for, so that a clock that was wrong for a while holds nothing up.
    """
    if not (settings.ISIGURT_AUDITOR and settings.ISIGURT_MAIL_RELAY):
        return Anchor.objects.none()
    midnight = timezone.now().astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
    mailed_today = Anchor.objects.filter(mailed_at__gte=midnight, mailed_at__lt=midnight + timedelta(days=1))
    return Anchor.objects.filter(~Exists(mailed_today), mailed_at=None)


def mail_head(row: Anchor) -> None:
    """Sign the head of the chain, mail it to the auditor, and make the row of the next one.

    Mailing it twice does no harm, so an unsure delivery is tried again.
    """
    previous = Anchor.objects.exclude(mailed_at=None).order_by("-seq", "-mailed_at").first()
    start = (previous.seq or 0, previous.hash) if previous else (0, chain.GENESIS)
    head = sign_head()
    message = head_mail(
        head, verify_chain(start=start), sender=settings.ISIGURT_MAIL_FROM, auditor=settings.ISIGURT_AUDITOR
    )
    delivery = deliver(message, relay=settings.ISIGURT_MAIL_RELAY)
    if delivery.outcome is not Outcome.HANDED_OVER:
        msg = f"{delivery.outcome} ({delivery.phase})"
        raise HeadNotMailedError(msg)
    with transaction.atomic():
        Anchor.objects.filter(pk=row.pk).update(
            seq=head.seq, hash=head.hash, key_id=head.key_id, text=head.text(), mailed_at=timezone.now()
        )
        if not Anchor.objects.filter(mailed_at=None).exists():
            Anchor.objects.create()


register(
    Step(
        name="ledger.head",
        title=_("Mail the ledger’s signed head to the auditor"),
        model=Anchor,
        due=due_heads,
        act=mail_head,
        lease=timedelta(minutes=5),
        # There is no day on which giving up would be right.
        max_attempts=30_000,
        longest_wait=timedelta(minutes=30),
    )
)
