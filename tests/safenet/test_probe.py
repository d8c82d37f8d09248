import asyncio
import socket
import time
from collections.abc import AsyncIterator
from datetime import UTC, datetime

import dns.rcode
import pytest
import trustme

from isigurt.safenet.address import Verdict
from isigurt.safenet.connection import MOST_REDIRECTS, probe
from isigurt.safenet.results import Outcome, ProbeResult, Stage
from tests.safenet.internet import OTHER_PLACE, PLACE, PLACE_6, Internet, Script, answers, endless, redirect, run

OK = b"HTTP/1.1 200 OK\r\nServer: s\r\nContent-Type: text/html\r\nETag: e\r\n\r\n"
SECRET = b"this is the body that nobody may keep"
URL = "https://faqja.isigurt.al/x"


def probed(
    authority: trustme.CA, script: Script, *, url: str = URL, port: int = 443, deadline: float = 5.0
) -> ProbeResult:
    """Probe `url` against one server that follows `script`."""

    async def scenario(internet: Internet) -> ProbeResult:
        await internet.web(script, port=port)
        return await probe(url, network=internet.network(deadline=deadline))

    return run(authority, scenario)


def test_a_page_answers_with_its_status_its_fingerprint_and_the_way(authority: trustme.CA) -> None:
    result = probed(authority, answers(OK + SECRET))
    assert (result.outcome, result.status, result.stage) == (Outcome.ANSWERED, 200, Stage.HEAD)
    assert [(hop.canonical, hop.ip, hop.status) for hop in result.hops] == [(URL, PLACE, 200)]
    assert result.final == URL
    assert result.fingerprint is not None
    assert len(result.fingerprint) == 32
    assert result.headers == (("server", "s"), ("content-type", "text/html"))
    assert result.header("server") == "s"
    assert result.header("etag") is None
    assert 0 < result.seconds < 5


@pytest.mark.parametrize("status", [200, 204, 304, 401, 403, 404, 410, 429, 451, 500, 503])
def test_every_status_is_an_answer(authority: trustme.CA, status: int) -> None:
    result = probed(authority, answers(b"HTTP/1.1 %d X\r\n\r\n" % status))
    assert (result.outcome, result.status) == (Outcome.ANSWERED, status)


def test_plain_http_is_probed_too(authority: trustme.CA) -> None:
    result = probed(authority, answers(OK), url="http://faqja.isigurt.al:8080/x", port=8080)
    assert (result.outcome, result.status) == (Outcome.ANSWERED, 200)


def test_the_request_tells_nothing_of_us(authority: trustme.CA) -> None:
    async def scenario(internet: Internet) -> list[bytes]:
        await internet.web(answers(OK))
        await probe("https://emri:fjala@faqja.isigurt.al/x?q=ë#y", network=internet.network())
        return internet.requests

    (request,) = run(authority, scenario)
    assert request.split(b"\r\n") == [
        b"GET /x?q=%C3%AB HTTP/1.1",
        b"Host: faqja.isigurt.al",
        b"User-Agent: Mozilla/5.0",
        b"Accept: */*",
        b"Accept-Encoding: identity",
        b"Connection: close",
        b"",
        b"",
    ]


def test_no_hop_is_told_of_the_one_before_it_nor_gets_back_its_cookie(authority: trustme.CA) -> None:
    async def scenario(internet: Internet) -> list[bytes]:
        first = b"HTTP/1.1 302 Found\r\nSet-Cookie: who=you\r\nLocation: https://e:f@tjetra.isigurt.al/y\r\n\r\n"
        back = b"HTTP/1.1 401 No\r\nSet-Cookie: a=b\r\nWWW-Authenticate: Basic\r\n\r\n"
        await internet.web(answers(first))
        await internet.web(answers(back), name="tjetra.isigurt.al", at=OTHER_PLACE)
        await probe(URL, network=internet.network())
        return internet.requests

    first, second = run(authority, scenario)
    assert second.replace(b"/y", b"/x").replace(b"tjetra", b"faqja") == first


