"""What one look at an address means (DESIGN 6). Pure: no network, no store."""

from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import urlsplit

from isigurt.country import pack

# The one segment of a home page's path, if it is not the code of a language ("/sq/").
_HOME_SEGMENTS = frozenset({"index.html", "index.php", "home"})


class Verdict(StrEnum):
    """What a look says about the content."""

    UP = "up"
    DOWN = "down"  # a negative answer; three of them over 24 hours make "removed"
    SOFT_DOWN = "soft_down"  # looks like a soft 404: a person says what it is
    REFUSED = "refused"  # 401, 403, 429, a challenge or a login: there is something, we may not see it
    UNKNOWN = "unknown"  # no answer that says anything


class Trouble(StrEnum):
    """Why there was no answer of the web server."""

    NO_SUCH_NAME = "no_such_name"  # NXDOMAIN from two resolvers, of which one is outside the country
    NAME_IN_DOUBT = "name_in_doubt"  # NXDOMAIN from one side only: may be a national block
    NAMES_UNANSWERED = "names_unanswered"  # SERVFAIL or no answer from the resolvers
    TIMED_OUT = "timed_out"
    NOT_REACHED = "not_reached"  # refused or broken connection
    TLS = "tls"  # a certificate that does not verify, or no TLS
    DENIED = "denied"  # the address policy forbids it, at once or at a redirect
    NOT_HTTP = "not_http"  # an answer that is no HTTP head, or one too large


class Reason(StrEnum):
    """Why a look got its verdict, where no `Trouble` says it."""

    ANSWERED = "answered"
    GONE = "gone"  # 404, 410, 451
    SERVER_ERROR = "server_error"
    NOT_ALLOWED = "not_allowed"  # 401, 403, 407, 429
    CHALLENGE = "challenge"
    LOGIN = "login"
    TO_HOME_PAGE = "to_home_page"
    LIKE_A_RANDOM_PATH = "like_a_random_path"
    ODD_STATUS = "odd_status"
    CONFIRMED_SOFT = "confirmed_soft"  # the same soft 404 that a person confirmed before
    PLATFORM = "platform"  # a platform that may answer so for a removed post too
    SEEN_BY_PERSON = "seen_by_person"


@dataclass(frozen=True)
class Answer:
    """What came back from one address: the end of its redirects, or the trouble on the way.

    `fingerprint` is a digest of the head without what changes from answer to answer; equal fingerprints mean
    answers that look the same.
    """

    asked: str
    status: int | None = None
    ended_at: str = ""
    fingerprint: str = ""
    challenge: bool = False
    trouble: Trouble | None = None


@dataclass(frozen=True)
class Look:
    """A verdict with its reason (a `Reason` or `Trouble`), and what a soft 404 looked like."""

    verdict: Verdict
    reason: str
    status: int | None = None
    likeness: str = ""


GONE = frozenset({404, 410, 451})
NOT_ALLOWED = frozenset({401, 403, 407, 429})
_LOGIN_WORDS = frozenset({"login", "log-in", "signin", "sign-in", "auth", "sso", "hyr", "identifikohu"})


def judge(
    answer: Answer, *, sibling: Answer | None = None, confirmed_likeness: str = "", on_platform: bool = False
) -> Look:
    """Return what `answer` means.

    `sibling` is the answer of a path beside it that certainly does not exist, if one was asked; an equal answer
    is a soft 404. `confirmed_likeness` is the soft 404 that a person has confirmed for this address: the same one
    counts as down. `on_platform` says that the address lies on one of the country pack's platforms, which answer
    200 for removed posts too: there, only a negative answer says anything.
    """
    if answer.trouble is not None or answer.status is None:
        trouble = answer.trouble or Trouble.NOT_HTTP
        verdict = Verdict.DOWN if trouble is Trouble.NO_SUCH_NAME else Verdict.UNKNOWN
        return Look(verdict, trouble)
    status = answer.status
    if answer.challenge:
        return Look(Verdict.REFUSED, Reason.CHALLENGE, status)
    if status in GONE:
        return Look(Verdict.DOWN, Reason.GONE, status)
    if status in NOT_ALLOWED:
        return Look(Verdict.REFUSED, Reason.NOT_ALLOWED, status)
    if status >= 500:
        return Look(Verdict.UNKNOWN, Reason.SERVER_ERROR, status)
    if not 200 <= status < 300:
        return Look(Verdict.UNKNOWN, Reason.ODD_STATUS, status)
    look = _present(answer, sibling, confirmed_likeness)
    if on_platform and look.verdict is Verdict.UP:
        return Look(Verdict.UNKNOWN, Reason.PLATFORM, status)
    return look


def _present(answer: Answer, sibling: Answer | None, confirmed: str) -> Look:
    if _moved(answer) and _looks_like_login(answer.ended_at):
        return Look(Verdict.REFUSED, Reason.LOGIN, answer.status)
    reason: Reason | None = None
    if _moved(answer) and _is_home_page(answer.ended_at) and not _is_home_page(answer.asked):
        reason = Reason.TO_HOME_PAGE
    elif sibling is not None and _alike(answer, sibling):
        reason = Reason.LIKE_A_RANDOM_PATH
    if reason is None:
        return Look(Verdict.UP, Reason.ANSWERED, answer.status)
    likeness = f"{reason}:{answer.fingerprint}"
    if confirmed and likeness == confirmed:
        return Look(Verdict.DOWN, Reason.CONFIRMED_SOFT, answer.status, likeness)
    return Look(Verdict.SOFT_DOWN, reason, answer.status, likeness)


def _moved(answer: Answer) -> bool:
    return bool(answer.ended_at) and answer.ended_at != answer.asked


def _is_home_page(address: str) -> bool:
    parts = urlsplit(address)
    segments = [segment for segment in parts.path.split("/") if segment]
    home = not segments or (
        len(segments) == 1 and (segments[0].lower() in _HOME_SEGMENTS or segments[0].lower() in pack().known_languages)
    )
    return home and not parts.query


def _looks_like_login(address: str) -> bool:
    parts = urlsplit(address)
    segments = {segment.lower().removesuffix(".php").removesuffix(".html") for segment in parts.path.split("/")}
    return bool(segments & _LOGIN_WORDS)


def _alike(answer: Answer, sibling: Answer) -> bool:
    if sibling.trouble is not None or sibling.status != answer.status:
        return False
    # Both sent to one page elsewhere is alike as well as two heads that are the same.
    return bool(answer.fingerprint) and answer.fingerprint == sibling.fingerprint
