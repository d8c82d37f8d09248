"""The page behind a code: how far the report has come, the conversation, and the way to take it back.

The code is posted each time and never part of an address, so it is in no history, log or referrer.
"""

import secrets
from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from isigurt.intake.content import WithdrawalContent
from isigurt.intake.door.models import PublicWord
from isigurt.intake.receipt import Receipt
from isigurt.intake.submission import (
    Conversation,
    Outcome,
    StoreAway,
    read_conversation,
    submit_reply,
    submit_withdrawal,
)
from isigurt.surfaces.front import pages
from isigurt.surfaces.front.forms import CodeForm, ReplyForm
from isigurt.surfaces.front.posted import CutOff, NotAForm, TooLarge, read_form

ENTRY = "front/code.html"
CONVERSATION = "front/conversation.html"

_STEPS = (
    (
        PublicWord.RECEIVED,
        gettext_lazy("We have it"),
        gettext_lazy("Your report is safe with us. A person will read it."),
    ),
    (
        PublicWord.IN_WORK,
        gettext_lazy("Somebody is working on it"),
        gettext_lazy("A person has read it and is looking into it."),
    ),
    (
        PublicWord.ACTION_TAKEN,
        gettext_lazy("We have done something"),
        gettext_lazy("We have told those who can remove it or protect you. Now we watch what happens."),
    ),
    (PublicWord.CLOSED, gettext_lazy("Finished"), gettext_lazy("We have done what we can. You can still write to us.")),
)


def code(request: HttpRequest, language: str) -> HttpResponse:
    """Ask for the code, or show what is behind it and take in what was written there."""
    if request.method != "POST":
        return pages.still("code", language, ENTRY).response(request)
    try:
        posted = read_form(request)
    except TooLarge:
        return pages.answer("", language, "front/too_large.html", {}, status=413)
    except (CutOff, NotAForm):
        return pages.answer("", language, "front/not_a_form.html", {}, status=400)
    form = CodeForm(posted)
    if not form.is_valid():
        return pages.answer("code", language, ENTRY, {"form": form}, status=422)
    receipt: Receipt = form.cleaned_data["code"]
    try:
        return _behind(receipt, posted, language)
    except StoreAway:
        reply = {"code": receipt.text, "reply": ReplyForm(posted)} if posted.get("words") else {}
        return pages.answer("", language, "front/went_wrong.html", reply, status=503)


def _behind(receipt: Receipt, posted: QueryDict, language: str) -> HttpResponse:
    conversation = read_conversation(receipt)
    if conversation is None:
        return pages.answer("code", language, ENTRY, {"form": CodeForm(posted), "unknown": True}, status=404)
    context: dict[str, Any] = {"code": receipt.text, "nonce": secrets.token_hex(8)}
    context["reply"] = ReplyForm(initial={"nonce": context["nonce"]})
    status = 200
    match posted.get("act"):
        case "reply" if conversation.status != PublicWord.WITHDRAWN:
            status = _reply(receipt, posted, context)
        case "withdraw":
            return pages.answer("", language, "front/withdraw.html", context)
        case "withdraw_surely":
            outcome = submit_withdrawal(receipt=receipt, content=WithdrawalContent(nonce=posted.get("nonce", "")[:40]))
            context["outcome"] = outcome.name
            status = 200 if outcome is Outcome.RECEIVED else 503
    conversation = read_conversation(receipt) or conversation
    with translation.override(language):
        context |= _shown(conversation)
    return pages.answer("", language, CONVERSATION, context, status=status)


def _reply(receipt: Receipt, posted: QueryDict, context: dict[str, Any]) -> int:
    form = ReplyForm(posted)
    if not form.is_valid():
        context["reply"] = form
        return 422
    outcome = submit_reply(receipt=receipt, content=form.content())
    context["outcome"] = outcome.name
    if outcome is Outcome.RECEIVED:
        context["sent"] = form.cleaned_data["words"]
        return 200
    context["reply"] = form
    return 503


def _shown(conversation: Conversation) -> dict[str, Any]:
    """Return the conversation in words, in the active language."""
    words = [str(word) for word, *_rest in _STEPS]
    reached = words.index(conversation.status) if conversation.status in words else -1
    steps = [
        {"title": title, "hint": hint if at == reached else "", "state": _state(at, reached)}
        for at, (_word, title, hint) in enumerate(_STEPS)
    ]
    talk = [
        {
            "mine": message.from_reporter,
            "who": _("You") if message.from_reporter else _("Hotline"),
            "at": message.at,
            "text": message.text,
        }
        for message in conversation.messages
    ]
    return {
        "conversation": conversation,
        "withdrawn": conversation.status == PublicWord.WITHDRAWN,
        "steps": steps,
        "talk": talk,
    }


def _state(at: int, reached: int) -> str:
    if at == reached:
        return "now"
    return "done" if at < reached else "next"
