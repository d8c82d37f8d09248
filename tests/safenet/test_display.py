import pytest
from hypothesis import given
from hypothesis import strategies as st

from isigurt.safenet.display import defang, readable_host
from isigurt.safenet.refang import find_addresses


@pytest.mark.parametrize(
    ("canonical", "shown"),
    [
        ("https://www.faqja.al/x.y?z=1.2", "hxxps://www[.]faqja[.]al/x.y?z=1.2"),
        ("http://93.184.215.14:8080/", "hxxp://93[.]184[.]215[.]14:8080/"),
        ("http://[2606:4700::1]/", "hxxp://[2606:4700::1]/"),
        ("https://faqja.al", "hxxps://faqja[.]al"),
        ("javascript:alert(1)", "javascript[:]alert(1)"),
        ("ftp://faqja.al/", "ftp[:]//faqja[.]al/"),
        ("faqja.al/x", "faqja[.]al/x"),
        ("", ""),
    ],
)
def test_a_defanged_address_opens_nothing(canonical: str, shown: str) -> None:
    assert defang(canonical) == shown


@given(st.from_regex(r"https?://[a-z]{1,10}\.(al|com)(:8080)?/[a-z0-9./?=]{0,20}[a-z]", fullmatch=True))
def test_a_defanged_address_can_be_pasted_back(canonical: str) -> None:
    (found,) = find_addresses(defang(canonical))
    (original,) = find_addresses(canonical)
    assert found.judgement.canonical == original.judgement.canonical


def test_a_name_in_punycode_can_be_read() -> None:
    assert readable_host("https://xn--kng-jmac.al/") == "këngë.al"
    assert readable_host("https://faqja.al/") == "faqja.al"
