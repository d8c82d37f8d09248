"""Plays the samples: the last days of the demo's hotline, hour by hour on a clock moved by hand."""

from collections.abc import Callable
from datetime import datetime, timedelta

from demo.internet.condition import Condition, Conditions
from demo.samples import SAMPLES, HandClock, Sample
from demo.world import PAGES
from isigurt.casework.actions import Findings, answer, assess, close, dismiss, release, take
from isigurt.casework.choices import Outcome as CaseOutcome
from isigurt.casework.models import Case, CaseReport
from isigurt.casework.queries.items import items_of
from isigurt.intake.content import ReportContent
from isigurt.intake.models import Report
from isigurt.intake.receipt import Receipt
from isigurt.intake.submission import Outcome, submit_report
from isigurt.ledger.actor import Actor
from isigurt.staff.models import Member
from isigurt.steps.registry import get
from isigurt.steps.runner import run_until_idle
from isigurt.takedown.actions import notices, recipients, referrals
from isigurt.takedown.machines import NoticeState, RecipientState
from isigurt.takedown.models import Notice

UNTIL_SEEN = timedelta(minutes=50)  # from a report to the analyst who takes it up
UNTIL_APPROVED = timedelta(minutes=70)
UNTIL_CLOSED = timedelta(hours=40)  # from the host's act: by then it is seen removed
POLICE = "police_cybercrime"
# Between events the worker looks in this often: the real rhythm is finer, and would take minutes to play.
ROUND = timedelta(hours=4)
BY_TIME_ALONE = ("takedown.look", "takedown.overdue")


class History:
    """What happened before the demo began."""

    def __init__(self, *, clock: HandClock, conditions: Conditions, member: Member, until: datetime) -> None:
        self._clock = clock
        self._conditions = conditions
        self._member = member
        self._actor = Actor.member(member.pk)
        self._until = until
        self._events: list[tuple[datetime, Callable[[], None]]] = []

    def play(self) -> None:
        """Play every sample and let the clock end at `until`."""
        for sample in SAMPLES:
            self._at(self._until - timedelta(hours=sample.hours_ago), lambda sample=sample: self._report(sample))
        while self._events:
            self._events.sort(key=lambda event: event[0])
            at, act = self._events.pop(0)
            self._pass_time(at)
            act()
            run_until_idle()
        self._pass_time(self._until)

    def _at(self, at: datetime, act: Callable[[], None]) -> None:
        if at < self._until:
            self._events.append((at, act))

    def _pass_time(self, until: datetime) -> None:
        while self._clock.at + ROUND < until:
            self._clock.move_to(self._clock.at + ROUND)
            run_until_idle(get(name) for name in BY_TIME_ALONE)
        self._clock.move_to(until)
        run_until_idle()

    def _report(self, sample: Sample) -> None:
        receipt = Receipt.fresh()
        content = ReportContent(
            language=sample.language,
            harm=sample.harm,
            where=sample.where,
            platform=sample.platform,
            account=sample.account,
            words=sample.words,
            reporter_kind=sample.reporter_kind,
            age_band=sample.age_band,
        )
        if submit_report(receipt=receipt, content=content) is not Outcome.RECEIVED:
            raise RuntimeError("the demo's report was not taken in")
        if sample.found or sample.dismissed or sample.answer:
            self._at(self._clock.at + UNTIL_SEEN, lambda: self._take_up(sample, receipt))

    def _take_up(self, sample: Sample, receipt: Receipt) -> None:
        report = Report.objects.get(locator=receipt.locator)
        case = CaseReport.objects.get(report=report).case
        take(case=case, member=self._member)
        if sample.answer:
            answer(case=case, report=report, member=self._member, text=sample.answer)
        if sample.dismissed:
            dismiss(case=case, member=self._member, reason=sample.dismissed)
        if sample.found:
            findings = Findings(harm=sample.harm, **sample.found)
            assess(case=case, items=list(items_of(case)), member=self._member, findings=findings)
            if findings.severity:
                referrals.record_referral(
                    case=case, actor=self._actor, authority=POLICE, referred_at=self._clock.at, reference="DEMO-1"
                )
            self._at(self._clock.at + UNTIL_APPROVED, lambda: self._approve(sample, case))
        release(case=case, member=self._member)

    def _approve(self, sample: Sample, case: Case) -> None:
        for notice in Notice.objects.filter(case=case, state=NoticeState.PROPOSED).select_related("recipient"):
            if notice.recipient.state == RecipientState.FIRST_SEEN:
                recipients.approve(recipient=notice.recipient, actor=self._actor)
            notices.approve(notice=notice, actor=self._actor, shown=notices.letter_digest(notice))
        if sample.removed_after is not None:
            self._at(self._clock.at + timedelta(hours=sample.removed_after), lambda: self._take_down(sample, case))

    def _take_down(self, sample: Sample, case: Case) -> None:
        for page in PAGES:
            if page.address in sample.where:
                self._conditions.put(page.address, Condition.DOWN)
        self._at(self._clock.at + UNTIL_CLOSED, lambda: self._close(sample, case))

    def _close(self, sample: Sample, case: Case) -> None:
        referred = bool(sample.found and sample.found.get("severity"))
        outcome = CaseOutcome.REMOVED_AND_REFERRED if referred else CaseOutcome.REMOVED
        close(case=case, member=self._member, outcome=outcome)
