"""The desk page that lays an edition beside the one of the year before, table by table."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation
from django.views.decorators.http import require_safe

from isigurt.insight.editions import numbers_of
from isigurt.insight.publication.comparing import compared, outdated
from isigurt.insight.publication.content import Content
from isigurt.insight.publication.published import Published
from isigurt.staff.permissions import requires


@requires("edition.view")
@require_safe
def comparison(request: HttpRequest, year: int) -> HttpResponse:
    """Show every table of an edition with the year before, and what is left out."""
    published, earlier = numbers_of(year), numbers_of(year - 1)
    if published is None:
        raise Http404
    content = spoken(published)
    before = spoken(earlier) if earlier else None
    context = {
        "year": year,
        "year_before": year - 1,
        "before": before,
        "outdated": before is not None and outdated(content, before),
        "chapters": compared(content, before),
    }
    return render(request, "insight/edition_compared.html", context)


def spoken(published: Published) -> Content:
    """Return what is published in the desk's language, or in the hotline's first."""
    contents = published.contents
    return contents.get(translation.get_language() or "") or next(iter(contents.values()))