def test_body_bytes_that_come_with_the_head_are_nowhere(
    authority: trustme.CA, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    caplog.set_level(0)
    with_body = probed(authority, answers(OK + SECRET * 200, hold=True))
    without = probed(authority, answers(OK, hold=True))
    assert with_body.outcome is Outcome.ANSWERED
    assert "nobody may keep" not in repr(with_body) + caplog.text + "".join(capfd.readouterr())
    assert with_body.fingerprint == without.fingerprint


def test_the_buffer_is_wiped_behind_the_head(authority: trustme.CA, monkeypatch: pytest.MonkeyPatch) -> None:
    from isigurt.safenet import exchange  # noqa: PLC0415

    made: list[bytearray] = []

    def noted(size: int) -> bytearray:
        made.append(bytearray(size))
        return made[-1]

    monkeypatch.setattr(exchange, "bytearray", noted, raising=False)
    assert probed(authority, answers(OK + SECRET * 100)).outcome is Outcome.ANSWERED
    assert made
    assert all(b"nobody" not in buffer for buffer in made)


def test_the_connection_is_cut_after_the_head(authority: trustme.CA) -> None:
    """A server that would send a gigabyte gets rid of a few buffers only."""
    sent = 0

    async def script(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        nonlocal sent
        writer.write(OK)
        while sent < 1 << 30:
            writer.write(b"x" * 65536)
            await writer.drain()
            sent += 65536

    async def scenario(internet: Internet) -> ProbeResult:
        await internet.web(script)
        result = await probe(URL, network=internet.network())
        await asyncio.sleep(0.3)
        return result

    assert run(authority, scenario).outcome is Outcome.ANSWERED
    assert sent < 16 << 20


# --- names ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("said", "outcome"),
    [
        (dns.rcode.NXDOMAIN, Outcome.NXDOMAIN),
        (dns.rcode.SERVFAIL, Outcome.SERVFAIL),
        (dns.rcode.REFUSED, Outcome.SERVFAIL),
        ([], Outcome.NO_ADDRESS),
        (b"garbage", Outcome.TIMEOUT),  # nothing that could be an answer came
        (b"\x81\x80garbagegarbage", Outcome.SERVFAIL),
        (None, Outcome.TIMEOUT),
    ],
)
def test_a_name_that_gives_no_address_says_why(authority: trustme.CA, said: object, outcome: Outcome) -> None:
    async def scenario(internet: Internet) -> ProbeResult:
        internet.names.say("faqja.isigurt.al", said)  # type: ignore[arg-type]
        patience = 0.4 if outcome is Outcome.TIMEOUT else 10.0
        result = await probe(URL, network=internet.network(deadline=30.0, patience=patience))
        assert internet.dialer.dialled == []
        return result

    result = run(authority, scenario)
    assert (result.outcome, result.stage) == (outcome, Stage.NAME)
    assert result.hops[0].ip == ""


@pytest.mark.parametrize(
    "addresses",
    [
        ["127.0.0.1"],
        ["10.0.0.1"],
        ["169.254.169.254"],
        ["::1"],
        ["fd00:ec2::254"],
        ["::ffff:127.0.0.1"],
        ["64:ff9b::7f00:1"],
        [PLACE, "10.0.0.1"],
        ["10.0.0.1", PLACE],
        [PLACE, "::1"],
        [PLACE, PLACE_6, "fe80::1"],
    ],
)
def test_a_name_with_any_denied_answer_is_refused_whole(authority: trustme.CA, addresses: list[str]) -> None:
    async def scenario(internet: Internet) -> ProbeResult:
        await internet.web(answers(OK))
        internet.names.say("faqja.isigurt.al", addresses)
        result = await probe(URL, network=internet.network())
        assert internet.dialer.dialled == []
        return result

    result = run(authority, scenario)
    assert (result.outcome, result.verdict) == (Outcome.REFUSED_BY_POLICY, Verdict.DENY_ADDR)


def test_a_denied_answer_behind_an_alias_is_refused(authority: trustme.CA) -> None:
    async def scenario(internet: Internet) -> ProbeResult:
        internet.names.aliases["faqja.isigurt.al"] = "brenda.isigurt.al"
        internet.names.say("faqja.isigurt.al", ["192.168.1.1"])
        return await probe(URL, network=internet.network())

    assert run(authority, scenario).outcome is Outcome.REFUSED_BY_POLICY


def test_a_name_is_looked_up_once_so_that_rebinding_finds_nothing_to_change(authority: trustme.CA) -> None:
    async def scenario(internet: Internet) -> ProbeResult:
        await internet.web(answers(OK))
        internet.names.say("faqja.isigurt.al A", [PLACE], ["127.0.0.1"])
        internet.names.say("faqja.isigurt.al AAAA", [])
        result = await probe(URL, network=internet.network())
        assert sorted(internet.names.asked) == [("faqja.isigurt.al", "A"), ("faqja.isigurt.al", "AAAA")]
        assert internet.dialer.dialled == [(PLACE, 443)]
        return result

    assert run(authority, scenario).outcome is Outcome.ANSWERED


def test_rebinding_between_two_hops_is_refused_at_the_second(authority: trustme.CA) -> None:
    async def scenario(internet: Internet) -> ProbeResult:
        await internet.web(redirect("/tjetra"))
        internet.names.say("faqja.isigurt.al A", [PLACE], ["127.0.0.1"])
        internet.names.say("faqja.isigurt.al AAAA", [])
        result = await probe(URL, network=internet.network())
        assert internet.dialer.dialled == [(PLACE, 443)]
        return result

    result = run(authority, scenario)
    assert (result.outcome, result.verdict) == (Outcome.REFUSED_BY_POLICY, Verdict.DENY_ADDR)
    assert len(result.hops) == 2


def test_the_next_address_is_tried_when_the_first_takes_no_connection(authority: trustme.CA) -> None:
    async def scenario(internet: Internet) -> ProbeResult:
        await internet.web(answers(OK), at=PLACE_6)
        internet.names.say("faqja.isigurt.al", [PLACE, PLACE_6])
        return await probe(URL, network=internet.network())

    result = run(authority, scenario)
    assert result.outcome is Outcome.ANSWERED
    assert result.hops[0].ip == PLACE_6


def test_a_place_that_takes_no_connection_is_a_connection_error(authority: trustme.CA) -> None:
    async def scenario(internet: Internet) -> ProbeResult:
        internet.names.say("faqja.isigurt.al", [PLACE])
        return await probe(URL, network=internet.network())

    result = run(authority, scenario)
    assert (result.outcome, result.stage) == (Outcome.CONNECTION_ERROR, Stage.CONNECT)


# --- policy --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("url", "verdict"),
    [
        ("ftp://faqja.isigurt.al/", Verdict.DENY_SCHEME),
        ("faqja.isigurt.al", Verdict.DENY_SCHEME),
        ("http://[", Verdict.DENY_SYNTAX),
        ("http://localhost/", Verdict.DENY_HOST),
        ("http://faqja.isigurt.al:22/", Verdict.DENY_PORT),
        ("http://127.0.0.1/", Verdict.DENY_ADDR),
        ("http://0x7f.1/", Verdict.DENY_ADDR),
        ("http://[::ffff:10.0.0.1]/", Verdict.DENY_ADDR),
    ],
)
def test_a_denied_address_is_refused_before_anything_goes_out(
    authority: trustme.CA, url: str, verdict: Verdict
) -> None:
    async def scenario(internet: Internet) -> ProbeResult:
        result = await probe(url, network=internet.network())
        assert (internet.names.asked, internet.dialer.dialled) == ([], [])
        return result

    result = run(authority, scenario)
    assert (result.outcome, result.verdict, result.hops) == (Outcome.REFUSED_BY_POLICY, verdict, ())


