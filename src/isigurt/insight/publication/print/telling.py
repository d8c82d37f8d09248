"""What the pages of the PDF are told: the document as plain words, with every number already written."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from operator import attrgetter
from typing import Any

from django.utils.translation import gettext, pgettext

from isigurt.country import pack
from isigurt.insight.publication.content import Cell, Content, ContentTable, Number, Part
from isigurt.insight.publication.document import STATES, Document, Recommendation
from isigurt.insight.publication.drafting.notes import ANNEX
from isigurt.insight.publication.illustrations import COVER
from isigurt.insight.publication.pictures import HALF, PRINT, Form, picture, tiles_of
from isigurt.insight.publication.pictures.kinds import KINDS
from isigurt.insight.publication.pictures.picture import described, source, tile_of
from isigurt.insight.publication.pictures.rows import rows_of
from isigurt.insight.publication.references import filled, shown
from isigurt.insight.register import ANNEXED
from isigurt.insight.words import capital

Told = dict[str, Any]
NO_BREAK = "\u00a0"
NONE = "–"
SHEET = replace(PRINT, width=620)  # the fact sheet's pictures are drawn larger and shown smaller


def told(document: Document, picture_of: Callable[[str], bytes]) -> Told:
    """Return the whole report in the active language, ready to be set.

    `picture_of` finds an editor's own picture by its file.
    """
    content = document.content
    return {
        **_cover(document),
        "image": _image(document, COVER, picture_of),
        "chapters": [
            {
                "image": _image(document, chapter.id, picture_of),
                "title": filled(chapter.title, content),
                "paragraphs": _filled(chapter.paragraphs, content),
                "tables": [_table(content, table) for each in chapter.tables if (table := content.table(each))],
            }
            for chapter in document.chapters
        ],
        "addressees": [
            {
                "title": filled(each.title, content),
                "recommendations": [_recommended(one, content) for one in each.recommendations],
            }
            for each in document.addressees
        ],
        "last_year": [
            {
                "text": filled(each.text, content),
                "became": filled(each.became, content),
                "state": str(STATES.get(each.state, "")),
            }
            for each in document.last_year
        ],
        "notes": [
            {"title": filled(each.title, content), "paragraphs": _filled(each.paragraphs, content)}
            for each in document.notes
        ],
    }


def told_shortly(document: Document) -> Told:
    """Return what the fact sheet says: the opening, the key figures, one picture, and what is asked of whom."""
    content = document.content
    table = next((each for name in ("harms", "months", "channels") if (each := content.table(name))), None)
    return {
        **_cover(document, SHEET),
        "table": _table(content, table, SHEET) if table else None,
        "recommendations": [
            {"addressee": filled(each.title, content), "text": filled(each.recommendations[0].text, content)}
            for each in document.addressees
            if each.recommendations
        ],
    }


def told_annex(document: Document) -> Told | None:
    """Return the trusted flagger's annex, ready to be set; None where nothing was noticed."""
    content = document.content
    table = content.table(ANNEXED)
    if table is None:
        return None
    return {
        **_cover(document),
        "title": gettext("Annex: notices to providers, {year}").format(year=content.year),
        "report": filled(document.title, content),
        "hotline_name": str(pack().hotline.hotline_name),
        "definition": table.definition,
        "paragraphs": [
            each for note in document.notes if note.id == ANNEX for each in _filled(note.paragraphs, content)
        ],
        "parts": [{"title": capital(part.dimension_titles[0]), **_part(content, part)} for part in table.parts],
    }


def _cover(document: Document, form: Form = PRINT) -> Told:
    content = document.content
    title = filled(document.title, content)
    tiles = tiles_of(content, document.key_figures, form, title=gettext("The year in figures"))
    return {
        "language": content.language,
        "year": content.year,
        "title": title,
        "name": title.removesuffix(str(content.year)).strip() or title,  # where the year stands beside it
        "subtitle": filled(document.subtitle, content),
        "hotline": content.hotline,
        "organisation": str(pack().hotline.organisation),
        "opening": _filled(document.opening, content),
        "tiles": {"svg": tiles, "alt": gettext("The year in figures")} if document.key_figures else None,
        "helplines": [
            {"title": str(each.title).replace(each.number, "").strip(), "number": each.number.replace(" ", NO_BREAK)}
            for each in pack().sure_helplines
            if each.on_every_page
        ],
        "source": source(content),
        "words": {
            "contents": pgettext("National Report", "Contents"),
            "opening": gettext("The year in short"),
            "table": pgettext("National Report", "Table"),
            "recommendations": pgettext("National Report", "Recommendations"),
            "last_year": gettext("What became of last year’s recommendations"),
            "notes": pgettext("National Report", "Notes"),
            "asked": gettext("What we ask"),
        },
    }


