"""An editor adds recommendations, puts them in order, takes them out, and says what became of last year's."""

import re
from dataclasses import replace

import pytest

from isigurt.insight.place import folder_of
from isigurt.insight.publication.editing.keeping import file_of, keep, kept
from isigurt.insight.publication.editing.words import Advice
from tests.insight.desk import do, page, sent

pytestmark = pytest.mark.django_db(databases=["default", "door"])
NEW = {
    "recommendation/schools/more": "Teach it in every school.",
    "recommendation/schools/more/figure": "cell:key_figures/reports",
}


def send(client, language="en", **changes):
    return client.post(f"/editions/2026/words/{language}/", sent(client, language) | changes)


def advised(language="en", to="schools"):
    return [each for each in kept(folder_of(2026), language).recommendations if each.addressee == to]


def test_one_more_is_added_at_the_end_and_waits_for_the_other_language(desk):
    assert send(desk, **NEW).status_code == 302
    assert advised()[-1] == Advice("own-1", NEW["recommendation/schools/more"], "cell:key_figures/reports", "schools")
    assert (advised("sq")[-1].id, advised("sq")[-1].text) == ("own-1", "")
    shown = page(desk, "/editions/2026/words/sq/")
    assert "Teach it in every school." in shown
    assert "1 place is wrong or not translated yet" in page(desk, "/editions/2026/")


def test_what_waits_for_its_translation_is_named_with_its_place_when_it_is_built(desk):
    send(desk, **NEW)
    do(desk, "build")
    told = "sq.toml: recommendation/schools/own-1: Not translated yet. The other language says: “Teach it in every"
    assert told in page(desk, "/editions/2026/")


def test_it_waits_until_it_is_translated_and_is_not_lost(desk):
    send(desk, **NEW)
    assert send(desk, "sq").status_code == 422
    assert send(desk, "sq", **{"recommendation/schools/own-1": "Mësojeni në çdo shkollë."}).status_code == 302
    assert (advised()[-1].text, advised("sq")[-1].text) == ("Teach it in every school.", "Mësojeni në çdo shkollë.")


@pytest.mark.parametrize(("figure", "said"), [("", "Choose the published figure"), ("cell:harms/nobody", "no figure")])
def test_one_that_rests_on_no_published_figure_is_not_kept_and_not_lost(desk, figure, said):
    answer = send(desk, **NEW | {"recommendation/schools/more/figure": figure})
    assert answer.status_code == 422
    body = answer.content.decode()
    assert said in body
    again = {name: text for name, text in sent_by(body).items() if "own-1" in name}
    assert again["recommendation/schools/own-1"] == "Teach it in every school."
    assert send(desk, **again | {"recommendation/schools/own-1/figure": "{cell:key_figures/items}"}).status_code == 302
    assert advised()[-1].figure == "cell:key_figures/items"


def sent_by(body):
    return dict(re.findall(r'<textarea id="[^"]+" name="([^"]+)"[^>]*>([^<]*)<', body))


def test_a_further_paragraph_is_not_lost_when_something_else_is_wrong(desk):
    body = send(desk, **{"chapter/help/more": "Ours as well.", "title": ""}).content.decode()
    added = next(name for name, text in sent_by(body).items() if text == "Ours as well.")
    assert send(desk, **{added: "Ours as well."}).status_code == 302
    chapter = next(each for each in kept(folder_of(2026), "en").chapters if each.id == "help")
    assert chapter.paragraphs[-1] == "Ours as well."


def test_the_order_is_that_of_the_places_in_every_language(desk):
    send(desk, **NEW)
    send(desk, "sq", **{"recommendation/schools/own-1": "Mësojeni."})
    others = [each.id for each in advised()[:-1]]
    send(desk, **{"recommendation/schools/own-1/place": "1"})
    assert [each.id for each in advised()] == [each.id for each in advised("sq")] == ["own-1", *others]
    send(desk, **{"recommendation/schools/own-1/place": str(len(others) + 1)})
    assert [each.id for each in advised("sq")] == [*others, "own-1"]


def test_what_is_taken_out_is_out_in_every_language(desk):
    send(desk)
    name = advised(to="state")[0].id
    send(desk, **{f"recommendation/state/{name}/out": "on"})
    for language in ("sq", "en"):
        assert name not in [each.id for each in advised(language, to="state")]


def test_every_published_figure_can_be_chosen_with_what_it_counts(desk):
    shown = page(desk, "/editions/2026/words/en/")
    assert re.search(r'<option value="cell:key_figures/reports">[^<]+: [\d,]+</option>', shown)
    assert 'list="figures"' in shown


def test_what_became_of_last_years_is_chosen_from_a_list_and_said_in_both_languages(desk):
    send(desk)
    for language, text in (("sq", "Jepni."), ("en", "Give.")):
        words = kept(folder_of(2026), language)
        asked = Advice("state_police", text, "")
        keep(folder_of(2026), language, replace_last_year(words, asked))
    send(desk, **{"last_year/state_police/state": "begun", "last_year/state_police/became": "A unit was made."})
    assert kept(folder_of(2026), "sq").last_year[0].state == "begun"
    assert '<b class="state">Nisur</b>' in page(desk, "/editions/2026/preview/sq/")
    assert '<b class="state">Begun</b> A unit was made.' in page(desk, "/editions/2026/preview/en/")
    answer = send(desk, **{"last_year/state_police/state": "soon"})
    assert "“soon” is none of" in answer.content.decode()


def replace_last_year(words, *asked):
    return replace(words, last_year=asked)


def test_a_chapter_that_one_language_lacks_is_named_and_can_be_written_at_the_desk(desk):
    send(desk)
    file = file_of(folder_of(2026), "sq")
    text = file.read_text("utf-8")
    file.write_text(re.sub(r'\[\[chapter\]\]\nid = "help".*?(?=\n\[\[)', "", text, flags=re.DOTALL), "utf-8")
    assert "This chapter has no text." in page(desk, "/editions/2026/words/sq/")
    do(desk, "build")
    assert "(help) is missing." in page(desk, "/editions/2026/")
    assert send(desk, "sq", **{"chapter/help/1": "Vetëm tonat."}).status_code == 422
    assert send(desk, "sq", **{"chapter/help/title": "Ndihma", "chapter/help/1": "Vetëm tonat."}).status_code == 302
    assert ("help", "Ndihma") in [(each.id, each.title) for each in kept(folder_of(2026), "sq").chapters]
