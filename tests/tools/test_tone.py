"""Who reports is spoken to as „ti”, the staff as „ju”."""

import re
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from django.utils import translation

from isigurt.casework import canned
from tools.translations import PACKAGE, catalogue_of
from tools.wording import badly_quoted, forbidden

TO_ADULTS = ["casework", "insight", "staff", "surfaces/desk", "takedown"]
# For schools and others who put our button on their own site, and for who takes part in a campaign.
PAGES_FOR_ADULTS = {
    "button.html",
    "taking_part.py",
    "taking_part_forms.py",
    *(f"take_part{page}.html" for page in ("", "_form", "_closed", "_received")),
    "_nothing_open.html",
}
TI = re.compile(r"\b(ti|yt|jote|tënd|tënde|të tua|të tu|ty)\b", re.IGNORECASE)
JU = re.compile(r"\b(ju|juaj|tuaj|tuaja|jush|jeni|keni|doni|mundeni|shkruani|dërgoni|telefononi)\b", re.IGNORECASE)


def _said(room):
    with (PACKAGE / room / catalogue_of("sq")).open("rb") as file:
        for message in read_po(file, locale="sq"):
            forms = message.string if isinstance(message.string, tuple) else (message.string,)
            yield from ((message, form) for form in forms if message.id)


def test_the_public_pages_say_ti():
    said = [(message, form) for message, form in _said("surfaces/front") if not _is_for_adults(message)]
    assert [form for _, form in said if JU.search(form)] == []


def _is_for_adults(message):
    places = {Path(file).name for file, _ in message.locations}
    return message.context == "to an adult" or (bool(places) and places <= PAGES_FOR_ADULTS)


@pytest.mark.parametrize("room", TO_ADULTS)
def test_the_staff_is_addressed_as_ju(room):
    with translation.override("en"):
        to_a_child = set(canned._to_a_child("").values())  # what an analyst sends, not what they read
    wrong = [form for message, form in _said(room) if message.id not in to_a_child and TI.search(form)]
    assert wrong == []


@pytest.mark.parametrize(
    "path", sorted(p for p in PACKAGE.rglob("*") if p.name in {"sq.txt", "500.html"}), ids=lambda path: path.name
)
def test_albanian_outside_the_catalogues_is_held_to_the_same(path: Path):
    text = re.sub(r"{%.*?%}|{{.*?}}|<[^>]+>", "", path.read_text())
    assert [*badly_quoted(text, "sq"), *forbidden(text, "sq")] == []
