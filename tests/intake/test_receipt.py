"""The receipt: what people type, and what is derived from it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from isigurt.intake.receipt import ALPHABET, LENGTH, Receipt, ReceiptInvalid

receipts = st.builds(Receipt.fresh)
places = st.integers(0, LENGTH - 1)
GOOD = Receipt.parse("0000-0000-0000-0000")


@given(receipts)
def test_a_fresh_receipt_has_four_groups_of_four_letters_of_the_alphabet(receipt):
    assert [len(group) for group in receipt.text.split("-")] == [4, 4, 4, 4]
    assert set(receipt.code) <= set(ALPHABET)


@given(receipts)
def test_a_receipt_reads_back_as_itself(receipt):
    assert Receipt.parse(receipt.text) == receipt


@given(receipts, places, st.sampled_from(ALPHABET))
def test_every_single_wrong_character_is_found(receipt, place, letter):
    code = receipt.code[:place] + letter + receipt.code[place + 1 :]
    if code == receipt.code:
        return
    with pytest.raises(ReceiptInvalid) as found:
        Receipt.parse(code)
    assert found.value.reason == "check"


@given(receipts, places, places)
def test_every_swap_of_two_characters_is_found(receipt, first, second):
    letters = list(receipt.code)
    letters[first], letters[second] = letters[second], letters[first]
    if "".join(letters) == receipt.code:
        return
    with pytest.raises(ReceiptInvalid):
        Receipt.parse("".join(letters))


def test_one_in_thirty_two_random_codes_passes_the_check():
    codes = ("0" * 14 + first + second for first in ALPHABET for second in ALPHABET)
    assert sum(_passes(code) for code in codes) == 32


def _passes(code):
    try:
        Receipt.parse(code)
    except ReceiptInvalid:
        return False
    return True


@given(receipts, st.sampled_from(["lower", "spaces", "dashes", "none", "dots", "newlines"]))
def test_a_receipt_is_read_however_it_is_typed(receipt, how):
    typed = {
        "lower": receipt.text.lower(),
        "spaces": f"  {' '.join(receipt.code)} ",
        "dashes": "–".join(receipt.groups),
        "none": receipt.code,
        "dots": ".".join(receipt.groups),
        "newlines": "\r\n".join(receipt.groups),
    }[how]
    assert Receipt.parse(typed) == receipt


@given(receipts)
def test_look_alikes_are_read_as_what_they_look_like(receipt):
    typed = receipt.code.replace("0", "o").replace("1", "l")
    assert Receipt.parse(typed) == receipt
    assert Receipt.parse(typed.replace("l", "I")) == receipt


@given(st.text(max_size=300))
def test_whatever_is_typed_gives_a_receipt_or_a_reason_and_is_never_quoted(text):
    if not _passes(text):
        with pytest.raises(ReceiptInvalid) as found:
            Receipt.parse(text)
        assert found.value.reason in {"empty", "length", "letter", "check"}
        assert str(found.value) == f"not a receipt: {found.value.reason}"


@pytest.mark.parametrize(
    ("typed", "reason"),
    [("", "empty"), (" - ", "empty"), ("ABCD", "length"), ("0" * 17, "length"), ("U" * 16, "letter"), ("ç", "letter")],
)
def test_the_reason_says_what_is_wrong(typed, reason):
    with pytest.raises(ReceiptInvalid) as found:
        Receipt.parse(typed)
    assert found.value.reason == reason


def test_a_receipt_never_shows_itself_in_a_traceback():
    receipt = Receipt.fresh()
    assert receipt.code not in repr(receipt)
    assert receipt.text not in repr(receipt)


def test_fresh_receipts_differ_and_use_all_letters_everywhere():
    codes = [Receipt.fresh().code for _ in range(2000)]
    assert len(set(codes)) == 2000
    assert all(len({code[place] for code in codes}) == 32 for place in range(LENGTH))


def test_what_is_derived_is_the_same_for_ever():
    # A receipt on paper must open its report years from now: these values may never change.
    assert GOOD.locator == "b8c92bccf6854f777b65dd80f4e281a7"
    assert GOOD.keypair().public.key.hex() == "0d75769201442bd2b3a9f74c30925a0e24493b9c87f2d4b18dca3f74fa307564"
    assert GOOD.envelope_id("report", b"x") == "341a6b0024d9c40392a3a9e5742299687b7be529b14b024a2f8dabebcd9cd930"


@given(receipts, receipts)
def test_two_receipts_share_nothing(one, other):
    if one == other:
        return
    assert one.locator != other.locator
    assert one.keypair().key != other.keypair().key
    assert one.envelope_id("report", b"the same") != other.envelope_id("report", b"the same")


def test_the_derived_secrets_of_one_receipt_differ_from_each_other():
    secrets = {GOOD.locator, GOOD.keypair().key.hex(), GOOD.keypair().public.key.hex(), GOOD.envelope_id("a", b"")}
    assert len(secrets) == 4


def test_an_envelope_is_named_by_kind_and_content():
    names = {GOOD.envelope_id(kind, text) for kind in ("report", "reply") for text in (b"", b"a", b"b")}
    assert len(names) == 6
    assert GOOD.envelope_id("ab", b"c") != GOOD.envelope_id("a", b"bc")
