"""The queue, the next case, and reports entered by hand."""

from typing import Any, cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from isigurt import clock
from isigurt.casework.actions import place_report, set_child_at_risk, take_next
from isigurt.casework.forms import EnterReportForm
from isigurt.casework.models import Case, CaseReport
from isigurt.casework.queries import queue as queries
from isigurt.intake.actions import enter_report as enter
from isigurt.intake.models import Report
from isigurt.ledger.actor import Actor
from isigurt.staff.models import Member
from isigurt.staff.permissions import requires


@requires("queue.view")
@require_GET
def queue(request: HttpRequest) -> HttpResponse:
    """Show a page of the queue; a whole case number leads straight to the case."""
    member = cast("Member", request.user)
    if sought := request.GET.get("number", "").strip():
        case = Case.objects.filter(number=sought[:16]).first()
        if case is not None:
            return redirect("desk:case", case_id=case.pk)
        messages.warning(request, _("There is no case with this number."))
    view = queries.chosen(request.GET.get("show", ""))
    page = queries.page(view=view, member=member, after=request.GET.get("after", ""))
    context: dict[str, Any] = {
        "page": page,
        "views": queries.VIEWS,
        "now": clock.now(),
        "later": bool(request.GET.get("after")),
        "sought": sought,
    }
    return render(request, "casework/queue.html", context)


@requires("case.take")
@require_POST
def next_case(request: HttpRequest) -> HttpResponse:
    """Give the member the most urgent case that nobody holds."""
    case = take_next(member=cast("Member", request.user))
    if case is None:
        messages.success(request, _("Nothing waits: every case is done or in somebody’s hands."))
        return redirect("casework:queue")
    return redirect("desk:case", case_id=case.pk)


@requires("report.enter")
@require_http_methods(["GET", "POST"])
def enter_report(request: HttpRequest) -> HttpResponse:
    """Enter a report that came by telephone, by mail or in person, and put it into a case at once."""
    member = cast("Member", request.user)
    if request.method == "GET":
        initial = {"language": member.language, "give_receipt": True}
        return render(request, "casework/enter_report.html", {"form": EnterReportForm(initial=initial)})
    form = EnterReportForm(request.POST)
    if not form.is_valid():
        return render(request, "casework/enter_report.html", {"form": form}, status=422)
    entered = enter(
        actor=Actor.member(member.pk),
        channel=form.cleaned_data["channel"],
        content=form.content(),
        received_at=_not_later_than_now(form),
        give_receipt=form.cleaned_data["give_receipt"],
    )
    case = _placed(entered.report)
    if form.cleaned_data["at_risk"]:
        set_child_at_risk(case=case, member=member, at_risk=True)
    context = {"case": case, "receipt": entered.receipt, "report": entered.report}
    return render(request, "casework/entered.html", context)


def _not_later_than_now(form: EnterReportForm) -> Any:
    at = form.cleaned_data["received_at"]
    return min(at, clock.now()) if at else None


def _placed(report: Report) -> Case:
    place_report(report)
    tie = CaseReport.objects.filter(report=report).select_related("case").order_by("case__opened_at").first()
    assert tie is not None  # noqa: S101 - placing just made it
    return tie.case
