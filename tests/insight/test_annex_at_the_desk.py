"""How a trusted flagger stays independent is the organisation's own to say, in every language, in report and annex."""

import re

import pytest
from django.utils.translation import override

from isigurt.insight.editions import numbers_of
from isigurt.insight.place import folder_of
from isigurt.insight.publication.editing.keeping import edited_document, file_of, kept
from isigurt.insight.publication.print.telling import told, told_annex
from tests.insight.desk import do, page, sent

pytestmark = pytest.mark.django_db(databases=["default", "door"])
OURS = "The board decides alone, by {law:Article 22(3)}, and no provider pays for a notice."


def send(client, language="en", **changes):
    return client.post(f"/editions/2026/words/{language}/", sent(client, language) | changes)


def forget_note(language):
    """Take the note out of a language's words by hand."""
    file = file_of(folder_of(2026), language)
    file.write_text(re.sub(r"\[\[note\]\].*?(?=\n\[)", "", file.read_text("utf-8"), flags=re.DOTALL), "utf-8")


def test_what_the_editor_adds_stands_in_the_preview_of_report_and_annex_and_on_paper(desk):
    assert "The Digital Services Act asks for the procedures" in page(desk, "/editions/2026/words/en/")
    assert send(desk, **{"note/annex/more": OURS}).status_code == 302
    for address in ("/editions/2026/preview/en/", "/editions/2026/preview/en/annex/"):
        shown = page(desk, address)
        assert "Nobody but the hotline decides on a notice." in shown
        assert 'by <span data-typed="law">Article 22(3)</span>, and no provider pays for a notice.' in shown
    with override("en"):
        document = edited_document(numbers_of(2026).contents["en"], folder=folder_of(2026))
        notes = (told(document, lambda _: b"")["notes"], [told_annex(document)])
    assert all(any(str(each["paragraphs"]).count("no provider pays") for each in some) for some in notes)


def test_a_number_typed_into_it_is_named_beside_its_field(desk):
    answer = send(desk, **{"note/annex/1": "We sent 37 of them.", "note/annex/2": "As {law:37 boys} say."})
    assert answer.status_code == 422
    assert "“37” is a number." in answer.content.decode()
    assert "law:37 boys is not a law as it has to be written." in answer.content.decode()


def test_where_one_language_lacks_it_the_other_is_shown_and_nothing_is_built(desk):
    send(desk, **{"note/annex/title": "Who decides"})
    forget_note("sq")
    assert "Who decides" in page(desk, "/editions/2026/words/sq/")
    assert "places are wrong or not translated yet" in page(desk, "/editions/2026/")
    do(desk, "build")
    told = "sq.toml: note/annex/title: Not translated yet. The other language says: “Who decides”"
    assert told in page(desk, "/editions/2026/")
    send(desk, "sq", **{"note/annex/title": "Kush vendos", "note/annex/1": "Linja."})
    assert [each.paragraphs for each in kept(folder_of(2026), "sq").notes] == [("Linja.",)]


def test_words_of_before_it_could_be_edited_say_what_was_drafted(desk):
    send(desk)
    for language in ("sq", "en"):
        forget_note(language)
    assert "Nobody but the hotline decides on a notice." in page(desk, "/editions/2026/preview/en/")
    assert "Nobody but the hotline decides on a notice." in page(desk, "/editions/2026/words/en/")
