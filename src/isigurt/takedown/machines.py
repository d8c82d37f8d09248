"""The states of traces, recipients, referrals, notices and watches, and where each may go."""

from django.db.models import TextChoices
from django.utils.translation import pgettext_lazy

from isigurt.states import Machine


class TraceState(TextChoices):
    """Where the search for the host stands."""

    WAITING = "waiting", pgettext_lazy("trace", "being traced")
    TRACED = "traced", pgettext_lazy("trace", "traced")
    FAILED = "failed", pgettext_lazy("trace", "could not be traced")


TRACE_MACHINE = Machine(
    name="trace",
    states=TraceState,
    initial=TraceState.WAITING,
    transitions={
        TraceState.WAITING: frozenset({TraceState.TRACED, TraceState.FAILED}),
        # A person asks to try again; a host can move.
        TraceState.TRACED: frozenset({TraceState.WAITING}),
        TraceState.FAILED: frozenset({TraceState.WAITING}),
    },
)


class RecipientState(TextChoices):
    """Whether notices may go to a mail address."""

    FIRST_SEEN = "first_seen", pgettext_lazy("recipient", "seen for the first time")
    APPROVED = "approved", pgettext_lazy("recipient", "approved")
    REFUSED = "refused", pgettext_lazy("recipient", "never to be written to")


RECIPIENT_MACHINE = Machine(
    name="recipient",
    states=RecipientState,
    initial=RecipientState.FIRST_SEEN,
    transitions={
        RecipientState.FIRST_SEEN: frozenset({RecipientState.APPROVED, RecipientState.REFUSED}),
        RecipientState.APPROVED: frozenset({RecipientState.REFUSED}),
        RecipientState.REFUSED: frozenset({RecipientState.APPROVED}),
    },
)


class ReferralState(TextChoices):
    """What a referral means for notices: only `HOLDING` keeps them back."""

    NOT_REFERRED = "not_referred", pgettext_lazy("referral", "not referred, with a reason")
    REFERRED = "referred", pgettext_lazy("referral", "referred, no hold")
    HOLDING = "holding", pgettext_lazy("referral", "referred, notices are held back")
    RELEASED = "released", pgettext_lazy("referral", "hold ended by a person")
    RAN_OUT = "ran_out", pgettext_lazy("referral", "hold ran out")


REFERRAL_MACHINE = Machine(
    name="referral",
    states=ReferralState,
    initial=ReferralState.HOLDING,
    transitions={
        ReferralState.REFERRED: frozenset({ReferralState.HOLDING}),
        ReferralState.HOLDING: frozenset({ReferralState.RELEASED, ReferralState.RAN_OUT}),
        # The police renew, or ask for a hold later.
        ReferralState.RELEASED: frozenset({ReferralState.HOLDING}),
        ReferralState.RAN_OUT: frozenset({ReferralState.HOLDING}),
    },
)


class NoticeState(TextChoices):
    """Where a notice stands. `HANDING_OVER` is written before the first word to the relay."""

    PROPOSED = "proposed", pgettext_lazy("notice", "proposed")
    APPROVED = "approved", pgettext_lazy("notice", "approved, waits to be sent")
    HANDING_OVER = "handing_over", pgettext_lazy("notice", "being handed over")
    SENT = "sent", pgettext_lazy("notice", "sent")
    FAILED = "failed", pgettext_lazy("notice", "not sent")
    UNSURE = "unsure", pgettext_lazy("notice", "unsure whether it was sent")
    WITHDRAWN = "withdrawn", pgettext_lazy("notice", "withdrawn")


NOTICE_MACHINE = Machine(
    name="notice",
    states=NoticeState,
    initial=NoticeState.PROPOSED,
    transitions={
        NoticeState.PROPOSED: frozenset({NoticeState.APPROVED, NoticeState.WITHDRAWN}),
        # Back to proposed: a police hold ran out whose default is that a person decides again.
        NoticeState.APPROVED: frozenset({NoticeState.HANDING_OVER, NoticeState.PROPOSED, NoticeState.WITHDRAWN}),
        NoticeState.HANDING_OVER: frozenset({NoticeState.SENT, NoticeState.FAILED, NoticeState.UNSURE}),
        NoticeState.FAILED: frozenset(
            {NoticeState.HANDING_OVER, NoticeState.APPROVED, NoticeState.PROPOSED, NoticeState.WITHDRAWN}
        ),
        # Only a person leaves unsure; except that a relay whose "yes" came late is believed.
        NoticeState.UNSURE: frozenset({NoticeState.SENT, NoticeState.APPROVED, NoticeState.WITHDRAWN}),
    },
)


class WatchState(TextChoices):
    """What the looks at an address say, and whether there are any more."""

    WATCHING = "watching", pgettext_lazy("watch", "watched")
    SEEN_DOWN = "seen_down", pgettext_lazy("watch", "seen down")
    REMOVED = "removed", pgettext_lazy("watch", "removed")
    RETURNED = "returned", pgettext_lazy("watch", "returned")
    FINISHED = "finished", pgettext_lazy("watch", "stayed removed")
    STOPPED = "stopped", pgettext_lazy("watch", "stopped by a person")


LOOKED_AT = (WatchState.WATCHING, WatchState.SEEN_DOWN, WatchState.REMOVED, WatchState.RETURNED)

WATCH_MACHINE = Machine(
    name="watch",
    states=WatchState,
    initial=WatchState.WATCHING,
    transitions={
        WatchState.WATCHING: frozenset({WatchState.SEEN_DOWN, WatchState.STOPPED}),
        WatchState.SEEN_DOWN: frozenset({WatchState.WATCHING, WatchState.REMOVED, WatchState.STOPPED}),
        WatchState.REMOVED: frozenset({WatchState.RETURNED, WatchState.FINISHED, WatchState.STOPPED}),
        WatchState.RETURNED: frozenset({WatchState.SEEN_DOWN, WatchState.STOPPED}),
        # Someone reports the address again, or a person wants to look on.
        WatchState.FINISHED: frozenset({WatchState.WATCHING}),
        WatchState.STOPPED: frozenset({WatchState.WATCHING}),
    },
)
