"""What every page needs to know: the pack, the language and its sisters, where "Leave this page" goes."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import get_language

from isigurt.country import language_choices, pack

Context = dict[str, Any]


def public(request: HttpRequest) -> Context:
    """Context processor of all pages. It touches neither session nor account, so the front can use it."""
    return shared(request.path)


def shared(path: str) -> Context:
    """Return the same for a page that is rendered without a request, in the active language.

    ``path`` is the address of the page without host, such as ``/sq/``; the other languages' addresses are
    made from it. A page that is the answer to a posted form should set ``alternates`` to an empty list.
    """
    country = pack()
    language = (get_language() or country.hotline.languages[0]).partition("-")[0]
    return {
        "pack": country,
        "language": language,
        "home_address": f"/{language}/",
        "alternates": alternates(path, language),
        "leave_address": country.hotline.leave_address,
        "helplines": country.sure_helplines,
        "demo_label": settings.ISIGURT_DEMO_LABEL,
    }


def alternates(path: str, language: str) -> list[dict[str, object]]:
    """Return each language of the pack with the address of this page in it: code, name, address, active."""
    first, _, rest = path.lstrip("/").partition("/")
    tail = rest if first in pack().languages else ""
    return [
        {
            "code": code,
            "name": name,
            "address": f"/{code}/{tail}",
            "active": code == language,
        }
        for code, name in language_choices()
    ]
