"""The page of closed quarters in each language, and its numbers as data. The same numbers make the same bytes."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.template.loader import get_template
from django.utils import translation
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from isigurt.country import CountryPack, language_choices
from isigurt.design import addresses, dates
from isigurt.insight.publication.content import Number
from isigurt.insight.publication.drafting.notes import protection
from isigurt.insight.publication.laying import KINDS, Laid
from isigurt.insight.publication.pictures import WEB, picture
from isigurt.insight.publication.published import as_csv, as_json
from isigurt.insight.publication.web import marking
from isigurt.insight.publication.web.marking import Marker
from isigurt.insight.quarters.calendar import Quarter
from isigurt.insight.quarters.figures import Shown, content_of, counted_in, months_of, number_of
from isigurt.insight.quarters.words import definitions
from isigurt.insight.register import POPULATIONS
from isigurt.insight.words import capital

ADDRESSES = addresses.ADDRESSES["transparency"]
BASES = tuple(ADDRESSES.values())
FEWEST_DRAWN = 2  # a single window side by side with nothing is no picture
Row = dict[str, str | int]


def files(shown: Shown, *, coming: Quarter, pack: CountryPack) -> dict[str, Laid]:
    """Return every file by its public address; `coming` is the quarter that will be closed next."""
    made: dict[str, Laid] = {}
    rows = rows_of(shown, pack)
    for language, base in ADDRESSES.items():
        with translation.override(language):
            made[base] = (html(shown, coming=coming, pack=pack).encode(), KINDS[".html"])
        if rows:
            made[f"{base}quarters.csv"] = (as_csv(rows), KINDS[".csv"])
            made[f"{base}quarters.json"] = (as_json({"cells": rows}), KINDS[".json"])
    return made


def rows_of(shown: Shown, pack: CountryPack) -> list[Row]:
    """Return one row for each number that is shown, the oldest first, titled in every language."""
    return [
        {
            "reference": number.reference,
            "year": year,
            "quarter": each,
            "population": population,
            **_titles(population, pack),
            "protection": "rounded",
            "value": number.value,
        }
        for year, quarters in shown.items()
        for each in quarters
        for population in counted_in(quarters)
        if (number := number_of(shown, year, each, population))
    ]


def _titles(population: str, pack: CountryPack) -> dict[str, str | int]:
    titles: dict[str, str | int] = {}
    for language in pack.languages.ids:
        with translation.override(language):
            titles[f"population_title_{language}"] = str(POPULATIONS[population].title)
    return titles


def html(shown: Shown, *, coming: Quarter, pack: CountryPack) -> str:
    """Return the page in the active language."""
    language = translation.get_language()
    request = HttpRequest()
    request.path = ADDRESSES[language]
    title = _("The hotline by quarter")
    content = content_of(shown, language=language, pack=pack)
    mark = Marker(content)
    address = addresses.of_language(language)
    context: dict[str, Any] = {
        "title": title,
        "summary": _("What the hotline received and confirmed, shown after the end of each quarter."),
        "alternates": addresses.alternates("transparency", language, dict(language_choices())),
        "sections": [
            {"title": title, "address": request.path},
            {"title": _("National Report"), "address": address["national_report"]},
        ],
        "here": request.path,
        "address": address,
        "canonical": f"{settings.ISIGURT_FRONT}{request.path}",
        "coming_months": months_of(coming.id, pack),
        "coming_day": dates.day(coming.closed_on),
        "newest": _newest(shown, pack),
        "picture": SafeString(picture(content, content.tables[0], WEB)) if _is_drawn(shown) else "",
        "years": [_year(shown, each, pack) for each in sorted(shown, reverse=True)],
        "definitions": definitions(counted_in({each: n for q in shown.values() for each, n in q.items()})),
        "protection": [mark.text(each) for each in protection()[:2]],
    }  # fmt: skip
    return get_template("insight/web/quarters.html").render(context, request)


def _is_drawn(shown: Shown) -> bool:
    newest = shown[max(shown)] if shown else {}
    return len(newest) >= FEWEST_DRAWN and any(value for numbers in newest.values() for value in numbers.values())


def _newest(shown: Shown, pack: CountryPack) -> dict[str, Any] | None:
    """Return the newest quarter as tiles."""
    if not shown:
        return None
    year = max(shown)
    quarter = max(shown[year])
    tiles = [(each, number_of(shown, year, quarter, each)) for each in counted_in(shown[year])]
    return {
        "months": capital(months_of(quarter, pack)),
        "year": year,
        "tiles": [
            {"number": marking.number(number), "label": capital(str(POPULATIONS[each].title))}
            for each, number in tiles
            if number
        ],
    }


def _year(shown: Shown, year: int, pack: CountryPack) -> dict[str, Any]:
    populations = counted_in(shown[year])
    lines = [
        {
            "name": capital(months_of(quarter, pack)),
            "cells": [_cell(number_of(shown, year, quarter, each)) for each in populations],
        }
        for quarter in sorted(shown[year])
    ]
    return {
        "year": year,
        "headings": [capital(str(POPULATIONS[each].title)) for each in populations],
        "lines": lines,
        "kept_back": any(each is None for line in lines for each in line["cells"]),
    }


def _cell(number: Number | None) -> SafeString | None:
    return marking.number(number) if number else None
