"""`python -m demo.internet`: the demo internet as a process of its own."""

import asyncio
import signal

from demo.choices import Choices
from demo.clock import keep_time
from demo.internet.running import internet


async def main() -> None:
    """Serve until SIGTERM or SIGINT."""
    choices = Choices.read()
    stop = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    async with internet(choices):
        while not stop.is_set():
            keep_time(choices)
            try:
                await asyncio.wait_for(stop.wait(), 0.5)
            except TimeoutError:
                continue


if __name__ == "__main__":
    asyncio.run(main())
