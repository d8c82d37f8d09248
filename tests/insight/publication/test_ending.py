"""An edition's facts go after their day, a month after that was said; what was published stays."""

import os
import shutil
import time
from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client

from isigurt import clock
from isigurt.insight.edition.faults import EditionFaulty
from isigurt.insight.edition.manifest import open_edition
from isigurt.insight.publication.alone import alone
from isigurt.insight.publication.published import NAME
from isigurt.ledger.models import Entry
from isigurt.steps.runner import run_until_idle
from tests.insight.editions import an_edition
from tests.staff.factories import make_member, sign_in

pytestmark = pytest.mark.django_db(databases=["default", "door"])
LAST_DAY = datetime(2029, 12, 31, 9, tzinfo=UTC)
DAY = timedelta(days=1)
MONTH = timedelta(days=30)


@pytest.fixture
def edition(tmp_path, settings):
    """A year that was frozen, built and edited, in the place that the worker looks after."""
    settings.ISIGURT_VAR, settings.ISIGURT_BAKED = tmp_path, tmp_path / "baked"
    an_edition(tmp_path / "editions", rows=20)
    folder = tmp_path / "editions" / "2026"
    for name in ("built", "words"):
        (folder / name).mkdir()
        (folder / name / "kept.txt").write_text("what somebody made")
    return folder


def at(moment):
    clock.install(lambda: moment)
    run_until_idle()


def said() -> list[str]:
    return list(Entry.objects.filter(subject="edition").order_by("seq").values_list("act", flat=True))


def names(folder) -> set[str]:
    return {file.name for file in folder.iterdir() if not file.name.startswith(".")}


def test_on_its_last_day_nothing_happens(edition):
    at(LAST_DAY)
    assert said() == []
    open_edition(edition)


def test_after_its_day_it_is_announced_and_a_month_later_the_facts_are_gone(edition):
    at(LAST_DAY + DAY)
    assert said() == ["edition.deletion_announced"]
    at(LAST_DAY + MONTH)
    open_edition(edition)
    at(LAST_DAY + DAY + MONTH)
    assert said() == ["edition.deletion_announced", "edition.facts_deleted"]
    assert names(edition) == {"words"}
    assert Entry.objects.filter(subject="edition").values_list("actor", flat=True).distinct().get() == "worker"


def test_what_was_published_stays(edition):
    (edition / NAME).write_text("{}")
    at(LAST_DAY + DAY)
    at(LAST_DAY + DAY + MONTH)
    assert names(edition) == {NAME, "built", "words"}


def test_it_is_done_once(edition):
    for days in range(1, 100, 9):
        at(LAST_DAY + days * DAY)
    assert said() == ["edition.deletion_announced", "edition.facts_deleted"]


def test_a_manifest_that_cannot_be_read_keeps_no_facts(edition):
    (edition / "edition.json").write_text("{")
    at(LAST_DAY + DAY)
    at(LAST_DAY + DAY + MONTH)
    assert names(edition) == {"words"}


def test_an_edition_that_somebody_works_on_waits(edition):
    at(LAST_DAY + DAY)
    with alone(edition):
        at(LAST_DAY + DAY + MONTH)
        open_edition(edition)
    at(LAST_DAY + 2 * DAY + MONTH)
    assert names(edition) == {"words"}


def test_a_worker_that_is_killed_before_it_notes_the_deletion_notes_it_the_next_time(edition):
    at(LAST_DAY + DAY)
    shutil.rmtree(edition / "facts")
    at(LAST_DAY + DAY + MONTH)
    assert names(edition) == {"words"}
    assert said() == ["edition.deletion_announced", "edition.facts_deleted"]


def test_a_worker_that_is_killed_before_the_manifest_goes_takes_it_away_the_next_time(edition):
    counts = (edition / "edition.json").read_bytes()
    at(LAST_DAY + DAY)
    at(LAST_DAY + DAY + MONTH)
    (edition / "edition.json").write_bytes(counts)
    at(LAST_DAY + 2 * DAY + MONTH)
    assert names(edition) == {"words"}
    assert said() == ["edition.deletion_announced", "edition.facts_deleted"]


def test_a_year_frozen_again_after_its_end_is_announced_anew(edition):
    at(LAST_DAY + DAY)
    at(LAST_DAY + DAY + MONTH)
    shutil.rmtree(edition)
    an_edition(edition.parent, rows=20)
    at(LAST_DAY + 40 * DAY)
    open_edition(edition)
    assert said()[-1] == "edition.deletion_announced"


def test_what_a_killed_freezing_left_is_taken_away_after_a_day(edition):
    left, fresh = (edition.parent / f".2026-{name}" for name in ("left", "fresh"))
    for each in (left, fresh):
        (each / "facts").mkdir(parents=True)
    long_ago = time.time() - 2 * 86400
    os.utime(left, (long_ago, long_ago))
    at(LAST_DAY)
    assert (left.exists(), fresh.exists()) == (False, True)


def test_the_desk_says_when_and_afterwards_that_it_was(edition):
    lead = sign_in(Client(), make_member("lead"))
    at(LAST_DAY + DAY)
    assert "are deleted on 31 January 2030" in lead.get("/editions/2026/").content.decode()
    at(LAST_DAY + DAY + MONTH)
    page = lead.get("/editions/2026/").content.decode()
    assert "Its facts were deleted" in page
    assert "/build/" not in page
    assert 'id="progress"' not in page
    assert "facts deleted" in lead.get("/editions/").content.decode()


def test_of_an_ended_edition_nothing_more_is_made(edition):
    at(LAST_DAY + DAY)
    at(LAST_DAY + DAY + MONTH)
    with pytest.raises(EditionFaulty, match="no whole edition"):
        open_edition(edition)
