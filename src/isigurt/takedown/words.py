"""What takedown did and saw, in plain words."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from isigurt.design import dates
from isigurt.takedown.machines import WatchState
from isigurt.takedown.models import ProbeRecord, Watch
from isigurt.takedown.verdicts import Reason, Trouble, Verdict


def why_not_now(reason: str) -> str:
    """Return why a notice may not leave, and what to do about it."""
    return {
        "recipient": _("Nobody has approved this recipient yet."),
        "police": _("A child is at risk now: first say whether the case goes to the police."),
        "item": _("This item is not confirmed any more."),
        "letter": _("The letter changed while you were reading. Read it again."),
        "hold": _("The police have asked for time: no notice leaves while the hold runs."),
        "relay": _("No mail relay is set: notices wait here until the operator names one."),
    }.get(reason, _("Only a person may do this."))


def relay_words(said: str) -> str:
    """Return the last word of the relay: how far the conversation came, and what it said in its own words."""
    phase, separator, reply = said.partition(": ")
    words = {
        "address": _("the mail address could not be used"),
        "connect": _("while connecting"),
        "tls": _("while beginning encryption"),
        "sign_in": _("while signing in"),
        "sender": _("at the sender"),
        "recipient": _("at the recipient"),
        "message": _("in the middle of the message"),
        "end": _("after the end of the message"),
        "worker": _("the worker was ended in the middle; nothing more is known"),
    }
    if not separator and not said.endswith(":"):
        return said
    known = words.get(phase.removesuffix(":"), phase)
    return f"{known}: {reply}" if reply.strip() else known


def verdict_words(verdict: str) -> str:
    """Return a look's verdict as it stands in a sentence of the timeline."""
    return {
        Verdict.UP: _("seen up"),
        Verdict.DOWN: _("seen down"),
        Verdict.SOFT_DOWN: _("looks gone, a person must say"),
        Verdict.REFUSED: _("refused to show itself"),
        Verdict.UNKNOWN: _("no answer that says anything"),
    }[Verdict(verdict)]


_KINDS = {Verdict.UP: "bad", Verdict.DOWN: "good", Verdict.SOFT_DOWN: "now", Verdict.REFUSED: "", Verdict.UNKNOWN: ""}


def reason_words(record: ProbeRecord) -> str:
    """Return why a look got its verdict."""
    status = record.status or 0
    words: dict[str, str] = {
        Reason.ANSWERED: _("the page answered (%(status)s)"),
        Reason.GONE: _("the host says it is gone (%(status)s)"),
        Reason.SERVER_ERROR: _("the host has a fault (%(status)s)"),
        Reason.NOT_ALLOWED: _("the host lets nobody in (%(status)s)"),
        Reason.CHALLENGE: _("the host asks for a proof of being human"),
        Reason.LOGIN: _("the host asks for a login"),
        Reason.TO_HOME_PAGE: _("the host leads to its home page instead"),
        Reason.LIKE_A_RANDOM_PATH: _("the host answers just as for a page that does not exist"),
        Reason.ODD_STATUS: _("an unusual answer (%(status)s)"),
        Reason.CONFIRMED_SOFT: _("the same answer that a person confirmed to mean gone"),
        Reason.PLATFORM: _("this platform may answer so for removed posts too (%(status)s)"),
        Reason.SEEN_BY_PERSON: _("a person looked"),
        Trouble.NO_SUCH_NAME: _("the name no longer exists, inside and outside the country"),
        Trouble.NAME_IN_DOUBT: _("the name is unknown to one side only: perhaps a national block"),
        Trouble.NAMES_UNANSWERED: _("the name servers do not answer"),
        Trouble.TIMED_OUT: _("no answer in time"),
        Trouble.NOT_REACHED: _("no connection"),
        Trouble.TLS: _("the certificate is not valid"),
        Trouble.DENIED: _("it leads where we do not go"),
        Trouble.NOT_HTTP: _("the answer is no web page"),
    }
    return words.get(record.reason, record.reason) % {"status": status}


@dataclass(frozen=True)
class Moment:
    """One entry of the watch's timeline: looks in a row that said the same."""

    at: datetime
    title: str
    detail: str
    kind: str


def timeline(records: Iterable[ProbeRecord]) -> list[Moment]:
    """Return the looks (in order) as few entries: those in a row with the same verdict and reason become one."""
    runs: list[list[ProbeRecord]] = []
    for record in records:
        if runs and (runs[-1][-1].verdict, runs[-1][-1].reason) == (record.verdict, record.reason):
            runs[-1].append(record)
        else:
            runs.append([record])
    return [_moment(run) for run in runs]


def _moment(run: list[ProbeRecord]) -> Moment:
    first, last = run[0], run[-1]
    detail = reason_words(last)
    if len(run) > 1:
        detail += "; " + ngettext("%(number)s look, until %(until)s", "%(number)s looks, until %(until)s", len(run)) % {
            "number": len(run),
            "until": dates.moment(last.at),
        }
    return Moment(first.at, verdict_words(first.verdict), detail, _KINDS[Verdict(first.verdict)])


def short(at: datetime, *, now: datetime) -> str:
    """Return a time of today as 15:07, any other with its day."""
    local = localtime(at)
    return dates.clock(at) if local.date() == localtime(now).date() else dates.moment(at)


def summary(watch: Watch, *, now: datetime) -> str:
    """Return where a watch stands in one line: when it was seen up, when down, when it looks again."""
    parts = []
    if watch.last_up_at is not None:
        parts.append(_("last seen up %(at)s") % {"at": short(watch.last_up_at, now=now)})
    if watch.first_down_at is not None:
        parts.append(_("first seen down %(at)s") % {"at": short(watch.first_down_at, now=now)})
    if not parts:
        parts.append(_("nothing certain seen yet"))
    if watch.next_look_at is None:
        parts.append(_("will not look again"))
    elif watch.next_look_at <= now:
        parts.append(_("will look at once"))
    else:
        parts.append(_("will look again %(at)s") % {"at": short(watch.next_look_at, now=now)})
    text = ", ".join(parts)
    return text[:1].upper() + text[1:] + "."


def standing(watch: Watch) -> str:
    """Return what the watch's state means, in a sentence."""
    if watch.state == WatchState.SEEN_DOWN:
        return ngettext(
            "One negative answer so far. Removed is said after three of them over 24 hours or more.",
            "%(number)s negative answers so far. Removed is said after three of them over 24 hours or more.",
            watch.negatives,
        ) % {"number": watch.negatives}
    return {
        WatchState.WATCHING: _("Looked at every 15 minutes at first, then more and more rarely."),
        WatchState.REMOVED: _("Gone for more than 24 hours. Looked at again after 7, 30 and 90 days."),
        WatchState.RETURNED: _("It was removed and is there again. Write to the host once more."),
        WatchState.FINISHED: _("Still gone after 90 days."),
        WatchState.STOPPED: _("Nobody looks any more."),
    }[WatchState(watch.state)]
