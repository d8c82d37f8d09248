"""Finding a page by its words."""

from hypothesis import given
from hypothesis import strategies as st

from isigurt.baked.searching import Index, fold, index_text, indexed, read_index

PAGES = [
    indexed("/sq/foto/", "Fotoja ime po përhapet", "Çfarë të bësh tani.", "Mos e fshi. Trego një të rrituri."),
    indexed("/sq/shantazh/", "Dikush më kërcënon", "Shantazh me foto intime.", "Nuk është faji yt."),
    indexed("/sq/kush/", "Kush jemi", "", "Punojmë për fëmijët që nga viti 2015."),
]


def found(query: str) -> list[str]:
    return [page.address for page in Index(PAGES).search(query)]


def test_a_word_in_the_title_comes_before_one_in_the_summary():
    assert found("foto") == ["/sq/foto/", "/sq/shantazh/"]


def test_letters_without_their_marks_find_those_with_them():
    assert found("kercenon") == found("KËRCËNON") == ["/sq/shantazh/"]
    assert found("femijet") == ["/sq/kush/"]
    assert fold("Çështje") == "ceshtje"
    assert fold("ΦΩΣ φως Φωσ") == "φωσ φωσ φωσ"


def test_every_word_must_be_there_and_beginnings_count():
    assert found("foto intime") == ["/sq/shantazh/"]
    assert found("foto xyz") == []
    assert found("përh") == ["/sq/foto/"]


def test_nothing_asked_finds_nothing():
    assert found("") == found("  ?! ") == []


def test_an_index_comes_back_as_it_went_in():
    assert read_index(index_text(PAGES)) == PAGES


@given(st.text(max_size=60))
def test_no_query_breaks_it(query: str):
    assert len(Index(PAGES).search(query)) <= len(PAGES)
