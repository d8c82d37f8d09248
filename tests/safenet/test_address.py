from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from isigurt.safenet.address import ALLOWED_PORTS, LONGEST_ADDRESS, Flag, Verdict, judge, judge_redirect

TABLE = [
    line.split("\t")
    for line in (Path(__file__).parent / "addresses.tsv").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]


def unescaped(text: str) -> str:
    """The data file writes odd characters as Python does; the rest of it stays as it is."""
    return text.encode("latin-1", "backslashreplace").decode("unicode_escape") if "\\" in text else text


def test_the_table_of_hard_addresses_is_judged_as_written_there() -> None:
    wrong = []
    for verdict, typed, *canonical in TABLE:
        judgement = judge(unescaped(typed))
        if judgement.verdict != verdict or (canonical and judgement.canonical != canonical[0]):
            wrong.append((typed, verdict, canonical, judgement))
    assert wrong == []


def test_the_table_is_large_and_knows_every_verdict() -> None:
    assert len(TABLE) > 500
    assert {row[0] for row in TABLE} == {verdict.value for verdict in Verdict}


def test_the_canonical_form_of_an_allowed_address_is_its_own_canonical_form() -> None:
    for verdict, _typed, *canonical in TABLE:
        if verdict == "ALLOW":
            assert judge(canonical[0]).canonical == canonical[0]
            assert judge(canonical[0]).allowed


@given(st.text(max_size=200) | st.text(max_size=80).map("http://".__add__) | st.from_regex(r"https?://.{0,60}"))
def test_no_text_raises_and_every_answer_is_whole(text: str) -> None:
    judgement = judge(text)
    assert judgement.canonical.isascii()
    assert not set(judgement.canonical) & set(map(chr, range(0x21)))
    assert (judgement.reason == "") is judgement.allowed
    assert "\n" not in judgement.reason
    assert "\t" not in judgement.reason
    if judgement.allowed:
        again = judge(judgement.canonical)
        assert again.allowed
        assert again.canonical == judgement.canonical
        assert again.port in ALLOWED_PORTS


@given(st.text(alphabet=st.characters(categories=["Cs", "Cc", "Cf", "Lu", "Nd"]), max_size=60))
def test_lone_surrogates_and_controls_are_judged_too(text: str) -> None:
    judge(f"https://faqja.al/{text}").canonical.encode("ascii")
    judge(f"https://{text}.al/").canonical.encode("ascii")
    judge(text)


@pytest.mark.parametrize(
    ("typed", "flags"),
    [
        ("https://faqja.al/", ()),
        ("https://emri:x@faqja.al/", (Flag.USER_NAME_DROPPED,)),
        ("https://faqja.al/#x", (Flag.FRAGMENT_DROPPED,)),
        ("https://faqja.al/#!/x", ()),
        ("https://faqja.al./", (Flag.TRAILING_DOT_DROPPED,)),
        ("https://këngë.al/", (Flag.PUNYCODE,)),
        ("https://instаgram.com/", (Flag.PUNYCODE, Flag.MIXED_SCRIPTS)),  # its a is Cyrillic
        ("https://аррӏе.com/", (Flag.PUNYCODE, Flag.LOOKALIKE)),
        ("https://аррӏе.рф/", (Flag.PUNYCODE,)),  # in its own alphabet throughout it deceives nobody
        ("https://日本ごtest.jp/", (Flag.PUNYCODE,)),
        ("http://0x8.8.8.8/", (Flag.DISGUISED_NUMBER,)),
        ("http://8.8.8.8/", ()),
        ("https://faqja.qwertyzz/", (Flag.UNKNOWN_SUFFIX,)),
    ],
)
def test_what_a_person_should_know_is_flagged(typed: str, flags: tuple[Flag, ...]) -> None:
    assert judge(typed).flags == flags


def test_a_judgement_tells_scheme_host_and_port() -> None:
    judgement = judge("HTTP://Emri@FAQJA.al:8080/x")
    assert (judgement.scheme, judgement.host, judgement.port, judgement.ip) == ("http", "faqja.al", 8080, None)
    judgement = judge("https://[2606:4700::1111]/")
    assert (judgement.host, judgement.port) == ("2606:4700::1111", 443)
    assert str(judgement.ip) == "2606:4700::1111"


def test_a_denied_address_keeps_its_canonical_form_for_the_report() -> None:
    assert judge("HTTP://U:p@LOCALHOST/x").canonical == "http://localhost/x"
    assert judge("http://faqja.al:22/").canonical == "http://faqja.al:22/"
    assert judge("http://0x7f.1/").canonical == "http://127.0.0.1/"


def test_the_reason_names_the_range_its_source_and_the_address_carried() -> None:
    assert judge("http://10.1.2.3/").reason == "10.0.0.0/8 is private use (RFC 1918)"
    assert "RFC 6052" in judge("http://[64:ff9b::7f00:1]/").reason
    assert "127.0.0.1, loopback" in judge("http://[64:ff9b::7f00:1]/").reason
    assert "192.0.2.45" in judge("http://[2001:0:4136:e378:8000:63bf:3fff:fdd2]/").reason


def test_an_address_longer_than_the_limit_is_denied_and_one_at_the_limit_is_not() -> None:
    start = "https://faqja.al/"
    assert judge(start + "a" * (LONGEST_ADDRESS - len(start))).allowed
    assert judge(start + "a" * (LONGEST_ADDRESS - len(start) + 1)).verdict is Verdict.DENY_SYNTAX
    assert judge(start + "ë" * 3000).verdict is Verdict.DENY_SYNTAX  # three times as long in canonical form
    assert judge("a" * 3_000_000).verdict is Verdict.DENY_SCHEME


@pytest.mark.parametrize(
    ("location", "verdict", "canonical"),
    [
        ("/tjetra", Verdict.ALLOW, "https://faqja.al/tjetra"),
        ("?q=1", Verdict.ALLOW, "https://faqja.al/a/b?q=1"),
        ("//tjetra.al/x", Verdict.ALLOW, "https://tjetra.al/x"),
        ("http://tjetra.al/", Verdict.ALLOW, "http://tjetra.al/"),
        ("\\\\127.0.0.1\\x", Verdict.DENY_ADDR, "https://127.0.0.1/x"),
        ("file:///etc/passwd", Verdict.DENY_SCHEME, ""),
        ("http://[", Verdict.DENY_SYNTAX, ""),
        ("http://169.254.169.254/", Verdict.DENY_ADDR, "http://169.254.169.254/"),
        ("/\udcff", Verdict.ALLOW, "https://faqja.al/%FF"),
    ],
)
def test_a_redirect_is_judged_where_it_leads(location: str, verdict: Verdict, canonical: str) -> None:
    judgement = judge_redirect("https://faqja.al/a/b", location)
    assert (judgement.verdict, judgement.canonical) == (verdict, canonical)
