"""Traces through real name servers and a real registry that may say anything."""

import pytest

from isigurt.takedown.tracing import Failure, trace
from tests.safenet.mmdb import written
from tests.takedown.internet import SERVFAIL, Page, registry_answer
from tests.takedown.scene import ADDRESS, HOST, IP, MAIL


def test_a_trace_finds_network_contact_and_country(world):
    traced = trace(ADDRESS)
    assert traced.failure == ""
    assert traced.finding.addresses == (IP,)
    assert traced.finding.abuse_mails == (MAIL,)
    assert (traced.finding.country, traced.finding.country_from) == ("NL", "registry")
    assert traced.finding.delivery_network == ""


def test_a_host_behind_a_delivery_network_is_told_by_its_alias(world):
    world.aliases[HOST] = "d111.cloudfront.net"
    traced = trace(ADDRESS)
    assert traced.finding.aliases == ("d111.cloudfront.net",)
    assert traced.finding.delivery_network == "Amazon CloudFront"


def test_a_host_behind_a_delivery_network_is_told_by_its_network(world):
    world.registry[IP] = registry_answer(MAIL, name="CLOUDFLARENET")
    assert trace(ADDRESS).finding.delivery_network == "Cloudflare"


@pytest.mark.parametrize(
    ("answer", "failure"),
    [
        (404, Failure.REGISTRY_REFUSED),
        (429, Failure.REGISTRY_REFUSED),
        (500, Failure.REGISTRY_REFUSED),
        (Page(200, raw=b"HTTP/1.1 200 OK\r\n\r\n<html>no</html>"), Failure.REGISTRY_GARBAGE),
        (Page(200, raw=b"\x00\x01\x02garbage\r\n\r\n"), Failure.REGISTRY_GARBAGE),
        (Page(200, raw=b"HTTP/1.1 200 OK\r\n\r\n" + b" " * 10_000_000), Failure.REGISTRY_TOO_LARGE),
        (Page(after=2.5), Failure.REGISTRY_TIMED_OUT),
        ({"objectClassName": "domain"}, Failure.REGISTRY_GARBAGE),
        ({"objectClassName": "ip network"}, Failure.NO_CONTACT),
    ],
)
def test_a_registry_that_gives_no_contact_is_named_with_what_was_found_so_far(world, answer, failure):
    world.registry[IP] = answer
    traced = trace(ADDRESS)
    assert traced.failure == failure
    assert traced.finding.addresses == (IP,)
    assert traced.finding.abuse_mails == ()


def test_a_registry_that_is_not_there_is_a_failure_of_its_own(world, settings):
    settings.ISIGURT_RDAP = "https://askund.faqe-prove.al"
    assert trace(ADDRESS).failure == Failure.REGISTRY_NOT_REACHED


def test_names_that_are_gone_or_unanswered_are_told_apart(world):
    world.names[HOST] = SERVFAIL
    assert trace(ADDRESS).failure == Failure.NAMES_UNANSWERED
    del world.names[HOST]
    assert trace(ADDRESS).failure == Failure.NO_SUCH_NAME


def test_a_name_that_leads_inside_is_not_asked_about(world):
    world.names[HOST] = ["192.168.1.1"]
    assert trace(ADDRESS).failure == Failure.ADDRESS_DENIED
    assert world.asked == []


def test_a_number_for_a_host_is_traced_without_names(world):
    world.registry["28.77.1.99"] = registry_answer(MAIL)
    assert trace("http://28.77.1.99/x").finding.addresses == ("28.77.1.99",)


def test_an_unreadable_country_database_does_not_stop_the_trace(world, settings, tmp_path):
    broken = tmp_path / "country.mmdb"
    broken.write_bytes(b"no database")
    settings.ISIGURT_MMDB = str(broken)
    assert trace(ADDRESS).finding.country == "NL"
    settings.ISIGURT_MMDB = str(tmp_path / "missing.mmdb")
    assert trace(ADDRESS).failure == ""


def test_the_operators_own_database_is_believed_before_the_registry(world, settings, tmp_path):
    own = tmp_path / "country.mmdb"
    own.write_bytes(written({"28.77.1.0/24": {"country": {"iso_code": "XK"}, "autonomous_system_number": 64500}}))
    settings.ISIGURT_MMDB = str(own)
    finding = trace(ADDRESS).finding
    assert (finding.country, finding.country_from) == ("XK", "mmdb")
    assert finding.autonomous_systems == (64500,)
