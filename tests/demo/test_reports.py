"""The demo's own reports: what a killed demo leaves is made whole by the next one."""

import pytest

from demo.reports import say_that_it_is_invented
from isigurt.country import pack
from isigurt.insight.publication.building import book_of
from isigurt.insight.publication.editing import keeping
from tests.insight.editions import SECRET, an_edition, quiet


def words_in(folder):
    return sorted(each.name for each in (folder / "words").glob("*.toml")) if (folder / "words").exists() else []


def test_a_demo_killed_between_its_words_leaves_none_and_the_next_one_writes_both(tmp_path, monkeypatch):
    an_edition(tmp_path, rows=60)
    folder, durable = tmp_path / "2026", keeping.durable

    def killed(file, body):
        if file.name == "en.toml":
            raise KeyboardInterrupt
        durable(file, body)

    with monkeypatch.context() as power:
        power.setattr(keeping, "durable", killed)
        with pytest.raises(KeyboardInterrupt):
            say_that_it_is_invented(folder, pack(), secret=SECRET)
    assert words_in(folder) == []
    say_that_it_is_invented(folder, pack(), secret=SECRET)
    assert words_in(folder) == ["en.toml", "sq.toml"]
    book = book_of(folder, secret=SECRET, pack=pack(), tell=quiet)
    assert {document.title for document in book.documents.values()} >= {"DEMO: National Report {year:2026}"}
