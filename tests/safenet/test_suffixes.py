import sys

import pytest
import tldextract

from isigurt.safenet.suffixes import known_top, public_suffix, registered_domain

ORACLE = tldextract.TLDExtract(suffix_list_urls=(), cache_dir=None)
HOSTS = [
    "faqja.al",
    "www.shkolla.com.al",
    "a.b.co.uk",
    "x.github.io",
    "a.www.ck",
    "b.a.foo.ck",
    "www.city.kawasaki.jp",
    "a.b.c.kawasaki.jp",
    "xn--e1afmkfd.xn--p1ai",
    "a.gov.al",
    "emri.tumblr.com",
    "abc.onion",
    "com.al",
    "al",
    "faqja.qwertyzz",
    "t.me",
    "a.xn--mgba3a4f16a",
]


@pytest.mark.parametrize("host", HOSTS)
def test_tldextract_finds_the_same_suffix_and_domain(host: str) -> None:
    expected = ORACLE(host)
    assert (public_suffix(host) or "") == expected.suffix
    assert (registered_domain(host) or "") == expected.top_domain_under_public_suffix


def test_known_tops_are_those_of_the_list() -> None:
    assert all(map(known_top, ["al", "com", "xn--p1ai", "рф", "ck"]))
    assert not any(map(known_top, ["qwertyzz", "localhost", "test", ""]))


def test_the_list_is_read_without_loading_an_http_client() -> None:
    import subprocess  # noqa: PLC0415

    code = (
        "import sys; from isigurt.safenet.refang import find_addresses; find_addresses('a.al'); "
        "sys.exit(bool({'requests', 'tldextract', 'httpx'} & set(sys.modules)))"
    )
    assert (
        subprocess.run([sys.executable, "-c", code], env={"PYTHONPATH": ":".join(sys.path)}, check=False).returncode
        == 0
    )
