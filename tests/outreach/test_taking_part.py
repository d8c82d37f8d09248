"""What people send in to take part: opened, decided on, shown, erased."""

import datetime as dt
import uuid

import pytest
from django.utils import timezone

from isigurt import clock
from isigurt.intake.door.models import Envelope
from isigurt.intake.models import Report
from isigurt.intake.receipt import Receipt
from isigurt.intake.submission import read_conversation, sealed_envelope
from isigurt.ledger.actor import COMMAND
from isigurt.ledger.models import Entry
from isigurt.outreach import cells, taking_part
from isigurt.outreach.actions import (
    TooLate,
    accept_sign_up,
    erase_contact,
    refuse_sign_up,
    undo_decision,
)
from isigurt.outreach.baking import outputs
from isigurt.outreach.choices import Refusal, Way
from isigurt.outreach.models import PublicSite, SignUp
from isigurt.outreach.states import SignUpState
from isigurt.states import IllegalTransition, StaleState
from isigurt.steps.registry import get
from isigurt.steps.runner import run_due
from isigurt.vault.errors import Erased
from tests.outreach.factories import campaign, event, section, translated
from tests.outreach.sign_ups import OPEN, content, open_all, send, sign_up

pytestmark = pytest.mark.django_db(databases=["default", "door"])


def test_what_was_sent_is_there_word_for_word_and_gone_from_the_door():
    row = sign_up()
    assert (row.way, row.state, row.title, row.organisation) == (
        "activity",
        "waiting",
        "Orë e hapur",
        "Shkolla „Drita”",
    )
    assert (row.day, row.begins, row.expected) == (dt.date(2030, 2, 12), dt.time(10, 30), 120)
    assert row.audiences == ["children", "parents"]
    assert cells.read_contact(row) == "era@shkolla.example"
    assert not Envelope.objects.exists()
    assert not Report.objects.exists()


def test_an_order_keeps_where_to_send_it_under_its_own_key():
    row = sign_up("order")
    assert cells.read_delivery(row) == "Era Provë\nRruga e Provës 1"
    assert row.copies == 40
    assert "Provë" not in repr(bytes(row.delivery))


def test_the_same_form_sent_again_is_one_even_after_it_was_opened():
    receipt = send()
    send(receipt=receipt)
    assert Envelope.objects.count() == 1
    open_all()
    send(receipt=receipt)
    open_all()
    assert SignUp.objects.count() == 1
    assert not Envelope.objects.exists()


def test_a_form_sent_again_with_other_words_is_a_second_one_that_names_the_same_form():
    receipt = send()
    send(receipt=receipt, title="Orë e hapur për prindërit")
    open_all()
    assert SignUp.objects.filter(form=receipt.locator).count() == 2


def test_nobody_can_follow_a_sign_up_with_its_hidden_code():
    assert read_conversation(send()) is None


@pytest.mark.parametrize("wrong", [{"way": "party"}, {"campaign": "x"}, {"day": "yesterday"}])
def test_what_a_taken_door_made_up_is_put_aside_and_keeps_nobody_waiting(wrong):
    made = content(**({"way": "activity"} | {k: v for k, v in wrong.items() if k != "way"}))
    if "way" in wrong:
        object.__setattr__(made, "way", wrong["way"])
    sealed_envelope(receipt=Receipt.fresh(), content=made, lane=0).save(using="door", force_insert=True)
    send("pledge")
    open_all()
    assert [row.way for row in SignUp.objects.all()] == ["pledge"]
    assert Envelope.objects.get().attempts == 1


def test_what_a_taken_door_made_far_too_long_is_cut():
    row = sign_up(title="x" * 10_000, what="y" * 10_000, expected="9" * 40)
    assert (len(row.title), len(row.what), row.expected) == (120, 2000, None)


