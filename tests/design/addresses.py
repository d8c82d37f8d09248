"""The living pages under the strictest content policy, for the browser tests."""

from pathlib import Path

from django.http import HttpRequest, HttpResponse
from django.urls import path
from django.views.static import serve

from isigurt.design.views import living_page, living_public_page

POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'"
STATIC = Path(__file__).parents[2] / "src" / "isigurt" / "design" / "static"


def _strict(view):
    def answer(request: HttpRequest, **named: str) -> HttpResponse:
        response = view(request, **named)
        response["Content-Security-Policy"] = POLICY
        return response

    return answer


def _file(request: HttpRequest, name: str) -> HttpResponse:
    return serve(request, name, document_root=STATIC)


urlpatterns = [
    path("desk/", _strict(living_page)),
    path("desk/public/", _strict(living_public_page)),
    path("static/<path:name>", _file),
]
