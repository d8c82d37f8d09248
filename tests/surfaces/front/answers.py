"""Every kind of answer that the front gives: its pages in every state, its files, its refusals."""

from unittest.mock import patch

from django.http import HttpResponse

from isigurt.country import pack
from isigurt.design.addresses import ADDRESSES
from isigurt.intake.door import room
from tests.surfaces.front.visitor import Visitor, code_on

PAGES_TO_OPEN = [page for page in ADDRESSES if page not in {"check", "share"}]
FILES = (
    "/static/design/public.css",
    "/static/design/icons.svg",
    "/static/design/icon-192.png",
    "/static/front/questions.js",
    "/static/button/sq-night.svg",
    "/worker.js",
    "/sq/app.webmanifest",
    "/en/app.webmanifest",
)
REFUSED = (
    "/nothing",
    "/sq/nothing",
    "/static/nothing.css",
    "/static/../wsgi.py",
    "/sq//evil.example",
    "/static/button/x.svg",
)


def pages(visitor: Visitor, language: str) -> dict[str, HttpResponse]:
    """Return every page in every state, by what led to it."""
    visitor.language = language
    at = {page: each[language] for page, each in ADDRESSES.items()}
    found = {page: visitor.get(at[page]) for page in PAGES_TO_OPEN}
    found |= {f"receipt of {harm}": visitor.send(harm=harm) for harm in pack().harms.ids}
    code = code_on(found["receipt of bullying"])
    found |= {
        "report with mistakes": visitor.send(harm="", words="a" * 10_001),
        "report with an unsure address": visitor.send(where="te telefoni i Anës"),
        "report too large": visitor.send(words="a" * 300_000),
        "far too large": visitor.post(at["report"], b"words=" + b"a" * (3 * 2**20)),
        "not a form": visitor.client.post(at["report"], b"x", content_type="text/plain"),
        "shared": visitor.post(at["share"], {"text": "Shiko https://keq.example/1"}),
        "nothing shared": visitor.post(at["share"], {}),
        "code written down": visitor.post(at["check"], {"code": code, "last": code[-4:]}),
        "code written down wrongly": visitor.post(at["check"], {"code": code, "last": "0000"}),
        "check of no code": visitor.post(at["check"], {"code": "x"}),
        "no code": visitor.open(""),
        "half a code": visitor.open("ABCD"),
        "code of nothing": visitor.open("0000-0000-0000-0000"),
        "conversation": visitor.open(code),
        "reply too long": visitor.open(code, act="reply", words="a" * 10_001),
        "reply": visitor.open(code, act="reply", words="Po.", nonce="1"),
        "taking back": visitor.open(code, act="withdraw"),
        "taken back": visitor.open(code, act="withdraw_surely", nonce="2"),
        "nothing here": visitor.get(f"/{language}/nothing"),
        "nothing asked": visitor.post(at["search"], {}),
        "nothing found": visitor.post(at["search"], {"words": '"><xyz'}),
        "asked too much": visitor.post(at["search"], {"words": "a" * 300}),
    }
    with patch.object(room, "_measure", return_value=0):
        room.gauge.forget()
        found["report not received"] = visitor.send()
    room.gauge.forget()
    with patch("isigurt.surfaces.front.views.report.submit_report", side_effect=ValueError):
        found["went wrong"] = visitor.send()
    return found
