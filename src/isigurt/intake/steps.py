"""Intake's steps: open what came in, publish what goes out, erase what was taken back."""

from datetime import datetime, timedelta

from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from isigurt.intake.actions import erase_words, open_envelope, publish_message, publish_status
from isigurt.intake.door.models import Envelope, EnvelopeKind
from isigurt.intake.models import Erasure, Message, PublicStatus
from isigurt.steps.registry import Step, register


def envelopes_to_open(now: datetime) -> QuerySet[Envelope]:  # noqa: ARG001 - every envelope is due at once
    """Return the sealed envelopes of reporters, people's before what looks automated.

    A sign-up for a campaign is opened by the room of campaigns. A reply or a withdrawal waits while the report it
    belongs to is still sealed.
    """
    reports = Envelope.objects.filter(locator=OuterRef("locator"), kind=EnvelopeKind.REPORT)
    envelopes = Envelope.objects.exclude(kind=EnvelopeKind.SIGN_UP)
    return envelopes.filter(Q(kind=EnvelopeKind.REPORT) | ~Exists(reports)).order_by("lane", "received_at", "id")


def statuses_to_publish(now: datetime) -> QuerySet[PublicStatus]:  # noqa: ARG001
    """Return the status words that the door does not show yet."""
    return PublicStatus.objects.exclude(status=F("published")).order_by("changed_at")


def messages_to_publish(now: datetime) -> QuerySet[Message]:  # noqa: ARG001
    """Return the messages that the door does not have yet."""
    return Message.objects.filter(published_at__isnull=True).order_by("created_at")


def words_to_erase(now: datetime) -> QuerySet[Erasure]:
    """Return the withdrawn reports whose time is up."""
    return Erasure.objects.filter(done_at__isnull=True, due_at__lte=now).order_by("due_at")


register(
    Step(
        name="intake.open",
        title=_("Open sealed reports"),
        model=Envelope,
        due=envelopes_to_open,
        act=open_envelope,
        using="door",
        lease=timedelta(minutes=2),
    )
)
register(
    Step(
        name="intake.publish_status",
        title=_("Publish how far a report has come"),
        model=PublicStatus,
        due=statuses_to_publish,
        act=publish_status,
    )
)
register(
    Step(
        name="intake.publish_messages",
        title=_("Publish messages to reporters"),
        model=Message,
        due=messages_to_publish,
        act=publish_message,
    )
)
register(
    Step(
        name="intake.erase",
        title=_("Erase the words of withdrawn reports"),
        model=Erasure,
        due=words_to_erase,
        act=erase_words,
    )
)