@pytest.mark.parametrize(
    ("location", "verdict"),
    [
        ("http://127.0.0.1/", Verdict.DENY_ADDR),
        ("http://169.254.169.254/latest/meta-data/", Verdict.DENY_ADDR),
        ("//[::1]/", Verdict.DENY_ADDR),
        ("http:\\\\2130706433\\", Verdict.DENY_ADDR),
        ("file:///etc/passwd", Verdict.DENY_SCHEME),
        ("javascript:alert(1)", Verdict.DENY_SCHEME),
        ("gopher://127.0.0.1:70/", Verdict.DENY_SCHEME),
        ("http://localhost/", Verdict.DENY_HOST),
        ("http://metadata.google.internal/", Verdict.DENY_HOST),
        ("https://faqja.isigurt.al:22/", Verdict.DENY_PORT),
        ("http://[", Verdict.DENY_SYNTAX),
    ],
)
@pytest.mark.parametrize("status", [301, 308])
def test_a_redirect_to_a_denied_place_is_refused(
    authority: trustme.CA, location: str, verdict: Verdict, status: int
) -> None:
    result = probed(authority, redirect(location, status))
    assert (result.outcome, result.verdict) == (Outcome.REFUSED_BY_POLICY, verdict)
    assert [hop.status for hop in result.hops] == [status]


def test_a_redirect_to_a_name_with_a_private_address_is_refused(authority: trustme.CA) -> None:
    async def scenario(internet: Internet) -> ProbeResult:
        await internet.web(redirect("https://brenda.isigurt.al/"))
        internet.names.say("brenda.isigurt.al", ["172.16.0.1"])
        return await probe(URL, network=internet.network())

    assert run(authority, scenario).verdict is Verdict.DENY_ADDR


