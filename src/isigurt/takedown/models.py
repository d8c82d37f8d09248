"""The tables of takedown. Addresses, hosts, mail addresses and letters are encrypted under a data key."""

import uuid
from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from isigurt.steps.rows import StepRow
from isigurt.takedown.machines import (
    NOTICE_MACHINE,
    RECIPIENT_MACHINE,
    REFERRAL_MACHINE,
    TRACE_MACHINE,
    WATCH_MACHINE,
    NoticeState,
    RecipientState,
    ReferralState,
    TraceState,
    WatchState,
)


class Trace(StepRow):
    """The search for the host of one item; asked again, it is the same row.

    `finding` (encrypted JSON, see `trace_finding`) holds addresses, provider and abuse contacts; in clear are only
    the country and whether a delivery network stands before the host.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    item = models.OneToOneField("casework.Item", on_delete=models.PROTECT, related_name="trace")
    state = models.CharField(max_length=20, choices=TraceState.choices, default=TraceState.WAITING)
    asked_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True, blank=True)
    failure = models.CharField(max_length=30, blank=True, default="")
    host_country = models.CharField(max_length=2, blank=True, default="")
    behind_network = models.CharField(max_length=40, blank=True, default="")
    finding = models.BinaryField(null=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [TRACE_MACHINE.constraint()]
        indexes: ClassVar[list[models.Index]] = [
            models.Index("asked_at", name="trace_waiting", condition=Q(state=TraceState.WAITING)),
        ]

    def __str__(self) -> str:
        return f"trace of item {self.item_id}"


class Recipient(models.Model):
    """A mail address that notices may go to once a person has approved it; found by its blind index."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    mail_index = models.CharField(max_length=32, unique=True)
    data_key = models.ForeignKey("vault.DataKey", on_delete=models.PROTECT, related_name="+")
    mail = models.BinaryField()
    provider = models.BinaryField()
    reason = models.BinaryField(null=True)  # why a person entered it by hand, or refused it
    by_hand = models.BooleanField(default=False)
    country = models.CharField(max_length=2, blank=True, default="")
    state = models.CharField(max_length=20, choices=RecipientState.choices, default=RecipientState.FIRST_SEEN)
    first_seen_at = models.DateTimeField()
    decided_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [RECIPIENT_MACHINE.constraint()]

    def __str__(self) -> str:
        return f"recipient {self.id}"