def test_accepting_makes_it_public_and_undoing_takes_it_off_again():
    page = campaign(**OPEN)
    row = sign_up(campaign=page.translation_key)
    wanted = PublicSite.objects.get().wanted
    assert taking_part.activities(page) == []
    accept_sign_up(sign_up=row, actor=COMMAND)
    assert PublicSite.objects.get().wanted == wanted + 1
    assert [each.title for each in taking_part.activities(page)] == ["Orë e hapur"]
    undo_decision(sign_up=row, actor=COMMAND)
    assert taking_part.activities(page) == []
    acts = list(Entry.objects.filter(subject_id=str(row.pk)).order_by("seq").values_list("act", flat=True))
    assert acts == ["sign_up.opened", "state.sign_up", "state.sign_up"]


def test_an_order_that_is_sent_changes_nothing_public():
    row = sign_up("order")
    wanted = PublicSite.objects.get().wanted
    accept_sign_up(sign_up=row, actor=COMMAND)
    assert PublicSite.objects.get().wanted == wanted


def test_of_two_who_decide_at_once_the_second_is_told():
    row = sign_up()
    other = SignUp.objects.get(pk=row.pk)
    accept_sign_up(sign_up=row, actor=COMMAND)
    with pytest.raises(StaleState):
        refuse_sign_up(sign_up=other, actor=COMMAND, refusal=Refusal.TWICE)
    with pytest.raises(IllegalTransition):
        refuse_sign_up(sign_up=row, actor=COMMAND, refusal=Refusal.TWICE)
    row.refresh_from_db()
    assert (row.state, row.refusal) == (SignUpState.ACCEPTED, "")


def later(**passed):
    at = timezone.now() + dt.timedelta(**passed)
    clock.install(lambda: at)


def erase_due():
    run_due(get("outreach.erase_contacts"))


def test_a_contact_is_erased_thirty_days_after_the_decision():
    row = sign_up("pledge")
    accept_sign_up(sign_up=row, actor=COMMAND)
    later(days=29)
    erase_due()
    assert cells.read_contact(row) == "zyra@ura.example"
    later(days=31)
    erase_due()
    row.refresh_from_db()
    with pytest.raises(Erased):
        cells.read_contact(row)
    # The name on the list stays: the public reads it.
    assert row.organisation == "Shoqata Ura"
    assert Entry.objects.filter(act="key.destroyed", subject_id=str(row.pk)).count() == 1


def test_the_contact_of_an_activity_stays_until_thirty_days_after_it():
    row = sign_up()
    accept_sign_up(sign_up=row, actor=COMMAND)
    assert row.erase_at.date() == dt.date(2030, 3, 14)


def test_what_was_refused_loses_its_words_too_and_can_then_not_be_undone():
    row = sign_up()
    refuse_sign_up(sign_up=row, actor=COMMAND, refusal=Refusal.WORDS)
    later(days=31)
    erase_due()
    row.refresh_from_db()
    assert (row.title, row.what, row.organisation, row.place) == ("", "", "", "")
    with pytest.raises(TooLate):
        undo_decision(sign_up=row, actor=COMMAND)


def test_what_nobody_decides_on_is_erased_after_half_a_year():
    row = sign_up()
    later(days=181)
    erase_due()
    row.refresh_from_db()
    assert row.erased_at is not None
    assert row.title == ""


def test_erasing_twice_is_erasing_once():
    row = sign_up()
    erase_contact(sign_up=row, actor=COMMAND)
    erase_contact(sign_up=SignUp.objects.get(pk=row.pk), actor=COMMAND)
    assert Entry.objects.filter(act="key.destroyed").count() == 1


def test_activities_and_events_stand_by_municipality_in_the_order_of_the_albanian_alphabet():
    page = campaign(**OPEN)
    for number, where in enumerate(("shkoder", "sarande", "tirane", "durres", "diber")):
        row = sign_up(campaign=page.translation_key, municipality=where, title=f"Orë {number}")
        accept_sign_up(sign_up=row, actor=COMMAND)
    event(page, municipality="tirane", title="Hapja", slug="hapja")
    event(page, title="Kudo", slug="kudo", place="", online_address="https://kudo.example/")
    towns = taking_part.near(page)
    # Shkodër comes after Sarandë: "sh" is a letter of its own. What has no municipality comes last.
    assert [town.anchor for town in towns] == ["m-diber", "m-durres", "m-sarande", "m-shkoder", "m-tirane", "m"]
    assert {each.title for each in towns[4].happenings} == {"Hapja", "Orë 2"}


