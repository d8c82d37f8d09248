"""Sample content for the living page: every component in every state. Nothing here is a real report."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django import forms
from django.core.paginator import Page, Paginator
from django.utils.translation import pgettext, pgettext_lazy

from isigurt.country import pack

FILES = Path(__file__).resolve().parent / "static" / "design"


class SpecimenForm(forms.Form):
    """One field of each kind."""

    address = forms.URLField(
        label=pgettext_lazy("specimen", "Address"),
        help_text=pgettext_lazy("specimen", "Paste it as you have it."),
        max_length=200,
        assume_scheme="https",
    )
    what_happened = forms.CharField(
        label=pgettext_lazy("specimen", "What happened?"),
        widget=forms.Textarea,
        required=False,
        help_text=pgettext_lazy("specimen", "In your own words. Please send no pictures."),
    )
    age_band = forms.ChoiceField(label=pgettext_lazy("specimen", "How old are you?"), required=False)
    reporter_kind = forms.ChoiceField(
        label=pgettext_lazy("specimen", "Who are you?"), widget=forms.RadioSelect, required=False
    )
    agree = forms.BooleanField(label=pgettext_lazy("specimen", "I have written the code down"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._choices("age_band", [("", "—"), *pack().reporter_age_bands.choices()])
        self._choices("reporter_kind", pack().reporter_kinds.choices())

    def _choices(self, name: str, choices: list[Any]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 - tells the type checker
        field.choices = choices


@dataclass(frozen=True)
class Flash:
    """Stands for a message of django.contrib.messages, which the front does not have."""

    level_tag: str
    message: str

    def __str__(self) -> str:
        return self.message


def specimens() -> dict[str, Any]:
    """Template context of the living page, in the active language."""
    at = dt.datetime(2026, 2, 10, 14, 7, tzinfo=dt.UTC)
    return {
        "empty_form": SpecimenForm(),
        "wrong_form": SpecimenForm({"wrong-address": "kjo nuk është adresë"}, prefix="wrong"),
        "filled_form": _filled_form(),
        "long_title": pgettext(
            "specimen", "A title that says far more than a title should, and yet must find its place"
        ),
        "long_text": pgettext(
            "specimen",
            "Whoever writes in a hurry writes much, and names an address that nothing breaks: "
            "hxxps://example[.]net/a/very/long/address/that/breaks/where/it/must",
        ),
        "steps_done": [
            {"title": pgettext("specimen", "Received"), "hint": "", "state": "done"},
            {"title": pgettext("specimen", "Closed"), "hint": "", "state": "done"},
        ],
        "steps": [
            {
                "title": pgettext("specimen", "Received"),
                "hint": pgettext("specimen", "Your report is safe with us."),
                "state": "done",
            },
            {
                "title": pgettext("specimen", "In work"),
                "hint": pgettext("specimen", "A person is looking at it now."),
                "state": "now",
            },
            {"title": pgettext("specimen", "Action taken"), "hint": "", "state": "next"},
            {"title": pgettext("specimen", "Closed"), "hint": "", "state": "next"},
        ],
        "code": "ABCD-EFGH-JKMN-PQRS",
        "crumbs": [
            {"title": pgettext("specimen", "Queue"), "href": "#crumbs"},
            {"title": pgettext("specimen", "Case {number}").format(number="2026-0412"), "href": ""},
        ],
        "columns": [
            pgettext("specimen", "Case"),
            pgettext("specimen", "What"),
            pgettext("specimen", "State"),
            pgettext("specimen", "Deadline"),
        ],
        "rows": [
            ["2026-0412", pack().harms["csam"].staff_title, pgettext("specimen", "In work"), "15:07"],
            ["2026-0409", pack().harms["other"].staff_title, pgettext("specimen", "Received"), "18:30"],
        ],
        "pairs": [
            {
                "name": pgettext("specimen", "What"),
                "value": pack().harms["csam"].staff_title,
                "href": "#pairs",
                "action": pgettext("specimen", "Change"),
            },
            {
                "name": pgettext("specimen", "Where"),
                "value": "hxxps://example[.]net/a/very/long/address/that/breaks/where/it/must",
            },
            {"name": pgettext("specimen", "Received"), "value": "15:07"},
        ],
        "entries": [
            {"at": at, "title": pgettext("specimen", "Report received"), "detail": "", "kind": ""},
            {
                "at": at + dt.timedelta(hours=1),
                "title": pgettext("specimen", "Notice sent"),
                "detail": "abuse@host",
                "kind": "",
            },
            {
                "at": at + dt.timedelta(hours=5),
                "title": pgettext("specimen", "Seen down"),
                "detail": "404",
                "kind": "now",
            },
            {"at": at + dt.timedelta(days=2), "title": pgettext("specimen", "Removed"), "detail": "", "kind": "good"},
            {"at": at + dt.timedelta(days=9), "title": pgettext("specimen", "Returned"), "detail": "", "kind": "bad"},
        ],
        "site_sections": [
            {"title": pgettext("specimen", "Help"), "address": "#help"},
            {"title": pgettext("specimen", "Campaigns"), "address": "#round"},
            {"title": pgettext("specimen", "Resources"), "address": "#round"},
        ],
        "windows": [
            {"title": pgettext("specimen", "My photo is going round"), "href": "#house", "icon": "photo"},
            {"title": pgettext("specimen", "Somebody threatens me"), "href": "#house", "icon": "hand"},
            {"title": pgettext("specimen", "I am bullied"), "href": "#house", "icon": "bubbles"},
        ],
        "deeds": [
            {"title": pgettext("specimen", "Do not answer any more."), "text": ""},
            {
                "title": pgettext("specimen", "Tell somebody you trust."),
                "text": pgettext("specimen", "You need not carry it alone."),
            },
        ],
        "at": at,
        "talk": [
            {
                "mine": False,
                "who": "iSIGURT",
                "at": at,
                "text": pgettext("specimen", "Thank you for telling us. Do you remember on which day it was?"),
            },
            {
                "mine": True,
                "who": pgettext("specimen", "You"),
                "at": at + dt.timedelta(hours=2),
                "text": pgettext("specimen", "On Tuesday, I think."),
            },
        ],
        "page": _page(3),
        "searched": {
            "query": pgettext("specimen", "photo"),
            "found": [
                {
                    "title": pgettext("specimen", "A photo of me is going round"),
                    "address": "#searching",
                    "summary": pgettext("specimen", "What you can do now."),
                },
                {"title": pgettext("specimen", "A first talk about the internet"), "address": "#searching"},
            ],
        },
        "keys": [
            {"key": "n", "label": pgettext("specimen", "next case")},
            {"key": "/", "label": pgettext("specimen", "search")},
            {"key": "?", "label": pgettext("specimen", "all keys")},
        ],
        "badges": [
            {"label": pgettext("specimen", "New"), "kind": "", "icon": ""},
            {"label": pgettext("specimen", "In work"), "kind": "calm", "icon": ""},
            {"label": pgettext("specimen", "Removed"), "kind": "good", "icon": "check"},
            {"label": pgettext("specimen", "Deadline in 2 h"), "kind": "warn", "icon": "clock"},
            {"label": pgettext("specimen", "Overdue"), "kind": "bad", "icon": "warning"},
            {"label": pgettext("specimen", "Child at risk now"), "kind": "lit", "icon": "flag"},
        ],
        "flashes": [
            Flash("success", pgettext("specimen", "Saved.")),
            Flash("info", pgettext("specimen", "Someone else opened this case a minute ago.")),
            Flash("warning", pgettext("specimen", "The host has not answered for three days.")),
            Flash("error", pgettext("specimen", "The case changed while you were writing. Nothing was saved.")),
        ],
        "public_href": "public/",
        "colours": COLOURS,
        "icons": ICONS,
    }


def _filled_form() -> SpecimenForm:
    """Return a form that somebody has filled in; its address is fixed."""
    form = SpecimenForm(
        initial={
            "what_happened": pgettext("specimen", "It began on Tuesday, in the group of our class."),
            "address": "https://example.net/group",
            "agree": True,
        },
        auto_id="filled_%s",
    )
    form.fields["address"].disabled = True
    return form


def _page(number: int) -> Page[int]:
    return Paginator(range(70), 10).page(number)


COLOURS = [
    *("paper", "surface", "sunken", "line", "edge", "ink", "ink-soft", "action", "link", "lamp", "lamp-soft"),
    *("night", "night-soft", "good", "good-soft", "warn", "warn-soft", "bad", "bad-soft", "calm", "calm-soft"),
]
ICONS = re.findall(r'<symbol id="([a-z]+)" viewBox="0 0 24 24">', (FILES / "icons.svg").read_text())
