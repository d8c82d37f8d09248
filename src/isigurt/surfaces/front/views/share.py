"""A post shared from any app on a phone where the site is installed: its address is put into the form, nothing is sent.

It comes in the body of a POST, so it is in no address, history or log, and it goes into the page that answers and
nowhere else.
"""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict

from isigurt.design.addresses import ADDRESSES
from isigurt.intake.content import MOST_ADDRESSES, MOST_CHARACTERS
from isigurt.intake.receipt import Receipt
from isigurt.safenet.refang import find_addresses
from isigurt.surfaces.front import pages
from isigurt.surfaces.front.forms import ReportForm, Typed
from isigurt.surfaces.front.lanes import opened_stamp
from isigurt.surfaces.front.posted import CutOff, NotAForm, TooLarge, read_form
from isigurt.surfaces.front.views.report import FORM, form_context

_TEXT = Typed(most=MOST_CHARACTERS)


def share(request: HttpRequest, language: str) -> HttpResponse:
    """Serve the form with the shared address in its place; an empty one if nothing could be used."""
    if request.method != "POST":
        return HttpResponseRedirect(ADDRESSES["report"][language])
    where, status = "", 200
    try:
        where = shared_addresses(read_form(request))
    except TooLarge:
        status = 413
    except (CutOff, NotAForm):
        status = 400
    form = ReportForm(initial={"where": where, "receipt": Receipt.fresh().text, "opened": opened_stamp()})
    context = form_context(form, shared="address" if where else "nothing")
    return pages.answer("", language, FORM, context, status=status)


def shared_addresses(shared: QueryDict) -> str:
    """Return the addresses in what was shared, one on a line, as they came.

    Android puts the link into the text, with words around it that are nobody's business here. A title counts only if
    there is no address elsewhere: the name of a page often looks like one.
    """
    for names in (("url", "text"), ("title",)):
        text = "\n".join(_TEXT.to_python(shared.get(name, "")[:MOST_CHARACTERS]) for name in names)
        found = find_addresses(text, limit=MOST_ADDRESSES)
        if found:
            return "\n".join(address.raw for address in found)[:MOST_CHARACTERS]
    return ""
