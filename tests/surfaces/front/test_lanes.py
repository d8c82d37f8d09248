"""Lanes: they choose where a report waits and never whether it is taken."""

import time

import pytest

from isigurt.intake.door.models import Envelope
from isigurt.surfaces.front import lanes

pytestmark = pytest.mark.django_db(databases=["default", "door"])


def lane_of_last() -> int:
    return Envelope.objects.get().lane


def test_a_person_waits_with_the_people(visitor):
    assert visitor.send().status_code == 200
    assert lane_of_last() == 0


@pytest.mark.parametrize("sign", [{"website": "http://spam.example"}, {"opened": ""}, {"opened": "x"}])
def test_what_looks_automated_is_taken_and_waits_behind(visitor, sign):
    assert visitor.send(**sign).status_code == 200
    assert lane_of_last() == 1


def test_who_answers_faster_than_a_person_can_waits_behind(visitor):
    filled = visitor.form()
    assert visitor.post("/en/report/", filled | {"opened": str(int(time.time()))}).status_code == 200
    assert lane_of_last() == 1


def test_a_clock_that_was_put_back_makes_nobody_a_machine(visitor):
    visitor.send(opened=str(int(time.time()) + 3600))
    assert lane_of_last() == 0


def test_many_from_one_network_wait_behind_and_other_networks_do_not(visitor):
    fields = [visitor.form(words=str(number)) for number in range(lanes.MOST_FROM_ONE_NETWORK + 3)]
    for number, each in enumerate(fields):
        assert visitor.post("/en/report/", each, REMOTE_ADDR=f"198.51.100.{number}").status_code == 200
    visitor.post("/en/report/", visitor.form(), REMOTE_ADDR="198.51.101.1")
    assert Envelope.objects.filter(lane=1).count() == 3


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("198.51.100.1", "198.51.100.254", True),
        ("198.51.100.1", "198.51.101.1", False),
        ("2001:db8:1::1", "2001:db8:1:ffff::1", True),
        ("2001:db8:1::1", "2001:db8:2::1", False),
        ("::ffff:198.51.100.1", "198.51.100.7", True),
    ],
)
def test_a_network_is_a_24_or_a_48(one, other, same):
    networks = lanes.Networks()
    for _ in range(lanes.MOST_FROM_ONE_NETWORK):
        networks.many_from(one)
    assert networks.many_from(other) is same


def test_the_count_and_its_key_live_an_hour_and_hold_no_address():
    networks = lanes.Networks(key_seconds=0.05)
    for _ in range(lanes.MOST_FROM_ONE_NETWORK + 1):
        networks.many_from("198.51.100.1")
    key = networks._key
    assert "198.51" not in repr(vars(networks))
    time.sleep(0.06)
    assert networks.many_from("198.51.100.1") is False
    assert networks._key != key
    assert len(networks._counts) == 1


def test_counting_never_grows_without_bound(monkeypatch):
    monkeypatch.setattr(lanes, "_MOST_NETWORKS", 10)
    networks = lanes.Networks()
    for number in range(100):
        networks.many_from(f"198.{number}.0.1")
    assert len(networks._counts) == 10


@pytest.mark.parametrize("address", ["", "unix:", "1.2.3", "<script>", "1" * 5000])
def test_an_address_that_is_none_counts_for_nothing(address):
    assert lanes.Networks().many_from(address) is False


def test_x_forwarded_for_is_believed_only_from_a_trusted_proxy(settings):
    meta = {"REMOTE_ADDR": "192.0.2.1", "HTTP_X_FORWARDED_FOR": "6.6.6.6, 198.51.100.9"}
    assert lanes.client_address(meta) == "192.0.2.1"
    settings.ISIGURT_TRUSTED_PROXY = frozenset({"192.0.2.1"})
    assert lanes.client_address(meta) == "198.51.100.9"
    assert lanes.client_address({"REMOTE_ADDR": "192.0.2.1"}) == "192.0.2.1"
