"""The country pack: what it says, and which of its facts somebody still has to check."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from isigurt.country import pack
from isigurt.staff.permissions import requires


@requires("country.view")
@require_GET
def country(request: HttpRequest) -> HttpResponse:
    """List the facts to check first, then the harms with their deadlines, numbers and authorities."""
    return render(request, "desk/country.html", {"doubtful": pack().facts_to_verify()})
