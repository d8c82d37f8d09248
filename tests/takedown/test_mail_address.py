import pytest
from hypothesis import given
from hypothesis import strategies as st

from isigurt.takedown.mail_address import MailAddressInvalid, normal_mail_address


@pytest.mark.parametrize(
    ("typed", "normal"),
    [
        ("abuse@host.example", "abuse@host.example"),
        ("  Abuse@Host.EXAMPLE ", "Abuse@host.example"),
        ("net-abuse+x@a-b.co.uk", "net-abuse+x@a-b.co.uk"),
    ],
)
def test_a_plain_address_is_taken(typed, normal):
    assert normal_mail_address(typed) == normal


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "abuse",
        "abuse@localhost",
        "@host.example",
        "a b@host.example",
        "abuse@host.example\nBcc: other@host.example",
        "abuse@host.example\r\nRCPT TO:<other@host.example>",
        "abuse@host.example, other@host.example",
        "abuse@host.example;other@host.example",
        "Abuse <abuse@host.example>",
        '"abuse x"@host.example',
        "abuse@[192.0.2.1]",
        "abuse@192.0.2.1",
        "abuse@host..example",
        "abuse@-host.example",
        ".abuse@host.example",
        "ab..use@host.example",
        "ab\u202euse@host.example",
        "abuse@h\u00f6st.example",
        "abuse\x00@host.example",
        "a" * 65 + "@host.example",
        "a@" + "b" * 250 + ".example",
    ],
)
def test_anything_else_is_refused(typed):
    with pytest.raises(MailAddressInvalid):
        normal_mail_address(typed)


@given(st.text(max_size=60), st.text(max_size=60))
def test_what_is_taken_can_never_start_another_header_or_recipient(before, after):
    try:
        address = normal_mail_address(f"{before}@{after}")
    except MailAddressInvalid:
        return
    assert address.isascii()
    assert address.count("@") == 1
    assert not set(address) & set(' \t\r\n,;:<>()[]"\\\x00')
