"""A page as the public sees it: rendered without a request, in the page's own language."""

from typing import Any

from django.http import HttpRequest
from django.template.loader import get_template
from django.utils import translation

from isigurt.design import addresses
from isigurt.outreach import queries
from isigurt.outreach.models import PublicPage


def html(page: PublicPage) -> str:
    """Return the whole page as text, from the state of `page` at hand (a draft too)."""
    request = HttpRequest()
    request.path = page.address
    with translation.override(page.language):
        return get_template(page.template).render(_context(page), request)


def _context(page: PublicPage) -> dict[str, Any]:
    return {
        "page": page,
        "address": addresses.of_language(page.language),
        "alternates": queries.alternates(page),
        "sections": queries.sections(page.language),
    }
