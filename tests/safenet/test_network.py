import dataclasses
import inspect
import ssl
from collections.abc import Iterator

import pytest
import trustme

from isigurt.safenet import connection, network
from isigurt.safenet.connection import lookup_now, probe_now
from isigurt.safenet.names import Resolver, Server
from isigurt.safenet.network import DirectDialer, Network, verifying_context
from isigurt.safenet.results import Outcome
from tests.safenet.internet import LoopbackDialer

RESOLVERS = (Resolver("r", (Server("127.0.0.1", 1),), patience=0.1),)


@pytest.fixture(autouse=True)
def _no_network_stays_installed() -> Iterator[None]:
    before = network.install(None)
    yield
    network.install(before)


def test_the_product_dials_the_address_itself_and_verifies_tls() -> None:
    product = network.current()
    assert isinstance(product.dialer, DirectDialer)
    assert product.tls.verify_mode is ssl.CERT_REQUIRED
    assert product.tls.check_hostname
    assert product.tls.cert_store_stats()["x509_ca"] > 0
    assert product.resolvers[0].outside


def test_a_network_that_verifies_nothing_cannot_be_made() -> None:
    for weaken in ("check_hostname", "verify_mode"):
        context = verifying_context()
        context.check_hostname = False
        if weaken == "verify_mode":
            context.verify_mode = ssl.CERT_NONE
        with pytest.raises(ValueError, match="verifies"):
            Network(RESOLVERS, LoopbackDialer(), context)
    with pytest.raises(ValueError, match="resolver"):
        Network((), LoopbackDialer(), verifying_context())


def test_no_part_of_a_network_can_change_the_policy() -> None:
    """The table is asked in `connection` whatever the network is: there is no field, argument or setting for it."""
    assert [field.name for field in dataclasses.fields(Network)] == ["resolvers", "dialer", "tls", "deadline"]
    for verb in (connection.probe, connection.lookup, connection.probe_now, connection.lookup_now):
        assert list(inspect.signature(verb).parameters)[1:] == ["network"]
    dialer = LoopbackDialer()
    dialer.table["127.0.0.1", 80] = dialer.table["10.0.0.1", 443] = 1
    mine = Network(RESOLVERS, dialer, verifying_context())
    assert probe_now("http://127.0.0.1/", network=mine).outcome is Outcome.REFUSED_BY_POLICY
    assert lookup_now("https://10.0.0.1/", network=mine).outcome is Outcome.REFUSED_BY_POLICY
    assert dialer.dialled == []


def test_what_a_composition_installs_is_used_until_it_is_taken_out() -> None:
    dialer = LoopbackDialer()
    mine = Network(RESOLVERS, dialer, verifying_context(), deadline=1.0)
    assert network.install(mine) is None
    assert network.current() is mine
    assert probe_now("http://93.184.215.14/").outcome is Outcome.CONNECTION_ERROR
    assert dialer.dialled == [("93.184.215.14", 80)]
    assert network.install(None) is mine
    assert network.current() is not mine


def test_extra_authorities_are_trusted_beside_the_usual_ones() -> None:
    usual = verifying_context().cert_store_stats()["x509_ca"]
    pem = trustme.CA().cert_pem.bytes().decode("ascii")
    assert verifying_context(pem).cert_store_stats()["x509_ca"] == usual + 1
