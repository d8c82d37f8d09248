"""Whatever changes a public page asks for a bake, and whatever an editor does goes on the record."""

from typing import Any

from django.db.models.signals import post_delete, post_save
from wagtail.models import ModelLogEntry, PageLogEntry
from wagtail.signals import page_published, page_slug_changed, page_unpublished, post_page_move

from isigurt.outreach.actions import record_file_act, record_page_act, want_baking
from isigurt.outreach.models import Material, Picture, PublicPage


def _changed(sender: Any, **_: Any) -> None:
    del sender
    want_baking()


def _deleted(sender: Any, **_: Any) -> None:
    if issubclass(sender, PublicPage):
        want_baking()


def _page_act(instance: PageLogEntry, *, created: bool, **_: Any) -> None:
    if created:
        record_page_act(instance)


def _file_act(instance: ModelLogEntry, *, created: bool, **_: Any) -> None:
    if created:
        record_file_act(instance)


def listen() -> None:
    """Connect; called once when the apps are ready."""
    for signal in (page_published, page_unpublished, page_slug_changed, post_page_move):
        signal.connect(_changed)
    post_delete.connect(_deleted)
    for model in (Picture, Material):
        post_save.connect(_changed, sender=model)
        post_delete.connect(_changed, sender=model)
    post_save.connect(_page_act, sender=PageLogEntry)
    post_save.connect(_file_act, sender=ModelLogEntry)
