import dns.flags
import dns.message
import dns.rcode
import dns.rdatatype
import dns.rrset
import pytest
from hypothesis import given
from hypothesis import strategies as st

from isigurt.safenet import wire
from isigurt.safenet.wire import BadMessage, Kind

NAME = "www.faqja.al"
ASKED = wire.question(NAME, Kind.A)


def answer(*records: tuple[str, str, str], rcode: dns.rcode.Rcode = dns.rcode.NOERROR) -> bytes:
    reply = dns.message.make_response(dns.message.from_wire(wire.query(7, ASKED)))
    reply.set_rcode(rcode)
    reply.answer = [dns.rrset.from_text(owner, 60, "IN", kind, value) for owner, kind, value in records]
    return reply.to_wire()


@pytest.mark.parametrize("kind", list(Kind))
def test_dnspython_reads_the_query(kind: Kind) -> None:
    query = dns.message.from_wire(wire.query(4711, wire.question(NAME, kind)))
    assert query.id == 4711
    assert query.flags == dns.flags.RD
    assert (query.edns, query.payload) == (0, wire.PAYLOAD)
    (question,) = query.question
    assert (question.name.to_text(), question.rdtype) == ("www.faqja.al.", dns.rdatatype.RdataType(kind))


def test_what_dnspython_writes_is_read() -> None:
    raw = answer(
        ("www.faqja.al.", "CNAME", "cdn.faqja.al."),
        ("cdn.faqja.al.", "A", "93.184.215.14"),
        ("cdn.faqja.al.", "A", "10.0.0.1"),
        ("cdn.faqja.al.", "AAAA", "2606:4700::1"),
        ("cdn.faqja.al.", "TXT", "x"),
    )
    message = wire.read(raw, 7, ASKED)
    assert [str(address) for address in message.addresses] == ["93.184.215.14", "10.0.0.1", "2606:4700::1"]
    assert (message.code, message.truncated) == (0, False)


def test_the_response_code_is_read() -> None:
    assert wire.read(answer(rcode=dns.rcode.NXDOMAIN), 7, ASKED).code == 3
    assert wire.read(answer(rcode=dns.rcode.SERVFAIL), 7, ASKED).code == 2


def test_a_refusal_without_the_question_is_read() -> None:
    assert wire.read(bytes.fromhex("000781050000000000000000"), 7, ASKED).code == 5


def test_an_answer_to_another_question_is_none() -> None:
    raw = answer(("www.faqja.al.", "A", "93.184.215.14"))
    with pytest.raises(BadMessage):
        wire.read(raw, 8, ASKED)
    with pytest.raises(BadMessage):
        wire.read(raw, 7, wire.question("www.tjetra.al", Kind.A))
    with pytest.raises(BadMessage):
        wire.read(raw, 7, wire.question(NAME, Kind.AAAA))
    with pytest.raises(BadMessage):
        wire.read(wire.query(7, ASKED), 7, ASKED)


def test_a_name_in_another_case_is_the_same_name() -> None:
    raw = answer(("www.faqja.al.", "A", "93.184.215.14")).replace(b"faqja", b"FaQjA", 1)
    assert wire.read(raw, 7, ASKED).addresses


@pytest.mark.parametrize("length", range(12, 46))
def test_an_answer_that_is_cut_off_is_bad(length: int) -> None:
    raw = answer(("www.faqja.al.", "A", "93.184.215.14"))
    with pytest.raises(BadMessage):
        wire.read(raw[:length], 7, ASKED)


@given(st.binary(max_size=200) | st.binary(max_size=120).map(answer(("www.faqja.al.", "A", "1.1.1.1"))[:30].__add__))
def test_any_bytes_are_an_answer_or_bad(raw: bytes) -> None:
    try:
        wire.read(raw, 7, ASKED)
    except BadMessage:
        return


@given(st.binary(min_size=1, max_size=100))
def test_whatever_follows_the_question_dnspython_finds_no_address_that_we_miss(rest: bytes) -> None:
    raw = wire.query(7, ASKED)[:2] + b"\x81\x80\x00\x01\x00\x01\x00\x00\x00\x00" + ASKED + rest
    try:
        theirs = dns.message.from_wire(raw, ignore_trailing=True)
        ours = wire.read(raw, 7, ASKED).addresses
    except (BadMessage, dns.exception.DNSException, ValueError):
        return
    found = [record.address for rrset in theirs.answer if rrset.rdtype in (1, 28) for record in rrset]
    assert sorted(found) == sorted(map(str, ours))


@pytest.mark.parametrize("name", ["", ".", "a..b", "a" * 64 + ".al", ".al", "al.", "a." * 127 + "al", "këngë.al"])
def test_what_is_no_host_name_makes_no_question(name: str) -> None:
    with pytest.raises(ValueError, match=r"not a host name|codec can't encode"):
        wire.question(name, Kind.A)
