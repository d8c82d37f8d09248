import time

import ioc_fanger
import pytest
from hypothesis import given
from hypothesis import strategies as st

from isigurt.safenet.address import Flag, Verdict
from isigurt.safenet.refang import find_addresses


def found(text: str) -> list[tuple[str, str]]:
    return [(address.raw, address.judgement.canonical) for address in find_addresses(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("https://faqja.al/x", [("https://faqja.al/x", "https://faqja.al/x")]),
        ("shiko instagram.com/xyz, te lutem", [("instagram.com/xyz", "https://instagram.com/xyz")]),
        ("Më çuan këtu: www.faqja.al.", [("www.faqja.al", "https://www.faqja.al/")]),
        ("eshte ne Instagram.com!!!", [("Instagram.com", "https://instagram.com/")]),
        ("WWW.FAQJA.AL/Foto", [("WWW.FAQJA.AL/Foto", "https://www.faqja.al/Foto")]),
        ("te (https://faqja.al/a_(b)) e pashë", [("https://faqja.al/a_(b)", "https://faqja.al/a_(b)")]),
        ("<https://faqja.al/?q=1>", [("https://faqja.al/?q=1", "https://faqja.al/?q=1")]),
        ("[ktu](https://faqja.al/1)", [("https://faqja.al/1", "https://faqja.al/1")]),
        ("„https://faqja.al/ë”", [("https://faqja.al/ë", "https://faqja.al/%C3%AB")]),
        ("`https://faqja.al/1`", [("https://faqja.al/1", "https://faqja.al/1")]),
        ("*https://faqja.al/1*", [("https://faqja.al/1", "https://faqja.al/1")]),
        ("instagram.com/emri_", [("instagram.com/emri_", "https://instagram.com/emri_")]),
        ("tiktok.com/@em.ri", [("tiktok.com/@em.ri", "https://tiktok.com/@em.ri")]),
        ("t.me/kanali", [("t.me/kanali", "https://t.me/kanali")]),
        ("x.com", [("x.com", "https://x.com/")]),
        ("linku:faqja.com.al/x", [("faqja.com.al/x", "https://faqja.com.al/x")]),
        ("këngë.al", [("këngë.al", "https://xn--kng-jmac.al/")]),
        ("faqja.al:8080/x", [("faqja.al:8080/x", "http://faqja.al:8080/x")]),
        ("faqja.al:8443/x", [("faqja.al:8443/x", "https://faqja.al:8443/x")]),
        ("93.184.215.14:8080/x.", [("93.184.215.14:8080/x", "http://93.184.215.14:8080/x")]),
        ("http://[2606:4700::1]/x.", [("http://[2606:4700::1]/x", "http://[2606:4700::1]/x")]),
        ("[2606:4700::1]:8080/x", [("[2606:4700::1]:8080/x", "http://[2606:4700::1]:8080/x")]),
        ("adresa 2606:4700::1111, po", [("2606:4700::1111", "http://[2606:4700::1111]/")]),
        (
            "https://a.al/x,https://b.al/y;www.c.al",
            [
                ("https://a.al/x", "https://a.al/x"),
                ("https://b.al/y", "https://b.al/y"),
                ("www.c.al", "https://www.c.al/"),
            ],
        ),
        ("https://a.alhttps://b.al", [("https://a.al", "https://a.al/"), ("https://b.al", "https://b.al/")]),
        ("https://arkiv.al/https://b.al/", [("https://arkiv.al/https://b.al/", "https://arkiv.al/https://b.al/")]),
        (
            "a.al/1\nb.al/2\r\nc.al/3",
            [("a.al/1", "https://a.al/1"), ("b.al/2", "https://b.al/2"), ("c.al/3", "https://c.al/3")],
        ),
        ("faqja.al/1 dhe faqja.al/1 prapë", [("faqja.al/1", "https://faqja.al/1")]),
    ],
)
def test_addresses_are_found_as_people_paste_them(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("hxxp://faqja.al/x", "http://faqja.al/x"),
        ("hXXps://faqja.al/x", "https://faqja.al/x"),
        ("HXXPS://faqja.al/x", "https://faqja.al/x"),
        ("h**ps://faqja.al/x", "https://faqja.al/x"),
        ("ttps://faqja.al/x", "https://faqja.al/x"),
        ("http//faqja.al/x", "http://faqja.al/x"),
        ("https:/faqja.al/x", "https://faqja.al/x"),
        ("https;//faqja.al/x", "https://faqja.al/x"),
        ("https:\\\\faqja.al\\x", "https://faqja.al/x"),
        ("https:// faqja.al/x", "https://faqja.al/x"),
        ("https : //faqja.al/x", "https://faqja.al/x"),
        ("hxxps[:]//faqja[.]al/x", "https://faqja.al/x"),
        ("hxxps[://]faqja[.]al/x", "https://faqja.al/x"),
        ("[https]://faqja.al/x", "https://faqja.al/x"),
        ("hxxp[s]://faqja.al/x", "https://faqja.al/x"),
        ("https://faqja(.)al/x", "https://faqja.al/x"),
        ("https://faqja{.}al/x", "https://faqja.al/x"),
        ("https://faqja[dot]al/x", "https://faqja.al/x"),
        ("https://faqja(DOT)al/x", "https://faqja.al/x"),
        ("https://faqja [.] al/x", "https://faqja.al/x"),
        ("https://faqja[.al/x", "https://faqja.al/x"),
        ("https://faqja.]al/x", "https://faqja.al/x"),
        ("https://faqja\\.al/x", "https://faqja.al/x"),
        ("faqja dot al", "https://faqja.al/"),
        ("faqja pikë al", "https://faqja.al/"),
        ("faqja (pike) al/x", "https://faqja.al/x"),
        ("faqja . com", "https://faqja.com/"),
        ("faqja[.]al[/]x", "https://faqja.al/x"),
        ("93[.]184[.]215[.]14/x", "http://93.184.215.14/x"),
        ("faq\u200bja.al/x", "https://faqja.al/x"),
        ("\u202dhttps://faqja.al/x\u202c", "https://faqja.al/x"),
    ],
)
def test_disguises_are_taken_off_and_the_raw_text_is_kept(text: str, canonical: str) -> None:
    around = f"shiko {text} te lutem"
    (address,) = find_addresses(around)
    assert address.judgement.canonical == canonical
    assert address.judgement.allowed
    assert address.raw in around
    assert address.raw.strip("\u202d\u202c") == text.strip("\u202d\u202c")


