"""Why a case stands where it stands in the queue, in words; and what happened to it, in words."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext_lazy

from isigurt.casework.choices import Attention, Band
from isigurt.casework.models import Case

# From here on a deadline is shown as near.
NEAR = timedelta(hours=1)


@dataclass(frozen=True)
class Reason:
    """One reason; `kind` is how loud it is (a kind of the design system's badge), `icon` its picture."""

    words: str
    kind: str
    icon: str = ""


def reasons(case: Case, *, now: datetime) -> list[Reason]:
    """Return why the case waits, the weightiest first; empty for one that waits for nobody."""
    found: list[Reason] = []
    if case.child_at_risk and case.deadline_at is not None:
        found.append(Reason(_("child at risk now"), "bad", "bolt"))
    if case.deadline_at is not None:
        found.append(_deadline(case.deadline_at - now))
    if case.new_message:
        found.append(Reason(_("new message"), "lit", "mail"))
    if case.new_report:
        found.append(Reason(_("reported again"), "calm", "again"))
    if case.attention:
        words = str(Attention(case.attention).label)
        found.append(Reason(words, "good" if case.attention == Attention.ALL_REMOVED else "warn", "flag"))
    if case.band == Band.LOOKS_AUTOMATED and case.deadline_at is not None:
        found.append(Reason(_("waits: looks automated"), "", "dots"))
    return found


def _deadline(left: timedelta) -> Reason:
    if left <= timedelta():
        return Reason(_("overdue by %(time)s") % {"time": time_in_words(-left)}, "bad", "clock")
    words = _("deadline in %(time)s") % {"time": time_in_words(left)}
    return Reason(words, "warn" if left <= NEAR else "", "clock")


def public_word(status: str) -> str:
    """Return the status word that the reporter sees, as staff speak of it."""
    return {
        "received": _("received"),
        "in_work": _("being worked on"),
        "action_taken": _("action taken"),
        "closed": _("closed"),
        "withdrawn": _("withdrawn"),
    }.get(status, status)


def why_unusable(verdict: str) -> str:
    """Return why an address cannot be used, by the verdict of `safenet`, in words for staff."""
    return {
        "DENY_SCHEME": _("it is no web address"),
        "DENY_SYNTAX": _("it cannot be read as an address"),
        "DENY_HOST": _("a name like this cannot be public"),
        "DENY_PORT": _("it names a port that web pages do not use"),
        "DENY_ADDR": _("it lies in a network that is not public"),
    }.get(verdict, _("it names nothing that can be looked at"))


def flag_words(flag: str) -> str:
    """Return what `safenet` noticed about an address, in words for staff."""
    return {
        "user_name_dropped": _("the user name in it was left out"),
        "fragment_dropped": _("what followed # was left out"),
        "trailing_dot_dropped": _("the dot at its end was left out"),
        "punycode": _("letters beyond a–z"),
        "mixed_scripts": _("letters of several scripts: a trap for the eye"),
        "lookalike": _("letters that look like others: a trap for the eye"),
        "disguised_number": _("a number in disguise"),
        "unknown_suffix": _("an ending that nobody knows"),
        "scheme_guessed": _("typed without https://"),
    }.get(flag, flag)


def time_in_words(span: timedelta) -> str:
    """Return a span in the unit that says most: 35 min, 2 h, 3 days."""
    minutes = max(1, round(span.total_seconds() / 60))
    if minutes < 60:
        return _("%(number)s min") % {"number": minutes}
    hours = round(minutes / 60)
    if hours < 48:
        return _("%(number)s h") % {"number": hours}
    days = round(hours / 24)
    return ngettext("%(number)s day", "%(number)s days", days) % {"number": days}


def happened(act: str, detail: Mapping[str, str | int | bool | None]) -> str:
    """Return what a ledger entry says, in plain words; an act of another room that is not known here as it is named."""
    if act == "case.attention":
        return _asked(str(detail.get("attention", "")))
    if act == "case.child_at_risk":
        return _("A child is at risk now") if detail.get("at_risk") else _("No child is at risk any more")
    words = _ACTS.get(act)
    if words is not None:
        return str(words)
    if act.startswith("state."):
        to = str(detail.get("to", ""))
        return _("%(thing)s is now: %(state)s") % {"thing": _THINGS.get(act[6:], act[6:]), "state": _state(act, to)}
    return act.replace(".", ": ").replace("_", " ")


def _asked(attention: str) -> str:
    if attention not in Attention.values:
        return _("Nothing waits for a person any more")
    return _("A person was asked for: %(why)s") % {"why": Attention(attention).label}


def _state(act: str, to: str) -> str:
    from isigurt.states import machines  # noqa: PLC0415 - only the history needs them

    for machine in machines():
        if machine.name == act[6:] and to in machine.states.values:
            return str(machine.states(to).label)
    return to


_THINGS: Mapping[str, str | Promise] = {
    "case": gettext_lazy("The case"),
    "item": gettext_lazy("An item"),
    "report": gettext_lazy("A report"),
    "trace": gettext_lazy("A trace"),
    "recipient": gettext_lazy("A recipient"),
    "referral": gettext_lazy("A referral"),
    "notice": gettext_lazy("A notice"),
    "watch": gettext_lazy("A watch"),
}

_ACTS: Mapping[str, str | Promise] = {
    "case.opened": gettext_lazy("Case opened"),
    "case.report_joined": gettext_lazy("Another report joined"),
    "case.reporter_news": gettext_lazy("The reporter added or wrote something, or withdrew"),
    "case.viewed": gettext_lazy("Case viewed"),
    "case.taken": gettext_lazy("Taken to work on"),
    "case.released": gettext_lazy("Given back to the queue"),
    "case.assigned": gettext_lazy("Given to somebody"),
    "case.noted": gettext_lazy("Note written"),
    "case.news_seen": gettext_lazy("News seen"),
    "case.harm_chosen": gettext_lazy("Harm chosen"),
    "case.referred": gettext_lazy("Referred to an authority"),
    "case.not_referred": gettext_lazy("Decided not to refer it"),
    "hold.renewed": gettext_lazy("The police asked for more time"),
    "case.merged": gettext_lazy("Another case was merged into this one"),
    "case.split": pgettext_lazy("history", "Split in two"),
    "case.join_undone": gettext_lazy("Joining or splitting undone"),
    "case.join_dismissed": gettext_lazy("Suggestion to join dismissed"),
    "case.join_reopened": gettext_lazy("Suggestion to join opened again"),
    "item.assessed": gettext_lazy("Item assessed"),
    "address.copied": gettext_lazy("Address copied"),
    "key.destroyed": gettext_lazy("Key destroyed: the words are gone for good"),
    "report.received": gettext_lazy("Report received"),
    "report.added_to": gettext_lazy("Report added to"),
    "report.status_word": gettext_lazy("What the reporter sees was changed"),
    "report.reply_after_withdrawal": gettext_lazy("Reply of a reporter who had withdrawn: not kept"),
    "trace.begun": gettext_lazy("Trace begun"),
    "recipient.entered": gettext_lazy("Recipient entered by hand"),
    "notice.proposed": gettext_lazy("Notice proposed"),
    "notice.rewritten": gettext_lazy("Notice changed by a person"),
    "watch.begun": gettext_lazy("Watch begun"),
    "watch.look_asked": gettext_lazy("A look was asked for"),
    "watch.person_looked": gettext_lazy("A person said what they saw"),
    "message.written": gettext_lazy("Message to the reporter written"),
    "message.received": gettext_lazy("Message of the reporter received"),
}
