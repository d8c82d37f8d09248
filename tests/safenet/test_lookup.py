import json

import pytest
import trustme

from isigurt.safenet.address import Verdict
from isigurt.safenet.connection import lookup
from isigurt.safenet.exchange import DOCUMENT_LIMIT
from isigurt.safenet.results import LookupResult, Outcome
from tests.safenet.internet import OTHER_PLACE, Internet, Script, answers, redirect, run

URL = "https://rdap.isigurt.al/domain/faqja.al"


def whole(body: bytes, status: int = 200, headers: bytes = b"") -> bytes:
    return b"HTTP/1.1 %d X\r\nContent-Length: %d\r\n%b\r\n" % (status, len(body), headers) + body


def looked_up(authority: trustme.CA, script: Script, *, url: str = URL, deadline: float = 5.0) -> LookupResult:
    async def scenario(internet: Internet) -> LookupResult:
        await internet.web(script, name="rdap.isigurt.al")
        return await lookup(url, network=internet.network(deadline=deadline))

    return run(authority, scenario)


@pytest.mark.parametrize(
    "answer",
    [
        whole(b'{"handle": "AL-1"}'),
        b'HTTP/1.1 200 OK\r\n\r\n{"handle": "AL-1"}',
        b'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n12\r\n{"handle": "AL-1"}\r\n0\r\n\r\n',
        b"HTTP/1.1 100 Continue\r\n\r\n" + whole(b'{"handle": "AL-1"}', headers=b"Content-Encoding: identity\r\n"),
    ],
)
def test_a_registry_document_is_read_however_it_is_framed(authority: trustme.CA, answer: bytes) -> None:
    result = looked_up(authority, answers(answer))
    assert (result.outcome, result.status) == (Outcome.ANSWERED, 200)
    assert result.document == {"handle": "AL-1"}


def test_a_lookup_asks_for_json_and_tells_nothing_of_us(authority: trustme.CA) -> None:
    async def scenario(internet: Internet) -> list[bytes]:
        await internet.web(answers(whole(b"{}")), name="rdap.isigurt.al")
        await lookup(URL, network=internet.network())
        return internet.requests

    (request,) = run(authority, scenario)
    lowered = request.lower()
    assert b"accept: application/rdap+json, application/json" in lowered
    assert not any(word in lowered for word in (b"cookie", b"authorization", b"referer", b"isigurt/"))


@pytest.mark.parametrize(
    "body",
    [b"", b"rubbish", b"<html>", b"[1]", b"7", b"null", b"\xff\xfe", b"{", b"[" * 100_000, b'{"a":' * 20_000],
)
def test_garbage_is_a_bad_answer(authority: trustme.CA, body: bytes) -> None:
    result = looked_up(authority, answers(whole(body)))
    assert (result.outcome, result.document) == (Outcome.BAD_ANSWER, None)


def test_a_compressed_answer_is_a_bad_answer(authority: trustme.CA) -> None:
    result = looked_up(authority, answers(whole(b"{}", headers=b"Content-Encoding: gzip\r\n")))
    assert result.outcome is Outcome.BAD_ANSWER


@pytest.mark.parametrize("body", [b"", b"not json", b'{"errorCode": 404}'])
def test_a_registry_that_knows_nothing_answers_so(authority: trustme.CA, body: bytes) -> None:
    result = looked_up(authority, answers(whole(body, status=404)))
    assert (result.outcome, result.status) == (Outcome.ANSWERED, 404)
    assert result.document == ({"errorCode": 404} if body.startswith(b"{") else None)


def test_a_document_of_the_largest_size_is_read_and_a_byte_more_is_not(authority: trustme.CA) -> None:
    fill = DOCUMENT_LIMIT - len(json.dumps({"a": ""}))
    largest = json.dumps({"a": "x" * fill}).encode()
    assert len(largest) == DOCUMENT_LIMIT
    assert looked_up(authority, answers(whole(largest))).outcome is Outcome.ANSWERED
    assert looked_up(authority, answers(whole(largest + b" "))).outcome is Outcome.BODY_TOO_LARGE


@pytest.mark.parametrize(
    ("answer", "outcome"),
    [
        (whole(b"x" * 10_000_000), Outcome.BODY_TOO_LARGE),
        (b"HTTP/1.1 200 OK\r\n\r\n" + b"x" * 10_000_000, Outcome.BODY_TOO_LARGE),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + b"1\r\nx\r\n" * 300_000, Outcome.BODY_TOO_LARGE),
        (b"HTTP/1.1 200 OK\r\nX: " + b"x" * 20_000 + b"\r\n\r\n", Outcome.HEAD_TOO_LARGE),
        (b"HTTP/1.1 200 OK\r\n" + b"a: b\r\n" * 101 + b"\r\n", Outcome.HEAD_TOO_LARGE),
        (b"HTTP/1.1 100 C\r\n\r\n" * 3000, Outcome.HEAD_TOO_LARGE),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n{}", Outcome.CONNECTION_ERROR),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", Outcome.BAD_ANSWER),
        (b"SSH-2.0-x\r\n\r\n", Outcome.BAD_ANSWER),
        (b"HTTP/1.1 101 Switching\r\n\r\n", Outcome.BAD_ANSWER),
        (b"", Outcome.CONNECTION_ERROR),
    ],
)
def test_a_hostile_registry_ends_in_a_typed_outcome(authority: trustme.CA, answer: bytes, outcome: Outcome) -> None:
    result = looked_up(authority, answers(answer))
    assert result.outcome is outcome
    assert result.document is None


def test_a_body_that_never_ends_stops_at_the_deadline(authority: trustme.CA) -> None:
    script = answers(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{", hold=True)
    assert looked_up(authority, script, deadline=0.4).outcome is Outcome.TIMEOUT


def test_a_lookup_goes_over_https_only(authority: trustme.CA) -> None:
    result = looked_up(authority, answers(whole(b"{}")), url="http://rdap.isigurt.al/domain/faqja.al")
    assert (result.outcome, result.verdict) == (Outcome.REFUSED_BY_POLICY, Verdict.DENY_SCHEME)
    result = looked_up(authority, redirect("http://rdap.isigurt.al/domain/faqja.al"))
    assert (result.outcome, result.verdict) == (Outcome.REFUSED_BY_POLICY, Verdict.DENY_SCHEME)
    assert len(result.hops) == 1


def test_a_lookup_is_under_the_same_policy_as_a_probe(authority: trustme.CA) -> None:
    for denied in ("https://127.0.0.1/", "https://localhost/", "https://rdap.isigurt.al:22/", "https://[::1]/"):
        result = looked_up(authority, redirect(denied))
        assert result.outcome is Outcome.REFUSED_BY_POLICY


def test_a_redirect_to_the_right_registry_is_followed(authority: trustme.CA) -> None:
    async def scenario(internet: Internet) -> LookupResult:
        await internet.web(redirect("https://tjetra.isigurt.al/d"), name="rdap.isigurt.al")
        await internet.web(answers(whole(b'{"a": 1}')), name="tjetra.isigurt.al", at=OTHER_PLACE)
        return await lookup(URL, network=internet.network())

    result = run(authority, scenario)
    assert result.document == {"a": 1}
    assert result.final == "https://tjetra.isigurt.al/d"
