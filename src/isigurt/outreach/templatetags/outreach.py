"""Template tags of the public pages."""

from collections.abc import Iterable

from django import template
from django.template.defaultfilters import filesizeformat

from isigurt.outreach.models import Material, PublicPage, ResourcePage

register = template.Library()


@register.filter
def file_kind(material: Material) -> str:
    """What one gets, and how large it is: ``PDF, 240 KB``."""
    ending = str(material.file_extension).upper()
    return f"{ending}, {filesizeformat(material.get_file_size() or 0)}"


@register.filter
def seen(page: object) -> PublicPage | None:
    """Return the page that a block links to if the public can see it."""
    specific = getattr(page, "specific", None)
    if not isinstance(specific, PublicPage) or not specific.live:
        return None
    return None if specific.get_ancestors().filter(depth__gt=1, live=False).exists() else specific


@register.filter
def marks(resources: ResourcePage | Iterable[ResourcePage]) -> str:
    """Return what a sieve may look for in resources: their kinds, their ages, and which go together in one."""
    found: dict[str, None] = {}
    for page in [resources] if isinstance(resources, ResourcePage) else resources:
        kind = str(page.kind)
        found |= dict.fromkeys([kind, *page.ages, *(f"{kind}:{age}" for age in page.ages)])
    return " ".join(found)
