"""The page of closed quarters in a real browser, served as the front serves baked pages."""

import pytest
from django.core.handlers.wsgi import WSGIHandler
from django.test import override_settings

from isigurt.baked import Baking
from isigurt.country import pack
from isigurt.insight.quarters.calendar import Quarter
from isigurt.insight.quarters.pages import ADDRESSES, files
from isigurt.surfaces.front.baked_site import BakedSite
from tests.barriers import barriers
from tests.insight.quarters.shown import SHOWN
from tests.nu import faults
from tests.served import served

pytestmark = [pytest.mark.browser]
SHOWN_OR_NOT = {"shown": SHOWN, "nothing yet": {}}


@pytest.fixture(scope="module", params=SHOWN_OR_NOT.values(), ids=SHOWN_OR_NOT)
def address(request, tmp_path_factory):
    site = tmp_path_factory.mktemp("baked") / "site"
    baking = Baking(site)
    for path, (body, kind) in files(request.param, coming=Quarter(2026, 4), pack=pack()).items():
        baking.put(path, body, kind)
    baking.finish()
    with (
        override_settings(
            ROOT_URLCONF="isigurt.surfaces.front.urls", MIDDLEWARE=["isigurt.surfaces.front.middleware.PublicHeaders"]
        ),
        served(BakedSite(site, WSGIHandler())) as found,
    ):
        yield found


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("language", "width"), [("sq", 320), ("en", 1280)])
def test_it_is_for_everyone_on_every_screen(browser, address, language, width, scheme):
    # The checker is a script of ours: only it passes the policy by.
    with browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme, bypass_csp=True) as context:
        page = context.new_page()
        page.goto(f"{address}{ADDRESSES[language]}")
        assert page.evaluate("document.documentElement.scrollWidth") == width
        assert barriers(page) == []


def test_its_data_is_led_to_and_is_there(browser, address):
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(f"{address}{ADDRESSES['en']}")
        links = page.eval_on_selector_all("a[download]", "all => all.map(each => each.href)")
        assert [context.request.get(each).status for each in links] == [200] * len(links)


@pytest.mark.parametrize("shown", SHOWN_OR_NOT.values(), ids=SHOWN_OR_NOT)
def test_the_nu_checker_finds_nothing(tmp_path, shown):
    made = files(shown, coming=Quarter(2026, 4), pack=pack())
    assert faults(tmp_path, {base: made[base][0].decode() for base in ADDRESSES.values()}) == []
