"""Searching without scripts: a form that is posted, and a page that says what was found."""

import pytest

from isigurt.baked import Baking
from isigurt.baked.searching import LONGEST_QUERY, index_address, index_text, indexed
from tests.surfaces.front.visitor import text_of

pytestmark = pytest.mark.django_db(databases=["default", "door"])
ADDRESS = {"sq": "/sq/kerko/", "en": "/en/search/"}
PAGES = {
    "sq": [indexed("/sq/foto/", "Fotoja ime", "Çfarë bën për fëmijën.", "Mos paguaj.")],
    "en": [indexed("/en/photo/", "My <photo>", "", "Do not pay.")],
}


@pytest.fixture
def bake(settings, tmp_path):
    settings.ISIGURT_BAKED = tmp_path

    def put(pages):
        baking = Baking(tmp_path / "site")
        for language, found in pages.items():
            baking.put(index_address(language), index_text(found), "application/json")
        baking.finish()

    return put


@pytest.fixture(autouse=True)
def _baked(bake):
    bake(PAGES)


def ask(visitor, query, language="sq"):
    response = visitor.post(ADDRESS[language], {"words": query})
    return response.status_code, text_of(response)


@pytest.mark.parametrize(
    ("language", "query", "href"),
    [("sq", "femij", "/sq/foto/"), ("sq", "PAGUAJ", "/sq/foto/"), ("en", "pay", "/en/photo/")],
)
def test_a_page_is_found_and_the_query_stays_in_the_field(visitor, language, query, href):
    status, page = ask(visitor, query, language)
    assert status == 200
    assert f'<a href="{href}">' in page
    assert f'value="{query}"' in page
    assert "<photo>" not in page


def test_nothing_found_nothing_asked_and_too_much_each_say_so(visitor):
    assert ask(visitor, "xyz")[0] == 200
    assert "Nuk u gjet asgjë." in ask(visitor, "xyz")[1]
    assert ask(visitor, "  ")[0] == 422
    assert "Shkruaj më parë një fjalë.</p>" in ask(visitor, "  ")[1]
    status, page = ask(visitor, "a" * (LONGEST_QUERY + 1))
    assert status == 422
    assert "Ishte tepër e gjatë" in page
    assert f'value="{"a" * LONGEST_QUERY}"' in page
    assert ask(visitor, "a" * 300_000)[0] == 413
    assert visitor.client.post(ADDRESS["sq"], b"x", content_type="text/plain").status_code == 400


def test_what_is_asked_in_an_address_is_not_looked_at(visitor):
    page = text_of(visitor.get(f"{ADDRESS['sq']}?words=foto"))
    assert "foto" not in page.partition("<main")[2].partition("data-some")[0]
    assert "/sq/foto/" not in page


def test_no_answer_is_kept_and_no_title_tells_what_was_asked(visitor):
    response = visitor.post(ADDRESS["sq"], {"words": "shantazh"})
    assert response["Cache-Control"] == "no-store"
    assert text_of(response).count("<title>Kërkim · ") == 1


def test_markup_and_odd_letters_in_a_query_are_shown_as_they_are(visitor):
    status, page = ask(visitor, '"><script>x</script>\0')
    assert status == 200
    assert "<script>x" not in page
    assert "&lt;script&gt;x" in page


def test_the_best_thirty_of_many_are_shown_and_all_are_counted(visitor, bake):
    bake({"sq": [indexed(f"/sq/{number}/", "Fletë", "", "") for number in range(31)]})
    page = ask(visitor, "flete")[1]
    assert page.count('class="teaser"') == 30
    assert "Faqe të gjetura: 31. Këtu janë 30" in page


def test_a_site_baked_anew_is_searched_anew_and_one_not_baked_finds_nothing(visitor, bake, settings, tmp_path):
    assert "/sq/foto/" in ask(visitor, "foto")[1]
    bake({"sq": []})
    assert "Nuk u gjet asgjë." in ask(visitor, "foto")[1]
    settings.ISIGURT_BAKED = tmp_path / "nothing"
    assert ask(visitor, "foto")[0] == 200
