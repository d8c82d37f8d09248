"""The chain of names that a host name stands for, from DNS servers that answer, go round in circles or keep silent."""

import asyncio
import time
from contextlib import AsyncExitStack

from isigurt.safenet.aliases import aliases_now
from isigurt.safenet.names import Resolver, Server
from tests.safenet.internet import Names


def chain(aliases: dict[str, str], *, silent: str = "", servers: int = 1, deadline: float = 5.0) -> tuple[str, ...]:
    """The aliases of a.isigurt.al as a DNS server of these tests tells them; one name it never answers for."""

    async def whole() -> tuple[str, ...]:
        names = Names()
        names.aliases.update(aliases)
        for name in {*aliases, *aliases.values()}:
            names.say(name, None if name == silent else [])
        async with AsyncExitStack() as stack:
            await names.start(stack)
            resolver = Resolver("r", (Server("127.0.0.1", names.port),) * servers, patience=0.4)
            # In a thread: the server lives in this loop.
            return await asyncio.to_thread(aliases_now, "a.isigurt.al", [resolver], deadline)

    return asyncio.run(whole())


def test_a_chain_is_followed_to_its_end() -> None:
    found = chain({"a.isigurt.al": "b.isigurt.al", "b.isigurt.al": "c.isigurt.al"})
    assert found == ("b.isigurt.al", "c.isigurt.al")


def test_a_circle_ends_where_it_closes() -> None:
    assert chain({"a.isigurt.al": "b.isigurt.al", "b.isigurt.al": "a.isigurt.al"}) == ("b.isigurt.al",)


def test_silent_servers_cost_no_more_than_the_deadline_and_what_was_found_is_kept() -> None:
    begun = time.monotonic()
    found = chain({"a.isigurt.al": "b.isigurt.al"}, silent="b.isigurt.al", servers=50, deadline=0.8)
    assert found == ("b.isigurt.al",)
    assert time.monotonic() - begun < 5, "fifty times the patience would be twenty seconds"
