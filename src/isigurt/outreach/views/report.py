"""A campaign's own report, as a page and as a file."""

import csv
import io
from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from django.views.decorators.http import require_safe

from isigurt.outreach.models import CampaignPage
from isigurt.outreach.report import Report, campaigns, report, usual_period
from isigurt.staff.permissions import requires

_AS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")


class PeriodForm(forms.Form):
    """The days whose downloads are counted."""

    begins = forms.DateField(
        label=pgettext_lazy("the first day", "From"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    ends = forms.DateField(
        label=pgettext_lazy("the last day", "To"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )

    def clean(self) -> dict[str, Any]:
        """Refuse a period that ends before it begins."""
        data = self.cleaned_data
        begins, ends = data.get("begins"), data.get("ends")
        if begins and ends and ends < begins:
            self.add_error("ends", _("This is before the first day."))
        return data


@requires("campaign.report")
@require_safe
def choose(request: HttpRequest) -> HttpResponse:
    """Show which campaigns there are."""
    return render(request, "outreach/desk/reports.html", {"campaigns": campaigns()})


@requires("campaign.report")
@require_safe
def show(request: HttpRequest, key: UUID) -> HttpResponse:
    """Show the report of one campaign."""
    page = _campaign(key)
    form, begins, ends = _period(request, page)
    context = {"report": report(page, begins, ends), "form": form, "now": timezone.now()}
    return render(request, "outreach/desk/report.html", context, status=422 if form.errors else 200)


@requires("campaign.report")
@require_safe
def file(request: HttpRequest, key: UUID) -> HttpResponse:
    """Send the report as a file that a spreadsheet opens."""
    page = _campaign(key)
    _form, begins, ends = _period(request, page)
    made = report(page, begins, ends)
    response = HttpResponse(_csv(made), content_type="text/csv; charset=utf-8")
    name = f"{slugify(page.title) or 'campaign'}-{begins}-{ends}.csv"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _campaign(key: UUID) -> CampaignPage:
    known = {each.translation_key: each.pk for each in campaigns()}
    page: CampaignPage = get_object_or_404(CampaignPage.objects.select_related("locale"), pk=known.get(key))
    return page


def _period(request: HttpRequest, page: CampaignPage) -> tuple[PeriodForm, date, date]:
    """Return the form and the days to count; what cannot be read leaves the usual ones."""
    begins, ends = usual_period(page, timezone.localdate())
    if not {"begins", "ends"} & set(request.GET):
        return PeriodForm(initial={"begins": begins, "ends": ends}), begins, ends
    form = PeriodForm(request.GET)
    if form.is_valid():
        begins, ends = form.cleaned_data["begins"], form.cleaned_data["ends"]
    return form, begins, ends


def _csv(made: Report) -> bytes:
    """Return the file: UTF-8 with a mark and semicolons, as spreadsheets set to Albanian open it."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerows([_harmless(cell) for cell in row] for row in made.rows())
    return text.getvalue().encode("utf-8-sig")


def _harmless(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula: a title is somebody's words."""
    return f"'{cell}" if cell.startswith(_AS_A_FORMULA) else cell
