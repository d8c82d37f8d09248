"""The PDFs: accessible, archival, readable by machines, and the same bytes everywhere."""

import hashlib
import io
import os
import subprocess
import sys
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from django.utils.translation import override
from pypdf import PdfReader
from pypdf.generic import IndirectObject

from isigurt.insight.publication import typesetting
from isigurt.insight.publication.document import Illustration
from isigurt.insight.publication.illustrations import on_paper, put
from isigurt.insight.publication.print.outputs import papers
from isigurt.insight.publication.print.telling import told, told_shortly
from isigurt.insight.publication.references import shown
from tests.insight.publication.books import a_book
from tests.insight.publication.photographs import loud

# Whole editions are made here, and no store is asked: once in `make test` is enough.
pytestmark = pytest.mark.slow


LANGUAGES = ("sq", "en")
NAMES = ("national-report", "fact-sheet", "annex")
PATHS = [f"print/{name}-2026-{language}.pdf" for name in NAMES for language in LANGUAGES]
REPOSITORY = Path(__file__).resolve().parents[4]


@pytest.fixture(scope="module")
def book(tmp_path_factory):
    return a_book(tmp_path_factory.mktemp("papers"))


@pytest.fixture(scope="module")
def files(book):
    return papers(book)


@pytest.fixture(params=PATHS)
def paper(request, files):
    return PdfReader(io.BytesIO(files[request.param]))


def text_of(paper):
    return "\n".join(page.extract_text() for page in paper.pages)


def test_there_is_a_report_a_fact_sheet_and_an_annex_in_each_language(files):
    assert list(files) == [*PATHS[::2], *PATHS[1::2]]


def test_it_is_tagged_and_says_its_language_and_its_standards(paper):
    catalog = paper.trailer["/Root"]
    assert catalog["/MarkInfo"]["/Marked"].value is True
    assert catalog["/StructTreeRoot"]["/K"]
    assert str(catalog["/Lang"]) in LANGUAGES
    data = catalog["/Metadata"].get_object().get_data().decode()
    for said in ("pdfaid:part>2<", "pdfaid:conformance>A<", "pdfuaid:part>1<"):
        assert said in data.replace('="', ">").replace('"', "<")


def test_every_font_is_embedded_and_comes_with_the_package(paper):
    found = set()
    for page in paper.pages:
        for font in page["/Resources"].get("/Font", {}).values():
            described = font.get_object()["/DescendantFonts"][0].get_object()["/FontDescriptor"].get_object()
            assert {"/FontFile2", "/FontFile3"} & described.keys()
            found.add(str(described["/FontName"]).split("+")[-1])
    assert found
    assert all(name.startswith(("LibertinusSerif", "SourceSansPro")) for name in found)


def test_albanian_letters_are_read_back(files):
    text = text_of(PdfReader(io.BytesIO(files[PATHS[0]])))
    for words in ("Raporti Kombëtar", "Për çfarë ishte", "Fëmijët", "Çfarë u raportua", "Viktimat sipas moshës"):
        assert words in text


def test_every_table_stands_in_the_report_with_its_numbers(book, files):
    for language, path in zip(LANGUAGES, PATHS[:2], strict=True):
        text = text_of(PdfReader(io.BytesIO(files[path])))
        flat = " ".join(text.split())
        for table in book.contents[language].tables:
            assert table.title in flat
            total = table.parts[0].cells[0][0].count
            assert shown(total) in flat


def test_a_table_of_two_ways_says_what_part_of_its_row_each_count_is(book, files):
    text = " ".join(text_of(PdfReader(io.BytesIO(files[PATHS[0]]))).split())
    part = book.contents["sq"].table("capacity").parts[0]
    with override("sq"):
        told = [f"{shown(cell.count)} {shown(cell.share)}" for row in part.cells for cell in row[1:] if cell.share]
    assert told
    assert all(each in text for each in told)


def test_every_picture_has_words_for_those_who_do_not_see_it(book, files):
    alternatives = alternatives_of(PdfReader(io.BytesIO(files[PATHS[0]])))
    assert len(alternatives) >= len(book.contents["sq"].tables)
    assert all(alternatives)


