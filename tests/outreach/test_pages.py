"""What the public sees of each page."""

import re
from datetime import date, datetime, timedelta

import html5lib
import pytest
from django.utils import timezone

from isigurt.design.addresses import ADDRESSES
from isigurt.outreach import queries
from isigurt.outreach.baking import outputs
from isigurt.outreach.choices import Audience, Shows
from isigurt.outreach.models import CampaignPage
from isigurt.outreach.rendering import html
from tests.outreach.factories import (
    TIRANA,
    campaign,
    event,
    help_page,
    picture,
    plain,
    press_release,
    resource,
    section,
    translated,
)

pytestmark = pytest.mark.django_db(databases=["default", "door"])
EVERY_BLOCK = [
    ("heading", {"text": "Nëntitull i provës", "level": "2"}),
    ("text", "<p>Fjalë <b>të forta</b>.</p>"),
    ("callout", {"tone": "alert", "title": "Kujdes", "text": "<p>Mos e ruaj.</p>"}),
    ("steps", {"steps": [{"title": "Hapi i provës", "text": "<p>Kështu.</p>"}]}),
    ("question", {"question": "Pyetje e provës?", "answer": "<p>Përgjigje.</p>"}),
    ("quote", {"words": "Fjalët e saj.", "who": "Një mësuese"}),
    ("video", {"title": "Film", "address": "https://video.example/1", "minutes": 3, "site": "video.example"}),
    ("call", {"to": "report", "words": "", "page": None}),
    ("call", {"to": "code", "words": "", "page": None}),
    ("call", {"to": "helpline", "words": "", "page": None}),
]


