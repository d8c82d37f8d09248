"""What a notice says: the readable letter (Article 16(2) of the Digital Services Act) and the XARF attachment."""

import json
from dataclasses import asdict, dataclass
from datetime import datetime
from functools import cache
from typing import Any

import xarf
from django.conf import settings
from django.template import Context, Engine, Template, TemplateDoesNotExist
from django.utils.timezone import localtime
from django.utils.translation import override

from isigurt.country import folder_of, pack
from isigurt.country import language as country_language
from isigurt.country.entries import Harm
from isigurt.design.dates import moment

ABROAD = "en"  # what a provider is written to in, unless it is at home
LONGEST_REMARK = 2000
# XARF's words for what an analyst may choose (content-csem, `exploitation_type`); without a choice there is no
# attachment, because nobody but a person says what happened.
EXPLOITATIONS = ("grooming", "sextortion", "solicitation")


@dataclass(frozen=True)
class Letter:
    """One finished letter, as it is shown and as it leaves. `xarf` is the attachment's JSON, or "" for none.

    `remark` are the analyst's words in it, kept apart so that they can be changed.
    """

    subject: str
    text: str
    xarf: str = ""
    remark: str = ""

    def to_json(self) -> str:
        """Return the letter as it is stored (encrypted)."""
        return json.dumps(asdict(self), ensure_ascii=False)

    @classmethod
    def from_json(cls, text: str) -> "Letter":
        """Return the letter that was stored."""
        return cls(**json.loads(text))


@dataclass(frozen=True)
class Matter:
    """What a letter is about. `address` is exact; ids are those of the country pack.

    `network_address` is the IP at which the content was found, or ""; `remark` is what the analyst adds for the host.
    """

    address: str
    network_address: str
    harm: str
    legality: str
    severity: str
    law_article: str
    found_at: datetime
    reference: str
    remark: str = ""
    exploitation: str = ""


def compose(matter: Matter, *, language: str) -> Letter:
    """Write the letter about `matter` in `language`, one of `languages()`."""
    template = _template(settings.ISIGURT_COUNTRY, language)
    if template is None:
        raise ValueError(f"no letter is written in {language}")
    country = pack()
    harm = country.harms[matter.harm]
    article = next((one for one in country.law_articles if one.id == matter.law_article), None)
    severity = next((one for one in country.severities if one.id == matter.severity), None)
    found_at = localtime(matter.found_at)
    with override(language):
        context = Context(
            {
                "matter": matter,
                "harm": harm.staff_title,
                "sexual_abuse": harm.sexual_abuse,
                "national": matter.legality == "national",
                "severity": severity,
                "article": article,
                "hotline": country.hotline,
                "found_at": f"{moment(found_at)} ({found_at:%Z})",
                "remark": tidy(matter.remark),
            },
            autoescape=False,
        )
        subject, _, text = str(template.render(context)).strip().partition("\n")
    text = "\n".join(line.rstrip() for line in text.strip().splitlines()) + "\n"
    while "\n\n\n" in text:
        text = text.replace("\n\n\n", "\n\n")
    return Letter(subject=subject, text=text, xarf=attachment(matter, harm), remark=tidy(matter.remark))


def languages() -> tuple[str, ...]:
    """Return the languages in which there is a letter: English, and those of the pack's that have one."""
    return tuple(
        code for code in dict.fromkeys((ABROAD, *pack().languages.ids)) if _template(settings.ISIGURT_COUNTRY, code)
    )


def choices() -> list[tuple[str, str]]:
    """Return those languages for a field of a form, each by its own name."""
    return [(code, country_language(code).title.spoken(code)) for code in languages()]


@cache
def _template(country: str, language: str) -> Template | None:
    """Return the letter in `language`, the pack's own (`templates/` in its folder) before ours: subject, then text."""
    engine = Engine(
        dirs=[str(folder_of(country) / "templates")],
        loaders=["django.template.loaders.filesystem.Loader", "django.template.loaders.app_directories.Loader"],
        autoescape=False,
    )
    try:
        return engine.get_template(f"takedown/letters/{language}.txt")
    except TemplateDoesNotExist:
        return None


def tidy(remark: str) -> str:
    """Return the analyst's words as plain lines: no control or direction-changing signs, no trailing blanks."""
    lines = remark.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    kept = ("".join(sign for sign in line if sign.isprintable()).rstrip() for line in lines)
    return "\n".join(kept).strip()[:LONGEST_REMARK]


def attachment(matter: Matter, harm: Harm) -> str:
    """Return the XARF v4 report about `matter` as JSON, or "" where XARF has no word that fits.

    XARF knows sexual abuse material (`csam`, by its class) and exploitation (`csem`, by its kind). What is illegal
    by national law only, and every other harm, goes as a plain letter.
    """
    if matter.legality != "baseline" or harm.xarf_type is None:
        return ""
    details: dict[str, Any] = {"detection_method": "manual_review"}
    if harm.xarf_type == "csam":
        details["classification"] = matter.severity or "baseline"
    elif harm.xarf_type == "csem" and matter.exploitation in EXPLOITATIONS:
        details["exploitation_type"] = matter.exploitation
    else:
        return ""
    hotline = pack().hotline
    contact = {
        "org": str(hotline.organisation),
        "contact": hotline.mail,
        "domain": hotline.mail.rpartition("@")[2],
    }
    made = xarf.create_report(
        category="content",
        type=harm.xarf_type,
        source_identifier=matter.network_address or matter.address.split("/")[2],
        reporter=contact,
        sender=contact,
        url=matter.address,
        evidence_source="user_report",
        **details,
    )
    if made.errors or made.report is None:
        return ""
    return json.dumps(made.report.model_dump(by_alias=True, exclude_none=True), indent=2, ensure_ascii=True)
