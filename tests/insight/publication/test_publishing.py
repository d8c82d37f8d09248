"""Only what the gate passes goes out, whole, once, and on the record."""

import shutil
from pathlib import Path

import pytest

from isigurt.baked import Baked
from isigurt.country import pack
from isigurt.insight.edition.faults import EditionFaulty
from isigurt.insight.publication import building
from isigurt.insight.publication.building import build
from isigurt.insight.publication.publishing import publish
from isigurt.ledger.actor import COMMAND
from isigurt.ledger.models import Entry
from tests.insight.editions import SECRET, an_edition, built, quiet
from tests.insight.publication.outputs import DATA, pages

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def outputs(monkeypatch):
    monkeypatch.setattr(building, "OUTPUTS", (*DATA, pages))


@pytest.fixture(scope="module")
def made(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("editions")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(building, "OUTPUTS", (*DATA, pages))
        return built(folder, rows=40)


@pytest.fixture
def edition(made, tmp_path) -> Path:
    shutil.copytree(made, tmp_path / "editions" / "2026")
    return tmp_path / "editions" / "2026"


def published(edition: Path, reports: Path) -> bool:
    return publish(edition, secret=SECRET, pack=pack(), reports=reports, actor=COMMAND, tell=quiet)


def entries() -> list[Entry]:
    return list(Entry.objects.filter(act="edition.published"))


def site(reports: Path) -> dict[str, bytes]:
    there = Baked(reports)
    return {address: there.find(address).plain for address in there.addresses()}


def test_an_edition_lies_at_its_address_in_every_language_with_its_data_below(edition, tmp_path):
    assert published(edition, tmp_path / "reports")
    laid = site(tmp_path / "reports")
    assert laid["/sq/raporti-kombetar/2026/"] == (edition / "built/web/sq/index.html").read_bytes()
    assert laid["/en/national-report/2026/"] == (edition / "built/web/en/index.html").read_bytes()
    data = (edition / "built/open-data/cells.csv").read_bytes()
    assert laid["/sq/raporti-kombetar/2026/open-data/cells.csv"] == data
    assert laid["/en/national-report/2026/open-data/cells.csv"] == data
    assert not [address for address in laid if "published.json" in address or "files.json" in address]


def test_the_ledger_has_who_what_and_the_digest(edition, tmp_path):
    published(edition, tmp_path / "reports")
    (entry,) = entries()
    assert (entry.actor, entry.subject, entry.subject_id) == ("command", "edition", "2026")
    assert set(entry.detail) == {"numbers", "published", "files"}


def test_publishing_twice_changes_nothing(edition, tmp_path):
    published(edition, tmp_path / "reports")
    before = {file: file.stat().st_mtime_ns for file in (tmp_path / "reports").rglob("*") if file.suffix == ".json"}
    assert not published(edition, tmp_path / "reports")
    assert len(entries()) == 1
    assert {file: file.stat().st_mtime_ns for file in before} == before


def test_a_publication_that_was_cut_short_is_done_again_and_recorded(edition, tmp_path, monkeypatch):
    from isigurt.insight.publication import publishing  # noqa: PLC0415

    def killed(**_told):
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(publishing, "record", killed)
        with pytest.raises(KeyboardInterrupt):
            published(edition, tmp_path / "reports")
    assert entries() == []
    assert published(edition, tmp_path / "reports")
    assert len(entries()) == 1


def test_what_the_gate_refuses_is_not_published_at_all(edition, tmp_path):
    page = edition / "built/web/en/index.html"
    page.write_bytes(page.read_bytes().replace(b"</body>", b"<p>17 boys</p></body>"))
    with pytest.raises(EditionFaulty, match="numbers that are no cell"):
        published(edition, tmp_path / "reports")
    assert site(tmp_path / "reports") == {}
    assert not (edition / "published.json").exists()
    assert entries() == []


def test_corrected_words_with_the_same_numbers_may_go_out_again(edition, tmp_path, monkeypatch):
    published(edition, tmp_path / "reports")

    def corrected(book):
        return {path: body.replace(b"</body>", b"<p>Corrected.</p></body>") for path, body in pages(book).items()}

    monkeypatch.setattr(building, "OUTPUTS", (*DATA, corrected))
    build(edition, secret=SECRET, pack=pack(), tell=quiet)
    assert published(edition, tmp_path / "reports")
    assert b"Corrected." in site(tmp_path / "reports")["/en/national-report/2026/"]
    assert len(entries()) == 2


def test_other_numbers_of_a_published_year_never_go_out_even_from_an_edition_frozen_anew(edition, tmp_path):
    published(edition, tmp_path / "reports")
    before = site(tmp_path / "reports")
    shutil.rmtree(edition)
    an_edition(edition.parent, rows=40, seed=9)
    build(edition, secret=SECRET, pack=pack(), tell=quiet)
    with pytest.raises(EditionFaulty, match="published with other numbers"):
        published(edition, tmp_path / "reports")
    assert site(tmp_path / "reports") == before


def test_another_year_is_laid_beside_it(edition, tmp_path):
    published(edition, tmp_path / "reports")
    first = site(tmp_path / "reports")
    published(built(edition.parent, year=2027, rows=40), tmp_path / "reports")
    both = site(tmp_path / "reports")
    assert first.items() <= both.items()
    assert "/en/national-report/2027/" in both
