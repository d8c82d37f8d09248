"""The report: the form, what comes back, and the receipt."""

from functools import cache
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.translation import gettext as _

from isigurt.country import pack
from isigurt.intake.content import SHORT_CHARACTERS
from isigurt.intake.receipt import Receipt, ReceiptInvalid
from isigurt.intake.submission import Outcome, StoreAway, read_conversation, submit_report
from isigurt.safenet.address import Verdict
from isigurt.safenet.refang import find_addresses
from isigurt.surfaces.front import pages
from isigurt.surfaces.front.forms import ReportForm
from isigurt.surfaces.front.lanes import client_address, lane_of, opened_stamp
from isigurt.surfaces.front.posted import CutOff, NotAForm, TooLarge, read_form

FORM = "front/report.html"
RECEIPT = "front/receipt.html"
_RECEIPT, _STAMP = 4, 5


def report(request: HttpRequest, language: str) -> HttpResponse:
    """Serve the form, or take it in."""
    if request.method == "POST":
        return _take_in(request, language)
    fresh = {_RECEIPT: Receipt.fresh().text, _STAMP: opened_stamp()}
    return _fresh_form(language).response(request, fresh)


@cache
def _fresh_form(language: str) -> pages.FreshPage:
    marks = {"receipt": pages.mark(_RECEIPT), "opened": pages.mark(_STAMP)}
    form = ReportForm(initial=marks)
    return pages.FreshPage(pages.render("report", language, FORM, form_context(form)))


@cache
def _fresh_receipt(language: str, harm: str, *, unclear: bool) -> pages.FreshPage:
    code = "-".join(pages.mark(group) for group in range(4))
    context = {"code": code, "harm": pack().harms[harm], "unclear": unclear}
    return pages.FreshPage(pages.render("", language, RECEIPT, context))


def form_context(form: ReportForm, **more: Any) -> dict[str, Any]:
    """Return what the form's page needs."""
    chosen = form["harm"].value()
    choices = [{"harm": harm, "checked": harm.id == chosen} for harm in pack().harms]
    return {"form": form, "choices": choices, **more}


def _take_in(request: HttpRequest, language: str) -> HttpResponse:
    try:
        posted = read_form(request)
    except TooLarge as error:
        return _too_large(error, language)
    except (CutOff, NotAForm):
        return pages.answer("", language, "front/not_a_form.html", {}, status=400)
    form = ReportForm(posted)
    if not form.is_valid():
        return pages.answer("report", language, FORM, form_context(_sent_back(form)), status=422)
    receipt = form.receipt_or_fresh()
    lane = lane_of(
        trap=form.cleaned_data["website"],
        stamp=form.cleaned_data["opened"],
        address=client_address(request.META),
    )
    outcome = submit_report(receipt=receipt, content=form.content(language), lane=lane)
    if outcome is not Outcome.RECEIVED:
        context = form_context(_sent_back(form), outcome=outcome.name, most=SHORT_CHARACTERS)
        return pages.answer("report", language, FORM, context, status=503)
    page = _fresh_receipt(language, form.cleaned_data["harm"], unclear=_is_unclear(form.cleaned_data["where"]))
    return page.response(request, dict(enumerate(receipt.groups)))


def _is_unclear(where: str) -> bool:
    """Say whether something was typed as an address, but none that anyone could look up."""
    return bool(where) and not any(found.judgement.verdict is Verdict.ALLOW for found in find_addresses(where))


def _too_large(error: TooLarge, language: str) -> HttpResponse:
    """Show what was typed again, to be shortened."""
    if error.fields is None:
        return pages.answer("", language, "front/too_large.html", {}, status=413)
    form = ReportForm(error.fields)
    with translation.override(language):
        form.add_error(None, _("That is too much for one report. Nothing is lost: shorten it, send again."))
    return pages.answer("report", language, FORM, form_context(_sent_back(form)), status=413)


def _sent_back(form: ReportForm) -> ReportForm:
    """Give the form a whole receipt to send again with: the one it came with, unless that was damaged."""
    # Item by item: a QueryDict unpacked as a plain dict would give lists.
    form.data = {name: form.data[name] for name in form.data} | {"receipt": form.receipt_or_fresh().text}
    return form


def check(request: HttpRequest, language: str) -> HttpResponse:
    """Compare the last group, as the reporter wrote it down, with the code; the code is shown again either way."""
    try:
        posted = read_form(request)
        receipt = Receipt.parse(posted.get("code", ""))
        there = read_conversation(receipt) is not None
    except (TooLarge, CutOff, NotAForm, ReceiptInvalid):
        return pages.answer("", language, "front/not_a_form.html", {}, status=400)
    except StoreAway:
        return pages.answer("", language, "front/went_wrong.html", {}, status=503)
    if not there:
        return pages.answer("", language, "front/not_found.html", {}, status=404)
    typed = "".join(posted.get("last", "").split()).upper().translate(str.maketrans("OIL", "011"))
    right = typed.rpartition("-")[2] == receipt.groups[-1]
    return pages.answer("", language, RECEIPT, {"code": receipt.text, "checked": True, "right": right})
