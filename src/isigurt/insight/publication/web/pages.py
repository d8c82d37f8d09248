"""An edition's page in each language, and that of its annex: baked, asking no store, the same bytes each time."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.template.loader import get_template
from django.utils import translation
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from isigurt.country import language_choices
from isigurt.design import addresses
from isigurt.insight.publication.addresses import addresses_of
from isigurt.insight.publication.book import Book, Files
from isigurt.insight.publication.content import Content, ContentTable
from isigurt.insight.publication.document import STATES, Document
from isigurt.insight.publication.drafting.notes import ANNEX
from isigurt.insight.publication.illustrations import COVER, FOLDER, WIDTHS, path_of, size_at
from isigurt.insight.publication.pictures import WEB, picture
from isigurt.insight.publication.references import filled, row_names
from isigurt.insight.publication.web.marking import Marker
from isigurt.insight.publication.web.tables import table
from isigurt.insight.register import ANNEXED


def pages(book: Book) -> Files:
    """Return the report's page in each language."""
    made = {}
    for language, document in book.documents.items():
        with translation.override(language):
            made[f"web/{language}/index.html"] = html(document).encode()
            if (annexed := annex_html(document)) is not None:
                made[f"web/{language}/{ANNEX}/index.html"] = annexed.encode()
    return made


def html(document: Document, *, previewed: bool = False) -> str:
    """Return the whole page in the active language. One previewed at the desk is not part of the web app."""
    return _rendered("report", document.content, _context(document) | {"previewed": previewed})


def annex_html(document: Document, *, previewed: bool = False) -> str | None:
    """Return the page of the trusted flagger's annex in the active language; None where nothing was noticed."""
    content = document.content
    shown = content.table(ANNEXED)
    if shown is None:
        return None
    mark = Marker(content)
    title = _("Annex: notices to providers, {year}").format(year=content.year)
    return _rendered(
        "annex",
        content,
        {
            **_frame(content, title, below=f"{ANNEX}/"),
            "document": document,
            "previewed": previewed,
            "report": {"title": filled(document.title, content), "address": "../"},
            "summary": shown.definition,
            "notes": _notes(document, mark, ANNEX),
            "table": table(content, shown, SafeString("")),
            "downloads": [each for each in _downloads(content, base="../") if f"/{ANNEX}" in each["href"]],
        },
    )


def _rendered(template: str, content: Content, context: dict[str, Any]) -> str:
    request = HttpRequest()
    request.path = address_of(content)
    return get_template(f"insight/web/{template}.html").render(context, request)


def address_of(content: Content, language: str = "") -> str:
    """Return where the page of an edition lies, in its own language or another."""
    return addresses_of(content.year)[language or content.language]


def _context(document: Document) -> dict[str, Any]:
    content = document.content
    mark = Marker(content)
    names = row_names(content)
    title = filled(document.title, content)
    return {
        **_frame(content, title),
        "document": document,
        "summary": filled(document.subtitle, content),
        "subtitle": mark.text(document.subtitle),
        "opening": [mark.text(each) for each in document.opening],
        "image": _image(document, COVER, mark),
        "tiles": [
            {"number": mark.reference(each), "label": label_of(content, each, names)} for each in document.key_figures
        ],
        "chapters": _chapters(document, mark),
        "addressees": _addressees(document, mark, names),
        "last_year": [
            {"text": mark.text(each.text), "became": mark.text(each.became), "state": STATES.get(each.state, "")}
            for each in document.last_year
        ],
        "notes": _notes(document, mark),
        "downloads": _downloads(content),
    }


def _frame(content: Content, title: str, below: str = "") -> dict[str, Any]:
    """Return what the frame of a page needs; `below` is where it lies under the report's address."""
    here = address_of(content) + below
    return {
        "title": title,
        "alternates": [
            {
                "code": code,
                "name": name,
                "address": address_of(content, code) + below,
                "active": code == content.language,
            }
            for code, name in language_choices()
        ],
        "sections": [{"title": title, "address": here}],
        "here": here,
        "address": addresses.of_language(content.language),
        "canonical": f"{settings.ISIGURT_FRONT}{here}",
    }


