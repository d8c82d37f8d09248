"""Sample content for the living page: every component in every state. Nothing here is a real report."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django import forms
from django.core.paginator import Page, Paginator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from isigurt.country import pack


class SpecimenForm(forms.Form):
    """One field of each kind."""

    address = forms.URLField(
        label=gettext_lazy("Address"),
        help_text=gettext_lazy("Paste it as you have it."),
        max_length=200,
        assume_scheme="https",
    )
    what_happened = forms.CharField(
        label=gettext_lazy("What happened?"),
        widget=forms.Textarea,
        required=False,
        help_text=gettext_lazy("In your own words. Please send no pictures."),
    )
    age_band = forms.ChoiceField(label=gettext_lazy("How old are you?"), required=False)
    reporter_kind = forms.ChoiceField(label=gettext_lazy("Who are you?"), widget=forms.RadioSelect, required=False)
    agree = forms.BooleanField(label=gettext_lazy("I have written the code down"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._choices("age_band", [("", "—"), *pack().reporter_age_bands.choices()])
        self._choices("reporter_kind", pack().reporter_kinds.choices())

    def _choices(self, name: str, choices: list[Any]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 - tells the type checker
        field.choices = choices


def specimens() -> dict[str, Any]:
    """Template context of the living page, in the active language."""
    at = dt.datetime(2026, 2, 10, 14, 7, tzinfo=dt.UTC)
    return {
        "empty_form": SpecimenForm(),
        "wrong_form": SpecimenForm({"address": "kjo nuk është adresë"}),
        "steps": [
            {"title": _("Received"), "hint": _("Your report is safe with us."), "state": "done"},
            {"title": _("In work"), "hint": _("A person is looking at it now."), "state": "now"},
            {"title": _("Action taken"), "hint": "", "state": "next"},
            {"title": _("Closed"), "hint": "", "state": "next"},
        ],
        "code": "ABCD-EFGH-JKMN-PQRS",
        "crumbs": [
            {"title": _("Queue"), "href": "#crumbs"},
            {"title": _("Case {number}").format(number="2026-0412"), "href": ""},
        ],
        "columns": [_("Case"), _("What"), _("State"), _("Deadline")],
        "rows": [
            ["2026-0412", pack().harms["csam"].staff_title, _("In work"), "15:07"],
            ["2026-0409", pack().harms["other"].staff_title, _("Received"), "18:30"],
        ],
        "pairs": [
            {"name": _("What"), "value": pack().harms["csam"].staff_title, "href": "#pairs", "action": _("Change")},
            {"name": _("Where"), "value": "hxxps://example[.]net/a/very/long/address/that/breaks/where/it/must"},
            {"name": _("Received"), "value": "15:07"},
        ],
        "entries": [
            {"at": at, "title": _("Report received"), "detail": "", "kind": ""},
            {"at": at + dt.timedelta(hours=1), "title": _("Notice sent"), "detail": "abuse@host", "kind": ""},
            {"at": at + dt.timedelta(hours=5), "title": _("Seen down"), "detail": "404", "kind": "now"},
            {"at": at + dt.timedelta(days=2), "title": _("Removed"), "detail": "", "kind": "good"},
            {"at": at + dt.timedelta(days=9), "title": _("Returned"), "detail": "", "kind": "bad"},
        ],
        "talk": [
            {
                "mine": False,
                "who": "iSIGURT",
                "at": at,
                "text": _("Thank you for telling us. Do you remember on which day it was?"),
            },
            {"mine": True, "who": _("You"), "at": at + dt.timedelta(hours=2), "text": _("On Tuesday, I think.")},
        ],
        "page": _page(3),
        "keys": [
            {"key": "n", "label": _("next case")},
            {"key": "/", "label": _("search")},
            {"key": "?", "label": _("all keys")},
        ],
        "badges": [
            {"label": _("New"), "kind": "", "icon": ""},
            {"label": _("In work"), "kind": "calm", "icon": ""},
            {"label": _("Removed"), "kind": "good", "icon": "check"},
            {"label": _("Deadline in 2 h"), "kind": "warn", "icon": "clock"},
            {"label": _("Overdue"), "kind": "bad", "icon": "warning"},
            {"label": _("Child at risk now"), "kind": "lit", "icon": "flag"},
        ],
        "flashes": [
            {"level_tag": "success", "message": _("Saved.")},
            {"level_tag": "info", "message": _("Someone else opened this case a minute ago.")},
            {"level_tag": "warning", "message": _("The host has not answered for three days.")},
            {"level_tag": "error", "message": _("The case changed while you were writing. Nothing was saved.")},
        ],
        "colours": COLOURS,
        "icons": ICONS,
    }


def _page(number: int) -> Page[int]:
    return Paginator(range(70), 10).page(number)


COLOURS = [
    "paper",
    "surface",
    "sunken",
    "line",
    "edge",
    "ink",
    "ink-soft",
    "action",
    "link",
    "lamp",
    "lamp-soft",
    "night",
    "night-soft",
    "good",
    "good-soft",
    "warn",
    "warn-soft",
    "bad",
    "bad-soft",
    "calm",
    "calm-soft",
]
ICONS = [
    "phone",
    "leave",
    "check",
    "warning",
    "info",
    "question",
    "close",
    "next",
    "back",
    "copy",
    "print",
    "lock",
    "clock",
    "send",
    "search",
    "person",
    "people",
    "flag",
    "link",
    "plus",
    "list",
    "chart",
    "settings",
    "key",
    "again",
    "mail",
    "download",
    "eye",
    "globe",
    "inbox",
    "ledger",
    "window",
    "hand",
    "photo",
    "bubbles",
    "shield",
    "bolt",
    "megaphone",
    "masks",
    "age",
    "dots",
]
