"""Opening a sealed envelope: into the desk's store first, then out of the door's. Killed anywhere, it is run again."""

import hmac
from datetime import datetime

from django.db import transaction

from isigurt import clock
from isigurt.facts.actions import report_fact
from isigurt.intake import cells
from isigurt.intake.actions.erasing import ERASED_AFTER
from isigurt.intake.actions.publishing import put_status
from isigurt.intake.actions.recording import (
    NamedPlace,
    add_places,
    create_report,
    known_harm,
    named_places,
    write_fact,
)
from isigurt.intake.content import Letter, ReplyContent, ReportContent, WithdrawalContent, kind_of
from isigurt.intake.door.models import Envelope, PublicWord
from isigurt.intake.models import (
    REPORT_MACHINE,
    Direction,
    Erasure,
    Message,
    OpenedEnvelope,
    PublicStatus,
    Report,
    ReportState,
)
from isigurt.intake.queries import places_of
from isigurt.intake.submission import envelope_context
from isigurt.ledger.actions import record
from isigurt.ledger.actor import WORKER
from isigurt.states import transition
from isigurt.vault.actions import new_data_key
from isigurt.vault.errors import CannotOpen
from isigurt.vault.keyring import private_keys
from isigurt.vault.sealing import open_sealed

WEB = "web"


class NotThisReporter(CannotOpen):
    """The envelope names a report, but does not come from whoever holds its receipt."""


def open_envelope(envelope: Envelope) -> None:
    """Open one envelope; idempotent by its `envelope_id`.

    Raises `CannotOpen` or `ContentInvalid` for one that is malformed, and `NotThisReporter` for a forged one: the
    runner puts it off and at last on the list of dead letters, and no other envelope waits for it.
    """
    letter = read_envelope(envelope)
    with transaction.atomic():
        opened = OpenedEnvelope.objects.filter(pk=envelope.envelope_id).select_related("report").first()
        report = opened.report if opened else _take_in(envelope, letter)
        if opened and isinstance(letter.content, ReportContent):
            _send_again(report, letter.content, letter.received_at)
        if opened is None:
            OpenedEnvelope.objects.create(
                envelope_id=envelope.envelope_id, report=report, kind=envelope.kind, opened_at=clock.now()
            )
    # First the status, then away with the envelope: at no moment is the locator unknown to the door.
    status = PublicStatus.objects.get(report=report).status
    with transaction.atomic(using="door"):
        put_status(report, status)
        Envelope.objects.filter(pk=envelope.pk).delete()
    PublicStatus.objects.filter(report=report, status=status).update(published=status)


def read_envelope(envelope: Envelope) -> Letter:
    """Return what the envelope holds; raises `CannotOpen` or `ContentInvalid`."""
    context = envelope_context(kind=envelope.kind, envelope_id=envelope.envelope_id, locator=envelope.locator)
    letter = Letter.from_bytes(open_sealed(envelope.sealed, keys=private_keys(), context=context))
    if kind_of(letter.content) != envelope.kind:
        raise CannotOpen("an envelope of one kind with content of another")
    return letter


def _take_in(envelope: Envelope, letter: Letter) -> Report:
    report = Report.objects.select_for_update().filter(locator=envelope.locator).first()
    content = letter.content
    if report is None:
        if not isinstance(content, ReportContent):
            raise CannotOpen("a reply or a withdrawal for a report that is not there")
        return create_report(
            actor=WORKER,
            content=content,
            channel=WEB,
            lane=envelope.lane,
            # A door whose clock runs ahead must not date a report into the future.
            received_at=min(letter.received_at, clock.now()),
            locator=envelope.locator,
            public_key=letter.public_key,
        )
    # The public key is known only to the receipt's holder and to the desk: it proves who sent this. An intruder at
    # the door knows locators, but can neither reply to, withdraw nor add to a report that was there before.
    if not hmac.compare_digest(bytes(report.reporter_public_key or b""), letter.public_key):
        raise NotThisReporter("the envelope does not come from this report's reporter")
    if isinstance(content, ReplyContent):
        _reply(report, content)
    elif isinstance(content, WithdrawalContent):
        _withdraw(report)
    elif isinstance(content, ReportContent):
        _add(report, content)
    return report


