"""Every page of the design system renders in both languages, and keeps to the strict content policy."""

import re
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import html5lib
import pytest
from django.template.loader import render_to_string
from django.test import RequestFactory, override_settings
from django.test.signals import template_rendered
from django.utils import translation

from isigurt import design
from isigurt.country import pack
from isigurt.design.context import alternates, public, shared
from isigurt.design.views import living_page, living_public_page

LANGUAGES = ["sq", "en"]
COMPONENTS = Path(design.__file__).parent / "templates" / "design" / "components"
PAGES = {"desk": living_page, "public": living_public_page}


def _living(page, language):
    return PAGES[page](RequestFactory().get("/design/", {"language": language})).content.decode()


def _base(language, **more):
    with translation.override(language):
        return render_to_string("design/base_public.html", shared(f"/{language}/") | more)


class Tags(HTMLParser):
    def __init__(self, text):
        super().__init__()
        self.tags = []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", PAGES)
def test_nothing_is_inline(page, language):
    text = _living(page, language)
    for tag, attributes in Tags(text).tags:
        assert tag != "style"
        assert "style" not in attributes
        assert not [name for name in attributes if name.startswith("on")]
    assert not re.findall(r"<script[^>]*>\s*\S+\s*</script>", text)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", PAGES)
def test_nothing_comes_from_elsewhere(page, language):
    for tag, attributes in Tags(_living(page, language)).tags:
        for name in ("src", "href"):
            address = attributes.get(name, "")
            if tag != "a":
                assert not address.startswith(("http:", "https:", "//")), (tag, address)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", PAGES)
def test_a_page_is_well_formed_html(page, language):
    parser = html5lib.HTMLParser(strict=True)
    parser.parse(_living(page, language))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", PAGES)
def test_ids_are_there_once_and_what_is_named_exists(page, language):
    tags = Tags(_living(page, language)).tags
    ids = [attributes["id"] for _, attributes in tags if "id" in attributes]
    assert len(ids) == len(set(ids))
    for _, attributes in tags:
        for name in ("aria-labelledby", "aria-describedby", "for"):
            for each in attributes.get(name, "").split():
                assert each in ids, (name, each)


@pytest.mark.parametrize("page", PAGES)
def test_headings_go_down_one_step_at_a_time(page):
    levels = [int(tag[1]) for tag, _ in Tags(_living(page, "sq")).tags if re.fullmatch(r"h[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    for before, after in pairwise(levels):
        assert after <= before + 1


@pytest.mark.parametrize("page", PAGES)
def test_no_english_is_left_on_an_albanian_page(page):
    both = {language: re.sub(r"<[^>]+>", "\n", _living(page, language)) for language in LANGUAGES}
    lines = {language: {line.strip() for line in text.splitlines() if line.strip()} for language, text in both.items()}
    same = {line for line in lines["sq"] & lines["en"] if re.search(r"[a-z]{3}", line)}
    codes = re.compile(r"--[a-z-]+|[a-z]+|hxxps.*|.*@.*|iSIGURT|ALO 116 111|CRCA.*|Arta Shembulli|Shift|Status")
    assert not {line for line in same if not codes.fullmatch(line)}


def test_every_component_stands_on_a_living_page():
    shown = set()

    def note(template, **_):
        shown.add(template.name)

    template_rendered.connect(note)
    try:
        for page in PAGES:
            _living(page, "sq")
    finally:
        template_rendered.disconnect(note)
    assert {f"design/components/{file.name}" for file in COMPONENTS.glob("*.html")} - shown == set()


def test_numbers_of_telephones_stay_whole_at_the_end_of_a_line():
    text = render_to_string("design/components/lifelines.html", shared("/sq/"))
    assert "116\N{NO-BREAK SPACE}000" in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_leaving_is_a_plain_link_that_tells_nobody_where_from(language):
    (leave,) = [
        attributes for tag, attributes in Tags(_base(language)).tags if "data-leave" in attributes and tag == "a"
    ]
    assert leave["href"] == pack().hotline.leave_address
    assert "noreferrer" in leave["rel"]


def test_leave_is_said_in_the_reader_s_words():
    text = re.sub(r"<[^>]+>", "", _base("sq"))
    assert "Largohu nga faqja" in text
    assert "Leave this page" in re.sub(r"<[^>]+>", "", _base("en"))


def test_only_sure_numbers_stand_on_the_page():
    text = _base("sq")
    assert 'href="tel:116111"' in text
    assert 'href="tel:129"' in text
    assert "tel:112" not in text


def test_a_public_page_says_its_language_and_can_be_read_in_the_other():
    text = _base("en")
    assert '<html lang="en">' in text
    assert 'hreflang="sq" href="/sq/"' in text


def test_the_other_language_keeps_the_place():
    assert [each["address"] for each in alternates("/sq/report/", "sq")] == ["/sq/report/", "/en/report/"]
    assert [each["address"] for each in alternates("/queue/", "en")] == ["/sq/", "/en/"]
    assert [each["active"] for each in alternates("/en/", "en")] == [False, True]


def test_a_page_that_answers_a_posted_form_offers_no_other_language():
    assert 'class="tongues"' not in _base("sq", alternates=[])


def test_the_context_needs_neither_session_nor_account():
    request = RequestFactory().get("/en/")
    assert not hasattr(request, "session")
    with translation.override("en"):
        context = public(request)
    assert context["language"] == "en"
    assert context["pack"] is pack()


@override_settings(ISIGURT_DEMO_LABEL="DEMO · fast clock")
def test_the_demo_says_that_it_is_one():
    assert ">DEMO · fast clock</aside>" in _base("sq")


@override_settings(ISIGURT_DEMO_LABEL="")
def test_the_real_thing_says_nothing_of_a_demo():
    assert 'class="demo"' not in _base("sq")


def test_another_country_has_its_own_frame():
    folder = Path(__file__).parents[1] / "country" / "packs" / "xx"
    with override_settings(ISIGURT_COUNTRY=str(folder)), translation.override("fr"):
        text = render_to_string("design/base_public.html", shared("/fr/"))
    assert "Ligne de signalement" in text
    assert 'href="tel:1056"' in text
    assert "iSIGURT" not in text


def test_a_receipt_is_shown_in_four_panes_and_read_as_one_code():
    with translation.override("sq"):
        text = render_to_string("design/components/receipt_code.html", {"code": "ABCD-EFGH-JKMN-PQRS"})
    assert re.sub(r"<[^>]+>|\s", "", text).find("ABCD-EFGH-JKMN-PQRS") >= 0
    assert 'data-receipt="ABCD-EFGH-JKMN-PQRS"' in text


def test_text_from_people_is_never_markup():
    talk = [{"mine": True, "who": "<b>", "at": None, "text": "<script>alert(1)</script>"}]
    text = render_to_string("design/components/conversation.html", {"talk": talk})
    assert "<script>" not in text
    assert "&lt;script&gt;" in text