def _chapters(document: Document, mark: Marker) -> list[dict[str, Any]]:
    content = document.content
    tables = [(chapter, [content.table(each) for each in chapter.tables]) for chapter in document.chapters]
    return [
        {
            "id": chapter.id,
            "title": mark.text(chapter.title),
            "image": _image(document, chapter.id, mark),
            "paragraphs": [mark.text(each) for each in chapter.paragraphs],
            "tables": [
                {"shown": table(content, each, _picture(content, each)), "files": _pictures(content, each)}
                for each in found
                if each
            ],
        }
        for chapter, found in tables
    ]


def _notes(document: Document, mark: Marker, only: str = "") -> list[dict[str, Any]]:
    return [
        {
            "id": each.id,
            "title": mark.text(each.title),
            "paragraphs": [mark.text(text) for text in each.paragraphs],
            "page": f"{ANNEX}/" if each.id == ANNEX else "",
        }
        for each in document.notes
        if only in ("", each.id)
    ]


def _image(document: Document, place: str, mark: Marker) -> dict[str, Any] | None:
    """Return the editor's own picture at a place, in its widths, the widest last."""
    found = document.illustration(place)
    if found is None:
        return None
    sizes = [(f"{FOLDER}/{path_of(found.file, width)}", *size_at(width, found)) for width in WIDTHS]
    return {
        "sizes": [{"address": address, "width": width, "height": height} for address, width, height in sizes],
        "alternative": found.alternative,
        "credit": mark.text(found.credit),
    }


def _picture(content: Content, shown: ContentTable) -> SafeString:
    """Return the table's picture as SVG: drawn by us, its words escaped."""
    return SafeString(picture(content, shown, WEB))


def _addressees(document: Document, mark: Marker, names: dict[str, str]) -> list[dict[str, Any]]:
    content = document.content
    return [
        {
            "id": addressee.id,
            "title": mark.text(addressee.title),
            "recommendations": [
                {
                    "text": mark.text(each.text),
                    "number": mark.reference(each.figure),
                    "label": label_of(content, each.figure, names),
                    "table": each.figure.partition(":")[2].partition("/")[0],
                }
                for each in addressee.recommendations
            ],
        }
        for addressee in document.addressees
    ]


def label_of(content: Content, reference: str, names: dict[str, str]) -> str:
    """Return what a number counts, in a few words: the whole by whom it counts, a row by its table and its name."""
    kind, _colon, address = reference.partition(":")
    found = content.table(address.partition("/")[0])
    name = names.get(address, "")
    if found is None:
        return name
    if kind == "median":
        return f"{found.title}: {pgettext('column', 'the middle')}"
    return f"{found.title}: {name}" if "=" in address else name


def _downloads(content: Content, base: str = "") -> list[dict[str, str]]:
    """Return the files beside the page, as building.py lays them; those of the annex only where there is one."""
    year, language = content.year, content.language
    found = [
        (f"print/national-report-{year}-{language}.pdf", _("The whole report"), "PDF"),
        (f"print/fact-sheet-{year}-{language}.pdf", _("The year on one sheet"), "PDF"),
        ("open-data/cells.csv", _("All numbers, for spreadsheets"), "CSV"),
        ("open-data/cells.json", _("All numbers, for programs"), "JSON"),
        ("open-data/cells.parquet", _("All numbers, for analysis"), "Parquet"),
    ]
    if content.table(ANNEXED):
        found += [
            (f"print/annex-{year}-{language}.pdf", _("The annex: notices to providers"), "PDF"),
            ("annex/notices.csv", _("The annex’s numbers, for spreadsheets"), "CSV"),
            ("annex/notices.json", _("The annex’s numbers, for programs"), "JSON"),
        ]
    return [{"href": f"{base}{href}", "title": title, "kind": kind} for href, title, kind in found]


def _pictures(content: Content, shown: ContentTable) -> list[dict[str, str]]:
    """Return a table's picture as files for the press."""
    return [{"href": f"pictures/{content.language}/{shown.id}.{kind}", "kind": kind.upper()} for kind in ("svg", "png")]
