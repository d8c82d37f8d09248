"""What the two verbs hand back. No result holds a byte of a body that was probed."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from isigurt.safenet.address import Verdict


class Outcome(StrEnum):
    """How a probe or a lookup ended. Only ANSWERED and NXDOMAIN say something about the content."""

    ANSWERED = "answered"  # a whole head came, whatever its status
    NXDOMAIN = "nxdomain"
    NO_ADDRESS = "no_address"
    SERVFAIL = "servfail"
    TIMEOUT = "timeout"
    TLS_ERROR = "tls_error"
    CONNECTION_ERROR = "connection_error"
    BAD_ANSWER = "bad_answer"
    HEAD_TOO_LARGE = "head_too_large"
    BODY_TOO_LARGE = "body_too_large"  # lookup only
    TOO_MANY_REDIRECTS = "too_many_redirects"
    REFUSED_BY_POLICY = "refused_by_policy"


class Stage(StrEnum):
    """How far the last hop came."""

    ADDRESS = "address"
    NAME = "name"
    CONNECT = "connect"
    TLS = "tls"
    HEAD = "head"
    BODY = "body"


@dataclass(frozen=True, slots=True)
class Hop:
    """One step of the way: the canonical address asked, the IP address connected to, the status answered."""

    canonical: str
    ip: str = ""
    status: int | None = None


@dataclass(frozen=True, slots=True)
class _Result:
    """What both verbs tell.

    `detail` is in plain English, for the technical part of the case page; it holds nothing that the other side
    wrote. `verdict` says which check refused the address when the outcome is REFUSED_BY_POLICY.
    """

    outcome: Outcome
    canonical: str
    status: int | None
    hops: tuple[Hop, ...]
    stage: Stage
    detail: str
    verdict: Verdict | None
    seconds: float

    @property
    def final(self) -> str:
        """The canonical address of the last hop that was asked, "" when none was."""
        return self.hops[-1].canonical if self.hops else ""


@dataclass(frozen=True, slots=True)
class ProbeResult(_Result):
    """The end of a probe. `fingerprint` is 32 hex characters over the head, `headers` the few that are told."""

    fingerprint: str | None = None
    headers: tuple[tuple[str, str], ...] = ()

    def header(self, name: str) -> str | None:
        """The first value of a told header (lower-case name), or None."""
        return next((value for header, value in self.headers if header == name), None)


@dataclass(frozen=True, slots=True)
class LookupResult(_Result):
    """The end of a lookup. `document` is the JSON object of a 2xx answer, or of an error answer that has one."""

    document: dict[str, Any] | None = None
