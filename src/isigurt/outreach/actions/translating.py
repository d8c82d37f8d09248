"""A page in another language, to be written."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from wagtail.models import Locale, Page

from isigurt.ledger.actions import record
from isigurt.ledger.actor import Actor
from isigurt.staff.models import Member


def begin_translation(*, page: Page, language: str, member: Member) -> Page:
    """Return the draft of `page` in `language`: the one there is, or a copy to write over, at the same place.

    Raises PermissionDenied for who may not edit the page, Locale.DoesNotExist for a language the site does not have.
    """
    if not page.permissions_for_user(member).can_edit():
        raise PermissionDenied("cms.edit")
    locale = Locale.objects.get(language_code=language)
    there = page.get_translation_or_none(locale)
    if there is not None:
        return there
    with transaction.atomic():
        made: Page = page.specific.copy_for_translation(locale, copy_parents=True)
        actor = Actor.member(member.pk)
        record(actor=actor, act="page.translation_begun", subject="page", subject_id=str(made.pk),
               detail={"source": page.pk, "language": language})  # fmt: skip
    return made
