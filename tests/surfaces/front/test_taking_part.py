"""Taking part from the public site, without JavaScript: what is open, the forms, and what comes back."""

import re
import time

import pytest
from django.db import DatabaseError
from django.utils import timezone

from isigurt.baked import Baking
from isigurt.baked.taking_part import ADDRESS, KIND, Offer, OpenCampaign, offers_text
from isigurt.intake.door import keeping, room
from isigurt.intake.door.models import Envelope, Lane
from isigurt.outreach import cells
from isigurt.outreach.models import SignUp
from tests.outreach.sign_ups import CAMPAIGN, open_all
from tests.surfaces.front.visitor import text_of

pytestmark = pytest.mark.django_db(databases=["default", "door"])
FORMS = {
    "activity": ("/sq/merr-pjese/veprimtari/", "/en/take-part/activity/"),
    "pledge": ("/sq/merr-pjese/zotim/", "/en/take-part/pledge/"),
    "order": ("/sq/merr-pjese/porosi/", "/en/take-part/order/"),
}
MATERIAL = "00000000-0000-0000-0000-000000000009"
ANSWERS = {
    "activity": {
        "title": "Orë e hapur për fotot",
        "what": "Flasim, pa frikë.",
        "organisation": "Shkolla „Drita”",
        "organisation_kind": "school",
        "municipality": "shkoder",
        "place": "Salla e madhe",
        "day": timezone.localdate().isoformat(),
        "begins": "10:30",
        "audiences": "children",
        "expected": "120",
        "contact": "era@shkolla.example",
    },
    "pledge": {
        "organisation": "Shoqata Ura",
        "organisation_kind": "organisation",
        "municipality": "tirane",
        "contact": "zyra@ura.example",
    },
    "order": {
        "material": MATERIAL,
        "copies": "40",
        "organisation_kind": "parents",
        "municipality": "durres",
        "recipient": "Era Provë",
        "delivery": "Rruga e Provës 1",
        "contact": "era@prove.example",
    },
}


def campaign(**changed) -> OpenCampaign:
    given = {
        "key": str(CAMPAIGN),
        "title": "Dita 2030",
        "address": "/en/campaigns/day/",
        "ways": ("activity", "pledge", "order"),
        "until": "2035-12-31",
        "pledge": "Ne e çojmë më tej fjalën.\n\nDhe dëgjojmë.",
    }
    return OpenCampaign(**(given | changed))


@pytest.fixture
def bake(settings, tmp_path):
    """Return how to bake what is open: these campaigns, in both languages."""
    settings.ISIGURT_BAKED = tmp_path

    def baked(*campaigns: OpenCampaign, materials=((MATERIAL, "Plakati i madh"),)) -> None:
        offer = Offer(
            campaigns=campaigns,
            materials=materials,
            audiences=(("children", "Fëmijë"), ("parents", "Prindër")),
            kinds=(("school", "Shkollë"), ("organisation", "Organizatë"), ("parents", "Prindër")),
        )
        baking = Baking(tmp_path / "site")
        baking.put(ADDRESS, offers_text({"sq": offer, "en": offer}), KIND)
        baking.finish()

    baked(campaign())
    return baked


def fields(visitor, way: str, **answers: str) -> dict[str, str]:
    """Fetch the form and fill it in; it was opened long enough ago."""
    page = text_of(visitor.get(f"{FORMS[way][1]}?campaign={CAMPAIGN}"))
    hidden = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', page))
    hidden["opened"] = str(int(time.time()) - 60)
    return {**hidden, **ANSWERS[way], "website": "", **answers}


def send(visitor, way: str = "activity", **answers: str):
    return visitor.post(FORMS[way][1], fields(visitor, way, **answers))


