"""Lines break where they have no room left."""

from isigurt.insight.publication.pictures.lettering import lines, width


def test_no_line_is_wider_than_its_room():
    words = "Materiale të abuzimit seksual të fëmijëve dhe imazhe intime të përhapura pa pëlqim"
    for room in (60, 120, 300):
        assert all(width(line, 14) <= room for line in lines(words, 14, room))


def test_a_word_that_no_line_holds_is_cut_and_nothing_of_it_lost():
    broken = lines("papërgjegjshmëria", 14, 60)
    assert len(broken) > 1
    assert "".join(broken).replace("-", "") == "papërgjegjshmëria"


def test_an_empty_text_is_one_empty_line():
    assert lines("", 14, 60) == [""]
