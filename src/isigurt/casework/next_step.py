"""What a tired person should do next with a case: one sentence, one place on the page."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from isigurt.casework.choices import Attention
from isigurt.casework.queries.case_page import Everything
from isigurt.casework.states import ENDED_STATES, CaseState


@dataclass(frozen=True)
class NextStep:
    """The sentence, and the part of the page it leads to ("" for none)."""

    words: str
    leads_to: str = ""


def next_step(page: Everything) -> NextStep:
    """Return the one thing to do next."""
    return _ended(page) or _news(page) or _work(page)


def _ended(page: Everything) -> NextStep | None:
    state = page.case.state
    if state == CaseState.ERASED:
        return NextStep(_("This case was erased. Nothing can be done with it any more."))
    if state == CaseState.MERGED:
        return NextStep(_("This case was merged into another one. The work goes on there."))
    if state in ENDED_STATES:
        return NextStep(_("This case has ended. Nothing waits."))
    return None


def _news(page: Everything) -> NextStep | None:
    case = page.case
    if case.new_message:
        return NextStep(_("The reporter wrote or added something. Read it and answer."), "reports")
    unassessed = sum(1 for item in page.items if item.unassessed)
    if unassessed:
        words = ngettext("Assess %(number)s item.", "Assess %(number)s items.", unassessed)
        return NextStep(words % {"number": unassessed}, "assess")
    if case.attention == Attention.ALL_REMOVED:
        return NextStep(_("All content is removed. Thank you. Tell the reporter and close the case."), "end")
    if case.attention:
        return NextStep(str(Attention(case.attention).label).capitalize() + ".", "takedown")
    return None


def _work(page: Everything) -> NextStep:
    if page.case.new_report:
        return NextStep(_("Somebody reported this again. Read what they say."), "reports")
    if not page.items:
        return NextStep(_("There is nothing to take down here. Help the reporter, then close the case."), "reports")
    if page.case.state == CaseState.ASSESSED:
        return NextStep(_("Everything is assessed. The worker watches; nothing waits for you now."), "takedown")
    return NextStep(_("Everything is assessed. Close the case, or see to its removal."), "end")
