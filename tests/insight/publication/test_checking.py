"""An edition as it was really built passes; whatever is done to it afterwards, or by an output, does not."""

import csv
import io
import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfWriter

from isigurt.country import pack
from isigurt.insight.edition.faults import EditionFaulty
from isigurt.insight.publication import building
from isigurt.insight.publication.building import list_of
from isigurt.insight.publication.checking import Checked, check_edition
from isigurt.insight.publication.published import LIST, read_published
from tests.insight.editions import SECRET, built, quiet
from tests.insight.publication.outputs import DATA, pages, paper, papers, pictures

# Whole editions are made here, and no store is asked: once in `make test` is enough.
pytestmark = pytest.mark.slow


def checked(folder: Path) -> Checked:
    return check_edition(folder, secret=SECRET, pack=pack(), tell=quiet)


@pytest.fixture(scope="module")
def made(tmp_path_factory) -> Path:
    """One year with the year before it, built with outputs of every kind."""
    folder = tmp_path_factory.mktemp("editions")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(building, "OUTPUTS", (*DATA, pages, pictures, papers))
        built(folder, year=2025, seed=5)
        built(folder, year=2026)
    return folder


@pytest.fixture
def edition(made, tmp_path) -> Path:
    shutil.copytree(made, tmp_path / "editions")
    return tmp_path / "editions" / "2026"


def changed(edition: Path, path: str, change) -> tuple[str, ...]:
    """Change a file as if its output had made it so, and return what the gate says of that file."""
    file = edition / "built" / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(change(file.read_bytes() if file.exists() else b""))
    relist(edition)
    result = checked(edition)
    assert not result.verdict.passed
    return result.problems


def relist(edition: Path) -> None:
    files = {
        file.relative_to(edition / "built").as_posix(): file.read_bytes()
        for file in (edition / "built").rglob("*")
        if file.is_file() and file.name != LIST
    }
    (edition / "built" / LIST).write_bytes(list_of(files))


def unpublished(edition: Path) -> int:
    """Return a number that the edition publishes nowhere, nor shows of the year before."""
    years = [edition, edition.parent / "2025"]
    records = [read_published(each / "built" / "published.json") for each in years]
    published = {number.value for record in records for number in record.numbers.values()}
    return next(each for each in range(11, 100) if each not in published)


def rows(body: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(body.decode(), newline="")))


def as_csv(rows: list[dict[str, str]]) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, list(rows[0]))
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode()


def test_an_edition_as_it_was_built_passes(made):
    result = checked(made / "2026")
    assert result.problems == ()
    assert result.verdict.passed


def test_percentages_with_a_decimal_from_true_counts_are_caught(edition):
    plan = building.book_of(edition, secret=SECRET, pack=pack(), tell=quiet).plan
    cut = next(cut for table, cut in plan.standing if table.id == "ages_sexes")

    def decimals(body: bytes) -> bytes:
        told = rows(body)
        for row in told:
            if row["table"] == "ages_sexes" and row["measure"] == "share" and row["row"] == "all":
                group = next(group for group in plan.groups["victims", "sex"] if row["column"] in {group[0], "other"})
                true = 100 * plan.count_of(cut, (None, group)).n / plan.count_of(cut, (None, None)).n
                row["value"] = f"{true:.1f}"
        return as_csv(told)

    assert any("is not the protected number" in each for each in changed(edition, "open-data/cells.csv", decimals))


def test_one_exact_margin_is_caught(edition):
    plan = building.book_of(edition, secret=SECRET, pack=pack(), tell=quiet).plan
    table, cut, key = next(
        (table, cut, key)
        for table, cut in plan.standing
        for key in plan.keys_of(cut)
        if not table.exact and len(key) == 2 and key[1] is None and plan.count_of(cut, key).n % 5
    )
    value, true = plan.value_of(table, cut, key), plan.count_of(cut, key).n

    def exact(body: bytes) -> bytes:
        told = json.loads(body)
        row = next(each for each in told["cells"] if each["table"] == table.id and each["value"] == value)
        row["value"] = true
        return json.dumps(told).encode()

    assert any(f": {true} is not the protected" in each for each in changed(edition, "open-data/cells.json", exact))


def test_a_lone_suppressed_cell_is_caught_in_the_data(edition):
    def less(body: bytes) -> bytes:
        told = rows(body)
        at = next(at for at, row in enumerate(told) if row["table"] == "ages_sexes" and row["row"] != "all")
        return as_csv(told[:at] + told[at + 1 :])

    assert any("single number is kept back" in each for each in changed(edition, "open-data/cells.csv", less))


def test_a_lone_suppressed_cell_is_caught_in_a_table_of_a_page(edition):
    def less(body: bytes) -> bytes:
        before, _, after = body.partition(b'<td data-cell="cell:ages/victims/age=')
        return before + b"<td>-</td><td hidden" + after[after.index(b">") :]

    assert any("kept back in a table" in each for each in changed(edition, "web/en/index.html", less))


