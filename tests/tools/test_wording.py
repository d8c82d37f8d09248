"""Every kind of fault of a translation is found, and nothing else is."""

from io import BytesIO

import pytest
from babel.messages.pofile import read_po

from isigurt.country import Words, pack
from tools.translations import out_of_date
from tools.wording import badly_quoted, conflicts, faults, forbidden

HEAD = """msgid ""
msgstr ""
"Language: sq\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

"""


def _catalogue(text):
    return read_po(BytesIO((HEAD + text).encode()), locale="sq")


def _faults(text):
    return list(faults(_catalogue(text), "sq"))


@pytest.mark.parametrize(
    ("entry", "fault"),
    [
        ('msgid "Report"\nmsgstr ""', "no word in sq"),
        ('msgid "%(n)d case"\nmsgid_plural "%(n)d cases"\nmsgstr[0] "%(n)d rast"\nmsgstr[1] ""', "no word in sq"),
        ('#, fuzzy\nmsgid "Report"\nmsgstr "Raporto"', "unsure (fuzzy)"),
        ('#, python-format\nmsgid "%(n)d left"\nmsgstr "%(m)d mbetën"', "its placeholders or tags differ"),
        ('msgid "%(n)s left"\nmsgstr "mbetën"', "its placeholders or tags differ"),
        ('msgid "{name} left"\nmsgstr "{emri} mbeti"', "its placeholders or tags differ"),
        ('msgid "%(n)s case"\nmsgid_plural "%(n)s cases"\nmsgstr[0] "një rast"\nmsgstr[1] "raste"', "placeholders"),
        ('msgid "a <b>name</b>"\nmsgstr "një <b>emër<b>"', "its placeholders or tags differ"),
        ('msgid "Choose “Yes”."\nmsgstr "Zgjidh \\"Po\\"."', "straight quotation marks"),
        ('msgid "I don’t know"\nmsgstr "S\'e di"', "straight quotation marks"),
        ('msgid "Choose “Yes”."\nmsgstr "Zgjidh “Po”."', "other quotation marks than „…”"),
        ('msgid "Choose “Yes”."\nmsgstr "Zgjidh „Po“."', "other quotation marks than „…”"),
        ('msgid "Choose “Yes”."\nmsgstr "Zgjidh „Po."', "one without the other"),
        ('msgid "Choose \\"Yes\\"."\nmsgstr "Zgjidh „Po”."', "English has straight quotation marks"),
        ('msgid "Fëmijë"\nmsgstr "Fëmijë të vegjël"', "is Albanian: the code speaks English"),
        ('msgid "Report"\nmsgstr "Report"', "the same in sq"),
        ('msgid "Report"\nmsgstr "Raporto "', "begins or ends with a blank"),
        ('msgid "10,000 signs"\nmsgstr "10 000 shenja"', "groups may come apart"),
        ('msgid "Report"\nmsgstr "Denonco"', "denoncim is for the police"),
        ('msgid "Three minutes"\nmsgstr "Tre minuta"', "tri, for what is feminine"),
    ],
)
def test_a_fault_is_found(entry, fault):
    found = _faults(entry)
    assert any(fault in each for each in found), found


@pytest.mark.parametrize(
    "entry",
    [
        'msgid "Report"\nmsgstr "Raporto"',
        'msgctxt "to an adult"\nmsgid "Report"\nmsgstr "Raportoni"',
        'msgid "Choose “I don’t know”."\nmsgstr "Zgjidh „Nuk e di”."',
        'msgid "%(n)d case"\nmsgid_plural "%(n)d cases"\nmsgstr[0] "një rast"\nmsgstr[1] "%(n)d raste"',
        'msgid "an <a href=\\"#x\\">address</a>"\nmsgstr "një <a href=\\"#x\\">adresë</a>"',
        'msgid "Demo"\nmsgstr "Demo"',
        'msgid "The police’s page"\nmsgstr "Faqja „Denonco krimin kompjuterik” e policisë"',
    ],
)
def test_a_good_translation_is_left_alone(entry):
    assert _faults(entry) == []


def test_a_word_of_the_code_that_was_not_taken_up_is_found():
    kept, fresh = _catalogue('msgid "old"\nmsgstr "i vjetër"\n'), _catalogue('msgid "new"\nmsgstr ""\n')
    assert list(out_of_date(kept, fresh)) == ["not in the catalogue yet: 'new'", "nobody says it any more: 'old'"]


def test_a_word_that_is_said_to_someone_else_is_another_word():
    plain = _catalogue('msgid "Report"\nmsgstr "Raporto"\n')
    both = _catalogue('msgid "Report"\nmsgstr "Raporto"\n\nmsgctxt "adult"\nmsgid "Report"\nmsgstr "Raportoni"\n')
    assert list(out_of_date(plain, both)) == ["not in the catalogue yet: 'Report'"]


def test_a_word_that_two_rooms_say_in_two_ways_is_found():
    child, adult = _catalogue('msgid "Send"\nmsgstr "Dërgo"\n'), _catalogue('msgid "Send"\nmsgstr "Dërgoni"\n')
    assert list(conflicts({"front": child, "desk": adult})) == [
        "'Send' needs a message context: front says 'Dërgo'; desk says 'Dërgoni'"
    ]
    apart = _catalogue('msgctxt "to an adult"\nmsgid "Send"\nmsgstr "Dërgoni"\n')
    assert list(conflicts({"front": child, "desk": apart, "door": child})) == []


def test_an_obsolete_word_is_found():
    kept = _catalogue('#~ msgid "old"\n#~ msgstr "i vjetër"\n')
    assert list(out_of_date(kept, _catalogue(""))) == ["obsolete: 'old'"]


def test_the_words_of_the_country_pack_are_held_to_the_same():
    for place, entry in pack().entries():
        for name in entry.__dataclass_fields__:
            words = getattr(entry, name)
            if isinstance(words, Words) and "sq" in words.languages:
                said = words.spoken("sq")
                assert [*badly_quoted(said, "sq"), *forbidden(said, "sq")] == [], (place, entry.id, name)
