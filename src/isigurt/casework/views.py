"""The queue, the next case, and reports entered by hand."""

from typing import Any, cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from isigurt import clock
from isigurt.casework import actions
from isigurt.casework.forms import EnterReportForm
from isigurt.casework.models import Case
from isigurt.casework.queries import queue as queries
from isigurt.intake.receipt import Receipt
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
    case = actions.take_next(member=cast("Member", request.user))
    if case is None:
        messages.success(request, _("Nothing waits: every case is done or in somebody’s hands."))
        return redirect("casework:queue")
    return redirect("desk:case", case_id=case.pk)


@requires("report.enter")
@require_http_methods(["GET", "POST"])
def enter_report(request: HttpRequest) -> HttpResponse:
    """Enter a report that came by telephone, by mail or in person, and put it into a case at once."""
    if request.method == "GET":
        form = EnterReportForm(initial={"receipt": Receipt.fresh().text, "give_receipt": True})
        return render(request, "casework/enter_report.html", {"form": form})
    form = EnterReportForm(request.POST)
    if not form.is_valid():
        return render(request, "casework/enter_report.html", {"form": form}, status=422)
    given = form.cleaned_data
    entered, case = actions.enter_report(
        member=cast("Member", request.user),
        channel=given["channel"],
        content=form.content(),
        received_at=given["received_at"],
        at_risk=given["at_risk"],
        give_receipt=given["give_receipt"],
        receipt=given["receipt"],
    )
    return render(request, "casework/entered.html", {"case": case, "entered": entered})
