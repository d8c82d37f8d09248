"""What the desk says when something is not to be had."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Answer 400: the browser sent something no page of ours asks for."""
    del exception
    return render(request, "desk/400.html", status=400)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Answer 403: the role does not include this."""
    del exception
    return render(request, "desk/403.html", status=403)


def form_too_old(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Answer 403 for a form without its token: most often a page left open over a sign-in."""
    del reason
    return render(request, "desk/form_too_old.html", status=403)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Answer 404."""
    del exception
    return render(request, "desk/404.html", status=404)


def failed(request: HttpRequest) -> HttpResponse:
    """Answer 500, with a page that needs nothing that could have failed."""
    return render(request, "desk/500.html", status=500)