def _image(document: Document, place: str, picture_of: Callable[[str], bytes]) -> Told | None:
    found = document.illustration(place)
    if found is None:
        return None
    return {
        "body": list(picture_of(found.file)),  # JSON knows no bytes; Typst makes some of numbers
        "alt": found.alternative,
        "credit": filled(found.credit, document.content),
        "ratio": found.height / found.width,
    }


def _filled(paragraphs: Iterable[str], content: Content) -> list[str]:
    return [filled(each, content) for each in paragraphs]


def _recommended(recommendation: Recommendation, content: Content) -> Told:
    tile = tile_of(content, recommendation.figure)
    return {
        "text": filled(recommendation.text, content),
        "number": shown(tile.number) if tile else "",
        "of": tile.title if tile else "",
    }


def _table(content: Content, table: ContentTable, form: Form | None = None) -> Told:
    narrow = KINDS.get(table.id, "map") in {"map", "columns"} and all(len(part.columns) == 1 for part in table.parts)
    form = form or (HALF if narrow else PRINT)
    return {
        "beside": form is HALF,
        "id": table.id,
        "number": table.number,
        "title": table.title,
        "definition": table.definition,
        # One picture, or where they stand beside their tables one a part: so a page's end may come between them.
        "pictures": [
            {"svg": picture(content, table, form, part), "alt": described(table, part)}
            for part in (table.parts if form is HALF else (None,))
        ],
        "parts": [_part(content, part) for part in table.parts]
        if table.id != "key_figures"
        else [_totals(table, content)],
    }


def _totals(table: ContentTable, content: Content) -> Told:
    """Return the totals of several populations as one table: a row each."""
    cells = [part.cells[0][0] for part in table.parts]
    head, shows = _columns(cells, content)
    return {
        "head": [gettext("What is counted"), *head],
        "rows": [[capital(part.title), *shows(cell)] for part, cell in zip(table.parts, cells, strict=True)],
        "total": 0,
    }


def _part(content: Content, part: Part) -> Told:
    if len(part.columns) > 1:
        return _two_ways(part)
    rows = rows_of(part)
    head, shows = _columns([part.cells[0][0], *(row.cell for row in rows)], content)
    return {
        "head": [capital(part.dimension_titles[0]), *head],
        "rows": [[capital(part.title), *shows(part.cells[0][0])], *([row.title, *shows(row.cell)] for row in rows)],
        "total": 1,
    }


def _two_ways(part: Part) -> Told:
    """Return counts by rows and columns; where the table has medians, they are the last column."""
    rows = rows_of(part)
    every = [part.cells[0][0], *(row.cell for row in rows)]
    median = any(each.median for each in every)
    lines = [(capital(part.title), part.cells[0]), *((row.title, row.cells) for row in rows)]
    return {
        "head": [
            capital(part.dimension_titles[0]),
            pgettext("National Report", "Total"),
            *(each.title for each in part.columns[1:]),
            *([pgettext("National Report", "Median")] if median else []),
        ],
        "rows": [
            [title, shown(cells[0].count), *map(_counted, cells[1:]), *([_median(cells[0])] if median else [])]
            for title, cells in lines
        ],
        "total": 1,
    }


def _counted(cell: Cell) -> Told:
    """Return a count, and what part of its row it is where that can be told."""
    return {"count": shown(cell.count), "share": shown(cell.share) if cell.share else ""}


def _columns(cells: list[Cell], content: Content) -> tuple[list[str], Callable[[Cell], list[str]]]:
    """Return the heads of the columns that any of the cells has something for, and what writes a cell into them."""
    kept: list[tuple[str, Callable[[Cell], Number | None], str]] = [(str(content.year), attrgetter("count"), "")]
    if any(each.share for each in cells):
        kept.append((pgettext("National Report", "Share"), attrgetter("share"), ""))
    if any(each.median for each in cells):
        kept.append((pgettext("National Report", "Median"), attrgetter("median"), NONE))
    if any(each.before for each in cells):
        kept.append((str(content.year - 1), attrgetter("before"), NONE))

    def written(cell: Cell) -> list[str]:
        return [shown(number) if (number := which(cell)) else none for _, which, none in kept]

    return [head for head, _, _ in kept], written


def _median(cell: Cell) -> str:
    return shown(cell.median) if cell.median else NONE
