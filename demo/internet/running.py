"""All of the demo internet in one event loop."""

import asyncio
import threading
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager

from demo.choices import Choices
from demo.internet import authority, host, mail, names, registry, web
from demo.internet.condition import Conditions
from demo.internet.mail import Mailbox
from demo.internet.operator import Operator


@asynccontextmanager
async def internet(choices: Choices) -> AsyncIterator[Conditions]:
    """Serve the demo internet on `choices`' ports while the block runs."""
    choices.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    authority.create_missing(choices.folder)
    conditions = Conditions.load(choices.folder / "pages.json")
    mailbox = Mailbox(choices.folder / "mail")
    tls = authority.server_context(choices.folder)
    servers: list[asyncio.Server | asyncio.DatagramTransport] = []
    try:
        for port in choices.name_ports:
            servers.extend(await names.serve(conditions, port))
        servers.append(await web.serve(registry.handler(conditions), choices.registry_port, tls=tls))
        servers.append(await web.serve(host.handler(conditions), choices.web_port))
        servers.append(await web.serve(host.handler(conditions), choices.secure_web_port, tls=tls))
        servers.append(await mail.serve(mailbox, choices.mail_port))
        operator = Operator(choices, conditions, mailbox)
        servers.append(await web.serve(operator.handler(), choices.operator_port))
        yield conditions
    finally:
        for server in servers:
            server.close()


@contextmanager
def internet_beside(choices: Choices) -> Iterator[Conditions]:
    """Serve the demo internet from a thread while the block runs."""
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever, name="demo internet", daemon=True)
    thread.start()
    running = internet(choices)
    try:
        yield asyncio.run_coroutine_threadsafe(running.__aenter__(), loop).result(30)
    finally:
        asyncio.run_coroutine_threadsafe(_end(running), loop).result(30)
        loop.call_soon_threadsafe(loop.stop)
        thread.join(30)
        loop.close()


async def _end(running: "object") -> None:
    await running.__aexit__(None, None, None)  # type: ignore[attr-defined]
    visits = [task for task in asyncio.all_tasks() if task is not asyncio.current_task()]
    for visit in visits:
        visit.cancel()
    await asyncio.gather(*visits, return_exceptions=True)
