import asyncio
import time
from collections.abc import Callable, Coroutine
from contextlib import AsyncExitStack
from typing import Any, TypeVar

import dns.rcode
import pytest

from isigurt.safenet.names import NameOutcome, Resolution, Resolver, Server, ask_everyone, says_gone, system_servers
from tests.safenet.internet import PLACE, PLACE_6, Names

Value = TypeVar("Value")
NAME = "faqja.isigurt.al"


def run(scenario: Callable[[Names, Names], Coroutine[Any, Any, Value]]) -> Value:
    async def whole() -> Value:
        first, second = Names(), Names()
        async with AsyncExitStack() as stack:
            await first.start(stack)
            await second.start(stack)
            return await scenario(first, second)

    return asyncio.run(whole())


def resolver(*servers: Names, label: str = "r", outside: bool = False, patience: float = 10.0) -> Resolver:
    places = tuple(Server("127.0.0.1", server.port) for server in servers)
    return Resolver(label, places, outside=outside, patience=patience)


def test_both_address_families_are_asked_once() -> None:
    async def scenario(first: Names, _: Names) -> Resolution:
        first.say(NAME, [PLACE, PLACE_6])
        resolution = await resolver(first).resolve(NAME)
        assert sorted(first.asked) == [(NAME, "A"), (NAME, "AAAA")]
        return resolution

    resolution = run(scenario)
    assert resolution.outcome is NameOutcome.FOUND
    assert [str(address) for address in resolution.addresses] == [PLACE, PLACE_6]


@pytest.mark.parametrize(
    ("for_a", "for_aaaa", "outcome"),
    [
        ([PLACE], [], NameOutcome.FOUND),
        ([], [PLACE_6], NameOutcome.FOUND),
        ([PLACE], dns.rcode.SERVFAIL, NameOutcome.FOUND),
        ([PLACE], None, NameOutcome.FOUND),
        (dns.rcode.NXDOMAIN, dns.rcode.NXDOMAIN, NameOutcome.NXDOMAIN),
        (dns.rcode.NXDOMAIN, [], NameOutcome.NO_ADDRESS),
        (dns.rcode.NXDOMAIN, dns.rcode.SERVFAIL, NameOutcome.SERVFAIL),
        (dns.rcode.NXDOMAIN, None, NameOutcome.TIMEOUT),
        ([], [], NameOutcome.NO_ADDRESS),
        (dns.rcode.REFUSED, dns.rcode.REFUSED, NameOutcome.SERVFAIL),
        (None, None, NameOutcome.TIMEOUT),
        (b"\x81\x80rubbishrubbishrubbish", [], NameOutcome.BAD_ANSWER),
    ],
)
def test_the_two_answers_amount_to_one_outcome(for_a: Any, for_aaaa: Any, outcome: NameOutcome) -> None:
    async def scenario(first: Names, _: Names) -> Resolution:
        first.say(f"{NAME} A", for_a)
        first.say(f"{NAME} AAAA", for_aaaa)
        return await resolver(first, patience=1.0 if None in (for_a, for_aaaa) else 10.0).resolve(NAME)

    assert run(scenario).outcome is outcome


def test_an_answer_that_was_cut_short_is_asked_for_over_tcp() -> None:
    async def scenario(first: Names, _: Names) -> Resolution:
        first.truncate = True
        first.say(NAME, [PLACE, *(f"93.184.216.{last}" for last in range(200))])
        resolution = await resolver(first).resolve(NAME)
        assert first.over_tcp == 2
        return resolution

    assert len(run(scenario).addresses) == 201


def test_a_lost_question_is_asked_again_and_an_answered_one_is_not() -> None:
    async def scenario(first: Names, _: Names) -> Resolution:
        first.say(f"{NAME} A", None, [])
        first.say(f"{NAME} AAAA", [])
        resolution = await resolver(first, patience=1.0).resolve(NAME)
        assert sorted(first.asked) == [(NAME, "A"), (NAME, "A"), (NAME, "AAAA")]
        return resolution

    assert run(scenario).outcome is NameOutcome.NO_ADDRESS


def test_the_second_server_is_asked_when_the_first_is_silent_or_fails() -> None:
    async def scenario(first: Names, second: Names) -> list[Resolution]:
        second.say(NAME, [PLACE])
        found = []
        for failure in (None, dns.rcode.SERVFAIL):
            first.say(NAME, failure)
            found.append(await resolver(first, second, patience=1.0).resolve(NAME))
        return found

    assert [resolution.outcome for resolution in run(scenario)] == [NameOutcome.FOUND] * 2


def test_a_server_that_is_not_there_is_unreachable() -> None:
    async def scenario(_first: Names, _second: Names) -> Resolution:
        return await Resolver("r", (Server("127.0.0.1", 1),), patience=10.0).resolve(NAME)

    assert run(scenario).outcome is NameOutcome.UNREACHABLE


def test_what_is_no_name_is_not_asked() -> None:
    async def scenario(first: Names, _: Names) -> Resolution:
        resolution = await resolver(first).resolve("a..b")
        assert first.asked == []
        return resolution

    assert run(scenario).outcome is NameOutcome.BAD_ANSWER


def test_a_silent_server_costs_its_patience_and_no_more() -> None:
    async def scenario(first: Names, _: Names) -> Resolution:
        first.say(NAME, None)
        return await resolver(first, patience=0.2).resolve(NAME)

    began = time.monotonic()
    run(scenario)
    assert 0.35 < time.monotonic() - began < 10


def test_everyone_is_asked_and_each_answer_says_whose_it_is() -> None:
    async def scenario(first: Names, second: Names) -> tuple[Resolution, ...]:
        second.say(NAME, [PLACE])
        inside, outside = resolver(first, label="inside"), resolver(second, label="outside", outside=True)
        return await ask_everyone(NAME, [inside, outside])

    inside, outside = run(scenario)
    assert (inside.resolver, inside.outside, inside.outcome) == ("inside", False, NameOutcome.NXDOMAIN)
    assert (outside.resolver, outside.outside, outside.outcome) == ("outside", True, NameOutcome.FOUND)


@pytest.mark.parametrize(
    ("said", "gone"),
    [
        ([("a", NameOutcome.NXDOMAIN, False), ("b", NameOutcome.NXDOMAIN, True)], True),
        ([("a", NameOutcome.NXDOMAIN, True), ("b", NameOutcome.NXDOMAIN, True)], True),
        ([("a", NameOutcome.NXDOMAIN, False), ("b", NameOutcome.NXDOMAIN, False)], False),
        ([("a", NameOutcome.NXDOMAIN, True)], False),
        ([("a", NameOutcome.NXDOMAIN, True), ("a", NameOutcome.NXDOMAIN, True)], False),
        ([("a", NameOutcome.NXDOMAIN, False), ("b", NameOutcome.FOUND, True)], False),
        ([("a", NameOutcome.NXDOMAIN, False), ("b", NameOutcome.TIMEOUT, True)], False),
        ([("a", NameOutcome.SERVFAIL, False), ("b", NameOutcome.SERVFAIL, True)], False),
        ([], False),
    ],
)
def test_a_name_is_gone_when_two_resolvers_say_so_and_one_stands_outside(
    said: list[tuple[str, NameOutcome, bool]], gone: bool
) -> None:
    resolutions = [Resolution(NAME, outcome, (), label, outside) for label, outcome, outside in said]
    assert says_gone(resolutions) is gone


def test_the_servers_of_this_machine_have_addresses() -> None:
    assert all(server.address and server.port for server in system_servers())
