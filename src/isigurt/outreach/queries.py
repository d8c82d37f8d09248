"""What is read of the public pages: live ones only."""

from django.conf import settings
from wagtail.models import Page

from isigurt.outreach.models import HomePage, ListPage, PublicPage


def home(language: str) -> HomePage:
    """Return the home of a language."""
    page: HomePage = HomePage.objects.get(locale__language_code=language)
    return page


def sections(language: str) -> list[ListPage]:
    """Return the live list pages below the home of `language`: the site's sections, in the editors' order."""
    return list(ListPage.objects.live().filter(locale__language_code=language).order_by("path"))


def alternates(page: PublicPage) -> list[dict[str, object]]:
    """Return each language with this page's address in it, as the design's language switch wants it.

    A language into which the page has not been translated leads to that language's home.
    """
    translations = {
        each.locale.language_code: each.specific.address
        for each in Page.objects.live().filter(translation_key=page.translation_key).select_related("locale")
    }
    return [
        {
            "code": code,
            "name": str(name),
            "address": translations.get(code, f"/{code}/"),
            "active": code == page.language,
        }
        for code, name in settings.LANGUAGES
    ]