def test_a_redirect_is_followed_to_its_end(authority: trustme.CA) -> None:
    async def scenario(internet: Internet) -> ProbeResult:
        await internet.web(redirect("http://tjetra.isigurt.al:8080/y"))
        await internet.web(answers(b"HTTP/1.1 410 Gone\r\n\r\n"), name="tjetra.isigurt.al", at=OTHER_PLACE, port=8080)
        return await probe(URL, network=internet.network())

    result = run(authority, scenario)
    assert (result.outcome, result.status) == (Outcome.ANSWERED, 410)
    assert [(hop.canonical, hop.ip, hop.status) for hop in result.hops] == [
        (URL, PLACE, 302),
        ("http://tjetra.isigurt.al:8080/y", OTHER_PLACE, 410),
    ]
    assert result.final == "http://tjetra.isigurt.al:8080/y"


def test_five_redirects_are_followed_and_the_sixth_is_not(authority: trustme.CA) -> None:
    def counting(last: int) -> Script:
        seen = 0

        async def script(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            nonlocal seen
            seen += 1
            await (redirect(f"/{seen}") if seen <= last else answers(OK))(reader, writer)

        return script

    assert probed(authority, counting(MOST_REDIRECTS)).outcome is Outcome.ANSWERED
    result = probed(authority, counting(MOST_REDIRECTS + 1))
    assert result.outcome is Outcome.TOO_MANY_REDIRECTS
    assert len(result.hops) == MOST_REDIRECTS + 1
    assert result.status is None


def test_a_redirect_with_two_targets_is_a_bad_answer(authority: trustme.CA) -> None:
    result = probed(authority, answers(b"HTTP/1.1 302 x\r\nLocation: /a\r\nLocation: /b\r\n\r\n"))
    assert result.outcome is Outcome.BAD_ANSWER


def test_a_redirect_without_target_is_an_answer(authority: trustme.CA) -> None:
    result = probed(authority, answers(b"HTTP/1.1 302 x\r\n\r\n"))
    assert (result.outcome, result.status) == (Outcome.ANSWERED, 302)


# --- TLS -----------------------------------------------------------------------------------------------------


def tls_result(authority: trustme.CA, **certificate: object) -> ProbeResult:
    async def scenario(internet: Internet) -> ProbeResult:
        await internet.web(answers(OK), **certificate)
        result = await probe(URL, network=internet.network())
        assert internet.requests == []
        return result

    return run(authority, scenario)


def test_a_certificate_for_another_name_is_a_tls_error(authority: trustme.CA) -> None:
    result = tls_result(authority, issued_for="tjetra.isigurt.al")
    assert (result.outcome, result.stage) == (Outcome.TLS_ERROR, Stage.TLS)
    assert "Hostname mismatch" in result.detail


def test_an_expired_certificate_is_a_tls_error(authority: trustme.CA) -> None:
    result = tls_result(
        authority,
        not_before=datetime(2020, 1, 1, tzinfo=UTC),
        not_after=datetime(2020, 2, 1, tzinfo=UTC),
    )
    assert result.outcome is Outcome.TLS_ERROR
    assert "expired" in result.detail


def test_a_certificate_of_an_unknown_authority_is_a_tls_error(authority: trustme.CA) -> None:
    async def scenario(internet: Internet) -> ProbeResult:
        await internet.web(answers(OK))
        other = Internet(trustme.CA())
        other.names, other.dialer = internet.names, internet.dialer
        return await probe(URL, network=other.network())

    assert run(authority, scenario).outcome is Outcome.TLS_ERROR


def test_a_server_that_speaks_no_tls_is_a_tls_error(authority: trustme.CA) -> None:
    async def scenario(internet: Internet) -> ProbeResult:
        async def blurt(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            writer.write(b"HTTP/1.1 400 Bad Request\r\n\r\n")
            writer.close()

        server = await asyncio.start_server(blurt, "127.0.0.1", 0)
        internet.dialer.table[PLACE, 443] = server.sockets[0].getsockname()[1]
        internet.names.say("faqja.isigurt.al", [PLACE])
        async with server:
            return await probe(URL, network=internet.network())

    assert run(authority, scenario).outcome is Outcome.TLS_ERROR


def test_the_certificate_of_an_ip_address_is_verified_too(authority: trustme.CA) -> None:
    async def scenario(internet: Internet) -> tuple[ProbeResult, ProbeResult]:
        await internet.web(answers(OK), issued_for=PLACE)
        await internet.web(answers(OK), at=OTHER_PLACE, issued_for=PLACE)
        network = internet.network()
        return await probe(f"https://{PLACE}/", network=network), await probe(
            f"https://{OTHER_PLACE}/", network=network
        )

    right, wrong = run(authority, scenario)
    assert (right.outcome, wrong.outcome) == (Outcome.ANSWERED, Outcome.TLS_ERROR)


# --- hostile heads -------------------------------------------------------------------------------------------


async def ten_megabytes() -> AsyncIterator[bytes]:
    yield b"HTTP/1.1 200 OK\r\n"
    for _ in range(10 * 16):
        yield b"X: " + b"x" * 65533


async def endless_continues() -> AsyncIterator[bytes]:
    while True:
        yield b"HTTP/1.1 100 Continue\r\n\r\n"


async def slowly() -> AsyncIterator[bytes]:
    yield b"HTTP/1.1 200 OK\r\nX: "
    for _ in range(1000):
        yield b"x"
        await asyncio.sleep(0.05)


@pytest.mark.parametrize(
    ("script", "outcome"),
    [
        (endless(ten_megabytes), Outcome.HEAD_TOO_LARGE),
        (answers(b"HTTP/1.1 200 OK\r\nX: " + b"x" * 20000 + b"\r\n\r\n"), Outcome.HEAD_TOO_LARGE),
        (answers(b"HTTP/1.1 200 OK\r\n" + b"a: b\r\n" * 101 + b"\r\n"), Outcome.HEAD_TOO_LARGE),
        (answers(b"HTTP/1.1 200 OK\r\n" + b"a: b\r\n" * 100 + b"\r\n"), Outcome.ANSWERED),
        (endless(endless_continues), Outcome.HEAD_TOO_LARGE),
        (answers(b"HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n" * 3 + OK), Outcome.ANSWERED),
        (answers(b"HTTP/1.1 101 Switching\r\n\r\n"), Outcome.ANSWERED),
        (answers(b"SSH-2.0-OpenSSH\r\n", hold=True), Outcome.BAD_ANSWER),
        (answers(b"<html>" * 1000, hold=True), Outcome.BAD_ANSWER),
        (answers(b"HTTP/1.1 OK\r\n\r\n"), Outcome.BAD_ANSWER),
        (answers(b"\x00" * 50000), Outcome.BAD_ANSWER),
        (answers(b""), Outcome.CONNECTION_ERROR),
        (answers(b"HTTP/1.1 200 OK\r\nServer: s\r\n"), Outcome.CONNECTION_ERROR),
        (answers(*(OK[at : at + 1] for at in range(len(OK)))), Outcome.ANSWERED),
        (answers(OK.replace(b"\r\n", b"\n")), Outcome.ANSWERED),
    ],
)
def test_a_hostile_head_ends_in_a_typed_outcome(authority: trustme.CA, script: Script, outcome: Outcome) -> None:
    assert probed(authority, script).outcome is outcome


# --- the deadline --------------------------------------------------------------------------------------------


def test_a_head_that_drips_ends_at_the_deadline(authority: trustme.CA) -> None:
    began = time.monotonic()
    result = probed(authority, endless(slowly), deadline=2.0)
    assert (result.outcome, result.stage) == (Outcome.TIMEOUT, Stage.HEAD)
    assert time.monotonic() - began < 20  # the head takes 50 s


def test_silence_at_each_stage_ends_at_the_deadline(authority: trustme.CA) -> None:
    async def scenario(internet: Internet) -> list[ProbeResult]:
        await internet.web(answers(hold=True))
        internet.names.say("pa-pergjigje.isigurt.al", None)
        internet.names.say("pa-lidhje.isigurt.al", [OTHER_PLACE])
        internet.dialer.silent.add(OTHER_PLACE)
        mute = socket.create_server(("127.0.0.1", 0))  # the kernel takes the connection, nobody answers
        internet.dialer.table["93.184.215.16", 443] = mute.getsockname()[1]
        internet.names.say("pa-tls.isigurt.al", ["93.184.215.16"])
        names = ["pa-pergjigje.isigurt.al", "pa-lidhje.isigurt.al", "pa-tls.isigurt.al", "faqja.isigurt.al"]
        network = internet.network(deadline=2.5, patience=10.0)
        results = await asyncio.gather(*(probe(f"https://{name}/", network=network) for name in names))
        mute.close()
        return list(results)

    results = run(authority, scenario)
    assert [result.outcome for result in results] == [Outcome.TIMEOUT] * 4
    assert [result.stage for result in results] == [Stage.NAME, Stage.CONNECT, Stage.TLS, Stage.HEAD]
    assert all(2.4 < result.seconds < 20 for result in results)


def test_the_hops_share_one_deadline(authority: trustme.CA) -> None:
    slow = answers(b"HTTP/1.1 302 x\r\nLocation: /again\r\n\r\n", pause=1.0)
    result = probed(authority, slow, deadline=2.6)
    assert result.outcome is Outcome.TIMEOUT
    assert 1 < len(result.hops) < 4  # six would take 6 s
