"""The demo's whole site, baked once, and what tests in a real browser do with it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.served import served


@pytest.fixture(scope="module")
def a_browser_and_a_store() -> Iterator[None]:
    """Where a browser is open, Django takes the thread for one that must not wait for a store."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
        yield


KINDS: dict[str, str] = {}


@pytest.fixture
def kinds(baked_demo) -> dict[str, str]:
    """What each page of the demo's site is, by its address."""
    return KINDS


@pytest.fixture(scope="session")
def baked_demo(tmp_path_factory, django_db_setup, django_db_blocker) -> Path:
    """The folder with the demo's site; the pages themselves are gone again from the store."""
    from django.db import transaction  # noqa: PLC0415 - pytest reads this file before the settings exist
    from django.test import override_settings  # noqa: PLC0415

    from demo.content import publish, send_in  # noqa: PLC0415
    from isigurt.outreach import queries  # noqa: PLC0415
    from isigurt.outreach.baking import bake  # noqa: PLC0415

    folder = tmp_path_factory.mktemp("baked")
    with (
        pytest.MonkeyPatch.context() as patch,
        django_db_blocker.unblock(),
        override_settings(ISIGURT_BAKED=folder, MEDIA_ROOT=folder / "media"),
        transaction.atomic(),
    ):
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
        publish()
        send_in()
        bake()
        KINDS.update((page.address, _kind(page)) for page in queries.every_seen())
        transaction.set_rollback(True)
    return folder


def _kind(page) -> str:
    """Name what a page is: its type, what a list lists, whether a campaign stands in another and an event is over."""
    from isigurt.outreach import queries  # noqa: PLC0415
    from isigurt.outreach.models import CampaignPage, EventPage, HelpPage, ListPage  # noqa: PLC0415

    more = ""
    if isinstance(page, ListPage):
        more = page.shows
    elif isinstance(page, CampaignPage):
        more = "inside another" if isinstance(page.get_parent().specific, CampaignPage) else ""
    elif isinstance(page, EventPage):
        more = "over" if queries.is_over(page) else "to come"
    elif isinstance(page, HelpPage):
        more = f"to a {page.addressed}"
    return f"{type(page).__name__} {more}".strip()


@pytest.fixture(scope="module")
def address(baked_demo) -> Iterator[str]:
    """Where the demo's site is served, with the front behind it."""
    from django.core.handlers.wsgi import WSGIHandler  # noqa: PLC0415
    from django.test import override_settings  # noqa: PLC0415

    from isigurt.surfaces.front.baked_site import BakedSite  # noqa: PLC0415

    with (
        override_settings(
            ISIGURT_BAKED=baked_demo,
            ROOT_URLCONF="isigurt.surfaces.front.urls",
            MIDDLEWARE=["isigurt.surfaces.front.middleware.PublicHeaders"],
        ),
        served(BakedSite(baked_demo / "site", WSGIHandler())) as found,
    ):
        yield found


@pytest.fixture
def opened(browser, address):
    """Return how to open an empty page; it may ask nobody but the site, and keeps what the console said."""
    contexts = []

    def make(**options):
        context = browser.new_context(base_url=address, **options)
        contexts.append(context)
        page = context.new_page()
        page.said, page.asked, page.weight = [], [], 0
        page.on("console", lambda message: page.said.append(message.text))
        page.on("pageerror", lambda error: page.said.append(str(error)))
        page.on("request", lambda request: page.asked.append(request.url))
        return page

    yield make
    for context in contexts:
        assert context.cookies() == []
        for page in context.pages:
            assert [url for url in page.asked if not url.startswith(f"{address}/")] == []
        context.close()