def alternatives_of(paper):
    """Return the words of every figure in the structure of a paper."""
    alternatives = []

    def walk(node, depth=0):
        node = node.get_object() if isinstance(node, IndirectObject) else node
        if isinstance(node, list):
            for each in node:
                walk(each, depth)
        elif hasattr(node, "get"):
            if node.get("/S") == "/Figure":
                alternatives.append(str(node.get("/Alt", "")))
            if "/K" in node and node.get("/Type") != "/MCR":
                walk(node["/K"], depth + 1)

    walk(paper.trailer["/Root"]["/StructTreeRoot"]["/K"])
    return alternatives


def test_an_editors_own_pictures_are_set_with_their_words_and_nothing_of_them_is_drawn_twice(book):
    named = put(book.folder, loud())
    shown = [Illustration(place, named, "Dritare natën", "Foto: iSIGURT", 1000, 700) for place in ("cover", "harms")]
    pictured = replace(book.documents["sq"], illustrations=tuple(shown))
    with override("sq"):
        made = typesetting.pdf("report.typ", told(pictured, partial(on_paper, book.folder)))
    paper = PdfReader(io.BytesIO(made))
    assert text_of(paper).count("Foto: iSIGURT") == 2
    assert alternatives_of(paper).count("Dritare natën") == 2
    # The gate knows a picture on paper by its very bytes.
    assert [image.get_data() for image in bitmaps_of(paper)] == [on_paper(book.folder, named)]


def bitmaps_of(paper):
    found = (paper.get_object(number) for number in range(1, int(paper.trailer["/Size"])))
    return [each for each in found if hasattr(each, "get_data") and each.get("/Subtype") == "/Image"]


def test_the_fact_sheet_is_one_page_whatever_it_has_to_say(book, files, monkeypatch):
    for path in PATHS[2:4]:
        assert len(PdfReader(io.BytesIO(files[path])).pages) == 1


@pytest.mark.parametrize("times", [3, 12])
def test_the_fact_sheet_leaves_to_the_report_what_it_has_no_room_for(book, times):
    document = book.documents["sq"]
    with override("sq"):
        long = replace(document, opening=document.opening * times)
        made = typesetting.pdf("fact-sheet.typ", told_shortly(long))
    assert len(PdfReader(io.BytesIO(made)).pages) == 1


def test_a_warning_is_a_fault(tmp_path, monkeypatch):
    monkeypatch.setattr(typesetting, "DRAWINGS", tmp_path)
    monkeypatch.setattr(typesetting, "ROOT", tmp_path)
    (tmp_path / "bad.typ").write_text('#set text(font: "A Font That Nobody Has")\nHello')
    with pytest.raises(typesetting.SettingFailed, match="font"):
        typesetting.images("bad.typ", {})


def test_a_picture_without_words_is_a_fault(tmp_path, monkeypatch):
    monkeypatch.setattr(typesetting, "DRAWINGS", tmp_path)
    monkeypatch.setattr(typesetting, "ROOT", tmp_path)
    svg = "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>"
    (tmp_path / "bad.typ").write_text(f'#set document(title: "x")\n#image(bytes("{svg}"))')
    with pytest.raises(typesetting.SettingFailed, match="alt"):
        typesetting.pdf("bad.typ", {})


MAKE = """
import hashlib, pathlib, sys, tempfile
import django
django.setup()
from isigurt.insight.publication.pictures.press import press_pictures
from isigurt.insight.publication.print.outputs import papers
from tests.insight.publication.books import a_book
book = a_book(pathlib.Path(tempfile.mkdtemp()))
for path, made in sorted((papers(book) | press_pictures(book)).items()):
    print(hashlib.sha256(made).hexdigest(), path)
"""


def test_two_processes_that_differ_in_all_but_the_edition_give_the_same_bytes(tmp_path, files):
    told = []
    for seed, zone, language in (("1", "Pacific/Kiritimati", "C"), ("2", "America/New_York", "sq_AL.UTF-8")):
        folder = tmp_path / f"in {language}"
        folder.mkdir()
        paths = f"{REPOSITORY / 'src'}{os.pathsep}{REPOSITORY}"
        environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": language, "LANG": language,
                       "TMPDIR": str(folder), "PYTHONPATH": paths}  # fmt: skip
        made = subprocess.run([sys.executable, "-W", "ignore", "-c", MAKE], cwd=folder, env=environment,
                              capture_output=True, text=True, check=True)  # fmt: skip
        told.append(made.stdout)
    assert told[0] == told[1]
    assert f"{hashlib.sha256(files[PATHS[0]]).hexdigest()} {PATHS[0]}" in told[0]
