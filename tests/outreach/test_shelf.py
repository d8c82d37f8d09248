"""The shelves of resources, narrowed down by kind and age without a script."""

import pytest
from playwright.sync_api import Page

from isigurt.outreach.choices import Age, Audience, ResourceKind
from isigurt.outreach.rendering import html
from isigurt.outreach.templatetags.outreach import marks
from tests.design.contrast import STATIC
from tests.outreach.factories import resource, section

pytestmark = [
    pytest.mark.browser,
    pytest.mark.once,
    pytest.mark.django_db(databases=["default", "door"]),
    pytest.mark.usefixtures("a_browser_and_a_store"),
]


def chosen(name: str, value: str) -> str:
    return f'.shelves:has([name={name}][value="{value}"]:checked)'


def test_there_is_a_rule_for_every_choice_and_every_two_of_them():
    sheet = (STATIC / "shelf.css").read_text()
    both = [(kind, age) for kind in ResourceKind.values for age in Age.values]
    rules = [f'{chosen("kind", kind)} [data-has]:not([data-has~="{kind}"])' for kind in ResourceKind.values]
    rules += [f'{chosen("age", age)} [data-has]:not([data-has~="{age}"])' for age in Age.values]
    for kind, age in both:
        chosen_both = f"{chosen('kind', kind)}{chosen('age', age).removeprefix('.shelves')}"
        rules.append(f'{chosen_both} [data-has]:not([data-has~="{kind}:{age}"])')
        rules.append(f'{chosen_both}:not([data-all~="{kind}:{age}"]) .none')
    assert [rule for rule in rules if f"\n{rule}" not in sheet] == []
    assert sheet.count(":checked)") == sum(rule.count(":checked)") for rule in rules)


def test_a_resource_says_its_kind_its_ages_and_both_together():
    shelf = section(shows="resources", title="Materiale")
    guide = resource(shelf, ages=[Age.SIX, Age.TEN])
    poster = resource(shelf, slug="poster", kind=ResourceKind.POSTER)
    assert marks(guide) == "guide 6-9 10-12 guide:6-9 guide:10-12"
    assert marks([guide, poster]) == "guide 6-9 10-12 guide:6-9 guide:10-12 poster"


def test_a_row_with_nothing_to_choose_between_is_not_there():
    shelf = section(shows="resources", title="Materiale")
    resource(shelf)
    assert 'type="radio"' not in html(shelf)
    resource(shelf, slug="poster", kind=ResourceKind.POSTER)
    page = html(shelf)
    assert page.count('name="kind"') == 3
    assert 'name="age"' not in page


def headings(page: Page) -> list[str]:
    return [each.get_attribute("id") or "" for each in page.locator(".shelf h2:visible").all()]


def pick(page: Page, label: str) -> None:
    page.locator(".sieve label", has_text=label).click()


@pytest.mark.parametrize("scripts", [True, False])
def test_a_teacher_finds_the_lesson_for_an_age(opened, scripts):
    page = opened(java_script_enabled=scripts, viewport={"width": 390, "height": 800})
    page.goto("/sq/materiale/")
    assert headings(page) == Audience.values
    pick(page, "Plan mësimi")
    assert "teachers" in headings(page)
    assert "media" not in headings(page)
    assert {each.inner_text() for each in page.locator(".teaser .above:visible").all()} == {"Plan mësimi"}
    assert page.locator('.audiences a[href="#media"]').is_hidden()
    pick(page, "13 deri në 15 vjeç")
    assert "teachers" in headings(page)
    assert page.locator(".none").is_hidden()
    pick(page, "6 deri në 9 vjeç")
    assert headings(page) == []
    assert page.locator(".none").is_visible()


def test_it_is_narrowed_down_by_keyboard(opened):
    page = opened()
    page.goto("/en/resources/")
    page.locator("[name=kind]").first.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    assert {each.inner_text() for each in page.locator(".teaser .above:visible").all()} == {"Lesson plan"}
