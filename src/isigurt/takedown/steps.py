"""What the worker does for takedown."""

from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from isigurt import clock
from isigurt.casework.choices import ItemKind
from isigurt.casework.queries.items import address_of
from isigurt.steps.models import Look
from isigurt.steps.registry import Step, register
from isigurt.takedown import queries
from isigurt.takedown.actions import referrals, sending, traces, watches
from isigurt.takedown.looking import look
from isigurt.takedown.models import Notice, Referral, Trace, Watch

# All steps on notices share one lease and one longest wait: the runner tells by them what nobody holds any more.
# A conversation with the relay takes 90 seconds at most (`post.relay.Patience`); the lease is longer, so that a
# notice is called unsure only when its worker is gone.
NOTICE_LEASE = timedelta(minutes=4)
NOTICE_LONGEST_WAIT = timedelta(hours=2)


def look_once(watch: Watch) -> None:
    """Look at one watched address and record what it means."""
    item = watch.item
    seen = look(
        address_of(item),
        confirmed_likeness=watch.confirmed_likeness,
        on_platform=bool(item.platform) and item.kind in {ItemKind.CONTENT, ItemKind.PROFILE},
    )
    watches.note_look(watch=watch, look=seen, at=clock.now())


register(
    Step(
        name="takedown.sweep",
        title=_("Take up what was assessed"),
        model=Look,
        due=queries.sweep_due,
        act=lambda _: traces.sweep(),
        max_attempts=1000,
        longest_wait=timedelta(minutes=10),
    )
)
register(
    Step(
        name="takedown.trace",
        title=_("Trace the host of confirmed content"),
        model=Trace,
        due=queries.traces_due,
        act=traces.run,
        parallel=4,
    )
)
register(
    Step(
        name="takedown.hold",
        title=_("End police holds that have run out"),
        model=Referral,
        due=queries.holds_due,
        act=lambda referral: referrals.let_hold_run_out(referral=referral),
    )
)
register(
    Step(
        name="takedown.send",
        title=_("Send approved notices"),
        model=Notice,
        due=queries.notices_to_send,
        act=sending.send,
        lease=NOTICE_LEASE,
        longest_wait=NOTICE_LONGEST_WAIT,
        max_attempts=60,
        first_wait=timedelta(seconds=20),
        batch=2,
    )
)
register(
    Step(
        name="takedown.unsure",
        title=_("Find notices whose sending was cut off"),
        model=Notice,
        due=queries.notices_left_behind,
        act=sending.say_unsure,
        lease=NOTICE_LEASE,
        longest_wait=NOTICE_LONGEST_WAIT,
        max_attempts=1000,
    )
)
register(
    Step(
        name="takedown.overdue",
        title=_("Find notices that nothing came of"),
        model=Notice,
        due=queries.notices_overdue,
        act=sending.say_overdue,
        lease=NOTICE_LEASE,
        longest_wait=NOTICE_LONGEST_WAIT,
        max_attempts=1000,
    )
)
register(
    Step(
        name="takedown.look",
        title=_("Look whether content is gone"),
        model=Watch,
        due=queries.looks_due,
        act=look_once,
        parallel=8,
        max_attempts=1000,
    )
)
