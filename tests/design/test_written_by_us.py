"""Days, times, numbers and orders of names are ours everywhere: Django's own ways to them are not used."""

import re
from pathlib import Path

import pytest

import isigurt

ROOT = Path(isigurt.__file__).parent
TEMPLATES = sorted(path for path in ROOT.rglob("*") if "templates" in path.parts and path.is_file())
MODULES = sorted(path for path in ROOT.rglob("*.py") if "migrations" not in path.parts)
DJANGOS_FILTER = re.compile(
    r"\|\s*(date|time|timesince|timeuntil|floatformat|intcomma|intword|apnumber|naturalday|naturaltime|localize|"
    r"unlocalize|dictsort|dictsortreversed|filesizeformat)\b"
)
DJANGOS_TAG = re.compile(r"{%\s*(now\s+(?!\"Y\")|localize|load[^%]*\b(humanize|l10n)\b)")
DJANGOS_NAME = re.compile(r"\b(date_format|time_format|number_format|humanize|sanitize_separators|localize_input)\b")
MONTH_BY_C = re.compile(r"strftime\([^)]*%[aAbBcpxX]|\{[^{}\"']*:[^{}\"']*%[aAbBcpxX]")


def _named(path):
    return str(path.relative_to(ROOT.parents[1]))


@pytest.mark.parametrize("path", TEMPLATES, ids=_named)
def test_a_template_writes_days_and_numbers_with_our_filters(path):
    text = path.read_text()
    assert not DJANGOS_FILTER.search(text)
    assert not DJANGOS_TAG.search(text)


@pytest.mark.parametrize("path", MODULES, ids=_named)
def test_a_module_writes_days_and_numbers_with_our_functions(path):
    text = path.read_text()
    assert not DJANGOS_NAME.search(text)
    assert not MONTH_BY_C.search(text)


@pytest.mark.parametrize(
    "text",
    ['{{ at|date:"d M" }}', "{{ at|date }}", "{{ at | time:'H' }}", "{{ n|floatformat:1 }}", "{{ n|intcomma }}"],
)
def test_a_new_one_is_found(text):
    assert DJANGOS_FILTER.search(text)


@pytest.mark.parametrize(
    "text", ['{% now "d M" %}', "{% load humanize %}", "{% load i18n l10n %}", "{% localize on %}"]
)
def test_a_new_tag_is_found(text):
    assert DJANGOS_TAG.search(text)


@pytest.mark.parametrize("text", ['at.strftime("%d %B")', 'f"{at:%d %b %Y}"', 'f"{at:%I:%M %p}"'])
def test_a_month_in_the_machines_own_language_is_found(text):
    assert MONTH_BY_C.search(text)
