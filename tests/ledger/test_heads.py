from datetime import timedelta

import nacl.signing
import pytest
from hypothesis import given
from hypothesis import strategies as st

from isigurt.ledger import chain
from isigurt.ledger.heads import Head, NotAHead, sign_head
from isigurt.vault import keyring
from tests.ledger.factories import entries


@pytest.fixture
def head(db: None) -> Head:
    entries(3)
    return sign_head()


def test_a_head_is_the_end_of_the_chain_signed_with_the_ledgers_key(head: Head):
    assert head.seq == 3
    assert head.key_id == keyring.ledger_key().key_id
    assert head.is_signed()
    assert head.is_ours()


@pytest.mark.django_db
def test_an_empty_ledger_has_a_head_too():
    head = sign_head()
    assert (head.seq, head.hash) == (0, chain.GENESIS)
    assert head.is_signed()


def test_any_ed25519_tool_can_check_a_head(head: Head):
    lines = head.text().splitlines(keepends=True)
    nacl.signing.VerifyKey(head.public).verify("".join(lines[:-1]).encode(), head.signature)


def test_a_head_comes_back_from_its_file(head: Head):
    assert Head.parse(head.text()) == head


@pytest.mark.parametrize(
    "around",
    [
        "{}",
        "Received: from relay\r\nSubject: iSIGURT ledger\r\n\r\nPërshëndetje,\r\n\r\n{}\r\n-- \r\n",
        "> {}",
        "   \n\n{}\n\n\n",
    ],
)
def test_a_head_is_found_in_the_mail_it_came_in(head: Head, around: str):
    text = head.text()
    if "\r\n" in around:
        text = text.replace("\n", "\r\n")
    if around.startswith(">"):
        text = text.replace("\n", "\n> ")
    assert Head.parse(around.format(text)) == head


@pytest.mark.parametrize("field", ["seq", "hash", "at", "key", "public", "signature"])
def test_a_file_without_one_of_its_lines_is_no_head(head: Head, field: str):
    lines = [line for line in head.text().splitlines() if not line.startswith(f"{field}:")]
    with pytest.raises(NotAHead):
        Head.parse("\n".join(lines))


def test_a_time_that_is_none_is_no_head(head: Head):
    text = head.text()
    at = text[text.index("at: ") + 4 :][:27]
    with pytest.raises(NotAHead, match="time"):
        Head.parse(text.replace(at, "2026-13-45T25:61:61.000000Z"))


@given(st.text())
def test_any_other_file_is_no_head(text: str):
    with pytest.raises(NotAHead):
        Head.parse(text)


def test_a_changed_head_is_not_signed(head: Head):
    for change in (
        {"seq": head.seq + 1},
        {"hash": "0" * 64},
        {"at": head.at + timedelta(microseconds=1)},
        {"key_id": "ledger-20200101-0123456789"},
        {"public": bytes(32)},
        {"signature": bytes(64)},
    ):
        assert not Head(**{**vars(head), **change}).is_signed()


def test_a_head_signed_with_ones_own_key_under_our_name_is_not_signed(head: Head):
    own = nacl.signing.SigningKey.generate()
    forged = Head(**{**vars(head), "seq": 9, "public": bytes(own.verify_key)})
    forged = Head(**{**vars(forged), "signature": own.sign(forged.signed_part()).signature})
    assert not forged.is_signed()
