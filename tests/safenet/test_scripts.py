import pytest

from isigurt.safenet.scripts import looks_latin, mixes_scripts


@pytest.mark.parametrize(
    "label", ["faqja", "këngë", "çelës", "пример", "例え", "日本ごtest", "한국abc", "123", "a-1", "ελλάδα", "☃", ""]
)
def test_what_one_language_writes_together_is_not_mixed(label: str) -> None:
    assert not mixes_scripts(label)


@pytest.mark.parametrize("label", ["instаgram", "fаqja", "gοogle", "яndex", "аррlе", "한а", "例я"])
def test_other_mixtures_are_seen(label: str) -> None:
    assert mixes_scripts(label)


@pytest.mark.parametrize(
    ("label", "looks"),
    [("аррӏе", True), ("сосо", True), ("пример", False), ("apple", False), ("ор-1", True), ("123", False)],
)
def test_a_foreign_word_that_looks_latin_is_seen(label: str, looks: bool) -> None:
    assert looks_latin(label) is looks
