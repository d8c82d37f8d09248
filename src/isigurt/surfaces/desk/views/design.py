"""The design system, alive: every component as it really is, for those who build pages."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET

from isigurt.staff.permissions import requires

COLOURS = """
    paper surface sunken line edge ink ink-soft action on-action link focus lamp lamp-soft on-lamp night on-night
    good good-soft warn warn-soft bad bad-soft calm calm-soft
"""
ICONS = """
    phone leave check warning info question close next back copy print lock clock send search person people flag link
    plus list chart settings key again mail download eye globe inbox ledger window hand photo bubbles shield bolt
    megaphone masks age dots
"""


class Sample(forms.Form):
    """One field of each kind, one of them wrong."""

    name = forms.CharField(label=_("A line of text"), help_text=_("With a hint that says what is wanted."))
    wrong = forms.EmailField(label=_("A line that is wrong"))
    words = forms.CharField(label=_("Several lines"), widget=forms.Textarea, required=False)
    one = forms.ChoiceField(label=_("One of a few"), choices=[("a", "A1"), ("b", "A2")], widget=forms.RadioSelect)
    pick = forms.ChoiceField(label=_("One of many"), choices=[("sq", "Shqip"), ("en", "English")])
    tick = forms.BooleanField(label=_("Yes or no"), required=False)


@requires("design.view")
@require_GET
def design(request: HttpRequest) -> HttpResponse:
    """Show every component."""
    form = Sample({"name": "Mirëdita", "wrong": "x", "one": "a", "pick": "sq"})
    context = {"colours": COLOURS.split(), "icons": ICONS.split(), "form": form, "now": timezone.now()}
    return render(request, "desk/design.html", context)
