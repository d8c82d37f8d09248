"""What a notice says, and what goes along with it."""

import json
from dataclasses import replace
from datetime import UTC, datetime
from email import message_from_bytes
from email.policy import default
from pathlib import Path

import pytest
import xarf
from django.test import override_settings
from hypothesis import given
from hypothesis import strategies as st

from isigurt.takedown.actions.notices import language_for
from isigurt.takedown.letters import Letter, Matter, choices, compose, languages, tidy
from isigurt.takedown.message import mail_of

MATTER = Matter(
    address="https://foto.faqe-prove.al/album/12.jpg?a=1&b=<2>",
    network_address="28.77.1.20",
    harm="csam",
    legality="baseline",
    severity="A1",
    law_article="pc_117",
    found_at=datetime(2026, 3, 2, 8, tzinfo=UTC),
    reference="N-1A2B3C4D",
)


@pytest.mark.parametrize("language", ["en", "sq"])
@pytest.mark.parametrize(
    "matter",
    [
        MATTER,
        replace(MATTER, legality="national", severity=""),
        replace(MATTER, harm="hate", severity="", law_article="pc_265"),
        replace(MATTER, harm="grooming", severity="", exploitation="sextortion"),
        replace(MATTER, network_address="", law_article="", remark="Një fjalë nga analisti."),
    ],
)
def test_every_letter_holds_what_article_16_asks_for(matter, language):
    letter = compose(matter, language=language)
    assert matter.address in letter.text
    assert matter.reference in letter.subject
    assert matter.reference in letter.text
    assert {"en": "good faith", "sq": "mirëbesim"}[language] in letter.text
    assert "16(2)" in letter.text
    assert matter.remark in letter.text
    assert "None" not in letter.text
    assert "&lt;" not in letter.text
    assert not any(line.endswith(" ") for line in letter.text.splitlines())


def test_name_and_mail_of_the_hotline_are_given_except_for_sexual_abuse():
    assert "isigurt@crca.al" in compose(replace(MATTER, harm="hate", severity=""), language="en").text
    assert "isigurt@crca.al" not in compose(MATTER, language="en").text
    assert "16(2)(c)" in compose(MATTER, language="en").text


def test_the_attachment_is_valid_xarf_with_the_class_of_the_assessment():
    letter = compose(MATTER, language="en")
    read = xarf.parse(letter.xarf, strict=False)
    assert read.errors == []
    assert read.report.type == "csam"
    assert read.report.classification == "A1"
    assert read.report.url == MATTER.address
    assert read.report.source_identifier == "28.77.1.20"


def test_exploitation_goes_along_only_when_a_person_said_which():
    grooming = replace(MATTER, harm="grooming", severity="")
    assert compose(grooming, language="en").xarf == ""
    said = compose(replace(grooming, exploitation="sextortion"), language="en")
    assert json.loads(said.xarf)["exploitation_type"] == "sextortion"


@pytest.mark.parametrize("harm", ["hate", "bullying", "violence", "intimate_image", "impersonation", "other"])
def test_what_xarf_has_no_word_for_goes_as_a_plain_letter(harm):
    assert compose(replace(MATTER, harm=harm, severity=""), language="en").xarf == ""


def test_what_is_illegal_by_national_law_only_goes_as_a_plain_letter():
    assert compose(replace(MATTER, legality="national"), language="en").xarf == ""


@pytest.mark.parametrize(
    ("mail", "country", "language"),
    [
        ("abuse@host.nl", "NL", "en"),
        ("abuse@host.nl", "", "en"),
        ("abuse@host.al", "", "sq"),
        ("abuse@host.com", "AL", "sq"),
        ("abuse@hostal", "", "en"),
    ],
)
def test_a_provider_is_written_to_in_its_language(mail, country, language):
    assert language_for(mail=mail, country=country) == language


def test_a_letter_is_stored_and_read_again_as_it_was():
    letter = compose(MATTER, language="sq")
    assert Letter.from_json(letter.to_json()) == letter


def mail(letter, **changed):
    values = {
        "sender_name": "iSIGURT",
        "sender": "njoftime@isigurt.al",
        "to": "abuse@host.nl",
        "message_id": "<x@isigurt.al>",
        "written_at": datetime(2026, 3, 2, 8, tzinfo=UTC),
        "language": "sq",
    }
    return mail_of(letter, **(values | changed))


def test_the_mail_is_the_same_each_time_it_is_made_but_for_its_boundary():
    letter = replace(compose(MATTER, language="sq"), xarf="")
    assert mail(letter).as_bytes() == mail(letter).as_bytes()


def test_albanian_letters_survive_the_mail():
    read = message_from_bytes(mail(compose(MATTER, language="sq")).as_bytes(), policy=default)
    assert "përmbajtje të paligjshme" in read["Subject"]
    assert "Të nderuar" in read.get_body().get_content()
    [attached] = read.iter_attachments()
    assert attached.get_filename() == "xarf.json"
    assert attached.get_content_type() == "application/json"


@given(st.text(max_size=300))
def test_no_words_of_an_analyst_can_add_a_header_or_a_recipient(remark):
    letter = compose(replace(MATTER, remark=remark), language="en")
    read = message_from_bytes(mail(letter).as_bytes(), policy=default)
    assert sorted(read.keys()) == ["Content-Type", "Date", "From", "MIME-Version", "Message-ID", "Subject", "To"]
    assert read["To"] == "abuse@host.nl"


def test_a_subject_with_a_line_break_is_refused_by_the_mail_itself():
    with pytest.raises(ValueError, match="linefeed"):
        mail(Letter("a\nBcc: b@c.al", "text"))


def test_an_analysts_words_lose_what_turns_text_around():
    assert tidy("a\u202eb\x00c\r\nd  \n") == "abc\nd"


def test_a_country_of_another_language_brings_its_own_letter():
    pack = Path(__file__).parents[1] / "country" / "packs" / "xx"
    with override_settings(ISIGURT_COUNTRY=str(pack)):
        assert languages() == ("en", "el")
        assert choices() == [("en", "English"), ("el", "Ελληνικά")]
        assert language_for(mail="abuse@host.xx", country="") == "el"
        letter = compose(replace(MATTER, law_article="", severity=""), language="el")
        assert letter.subject == "[N-1A2B3C4D] Παράνομο περιεχόμενο: Υλικό σεξουαλικής κακοποίησης παιδιών"
        assert letter.text.startswith("https://foto.faqe-prove.al/album/12.jpg?a=1&b=<2>\n2 Μαρτίου 2026")
        with pytest.raises(ValueError, match="no letter is written in fr"):
            compose(MATTER, language="fr")
