"""One look at a reported address through `safenet`: what came back, and what it means."""

import secrets
from urllib.parse import urlsplit, urlunsplit

from isigurt.safenet import names, network
from isigurt.safenet.address import judge as judge_address
from isigurt.safenet.connection import probe_now
from isigurt.safenet.results import Outcome, ProbeResult
from isigurt.takedown.verdicts import Answer, Look, Trouble, Verdict, judge

_TROUBLES = {
    Outcome.NO_ADDRESS: Trouble.NAMES_UNANSWERED,
    Outcome.SERVFAIL: Trouble.NAMES_UNANSWERED,
    Outcome.TIMEOUT: Trouble.TIMED_OUT,
    Outcome.TLS_ERROR: Trouble.TLS,
    Outcome.CONNECTION_ERROR: Trouble.NOT_REACHED,
    Outcome.REFUSED_BY_POLICY: Trouble.DENIED,
}


def look(address: str, *, confirmed_likeness: str = "", on_platform: bool = False) -> Look:
    """Look at one canonical address and say what it means; never raises for what comes back.

    A page that answers is compared with a path beside it that cannot exist, asked right after it.
    """
    answer = _answer(probe_now(address))
    first = judge(answer, confirmed_likeness=confirmed_likeness, on_platform=on_platform)
    beside = sibling_of(address)
    if first.verdict is not Verdict.UP or beside is None:
        return first
    sibling = _answer(probe_now(beside))
    return judge(answer, sibling=sibling, confirmed_likeness=confirmed_likeness)


def sibling_of(address: str) -> str | None:
    """Return an address beside `address` that certainly leads to nothing, or None for a home page."""
    parts = urlsplit(address)
    folder, _, last = parts.path.rpartition("/")
    if not last and folder:
        folder, _, last = folder.rpartition("/")
    if not last:
        return None
    _, dot, ending = last.rpartition(".")
    made_up = secrets.token_hex(8) + (f".{ending}" if dot and ending.isalnum() else "")
    return urlunsplit((parts.scheme, parts.netloc, f"{folder}/{made_up}", "", ""))


def _answer(result: ProbeResult) -> Answer:
    asked = result.canonical
    if result.outcome is Outcome.NXDOMAIN:
        return Answer(asked=asked, trouble=_name_trouble(result))
    if result.outcome is not Outcome.ANSWERED:
        return Answer(asked=asked, trouble=_TROUBLES.get(result.outcome, Trouble.NOT_HTTP))
    return Answer(
        asked=asked,
        status=result.status,
        ended_at=result.final,
        fingerprint=result.fingerprint or "",
        challenge=(result.header("cf-mitigated") or "").strip().lower() == "challenge",
    )


def _name_trouble(result: ProbeResult) -> Trouble:
    """Ask every resolver about a name that seems gone: a national block is not a removal.

    A name that only a redirect led to says nothing about the one that was reported.
    """
    host = judge_address(result.final).host
    if host != judge_address(result.canonical).host:
        return Trouble.NAME_IN_DOUBT
    everyone = names.ask_everyone_now(host, network.current().resolvers)
    return Trouble.NO_SUCH_NAME if names.says_gone(everyone) else Trouble.NAME_IN_DOUBT
