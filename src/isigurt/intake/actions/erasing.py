"""Erasing what belongs to a reporter who withdrew."""

from datetime import timedelta

from django.db import transaction

from isigurt import clock
from isigurt.intake.models import Erasure, Message
from isigurt.ledger.actions import KEY_DESTROYED, record
from isigurt.ledger.actor import WORKER
from isigurt.vault.actions import destroy_data_key

# A child may have been made to withdraw: a person can still look for so long, then the words are gone.
ERASED_AFTER = timedelta(days=7)


def erase_words(erasure: Erasure) -> None:
    """Destroy the key of a withdrawn report's free text, contact and conversation; idempotent."""
    with transaction.atomic():
        current = Erasure.objects.select_for_update().filter(pk=erasure.pk, done_at__isnull=True).first()
        if current is None or current.due_at > clock.now():
            return
        report = current.report
        destroyed = destroy_data_key(data_key=report.words_key)
        Message.objects.filter(report=report).delete()
        Erasure.objects.filter(pk=current.pk).update(done_at=clock.now())
        if destroyed:
            record(
                actor=WORKER,
                act=KEY_DESTROYED,
                subject="report",
                subject_id=report.id,
                detail={"key": str(report.words_key_id), "what": "words"},
            )
