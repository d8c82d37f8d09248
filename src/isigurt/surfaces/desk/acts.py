"""What an entry of the ledger says, in words: the acts of all rooms, for the page that shows them all."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from isigurt.casework.words import happened
from isigurt.ledger.models import Entry

_ACTS: Mapping[str, Promise] = {
    "edition.build_asked": gettext_lazy("Build of the National Report asked for"),
    "edition.deletion_announced": gettext_lazy("Deletion of an edition’s facts announced"),
    "edition.facts_deleted": gettext_lazy("Facts of an edition deleted, their time was over"),
    "edition.freeze_asked": gettext_lazy("Freezing of a year for the National Report asked for"),
    "edition.frozen": gettext_lazy("Edition of the National Report frozen"),
    "edition.check_asked": gettext_lazy("Check of the National Report asked for"),
    "edition.image_added": gettext_lazy("Picture put into the National Report"),
    "edition.image_removed": gettext_lazy("Picture taken out of the National Report"),
    "edition.publish_asked": gettext_lazy("Publication of the National Report asked for"),
    "edition.published": gettext_lazy("Edition of the National Report published"),
    "edition.words_saved": gettext_lazy("Words of the National Report saved"),
    "factor.added": gettext_lazy("Second factor added"),
    "factor.removed": gettext_lazy("Second factor removed"),
    "factor.used": gettext_lazy("Second factor used"),
    "ledger.checked": gettext_lazy("Chain of the ledger checked"),
    "ledger.head": gettext_lazy("Head of the chain sent to the auditor"),
    "ledger.viewed": gettext_lazy("Ledger viewed"),
    "material.added": gettext_lazy("File added"),
    "material.changed": gettext_lazy("File changed"),
    "material.deleted": gettext_lazy("File deleted"),
    "member.code_refused": gettext_lazy("Wrong code entered"),
    "member.created": gettext_lazy("Member added"),
    "member.deactivated": gettext_lazy("Member blocked"),
    "member.factor_enrolled": gettext_lazy("Member set up a second factor"),
    "member.factors_reset": gettext_lazy("Second factors of a member taken back"),
    "member.password_chosen": gettext_lazy("Password chosen"),
    "member.reactivated": gettext_lazy("Member let in again"),
    "member.role_changed": gettext_lazy("Role changed"),
    "member.sessions_ended": gettext_lazy("Member signed out everywhere"),
    "member.sign_in_failed": gettext_lazy("Signing in failed"),
    "member.signed_in": gettext_lazy("Signed in"),
    "member.signed_out": gettext_lazy("Signed out"),
    "page.approved": gettext_lazy("Public page approved"),
    "page.deleted": gettext_lazy("Public page deleted"),
    "page.moved": gettext_lazy("Public page moved"),
    "page.published": gettext_lazy("Public page published"),
    "page.reverted": gettext_lazy("Public page set back to an old version"),
    "page.review_cancelled": gettext_lazy("Review of a public page called off"),
    "page.schedule_cancelled": gettext_lazy("Set hour of a public page called off"),
    "page.scheduled": gettext_lazy("Hour set for a public page"),
    "page.sent_back": gettext_lazy("Public page sent back by its reviewer"),
    "page.submitted": gettext_lazy("Public page handed to a reviewer"),
    "page.translation_begun": gettext_lazy("Translation of a public page begun"),
    "page.unpublished": gettext_lazy("Public page taken down"),
    "picture.added": gettext_lazy("Picture added"),
    "picture.changed": gettext_lazy("Picture changed"),
    "picture.deleted": gettext_lazy("Picture deleted"),
    "quarter.published": gettext_lazy("Figures of a closed quarter shown"),
    "step.retried": gettext_lazy("Stuck work tried again"),
}


def in_words(entry: Entry) -> str:
    """Return what happened, for a person."""
    words = _ACTS.get(entry.act)
    return happened(entry.act, entry.detail) if words is None else str(words)