def words(text: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", text))


def tomorrow(hour: int = 10) -> datetime:
    return timezone.localtime().replace(hour=hour, minute=0, second=0, microsecond=0) + timedelta(days=1)


def test_every_block_has_its_own_face_and_the_page_is_well_formed():
    text = html(plain(body=EVERY_BLOCK))
    html5lib.HTMLParser(strict=True).parse(text)
    said = words(text)
    for part in ("Nëntitull i provës", "të forta", "Kujdes", "Hapi i provës", "Pyetje e provës?", "Fjalët e saj."):
        assert part in said
    assert "Video, 3 minuta" in said
    assert 'href="tel:116111"' in text
    assert "StructValue" not in text


@pytest.mark.parametrize("shows", Shows.values)
def test_a_list_with_nothing_on_it_says_so(shows):
    page = section(shows=shows)
    text = html(page)
    html5lib.HTMLParser(strict=True).parse(text)
    if shows != Shows.HELP:
        assert 'class="empty"' in text
    else:
        assert "Diçka tjetër? Na\N{NO-BREAK SPACE}e\N{NO-BREAK SPACE}trego" in text


def test_the_first_page_holds_even_when_nobody_has_written_anything():
    text = html(queries.home("sq"))
    html5lib.HTMLParser(strict=True).parse(text)
    assert "Diçka në internet nuk shkon?" in text
    assert 'href="/sq/raporto/"' in text
    assert 'class="house"' not in text


def test_the_first_page_shows_help_the_next_event_the_news_and_resources():
    help_page(title="Fotoja ime po përhapet")
    coming = campaign(title="Java e internetit", starts_on=timezone.localdate() + timedelta(days=5))
    event(coming, title="Mbrëmje me prindër", starts_at=tomorrow())
    press_release(title="Lajm i ri")
    resource(audiences=[Audience.TEACHERS])
    text = html(queries.home("sq"))
    for part in ("Fotoja ime po përhapet", "Java e internetit", "Mbrëmje me prindër", "Lajm i ri", "Mësues"):
        assert part in text
    assert "edhe 5 ditë" in words(text)


def test_a_campaign_taken_down_is_not_on_the_first_page_even_if_chosen():
    home = queries.home("sq")
    home.campaign = campaign(title="E mbyllur")
    home.save_revision().publish()
    assert "E mbyllur" in html(queries.home("sq"))
    home.campaign.unpublish()
    assert "E mbyllur" not in html(queries.home("sq"))


def test_every_page_has_the_way_round_the_report_button_and_the_way_to_help():
    helping = help_page()
    page = plain()
    text = html(page)
    assert text.count('href="/sq/raporto/"') >= 2
    assert f'href="{helping.get_parent().specific.address}"' in text
    assert "ALO 116 111" in text
    assert "Ndihmë" in words(text)


def test_the_section_one_is_in_is_marked():
    page = campaign()
    marked = re.findall(r'<a href="([^"]+)" aria-current="true">', html(page))
    assert marked == [page.get_parent().specific.address]


def test_a_campaign_says_its_motto_once_and_its_days_in_words():
    page = campaign(motto="Së bashku", title="Fushata", starts_on=date(2023, 2, 7), ends_on=date(2023, 2, 10))
    text = words(html(page))
    assert text.count("„Së bashku”") == 1
    assert "e martë, 7 shkurt 2023 – e premte, 10 shkurt 2023" in text


@pytest.mark.parametrize(("days", "said"), [(0, "Sot"), (1, "Nesër"), (2, "edhe 2 ditë")])
def test_the_days_to_a_campaign_are_counted(days, said):
    page = campaign(starts_on=timezone.localdate() + timedelta(days=days))
    assert said in words(html(page))


def test_a_campaign_that_is_over_counts_no_days():
    page = campaign(starts_on=date(2023, 2, 7), ends_on=date(2023, 2, 10))
    text = html(page)
    assert 'class="left"' not in text
    assert 'class="date big"' in text  # its window is dark


def test_a_campaign_shows_the_events_of_its_parts_too():
    whole = campaign()
    part = campaign(whole, title="Nënfushata", slug="nenfushata")
    event(part, title="Hapja e nënfushatës", starts_at=tomorrow())
    text = html(whole)
    assert "Hapja e nënfushatës" in text
    assert "Pjesë e kësaj fushate" in text


def test_campaigns_stand_by_where_they_are_today():
    parent = section()
    today = timezone.localdate()
    gone = campaign(parent, slug="e-shkuar", ends_on=today - timedelta(days=1))
    now = campaign(parent, slug="tani", starts_on=today - timedelta(days=1), ends_on=today)
    later = campaign(parent, slug="me-vone", starts_on=today + timedelta(days=9))
    soon = campaign(parent, slug="se-shpejti", starts_on=today + timedelta(days=1))
    campaign(now, slug="nen")
    found = queries.top_campaigns("sq")
    assert [page.pk for page in found.current] == [now.pk]
    assert [page.pk for page in found.coming] == [soon.pk, later.pk]
    assert [page.pk for page in found.past] == [gone.pk]


def test_an_event_that_ended_says_so_and_offers_no_sign_up():
    page = event(campaign(), starts_at=datetime(2023, 2, 7, 10, tzinfo=TIRANA), sign_up="Shkruani te shkolla")
    text = words(html(page))
    assert "Kjo veprimtari ka përfunduar." in text
    assert "Shkruani te shkolla" not in text
    assert "calendar.ics" not in html(page)


def test_an_event_of_today_is_not_over_before_the_day_is():
    early = timezone.localtime().replace(hour=0, minute=1)
    assert not queries.is_over(event(campaign(), starts_at=early))


def test_an_event_of_several_days_lasts_until_its_last():
    page = event(campaign(), starts_at=tomorrow() - timedelta(days=5), ends_at=tomorrow())
    assert not queries.is_over(page)


def test_an_event_says_when_and_where_and_a_whole_day_has_no_hour():
    timed = event(campaign(), starts_at=datetime(2031, 2, 11, 15, 7, tzinfo=TIRANA), place="Shkodër")
    # The hour stays on the line of its word.
    assert "e martë, 11 shkurt 2031, ora&nbsp;15:07" in words(html(timed))
    timed.starts_at = datetime(2031, 2, 11, tzinfo=TIRANA)
    assert "ora" not in words(html(timed)).partition("11 shkurt 2031")[2].partition("Pjesëmarrja")[0]


def test_resources_stand_on_the_shelf_of_each_audience():
    page = resource(audiences=[Audience.TEACHERS, Audience.PARENTS])
    shelves = queries.shelves("sq")
    assert [shelf.audience for shelf in shelves] == [Audience.PARENTS, Audience.TEACHERS]
    assert html(page.get_parent().specific).count(f'href="{page.address}"') == 2


def test_a_press_release_has_its_date_line_and_whom_to_ask():
    page = press_release(
        place="Tiranë",
        released_on=date(2023, 2, 7),
        contact_mail="zeri@isigurt.example",
        boilerplate="<p>Kush jemi.</p>",
    )
    text = html(page)
    assert "Tiranë, 7 shkurt 2023" in text
    assert 'href="mailto:zeri@isigurt.example"' in text
    assert "Kush jemi." in text


def test_a_help_page_says_the_first_word_first_and_its_window_says_nothing():
    page = help_page(
        title="Dikush më shantazhon",
        first_word="Nuk është faji yt.",
        summary="Fajin e ka ai që kërcënon.",
        steps=[("step", {"title": "Mos paguaj.", "text": "<p>Kush merr një herë, kërkon përsëri.</p>"})],
    )
    text = html(page)
    said = words(text)
    assert said.index("Nuk është faji yt.") < said.index("Fajin e ka") < said.index("Mos paguaj.")
    head = text.partition("</head>")[0]
    assert "<title>Ndihmë · " in head
    assert "shantazhon" not in head
    assert "Fajin" not in head


def test_a_help_page_speaks_to_children_and_adults_as_each_is_spoken_to():
    assert "Fol me dikë" in html(help_page())
    assert "Flisni me dikë" in html(help_page(section(shows=Shows.HELP, slug="te-tjera"), addressed="adult", slug="2"))


def test_a_page_without_a_translation_leads_to_the_other_languages_home():
    page = plain()
    text = html(page)
    assert re.search(r'<a href="/en/"[^>]+hreflang="en"', text)
    assert '<link rel="alternate" hreflang="en"' not in text


def test_a_page_with_a_translation_leads_to_it():
    page = plain(slug="kush-jemi")
    other = translated(page, queries.home("en"), title="Who we are", slug="who-we-are")
    assert f'<link rel="alternate" hreflang="en" href="{other.address}">' in html(page)
    other.unpublish()
    assert f'href="{other.address}"' not in html(page)


def test_a_link_in_a_text_to_a_page_that_is_gone_keeps_its_words_alone():
    target = plain(slug="synim", title="Synimi")
    page = plain(body=[("text", f'<p><a linktype="page" id="{target.pk}">shih këtu</a></p>')])
    assert f'<a href="{target.address}">shih këtu</a>' in html(page)
    target.unpublish()
    assert "<a>shih këtu</a>" in html(page)
    target.delete()
    assert "<a>shih këtu</a>" in html(page)


def test_a_button_to_a_page_below_one_that_is_hidden_is_not_shown():
    above = plain(slug="lart")
    target = plain(above, slug="poshte")
    page = plain(slug="me-buton", body=[("call", {"to": "page", "words": "Shko", "page": target})])
    assert f'href="{target.address}"' in html(page)
    type(above).objects.filter(pk=above.pk).update(live=False)
    assert f'href="{target.address}"' not in html(page)


def test_no_link_of_the_whole_site_leads_nowhere():
    first = campaign()
    event(first)
    event(campaign(first, live=False, slug="e-fshehur"), slug="e-padukshme")
    help_page()
    press_release()
    resource()
    plain(body=EVERY_BLOCK)
    made = {output.address: output.body.decode() for output in outputs() if output.kind != "image/png"}
    known = set(made) | {address for each in ADDRESSES.values() for address in each.values()}
    for address, text in made.items():
        for link in re.findall(r'href="(/[^"#?]*)', text):
            assert link in known or link.startswith("/static/") or link.endswith("/app.webmanifest"), (address, link)


# Wagtail leaves the file open that it makes a picture's smaller one in.
@pytest.mark.filterwarnings("ignore:Unclosed file <tempfile.SpooledTemporaryFile:ResourceWarning")
def test_a_picture_is_baked_with_its_page_and_says_what_it_shows():
    page = plain(picture=picture(), body=[("picture", {"picture": picture("Një urë"), "caption": "Ura e Beratit"})])
    made = {output.address: output for output in outputs()}
    text = made[page.address].body.decode()
    assert "Ura e Beratit" in text
    found = re.findall(r"<img [^>]+>", text)
    assert [re.search(r'alt="([^"]*)"', each).group(1) for each in found] == ["Një dritare e ndriçuar", "Një urë"]
    assert {made[re.search(r'src="([^"]+)"', each).group(1)].kind for each in found} == {"image/webp"}


def test_a_draft_that_was_never_saved_can_be_looked_at():
    parent = section()
    draft = CampaignPage(title="Skicë", slug="skice", locale=parent.locale, motto="Provë")
    draft.path, draft.depth = f"{parent.path}ZZZZ", parent.depth + 1
    draft.set_url_path(parent)
    assert "Skicë" in html(draft)


def test_a_title_as_long_as_a_title_may_be_breaks_nothing():
    text = html(plain(title="Gjatë" * 51, slug="e-gjate"))
    html5lib.HTMLParser(strict=True).parse(text)
