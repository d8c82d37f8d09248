"""The plainest outputs there are: every cell in a page, in a picture and on paper, as the gate asks for them."""

import json

import typst
from django.utils.translation import override

from isigurt.insight.publication.annex import annex
from isigurt.insight.publication.book import Book, Files
from isigurt.insight.publication.content import Content, Part
from isigurt.insight.publication.open_data import open_data
from isigurt.insight.publication.references import shown

DATA = (open_data, annex)  # the pages below stand for those of the program, whose looks are no matter here


def pages(book: Book) -> Files:
    files = {}
    for language, content in book.contents.items():
        with override(language):
            tables = "".join(
                f"<h2>{table.title}</h2><p>{table.definition}</p>{_table(part)}"
                for table in content.tables
                for part in table.parts
            )
            page = f"<!doctype html><html lang={language}><title>{content.year}</title><body>{tables}</body></html>"
            files[f"web/{language}/index.html"] = page.encode()
    return files


def _table(part: Part) -> str:
    head = "".join(f"<th>{column.title}</th>" for column in part.columns)
    body = ""
    for row, cells in zip(part.rows, part.cells, strict=True):
        told = "".join(
            f'<td data-cell="{number.reference}">{shown(number)}</td>'
            for cell in cells
            for number in (cell.count, cell.share, cell.median)
            if number
        )
        before = "".join(
            f'<td data-before="{each.before.reference}">{shown(each.before)}</td>' for each in cells if each.before
        )
        body += f"<tr><th>{row.title}</th>{told}{before}</tr>"
    return f"<table><tr><th></th>{head}</tr>{body}</table>"


def pictures(book: Book) -> Files:
    files = {}
    for language, content in book.contents.items():
        with override(language):
            for table in content.tables:
                told = "".join(
                    f'<text data-cell="{cell.count.reference}">{shown(cell.count)}</text>'
                    for part in table.parts
                    for row in part.cells
                    for cell in row
                )
                svg = f'<svg xmlns="http://www.w3.org/2000/svg"><title>{table.title}</title>{told}</svg>'
                files[f"pictures/{language}/{table.id}.svg"] = svg.encode()
    return files


def papers(book: Book) -> Files:
    files = {}
    for language, content in book.contents.items():
        with override(language):
            files[f"print/report-{language}.pdf"] = paper(_told(content))
    return files


def _told(content: Content) -> str:
    lines = []
    for table in content.tables:
        lines.append(f"{table.number}. {table.title}. {table.definition}")
        for part in table.parts:
            for row, cells in zip(part.rows, part.cells, strict=True):
                lines.append(" ".join([row.title, *(shown(cell.count) for cell in cells)]))
    return "\n\n".join(lines)


def paper(text: str) -> bytes:
    """Return a text as a PDF with numbered pages."""
    source = '#set page(numbering: "1")\n#set document(date: none)\n#set text(lang: "sq")\n'
    source += f"#{json.dumps(text, ensure_ascii=False)}"
    return bytes(typst.compile(source.encode(), format="pdf"))
