"""Each act of an editor on the record: Wagtail's own log tells of it, the ledger keeps it."""

from collections.abc import Mapping

from wagtail.models import ModelLogEntry, PageLogEntry

from isigurt.ledger.actions import record
from isigurt.ledger.actor import WORKER, Actor

# What Wagtail calls it, and what the ledger does. What changes nothing that the public can see is not told apart:
# each saved draft is a version of its own in Wagtail.
PAGE_ACTS: Mapping[str, str] = {
    "wagtail.publish": "page.published",
    "wagtail.publish.scheduled": "page.published",
    "wagtail.publish.schedule": "page.scheduled",
    "wagtail.schedule.cancel": "page.schedule_cancelled",
    "wagtail.unpublish": "page.unpublished",
    "wagtail.unpublish.scheduled": "page.unpublished",
    "wagtail.delete": "page.deleted",
    "wagtail.move": "page.moved",
    "wagtail.revert": "page.reverted",
    "wagtail.workflow.start": "page.submitted",
    "wagtail.workflow.approve": "page.approved",
    "wagtail.workflow.reject": "page.sent_back",
    "wagtail.workflow.cancel": "page.review_cancelled",
}
FILE_ACTS: Mapping[str, str] = {"wagtail.create": "added", "wagtail.edit": "changed", "wagtail.delete": "deleted"}
BY_THE_CLOCK = frozenset({"wagtail.publish.scheduled", "wagtail.unpublish.scheduled"})


def record_page_act(entry: PageLogEntry) -> None:
    """Put what a member (or, at a set hour, the worker) did to a page into the ledger."""
    act = PAGE_ACTS.get(entry.action)
    actor = _actor(entry)
    if act is None or actor is None:
        return
    detail = {"version": entry.revision_id} if entry.revision_id else None
    record(actor=actor, act=act, subject="page", subject_id=str(entry.page_id), detail=detail)


def record_file_act(entry: ModelLogEntry) -> None:
    """Put what a member did to a picture or a material into the ledger."""
    act = FILE_ACTS.get(entry.action)
    actor = _actor(entry)
    kind = entry.content_type.model if entry.content_type else ""
    if act is None or actor is None or kind not in {"picture", "material"}:
        return
    record(actor=actor, act=f"{kind}.{act}", subject=kind, subject_id=str(entry.object_id))


def _actor(entry: PageLogEntry | ModelLogEntry) -> Actor | None:
    """Return who did it; None for what the software itself put in place."""
    if entry.user_id is not None:
        return Actor.member(entry.user_id)
    return WORKER if entry.action in BY_THE_CLOCK else None
