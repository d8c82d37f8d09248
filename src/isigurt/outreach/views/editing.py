"""Pages of ours among Wagtail's: languages and links."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe
from wagtail.models import Locale, Page

from isigurt.outreach.actions import begin_translation
from isigurt.outreach.checking import link_problems
from isigurt.outreach.cms.languages import lacking
from isigurt.staff.permissions import requires, signed_in


@requires("cms.edit")
@require_safe
def languages(request: HttpRequest) -> HttpResponse:
    """Show which pages are missing or behind in a language."""
    return render(request, "outreach/cms/languages.html", {"rows": lacking()})


@requires("cms.edit")
@require_POST
def translate(request: HttpRequest, page_id: int, language: str) -> HttpResponse:
    """Make the draft of a page in another language and open it."""
    page = get_object_or_404(Page, pk=page_id, depth__gt=1)
    try:
        made = begin_translation(page=page, language=language, member=signed_in(request))
    except Locale.DoesNotExist as error:
        raise Http404 from error
    return redirect("wagtailadmin_pages:edit", made.pk)


@requires("cms.edit")
@require_safe
def links(request: HttpRequest) -> HttpResponse:
    """Show the links inside the site that lead nowhere."""
    return render(request, "outreach/cms/links.html", {"rows": link_problems()})
