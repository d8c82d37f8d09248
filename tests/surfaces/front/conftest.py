"""The public front as its own process sees it: its addresses, its middleware, no more."""

from collections.abc import Iterator

import pytest
from django.test import Client

from tests.surfaces.front.visitor import Visitor


@pytest.fixture
def visitor(settings) -> Iterator[Visitor]:
    from isigurt.intake.door.room import gauge  # noqa: PLC0415 - pytest reads this file before the settings exist
    from isigurt.surfaces.front import lanes  # noqa: PLC0415

    settings.ROOT_URLCONF = "isigurt.surfaces.front.urls"
    settings.MIDDLEWARE = ["isigurt.surfaces.front.middleware.PublicHeaders"]
    lanes.networks = lanes.Networks()
    gauge.forget()
    yield Visitor(Client(raise_request_exception=False))
    gauge.forget()
