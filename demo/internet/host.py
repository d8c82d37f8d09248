"""The demo's web host: invented pages, each in the condition that the operator put it in."""

from demo.internet.condition import Condition, Conditions
from demo.internet.rendering import page, static
from demo.internet.web import Handler, Request, Response
from demo.world import PAGES, Page, page_at

NOT_FOUND = ("404", "Kjo faqe nuk gjendet. · There is no such page.")
BROKEN = ("500", "Diçka u prish. · Something broke.")


def handler(conditions: Conditions) -> Handler:
    """Return the web host's answers."""

    async def handle(request: Request) -> Response | None:
        if request.path.startswith("/static/"):
            return static(request.path.removeprefix("/static/")) or _said(404, NOT_FOUND)
        response = _answer(request, conditions)
        conditions.seen(f"{request.method} {request.host}{request.path}", str(response.status) if response else "…")
        return response

    return handle


def _answer(request: Request, conditions: Conditions) -> Response | None:
    found = page_at(request.host, request.path)
    if found is not None:
        return _in_its_condition(found, conditions)
    if request.path == "/":
        pages = [one for one in PAGES if one.host == request.host and conditions.of(one.address) is Condition.UP]
        return page("home.html", host=request.host, pages=pages)
    return _said(404, NOT_FOUND)


def _in_its_condition(found: Page, conditions: Conditions) -> Response | None:
    match conditions.of(found.address):
        case Condition.UP:
            return page("content.html", page=found)
        case Condition.DOWN:
            return _said(404, NOT_FOUND)
        case Condition.ERROR:
            return _said(500, BROKEN)
        case Condition.SILENT:
            return None


def _said(status: int, words: tuple[str, str]) -> Response:
    return page("said.html", status=status, title=words[0], text=words[1])
