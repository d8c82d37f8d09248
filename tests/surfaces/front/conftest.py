"""The public front as its own process sees it: its addresses, its middleware, no more."""

from collections.abc import Iterator

import pytest
from django.test import Client
from playwright.sync_api import Page

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


@pytest.fixture(scope="module")
def place(tmp_path_factory, store):
    from tests.surfaces.front.running import prepared  # noqa: PLC0415

    return prepared(tmp_path_factory.mktemp("place"), store)


@pytest.fixture(scope="module")
def front(place):
    from tests.surfaces.front.running import running  # noqa: PLC0415

    with running(place) as served:
        yield served


@pytest.fixture
def open_page(browser, front):
    """Return how to open a page at an address; every request must stay with the front, and no cookie may appear."""
    contexts = []

    def opened(address: str, **options) -> Page:
        context = browser.new_context(base_url=f"http://localhost:{front.port}", **options)
        contexts.append(context)
        page = context.new_page()
        asked = []
        page.on("request", lambda request: asked.append(request.url))
        page.asked = asked
        page.goto(address)
        return page

    yield opened
    for context in contexts:
        assert context.cookies() == []
        for page in context.pages:
            assert all(url.startswith(f"http://localhost:{front.port}/") for url in page.asked), page.asked
        context.close()
