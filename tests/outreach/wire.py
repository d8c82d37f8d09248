"""A wire between a browser and a server that counts what comes back over it: pages, headers, workers, everything."""

import asyncio
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress


class Wire:
    """Passes bytes on to a port of this machine; `received` is how many came back from there."""

    def __init__(self, to: int) -> None:
        self._to = to
        self._there = threading.Event()
        self.port = self.received = 0

    async def hold(self) -> None:
        """Pass on until the wire is cut."""
        self._loop, self._end = asyncio.get_running_loop(), asyncio.Event()
        server = await asyncio.start_server(self._join, "127.0.0.1", 0)
        self.port = server.sockets[0].getsockname()[1]
        self._there.set()
        await self._end.wait()
        server.close()
        ends = [task for task in asyncio.all_tasks() if task is not asyncio.current_task()]
        for task in ends:
            task.cancel()
        await asyncio.gather(*ends, return_exceptions=True)

    async def _join(self, near: asyncio.StreamReader, near_out: asyncio.StreamWriter) -> None:
        far, far_out = await asyncio.open_connection("127.0.0.1", self._to)
        try:
            with suppress(OSError, asyncio.CancelledError):
                await asyncio.gather(self._pass_on(near, far_out), self._pass_on(far, near_out, counted=True))
        finally:
            far_out.close()
            near_out.close()

    async def _pass_on(
        self, source: asyncio.StreamReader, goal: asyncio.StreamWriter, *, counted: bool = False
    ) -> None:
        while data := await source.read(65536):
            self.received += len(data) if counted else 0
            goal.write(data)
            await goal.drain()
        goal.close()

    def laid(self) -> None:
        """Wait until a browser can connect."""
        assert self._there.wait(10)

    def cut(self) -> None:
        """Pass nothing on any more."""
        self._loop.call_soon_threadsafe(self._end.set)


@contextmanager
def wire(to: int) -> Iterator[Wire]:
    """Lay a wire while the block runs."""
    between = Wire(to)
    thread = threading.Thread(target=lambda: asyncio.run(between.hold()))
    thread.start()
    between.laid()
    try:
        yield between
    finally:
        between.cut()
        thread.join()
