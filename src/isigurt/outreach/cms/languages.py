"""Which pages are missing or behind in the other language."""

from collections import defaultdict
from dataclasses import dataclass

from django.conf import settings
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

MISSING, DRAFT, BEHIND, CURRENT = "missing", "draft", "behind", "current"
WORDS: dict[str, Promise] = {
    MISSING: _("missing"),
    DRAFT: _("draft, not published"),
    BEHIND: _("behind: the other was published later"),
    CURRENT: _("current"),
}


@dataclass(frozen=True, slots=True)
class Version:
    """A page in one language, or that there is none."""

    code: str
    name: str
    page: Page | None
    state: str

    @property
    def words(self) -> Promise:
        """The state in words."""
        return WORDS[self.state]


@dataclass(frozen=True, slots=True)
class Row:
    """A page and what there is of it in each language; `source` is the one that was public first."""

    source: Page
    versions: list[Version]


def lacking() -> list[Row]:
    """Return every public page that some language lacks or is behind in."""
    groups: dict[object, dict[str, Page]] = defaultdict(dict)
    for page in Page.objects.filter(depth__gt=1).select_related("locale").order_by("path"):
        groups[page.translation_key][page.locale.language_code] = page
    rows = [_row(there) for there in groups.values() if any(page.live for page in there.values())]
    return [row for row in rows if any(version.state != CURRENT for version in row.versions)]


def _row(there: dict[str, Page]) -> Row:
    source = min((page for page in there.values() if page.live), key=lambda page: page.first_published_at.timestamp())
    versions = [Version(code, str(name), there.get(code), _state(source, there.get(code)))
                for code, name in settings.LANGUAGES]  # fmt: skip
    return Row(source, versions)


def _state(source: Page, page: Page | None) -> str:
    if page is None:
        return MISSING
    if page.pk == source.pk:
        return CURRENT
    if not page.live:
        return DRAFT
    return BEHIND if source.last_published_at > page.last_published_at else CURRENT
