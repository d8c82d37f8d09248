"""What must make the gate fail, each done to the files that the program itself has made."""

import csv
import io
import re
from pathlib import Path

import pytest

from isigurt.country import pack
from isigurt.insight.publication.building import list_of
from isigurt.insight.publication.checking import check_edition
from isigurt.insight.publication.published import LIST
from tests.insight.editions import SECRET, built, quiet

# Whole editions are made here, and no store is asked: once in `make test` is enough.
pytestmark = pytest.mark.slow
CELL = re.compile(rb'(<td><data value=")\d+(" data-cell="cell:[^"]*=[^"]*">)\d+(</data>)')


def exact_margin(body: bytes) -> bytes:
    return CELL.sub(rb"\g<1>37\g<2>37\g<3>", body, count=1)


def decimals(body: bytes) -> bytes:
    return re.sub(rb'(data-cell="share:ages_sexes/victims/[^"]*">)(\d+)%', rb"\g<1>\g<2>.4%", body)


def suppressed(body: bytes) -> bytes:
    return CELL.sub(rb"<td>*", body, count=1)


def typed(body: bytes) -> bytes:
    return body.replace(b"</text></svg>", b"</text><text>17 girls</text></svg>")


def ticker(body: bytes) -> bytes:
    rows = list(csv.DictReader(io.StringIO(body.decode(), newline="")))
    day = {
        **rows[0],
        "row_dimension": "day",
        "row": "2026-03-02",
        "reference": "cell:key_figures/reports/day=2026-03-02",
    }
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, list(day))
    writer.writeheader()
    writer.writerows([*rows, {**day, "value": "5"}])
    return text.getvalue().encode()


# Each in a file of its own, so that one look at all of them tells what is said of each.
MUTATIONS = {
    "web/en/index.html": (decimals, r"\d\.4 is not the protected number"),
    "web/sq/index.html": (exact_margin, r"web/sq/index\.html: the value 37 is not that of cell:"),
    "web/en/annex/index.html": (suppressed, r"annex/index\.html: cell:\S+: a single number is kept back in a table"),
    "pictures/en/ages_sexes.svg": (typed, r"ages_sexes\.svg: numbers that are no cell and no typed reference: 17"),
    "open-data/cells.csv": (ticker, r"cells\.csv: a row that is none of the register, or there twice: .*2026-03-02"),
}


def test_the_files_pass_as_they_were_made_and_each_mutation_is_caught(tmp_path):
    edition = built(tmp_path)
    assert checked(edition) == ()
    folder = edition / "built"
    for path, (change, _) in MUTATIONS.items():
        before = (folder / path).read_bytes()
        (folder / path).write_bytes(change(before))
        assert (folder / path).read_bytes() != before
    files = {each.relative_to(folder).as_posix(): each.read_bytes() for each in folder.rglob("*") if each.is_file()}
    (folder / LIST).write_bytes(list_of({path: body for path, body in files.items() if path != LIST}))
    problems = checked(edition)
    assert [path for path, (_, said) in MUTATIONS.items() if not any(re.search(said, each) for each in problems)] == []


def checked(edition: Path) -> tuple[str, ...]:
    return check_edition(edition, secret=SECRET, pack=pack(), tell=quiet).problems
