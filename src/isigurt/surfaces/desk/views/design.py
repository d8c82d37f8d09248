"""The design system, alive: every component in every state, for those who build pages."""

from django.http import HttpRequest, HttpResponse

from isigurt.design.views import living_page, living_public_page
from isigurt.staff.permissions import requires


@requires("design.view")
def design(request: HttpRequest) -> HttpResponse:
    """Show every component in the desk's frame."""
    return living_page(request, template="desk/design.html")


@requires("design.view")
def design_public(request: HttpRequest) -> HttpResponse:
    """Show the same components in the public frame."""
    return living_public_page(request)
