"""The living page: the design system looking at itself."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation
from django.views.decorators.http import require_safe

from isigurt.country import pack
from isigurt.design.context import shared
from isigurt.design.specimens import specimens


@require_safe
def living_page(request: HttpRequest, *, template: str = "design/living_desk.html") -> HttpResponse:
    """Every component in every state, in the desk's bare frame or in the frame that ``template`` extends.

    ``?language=en`` shows it in another language.
    """
    return _page(request, template)


@require_safe
def living_public_page(request: HttpRequest) -> HttpResponse:
    """The same components in the public frame, where people who report see them."""
    return _page(request, "design/living_public.html")


def _page(request: HttpRequest, template: str) -> HttpResponse:
    languages = pack().hotline.languages
    wanted = request.GET.get("language", "")
    language = wanted if wanted in languages else translation.get_language() or languages[0]
    with translation.override(language):
        context = shared(request.path) | specimens()
        context["alternates"] = [
            each | {"address": f"?language={each['code']}"} for each in shared(request.path)["alternates"]
        ]
        return render(request, template, context)