@pytest.mark.parametrize(
    ("path", "typed"),
    [
        ("web/en/index.html", "Of these 17 were boys."),
        ("web/en/index.html", "Seventeen of these were boys."),
        ("web/sq/index.html", "Shtatëmbëdhjetë prej tyre ishin djem."),
        ("web/sq/index.html", "Gjysma prej tyre ishin djem."),
        ("web/en/index.html", "<img src='a.png' alt='17 boys'>"),
        ("web/en/index.html", "<!-- 17 boys -->"),
        ("web/en/index.html", "<p data-count='17'>boys</p>"),
        ("web/en/index.html", "<p><span data-typed='year'>17</span> boys</p>"),
        ("web/en/index.html", "<p><span data-typed='law'>17</span> boys</p>"),
        ("web/en/index.html", "<p><span data-typed='row'>17</span> boys</p>"),
        ("web/en/index.html", "<p><span data-typed='count'>17</span> boys</p>"),
        ("web/en/index.html", "<p data-typed='year:2026'>In 2026, 17 boys</p>"),
        ("web/en/index.html", "<p><span data-cell='cell:none/victims'>15</span> boys</p>"),
        ("web/en/index.html", "<script>let boys = 17</script>"),
        ("pictures/en/ages.svg", "<text>17</text>"),
        ("web/en/index.html", "In {year:2026} nothing was put in."),
        ("web/en/index.html", "Of these 1\u20607 were boys."),
    ],
)
def test_a_number_typed_into_a_text_is_caught(edition, path, typed):
    problems = changed(edition, path, lambda body: body.replace(b"</body>", b"</body>") + f"<p>{typed}</p>".encode())
    assert [each for each in problems if each.startswith(path)]


@pytest.mark.parametrize("body", [b"day,reports\n2026-03-02,3\n", b'[{"day": "2026-03-02", "reports": 3}]'])
def test_a_daily_ticker_is_caught(edition, body):
    path = "open-data/daily.csv" if body.startswith(b"day") else "open-data/daily.json"
    assert any(path in each for each in changed(edition, path, lambda _body: body))


def test_a_daily_ticker_hidden_in_a_file_of_ours_is_caught(edition):
    def more(body: bytes) -> bytes:
        told = rows(body)
        return as_csv([*told, {**told[0], "row_dimension": "day", "row": "2026-03-02", "value": "3"}])

    assert any("none of the register" in each for each in changed(edition, "open-data/cells.csv", more))


@pytest.mark.parametrize("words", ["Of these {} were boys.", "{},5 %", "{}"])
def test_a_number_typed_into_a_paper_is_caught(edition, words):
    words = words.format(unpublished(edition))
    problems = changed(edition, "print/report-en.pdf", lambda _body: paper(words))
    assert any(each.startswith("print/report-en.pdf, page 1") for each in problems)


def test_a_list_of_contents_is_no_list_of_numbers(edition):
    lines = "\n\n".join(f"{name} {page}" for name, page in zip("abcdef", (1, 1, 1, 1, 1, 1), strict=True))
    file = edition / "built" / "print" / "report-en.pdf"
    file.write_bytes(paper(lines))
    relist(edition)
    assert checked(edition).problems == ()
    typed = unpublished(edition)
    file.write_bytes(paper(lines.replace("c 1", f"c {typed}")))
    relist(edition)
    assert any(str(typed) in each for each in checked(edition).problems)


def test_a_paper_of_which_nobody_can_read_the_text_is_caught(edition):
    scanned = io.BytesIO()
    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    writer.write(scanned)
    problems = changed(edition, "print/a-en.pdf", lambda _body: scanned.getvalue())
    assert any("no text can be read" in each for each in problems)


def test_a_file_that_no_output_made_is_caught(edition):
    (edition / "built" / "notes.txt").write_text("nothing")
    problems = checked(edition).problems
    assert "notes.txt: no output made this file" in problems
    assert any("nobody can read the numbers of such a file" in each for each in problems)


def test_a_file_that_was_changed_or_lost_is_caught(edition):
    (edition / "built" / "open-data" / "cells.json").unlink()
    csv_file = edition / "built" / "open-data" / "cells.csv"
    csv_file.write_bytes(csv_file.read_bytes() + b"\r\n")
    problems = checked(edition).problems
    assert "open-data/cells.csv: was changed after it was built" in problems
    assert "open-data/cells.json: was built, and is not there any more" in problems


def test_a_bitmap_without_the_picture_it_was_made_of_is_caught(edition):
    assert any("nobody can read" in each for each in changed(edition, "pictures/en/x.png", lambda _body: b"png"))


def test_other_numbers_than_were_published_are_caught(edition):
    (edition / "published.json").write_bytes((edition.parent / "2025" / "built" / "published.json").read_bytes())
    assert any("was published with other numbers" in each for each in checked(edition).problems)


def test_numbers_of_the_year_before_that_nobody_protected_are_caught(edition):
    before = edition.parent / "2025" / "built" / "published.json"
    told = json.loads(before.read_bytes())
    for content in told["languages"].values():
        content["tables"][0]["parts"][0]["cells"][0][0]["count"]["value"] += 3
    before.write_text(json.dumps(told))
    assert any("2025 is shown beside and is not what" in each for each in checked(edition).problems)


def test_what_is_not_built_says_how_to_build_it(edition):
    shutil.rmtree(edition / "built")
    with pytest.raises(EditionFaulty, match="isigurt edition build 2026"):
        checked(edition)


@pytest.mark.parametrize(
    "sentence",
    ["Of these 17 were boys.", "Half of them were boys.", "{cell:none/victims} were boys.", "{law:17} were boys."],
)
def test_a_number_typed_into_the_words_is_caught_before_it_is_in_any_file(edition, monkeypatch, sentence):
    drafted = building.document_of

    def edited(content, **told):
        return replace(drafted(content, **told), opening=(sentence,))

    monkeypatch.setattr(building, "document_of", edited)
    assert any(each.startswith("words (en)") for each in checked(edition).problems)


def test_references_and_typed_numbers_pass_in_words(edition, monkeypatch):
    drafted = building.document_of
    sentence = "In {year:2026}, by {law:Article 13}, {cell:key_figures/reports} reports came until {date:31 December}."

    def edited(content, **told):
        return replace(drafted(content, **told), opening=(sentence,))

    monkeypatch.setattr(building, "document_of", edited)
    assert checked(edition).problems == ()
