"""Whatever changes a public page asks for a bake."""

from typing import Any

from django.db.models.signals import post_delete, post_save
from wagtail.signals import page_published, page_slug_changed, page_unpublished, post_page_move

from isigurt.outreach.actions import want_baking
from isigurt.outreach.models import Material, Picture, PublicPage


def _changed(sender: Any, **_: Any) -> None:
    del sender
    want_baking()


def _deleted(sender: Any, **_: Any) -> None:
    if issubclass(sender, PublicPage):
        want_baking()


def listen() -> None:
    """Connect; called once when the apps are ready."""
    for signal in (page_published, page_unpublished, page_slug_changed, post_page_move):
        signal.connect(_changed)
    post_delete.connect(_deleted)
    for model in (Picture, Material):
        post_save.connect(_changed, sender=model)
        post_delete.connect(_changed, sender=model)
