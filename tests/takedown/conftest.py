from collections.abc import Iterator
from typing import Any

import pytest

from tests.takedown.internet import REGISTRY_NAME, Internet, Page, internet, registry_answer
from tests.takedown.relay import Relay, relay
from tests.takedown.scene import HOST, IP, MAIL, PATH


@pytest.fixture
def world(settings: Any) -> Iterator[Internet]:
    """A real internet on loopback with one host and its registry."""
    settings.ISIGURT_RDAP = f"https://{REGISTRY_NAME}"
    with internet() as made:
        made.names[HOST] = [IP]
        made.pages[HOST, PATH] = Page(200, {"Content-Type": "image/jpeg", "ETag": '"12"'})
        made.registry[IP] = registry_answer(MAIL)
        yield made


@pytest.fixture
def mail(settings: Any) -> Iterator[Relay]:
    with relay() as made:
        settings.ISIGURT_MAIL_RELAY = made.url
        settings.ISIGURT_MAIL_FROM = "njoftime@isigurt.al"
        yield made


@pytest.fixture
def time_passes() -> Any:
    from tests.takedown.factories import FastClock  # noqa: PLC0415 - Django is ready only now

    return FastClock()
