import uuid

import pytest

from isigurt.ledger.wording import NotForTheLedger, check_act, check_detail, check_subject

NOT_FOR_THE_LEDGER = [
    "https://example.com/path",
    "hxxps://example[.]com",
    "example.com",
    "EXAMPLE.COM",
    "sub.example.al:8080",
    "www.tiktok.com-user",
    "//example.com",
    "someone@example.com",
    "@someone",
    "+355 69 123 4567",
    "+355691234567",
    "0691234567",
    "069-123-4567",
    "192.0.2.1",
    "192.0.2.1:8080",
    "2001:db8::1",
    "::1",
    "Ana told me what happened",
    "Ana\tHoxha",
    "line\nbreak",
    "çfarë",
    "🙂",
    "\0",
    "\u202e",
    "<b>",
    "a" * 81,
]
FOR_THE_LEDGER = [
    "",
    "in_work",
    "A1",
    "not_illegal",
    "2026-11-24",
    "2026-11",
    "2026-11-24T04:10:38+00:00",
    "2026-11-24T04:10:38.123456Z",
    "member:0c6a7fe0-46fd-4a34-8d9d-0f2b6ee5a43e",
    "0c6a7fe0-46fd-4a34-8d9d-0f2b6ee5a43e",
    "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
    "desk-20261124-0123456789",
    "al:2026.1",
    "404",
    "117-1",
    None,
    True,
    False,
    0,
    -1,
    2**53 - 1,
]


@pytest.mark.parametrize("value", NOT_FOR_THE_LEDGER)
def test_what_could_tell_about_a_person_is_refused_and_not_repeated_in_the_refusal(value: str):
    with pytest.raises(NotForTheLedger, match="'told'") as refusal:
        check_detail({"told": value})
    assert value not in str(refusal.value)


@pytest.mark.parametrize("value", FOR_THE_LEDGER)
def test_ids_states_counts_times_and_digests_are_taken(value: str | int | bool | None):
    assert check_detail({"told": value}) == {"told": value}


@pytest.mark.parametrize("value", [1.5, b"x", ["a"], {"a": 1}, uuid.UUID(int=1), 2**53, float("nan")])
def test_other_kinds_of_value_are_refused(value: object):
    with pytest.raises(NotForTheLedger):
        check_detail({"told": value})  # type: ignore[dict-item]


@pytest.mark.parametrize("key", ["", "Key", "a key", "https://example.com", "k" * 41, "1st"])
def test_a_detail_has_a_plain_name(key: str):
    with pytest.raises(NotForTheLedger):
        check_detail({key: 1})


def test_more_details_than_an_entry_needs_are_refused():
    with pytest.raises(NotForTheLedger, match="at most"):
        check_detail({f"key{number}": number for number in range(25)})


@pytest.mark.parametrize("act", ["case.viewed", "state.case", "item.address-copied", "staff.signed_in", "a.b.c"])
def test_an_act_is_named_by_its_room_and_what_was_done(act: str):
    assert check_act(act) == act


@pytest.mark.parametrize(
    "act", ["", "viewed", "Case.viewed", "case.viewed by Ana", "case.", ".viewed", "a." + "b" * 80]
)
def test_other_names_of_acts_are_refused(act: str):
    with pytest.raises(NotForTheLedger):
        check_act(act)


@pytest.mark.parametrize("subject_id", ["", "a" * 65, "https://example.com", "a b", "ana@example.com", "192.0.2.1"])
def test_a_subject_is_named_by_an_id(subject_id: str):
    with pytest.raises(NotForTheLedger):
        check_subject("case", subject_id)


def test_a_subject_may_be_a_uuid_or_a_short_id():
    assert check_subject("case", uuid.UUID(int=1)) == ("case", str(uuid.UUID(int=1)))
    assert check_subject("ledger", "head") == ("ledger", "head")