@pytest.mark.parametrize("way", FORMS)
def test_what_is_sent_arrives_word_for_word_and_thanks_are_said(visitor, bake, way):
    response = send(visitor, way)
    assert response.status_code == 200
    assert "Thank you. We have it." in text_of(response)
    assert response["Cache-Control"] == "no-store"
    open_all()
    row = SignUp.objects.get()
    assert (row.way, row.campaign, row.language, row.lane) == (way, CAMPAIGN, "en", Lane.PEOPLE)
    assert cells.read_contact(row) == ANSWERS[way]["contact"]
    assert row.municipality == ANSWERS[way]["municipality"]


@pytest.mark.parametrize("way", FORMS)
@pytest.mark.parametrize("language", [0, 1])
def test_an_empty_form_names_every_field_that_is_needed_and_leads_to_it(visitor, bake, way, language):
    page = visitor.post(FORMS[way][language], {"campaign": str(CAMPAIGN)})
    assert page.status_code == 422
    wanted = re.findall(r'<li><a href="#(id_\w+)">', text_of(page))
    assert wanted
    assert all(f'id="{each}"' in text_of(page) for each in wanted), wanted
    assert not Envelope.objects.exists()


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"day": "2001-02-03"}, "This day has passed"),
        ({"day": "2999-02-03"}, "more than two years away"),
        ({"day": "soon"}, "Write the day like"),
        ({"begins": "noon"}, "Write the hour like"),
        ({"expected": "many"}, "Write a number"),
        ({"expected": "-4"}, "Write a number"),
        ({"contact": "not an address"}, "does not look like an e-mail"),
        ({"municipality": "atlantis"}, "Choose one from the list"),
        ({"organisation_kind": "king"}, "Choose one from the list"),
        ({"audiences": "everyone"}, "Choose from the list"),
        ({"what": "ë" * 10_000}, "8000 characters too long"),
        ({"title": "t" * 10_000}, "9880 characters too long"),
    ],
)
def test_what_cannot_be_is_said_and_all_that_was_typed_stays(visitor, bake, changed, said):
    page = send(visitor, "activity", **changed)
    text = text_of(page)
    assert page.status_code == 422
    assert said in text
    assert not Envelope.objects.exists()
    for name, typed in (ANSWERS["activity"] | changed).items():
        if name not in {"municipality", "organisation_kind", "audiences"}:
            assert typed in text, name
    if "municipality" not in changed:
        assert '<option value="shkoder" selected>' in text


def test_a_day_is_read_as_it_is_written_here(visitor, bake):
    day = timezone.localdate()
    assert send(visitor, day=f"{day:%d.%m.%Y}").status_code == 200
    open_all()
    assert SignUp.objects.get().day == day


def test_the_same_form_sent_again_is_one(visitor, bake):
    once = fields(visitor, "pledge")
    for _ in range(3):
        assert visitor.post(FORMS["pledge"][1], once).status_code == 200
    open_all()
    visitor.post(FORMS["pledge"][1], once)
    open_all()
    assert SignUp.objects.count() == 1


def test_what_looks_automated_waits_behind_and_is_not_refused(visitor, bake):
    assert send(visitor, website="https://spam.example").status_code == 200
    assert Envelope.objects.get().lane == Lane.AUTOMATED_LOOKING


def test_a_campaign_that_closed_meanwhile_gives_back_what_was_typed(visitor, bake):
    filled = fields(visitor, "activity")
    bake(campaign(until="2020-01-01"))
    page = visitor.post(FORMS["activity"][1], filled)
    assert page.status_code == 410
    assert "We have not received it" in text_of(page)
    for typed in ("Orë e hapur për fotot", "Flasim, pa frikë.", "era@shkolla.example"):
        assert typed in text_of(page)
    assert not Envelope.objects.exists()


def test_a_campaign_that_was_deleted_meanwhile_gives_back_what_was_typed(visitor, bake):
    filled = fields(visitor, "order")
    bake()
    page = visitor.post(FORMS["order"][1], filled)
    assert page.status_code == 410
    assert "Rruga e Provës 1" in text_of(page)


