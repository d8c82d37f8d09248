"""First answers to a reporter, ready to be changed and sent, in the reporter's own language.

A child is spoken to as "ti", everybody else as "ju". The advice and the numbers are the country pack's.
"""

from dataclasses import dataclass

from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from isigurt.country import pack
from isigurt.intake.models import Report


@dataclass(frozen=True)
class Canned:
    """An answer: its title in the member's language, its text in the reporter's."""

    id: str
    title: str
    text: str


def first_answers(report: Report) -> list[Canned]:
    """Return the answers that fit the report."""
    titles = {
        "seen": _("We have read it"),
        "advice": _("What to do now"),
        "where": _("Ask where it is"),
        "help": _("Lead to a person who helps"),
        "done": _("It is dealt with"),
    }
    speaks = report.language if report.language in pack().hotline.languages else pack().hotline.languages[0]
    with translation.override(speaks):
        texts = _texts(report)
    return [Canned(name, title, texts[name]) for name, title in titles.items() if texts[name]]


def _texts(report: Report) -> dict[str, str]:
    harm = pack().harms.get(report.harm_said)
    lines = pack().helplines_for(report.harm_said) if harm else pack().sure_helplines
    numbers = "".join(f"\n{line.title}: {line.number} ({line.hours})" for line in lines)
    if not _is_child(report):
        return _to_an_adult(numbers)
    # The pack's advice speaks to a child.
    return _to_a_child(numbers) | {"advice": str(harm.advice) if harm else ""}


def _to_a_child(numbers: str) -> dict[str, str]:
    return {
        "seen": _("Thank you for telling us. We have read your report and are working on it."),
        "where": _(
            "Can you tell us where exactly you saw it? Copy the address, or write the app and the name of the "
            "account. Please send no pictures."
        ),
        "help": _("You need not go through this alone. Here is somebody who listens:") + numbers,
        "done": _("We have done what we could. If you see it again, tell us. You did right to report it."),
    }


def _to_an_adult(numbers: str) -> dict[str, str]:
    return {
        "seen": pgettext("to an adult", "Thank you for your report. We have read it and are working on it."),
        "advice": "",
        "where": pgettext(
            "to an adult",
            "Could you tell us where exactly you saw it? Copy the address, or write the app and the name of the "
            "account. Please send no pictures.",
        ),
        "help": pgettext("to an adult", "Here is somebody who listens and can help:") + numbers,
        "done": pgettext("to an adult", "We have done what we could. If you see it again, please tell us."),
    }


def _is_child(report: Report) -> bool:
    kind = pack().reporter_kinds.get(report.reporter_kind)
    band = pack().age_bands.get(report.age_band)
    return bool((kind and kind.child) or (band and band.child))