def _reply(report: Report, content: ReplyContent) -> None:
    if report.state == ReportState.WITHDRAWN:
        _note(report, "report.reply_after_withdrawal")
        return
    _write_message(report, content.words)
    _tell_casework(report)
    _note(report, "message.received")


def _write_message(report: Report, words: str) -> None:
    message = Message(report=report, direction=Direction.FROM_REPORTER, author="", created_at=clock.now())
    message.text = cells.lock_message(message, words)
    message.save(force_insert=True)


def _withdraw(report: Report) -> None:
    if report.state == ReportState.WITHDRAWN:
        return
    at = clock.now()
    PublicStatus.objects.filter(report=report).update(status=PublicWord.WITHDRAWN, changed_at=at)
    Erasure.objects.update_or_create(report=report, defaults={"due_at": at + ERASED_AFTER, "done_at": None})
    report_fact(unit=report.id, withdrawn_at=at)
    # Casework places it even if it was still new: a person must be able to look while the words are there.
    changes = {"withdrawn_at": at, "has_additions": True}
    transition(report, REPORT_MACHINE, to=ReportState.WITHDRAWN, actor=WORKER, changes=changes)


def _tell_casework(report: Report) -> None:
    """Have casework look again at a report that it has placed; a new one it will see anyway."""
    Report.objects.filter(pk=report.pk, state=ReportState.PLACED).update(has_additions=True)


def _add(report: Report, content: ReportContent) -> None:
    """Add changed content that came with the same receipt: what is new is added, what was there stays."""
    if report.state == ReportState.WITHDRAWN:
        _revive(report)
    at = clock.now()
    there = places_of(report)
    known = {NamedPlace(place.kind, place.platform, place.raw) for place in there}
    fresh = [place for place in named_places(content) if place not in known]
    add_places(report, fresh, at=at, first=1 + max((place.position for place in there), default=-1))
    if content.words and content.words != cells.read_body(report):
        _write_message(report, content.words)
    before = report.harm_said
    report.harm_said = known_harm(content.harm)
    report.reporter_kind = content.reporter_kind[:30] or report.reporter_kind
    report.age_band = content.age_band[:20] or report.age_band
    if content.where != cells.read_where(report):
        report.where = cells.lock_where(report, f"{cells.read_where(report)}\n\n{content.where}".strip())
    if content.contact:
        report.contact = cells.lock_contact(report, content.contact)
    report.save(update_fields=["harm_said", "reporter_kind", "age_band", "where", "contact"])
    _tell_casework(report)
    write_fact(report, platform=content.platform)
    _note(report, "report.added_to", places=len(fresh), harm=report.harm_said, harm_before=before)


def _send_again(report: Report, content: ReportContent, sent_at: datetime) -> None:
    """Take note of the very same report sent once more: that only matters after it was withdrawn."""
    report = Report.objects.select_for_update().get(pk=report.pk)
    if report.withdrawn_at is not None and sent_at > report.withdrawn_at:
        _add(report, content)


def _revive(report: Report) -> None:
    """Let a withdrawn report count again, because its reporter sent it again."""
    Erasure.objects.filter(report=report).delete()
    if report.words_key.destroyed_at is not None:
        report.words_key = new_data_key()
        report.body = cells.lock_body(report, "")
        report.contact = cells.lock_contact(report, "")
        report.save(update_fields=["words_key", "body", "contact"])
    PublicStatus.objects.filter(report=report).update(status=PublicWord.RECEIVED, changed_at=clock.now())
    report_fact(unit=report.id, withdrawn_at=None)
    changes = {"withdrawn_at": None, "has_additions": False}
    transition(report, REPORT_MACHINE, to=ReportState.NEW, actor=WORKER, changes=changes)


def _note(report: Report, act: str, **detail: str | int | bool | None) -> None:
    record(actor=WORKER, act=act, subject="report", subject_id=report.id, detail=detail)