class Referral(StepRow):
    """That a case was given to an authority, or the reason why it was not; `hold_until` keeps notices back.

    `after_hold` is what becomes of approved notices when the hold runs out by itself.
    """

    class AfterHold(models.TextChoices):
        """The named default for a hold that runs out."""

        ASK = "ask"
        SEND = "send"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey("casework.Case", on_delete=models.PROTECT, related_name="referrals")
    state = models.CharField(max_length=20, choices=ReferralState.choices)
    authority = models.CharField(max_length=40, blank=True, default="")
    pack_version = models.CharField(max_length=32)
    referred_at = models.DateTimeField(null=True, blank=True)
    recorded_at = models.DateTimeField()
    recorded_by = models.UUIDField()
    reference = models.BinaryField(null=True)
    reason = models.BinaryField(null=True)
    hold_until = models.DateTimeField(null=True, blank=True)
    after_hold = models.CharField(max_length=10, choices=AfterHold.choices, default=AfterHold.ASK)
    renewals = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering: ClassVar[list[str]] = ["recorded_at", "id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            REFERRAL_MACHINE.constraint(),
            models.CheckConstraint(
                name="referral_hold_has_an_end",
                condition=~Q(state=ReferralState.HOLDING) | Q(hold_until__isnull=False),
            ),
            models.CheckConstraint(
                name="referral_names_an_authority",
                condition=Q(state=ReferralState.NOT_REFERRED, reason__isnull=False)
                | ~Q(state=ReferralState.NOT_REFERRED) & ~Q(authority="") & Q(referred_at__isnull=False),
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index("hold_until", name="referral_holding", condition=Q(state=ReferralState.HOLDING)),
        ]

    def __str__(self) -> str:
        return f"referral of case {self.case_id}"


class Notice(StepRow):
    """One letter about one item to one recipient.

    `letter` (encrypted JSON, see `letters.Letter`) is exactly what a person saw and what leaves. `round` is 1 for
    the first notice of an item to a recipient; only a person makes the next one. `said` (encrypted) is what the
    relay said last. `removal_due_at` is when the content should be gone, `overdue_at` when a person was told that it is
    not. `stuck` means that trying the same again is of no use: a person decides.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    item = models.ForeignKey("casework.Item", on_delete=models.PROTECT, related_name="notices")
    case = models.ForeignKey("casework.Case", on_delete=models.PROTECT, related_name="notices")
    recipient = models.ForeignKey(Recipient, on_delete=models.PROTECT, related_name="notices")
    round = models.PositiveSmallIntegerField(default=1)
    state = models.CharField(max_length=20, choices=NoticeState.choices, default=NoticeState.PROPOSED)
    language = models.CharField(max_length=8)
    exploitation = models.CharField(max_length=20, blank=True, default="")
    letter = models.BinaryField()
    message_id = models.CharField(max_length=120, unique=True, editable=False)
    proposed_at = models.DateTimeField()
    approved_at = models.DateTimeField(null=True, blank=True)
    approved_by = models.UUIDField(null=True, blank=True)
    handing_over_at = models.DateTimeField(null=True, blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)
    removal_due_at = models.DateTimeField(null=True, blank=True)
    overdue_at = models.DateTimeField(null=True, blank=True)
    tries = models.PositiveSmallIntegerField(default=0)
    said = models.BinaryField(null=True)
    stuck = models.BooleanField(default=False)

    class Meta:
        ordering: ClassVar[list[str]] = ["proposed_at", "id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            NOTICE_MACHINE.constraint(),
            models.UniqueConstraint("item", "recipient", "round", name="notice_once"),
            models.CheckConstraint(
                name="notice_leaves_by_a_person",
                condition=Q(state__in=[NoticeState.PROPOSED, NoticeState.WITHDRAWN])
                | Q(approved_by__isnull=False, approved_at__isnull=False),
            ),
            models.CheckConstraint(
                name="notice_sent_when", condition=~Q(state=NoticeState.SENT) | Q(sent_at__isnull=False)
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index("approved_at", name="notice_to_send", condition=Q(state__in=["approved", "failed"])),
            models.Index("handing_over_at", name="notice_handing_over", condition=Q(state="handing_over")),
            models.Index("removal_due_at", name="notice_overdue", condition=Q(state="sent", overdue_at__isnull=True)),
        ]

    def __str__(self) -> str:
        return f"notice {self.round} about item {self.item_id}"


class Watch(StepRow):
    """The looks at one item, from its confirmation until it stayed gone.

    The removal lies between `last_up_at` (empty: never seen up) and `first_down_at`. `began_at` is when the rhythm
    of looks began, `scheduled_at` when the next look was set: if that lies in the future, the clock was put back.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    item = models.OneToOneField("casework.Item", on_delete=models.PROTECT, related_name="watch")
    state = models.CharField(max_length=20, choices=WatchState.choices, default=WatchState.WATCHING)
    began_at = models.DateTimeField()
    scheduled_at = models.DateTimeField()
    next_look_at = models.DateTimeField(null=True, blank=True)
    last_look_at = models.DateTimeField(null=True, blank=True)
    last_verdict = models.CharField(max_length=20, blank=True, default="")
    last_up_at = models.DateTimeField(null=True, blank=True)
    first_down_at = models.DateTimeField(null=True, blank=True)
    negatives = models.PositiveIntegerField(default=0)
    removed_at = models.DateTimeField(null=True, blank=True)
    returned_at = models.DateTimeField(null=True, blank=True)
    # The soft 404 that a person confirmed for this address; see `verdicts.judge`.
    confirmed_likeness = models.CharField(max_length=120, blank=True, default="")
    looks = models.PositiveIntegerField(default=0)
    # How often the item had been reported when the looks began: one more report begins them anew.
    times_reported = models.PositiveIntegerField(default=0)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            WATCH_MACHINE.constraint(),
            models.CheckConstraint(
                name="watch_removed_has_an_interval",
                condition=~Q(state__in=[WatchState.REMOVED, WatchState.FINISHED])
                | Q(removed_at__isnull=False, first_down_at__isnull=False)
                & (Q(last_up_at__isnull=True) | Q(last_up_at__lte=F("first_down_at"))),
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index("next_look_at", name="watch_due", condition=Q(next_look_at__isnull=False)),
            models.Index("scheduled_at", name="watch_scheduled", condition=Q(next_look_at__isnull=False)),
        ]

    def __str__(self) -> str:
        return f"watch of item {self.item_id}"


class ProbeRecord(models.Model):
    """One look of a watch: its verdict and nothing of the content. `by` is the ledger's word for who looked."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    watch = models.ForeignKey(Watch, on_delete=models.CASCADE, related_name="records")
    number = models.PositiveIntegerField()
    at = models.DateTimeField()
    verdict = models.CharField(max_length=20)
    reason = models.CharField(max_length=30)
    status = models.PositiveSmallIntegerField(null=True, blank=True)
    likeness = models.CharField(max_length=120, blank=True, default="")
    by = models.CharField(max_length=60)

    class Meta:
        ordering: ClassVar[list[str]] = ["number"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint("watch", "number", name="proberecord_in_order"),
        ]

    def __str__(self) -> str:
        return f"look {self.number} of watch {self.watch_id}"


class RemovalNews(models.Model):
    """The good news, for one member who worked on it, that an item is removed; shown until they put it away."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    member = models.UUIDField()
    watch = models.ForeignKey(Watch, on_delete=models.CASCADE, related_name="news")
    case = models.ForeignKey("casework.Case", on_delete=models.PROTECT, related_name="+")
    removed_at = models.DateTimeField()
    seen_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint("member", "watch", "removed_at", name="removalnews_once"),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(
                fields=["member", "-removed_at"], name="removalnews_unseen", condition=Q(seen_at__isnull=True)
            ),
        ]

    def __str__(self) -> str:
        return f"removal of {self.removed_at:%Y-%m-%d %H:%M}"