def test_a_way_the_campaign_does_not_offer_is_closed(visitor, bake):
    bake(campaign(ways=("pledge",)))
    assert visitor.get(f"{FORMS['order'][1]}?campaign={CAMPAIGN}").status_code == 410
    assert visitor.get(f"{FORMS['pledge'][1]}?campaign={CAMPAIGN}").status_code == 200


def test_nothing_can_be_ordered_where_nothing_is_printed(visitor, bake):
    bake(campaign(), materials=())
    assert "take-part/order" not in text_of(visitor.get("/en/take-part/"))
    assert visitor.get(f"{FORMS['order'][1]}?campaign={CAMPAIGN}").status_code == 410


def test_with_one_campaign_open_the_form_needs_no_key_and_with_two_one_chooses(visitor, bake):
    assert 'name="title"' in text_of(visitor.get(FORMS["activity"][1]))
    bake(campaign(), campaign(key="00000000-0000-0000-0000-000000000008", title="Dita tjetër"))
    page = text_of(visitor.get(FORMS["activity"][1]))
    assert "Dita 2030" in page
    assert "Dita tjetër" in page
    assert 'name="title"' not in page


def test_with_nothing_open_the_overview_says_so(visitor, bake):
    bake()
    for address in ("/sq/merr-pjese/", "/en/take-part/"):
        assert visitor.get(address).status_code == 200
    assert "No campaign is open just now" in text_of(visitor.get("/en/take-part/"))


def test_before_anything_is_baked_the_overview_says_so_too(visitor, settings, tmp_path):
    settings.ISIGURT_BAKED = tmp_path
    assert "No campaign is open just now" in text_of(visitor.get("/en/take-part/"))


def test_the_pledge_stands_above_the_name(visitor, bake):
    page = text_of(visitor.get(FORMS["pledge"][0]))
    assert "<p>Dhe dëgjojmë.</p>" in page


def test_municipalities_are_sorted_as_albanian_sorts(visitor, bake):
    page = text_of(visitor.get(FORMS["pledge"][0]))
    towns = ("diber", "durres", "sarande", "selenice", "shijak", "shkoder")
    order = [page.index(f'value="{each}"') for each in towns]
    assert order == sorted(order)


def test_a_store_that_fails_loses_nothing_that_was_typed(visitor, bake, monkeypatch):
    filled = fields(visitor, "activity")

    def broken(envelopes):
        raise DatabaseError

    monkeypatch.setattr(keeping, "_shared", keeping.SharedWrite(broken))
    page = visitor.post(FORMS["activity"][1], filled)
    assert page.status_code == 503
    assert "We have not received it" in text_of(page)
    assert "Flasim, pa frikë." in text_of(page)
    assert filled["receipt"] in text_of(page)


def test_a_disk_that_is_ending_takes_short_ones_only(visitor, bake, settings):
    settings.ISIGURT_SHORT_ONLY_BELOW, settings.ISIGURT_NOTHING_BELOW = 2**62, 0
    room.gauge.free_bytes = lambda: 10
    try:
        long = send(visitor, what="x" * 1500)
        assert long.status_code == 503
        assert "shorten what you wrote" in text_of(long)
        assert send(visitor).status_code == 200
    finally:
        del room.gauge.free_bytes


def test_far_too_much_is_refused_and_shown_again(visitor, bake):
    page = send(visitor, what="x" * 300_000)
    assert page.status_code == 413
    assert "Nothing is lost" in text_of(page)
    assert "Orë e hapur për fotot" in text_of(page)


def test_no_cookie_and_no_third_party_on_any_of_the_pages(visitor, bake):
    pages = [visitor.get("/sq/merr-pjese/"), *(visitor.get(each[0]) for each in FORMS.values()), send(visitor)]
    for page in pages:
        assert not page.cookies
        assert not re.findall(r'(?:src|action)="https?:', text_of(page))