def baked() -> dict[str, str]:
    return {each.address: each.body.decode() for each in outputs() if each.kind.startswith(("text/html", "app"))}


def test_the_pages_show_what_was_accepted_and_nothing_else():
    page = campaign(**OPEN)
    accept_sign_up(sign_up=sign_up(campaign=page.translation_key), actor=COMMAND)
    accept_sign_up(sign_up=sign_up("pledge", campaign=page.translation_key), actor=COMMAND)
    refused = sign_up("pledge", campaign=page.translation_key, organisation="E padëshiruar")
    refuse_sign_up(sign_up=refused, actor=COMMAND, refusal=Refusal.DOUBTFUL)
    sign_up("pledge", campaign=page.translation_key, organisation="Ende në pritje")
    made = baked()
    near = made[taking_part.near_address(page)]
    assert "Orë e hapur" in made[page.address]
    for word in ("Orë e hapur", "Shkolla „Drita”", "Shoqata Ura", "Salla e madhe", "Flasim për fotot."):
        assert word in near, word
    for text in made.values():
        for word in ("E padëshiruar", "Ende në pritje", "@shkolla.example", "@ura.example"):
            assert word not in text


def test_a_page_in_the_other_language_says_which_language_the_words_are_in():
    page = campaign(**OPEN)
    english = translated(page, section("en", slug="campaigns"), slug="together")
    accept_sign_up(sign_up=sign_up(campaign=page.translation_key), actor=COMMAND)
    assert 'lang="sq"' in baked()[taking_part.near_address(english)]


def test_an_empty_list_says_so_and_how_to_be_the_first():
    page = campaign(**OPEN)
    text = baked()[taking_part.near_address(page)]
    assert "Ende s’është njoftuar asgjë" in text
    assert "/sq/merr-pjese/veprimtari/?campaign=" in text


def test_a_campaign_nobody_can_take_part_in_has_neither_buttons_nor_list():
    page = campaign()
    made = baked()
    assert "merr-pjese" not in made[page.address]
    assert taking_part.near_address(page) not in made


def test_a_campaign_that_has_closed_keeps_its_list_and_loses_its_buttons():
    page = campaign(**(OPEN | {"open_until": dt.date(2020, 1, 1)}))
    accept_sign_up(sign_up=sign_up(campaign=page.translation_key), actor=COMMAND)
    made = baked()
    assert "/sq/merr-pjese/veprimtari/" not in made[page.address]
    assert "Orë e hapur" in made[taking_part.near_address(page)]


def test_a_deleted_campaign_leaves_its_sign_ups_and_no_public_page():
    page = campaign(**OPEN)
    row = sign_up(campaign=page.translation_key)
    accept_sign_up(sign_up=row, actor=COMMAND)
    page.delete()
    assert not any("Orë e hapur" in text for text in baked().values())
    assert taking_part.titles({row.campaign}) == {}
    assert SignUp.objects.get(pk=row.pk).way == Way.ACTIVITY


def test_signed_names_are_sorted_as_albanian_sorts():
    page = campaign(**OPEN)
    for name in ("Zgjimi", "Çlirimi", "Cikli", "Dhurata", "Dita"):
        accept_sign_up(
            sign_up=sign_up("pledge", campaign=page.translation_key, organisation=name, contact=f"{uuid.uuid4()}@x.al"),
            actor=COMMAND,
        )
    assert [each["name"] for each in taking_part.signers(page)] == ["Cikli", "Çlirimi", "Dita", "Dhurata", "Zgjimi"]