@pytest.mark.parametrize(
    "text",
    [
        "hxxp://faqja.al/x",
        "hXXps://faqja[.]al/x",
        "hxxps[:]//faqja[.]al/x",
        "hxxps[://]faqja[.]al/x",
        "http://faqja(.)al/x",
        "http://faqja[dot]al/x",
        "http://faqja(dot)al/x",
        "http://faqja[.al/x",
        "http://faqja\\.al/x",
        "http:///faqja.al/x",
    ],
)
def test_ioc_fanger_reads_the_common_disguises_in_the_same_way(text: str) -> None:
    assert [canonical for _, canonical in found(text)] == [canonical for _, canonical in found(ioc_fanger.fang(text))]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "asgjë",
        "Ora 10.30, data 24.11.2026, version 1.2.3",
        "p.sh. d.m.th. etj.",
        "U tha mirë.Me pastaj iku.",
        "emri@gmail.com emri.mbiemri@faqja.com.al",
        "foto.jpg dhe video.mov",
        "com al .com",
        "10:20:30",
        "::",
        "\x00\ud800\udfff",
    ],
)
def test_ordinary_text_holds_no_address(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("ftp://faqja.al/x", Verdict.DENY_SCHEME),
        ("tg://resolve?domain=x", Verdict.DENY_SCHEME),
        ("file:///etc/passwd", Verdict.DENY_SCHEME),
        ("abcdefghijklmnop.onion/x", Verdict.DENY_HOST),
        ("http://localhost/x", Verdict.DENY_HOST),
        ("http://faqja.al:22/", Verdict.DENY_PORT),
        ("http://127.0.0.1/", Verdict.DENY_ADDR),
        ("10.0.0.1", Verdict.DENY_ADDR),
        ("http://2130706433/", Verdict.DENY_ADDR),
        ("http://faqja.al:99999/", Verdict.DENY_SYNTAX),
    ],
)
def test_a_denied_address_is_found_too(text: str, verdict: Verdict) -> None:
    (address,) = find_addresses(f"kjo {text} ketu")
    assert (address.raw, address.judgement.verdict) == (text, verdict)


def test_a_guessed_scheme_is_flagged() -> None:
    assert Flag.SCHEME_GUESSED in find_addresses("faqja.al")[0].judgement.flags
    assert Flag.SCHEME_GUESSED not in find_addresses("https://faqja.al")[0].judgement.flags


def test_no_more_than_the_limit_is_found() -> None:
    text = " ".join(f"faqja{number}.al" for number in range(60))
    assert len(find_addresses(text)) == 60
    assert len(find_addresses(text, limit=51)) == 51


@given(
    st.text(max_size=200)
    | st.lists(
        st.sampled_from(
            ["http", "hxxp", "s", ":", "//", "[", "]", "(", ")", ".", "dot", " ", "a", "al", "com", "@", "1", "\n"]
        ),
        max_size=60,
    ).map("".join)
)
def test_any_text_is_searched_and_what_is_found_was_typed_there(text: str) -> None:
    for address in find_addresses(text):
        assert address.raw
        assert address.raw in text


PIECES = [
    "[",
    "(",
    ".",
    "a.",
    "a",
    "hxxp://",
    "(dot",
    "[ ",
    " (",
    "a (dot) ",
    "<",
    "http://a:",
    ")",
    "http://a.al)",
    ",",
    "](",
]
PIECES += [
    "1.",
    "::",
    "h",
    "\\",
    "/",
    " dot ",
    "[.",
    "\u200b",
    "@",
    "http://a.al/((",
    "-",
    "www.",
    "[:",
    "https://",
    "a1.al ",
    "h*",
]


@pytest.mark.parametrize("piece", PIECES)
def test_a_mebibyte_of_anything_takes_time_in_proportion(piece: str) -> None:
    text = (piece * (1 << 20))[: 1 << 20]
    began = time.process_time()
    find_addresses(text)
    assert time.process_time() - began < 12  # the slowest took 1.8 s; anything quadratic takes minutes
