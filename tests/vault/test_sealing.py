import json
import os
import subprocess
import sys
from pathlib import Path

import nacl.bindings as sodium
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from isigurt.vault import sealing
from isigurt.vault.errors import CannotOpen, NoKeyForIt
from isigurt.vault.sealing import (
    LARGEST_PLAINTEXT,
    PrivateKey,
    PublicKey,
    generate_keypair,
    open_sealed,
    padded_size,
    recipients_of,
    seal,
)

DESK = PrivateKey("desk-20260101-aaaaaaaaaa", bytes(range(32)))
RECOVERY = PrivateKey("recovery-20260101-bbbbbbbbbb", bytes(range(32, 64)))
STRANGER = PrivateKey("desk-20260101-cccccccccc", bytes(range(64, 96)))
BOTH = [DESK.public, RECOVERY.public]
SEALED = seal(b"raportim", recipients=BOTH, context=b"report")
VECTORS = Path(__file__).parent / "sealing_vectors.json"


@given(st.binary(max_size=5000), st.binary(max_size=40))
@example(b"", b"")
@example(b"\0" * 1020, b"report")
def test_each_recipient_opens_what_was_sealed(plaintext: bytes, context: bytes):
    sealed = seal(plaintext, recipients=BOTH, context=context)
    for key in (DESK, RECOVERY):
        assert open_sealed(sealed, keys=[key], context=context) == plaintext


@given(st.integers(0, len(SEALED) * 8 - 1))
def test_any_flipped_bit_is_refused(bit: int):
    changed = bytearray(SEALED)
    changed[bit // 8] ^= 1 << bit % 8
    with pytest.raises(CannotOpen):
        open_sealed(bytes(changed), keys=[DESK], context=b"report")


def test_every_flipped_bit_of_the_header_is_refused_to_every_recipient():
    header = len(SEALED) - padded_size(8) - 16
    for bit in range(header * 8):
        changed = bytearray(SEALED)
        changed[bit // 8] ^= 1 << bit % 8
        for key in (DESK, RECOVERY):
            with pytest.raises(CannotOpen):
                open_sealed(bytes(changed), keys=[key], context=b"report")


@given(st.integers(0, len(SEALED) - 1))
def test_a_truncated_message_is_refused(length: int):
    with pytest.raises(CannotOpen):
        open_sealed(SEALED[:length], keys=[DESK, RECOVERY], context=b"report")


@given(st.binary(min_size=1, max_size=300))
def test_a_message_with_something_behind_it_is_refused(more: bytes):
    with pytest.raises(CannotOpen):
        open_sealed(SEALED + more, keys=[DESK], context=b"report")


@given(st.binary(max_size=600))
def test_any_other_bytes_are_refused(anything: bytes):
    for candidate in (anything, SEALED[:6] + anything, b"iSGT" + anything):
        with pytest.raises(CannotOpen):
            open_sealed(candidate, keys=[DESK], context=b"report")


@given(st.binary(max_size=40).filter(lambda context: context != b"report"))
def test_a_message_sealed_for_another_purpose_is_refused(context: bytes):
    with pytest.raises(CannotOpen):
        open_sealed(SEALED, keys=[DESK], context=context)


def test_another_key_does_not_open_it_and_the_message_names_the_recipients():
    with pytest.raises(NoKeyForIt, match="desk-20260101-aaaaaaaaaa, recovery-20260101-bbbbbbbbbb"):
        open_sealed(SEALED, keys=[STRANGER], context=b"report")


def test_another_key_under_the_same_name_does_not_open_it():
    with pytest.raises(CannotOpen):
        open_sealed(SEALED, keys=[PrivateKey(DESK.key_id, STRANGER.key)], context=b"report")


def test_of_two_keys_with_one_name_the_right_one_opens_it():
    same_name = PrivateKey(DESK.key_id, STRANGER.key)
    assert open_sealed(SEALED, keys=[same_name, DESK], context=b"report") == b"raportim"


def test_no_key_at_all_opens_nothing():
    with pytest.raises(NoKeyForIt):
        open_sealed(SEALED, keys=[], context=b"report")


def test_the_same_text_sealed_twice_shares_nothing_but_the_names():
    again = seal(b"raportim", recipients=BOTH, context=b"report")
    assert len(again) == len(SEALED)
    assert again[6:62] != SEALED[6:62]
    assert again[-64:] != SEALED[-64:]


def test_a_recipient_cannot_be_added_or_taken_away_later():
    one = seal(b"raportim", recipients=[DESK.public], context=b"report")
    header = 62 + 1 + len(DESK.key_id) + 80
    doubled = bytes((*one[:5], 2, *one[6:header], *one[62:header], *one[header:]))
    with pytest.raises(CannotOpen):
        open_sealed(doubled, keys=[DESK], context=b"report")


def test_a_message_of_a_later_version_is_named_as_such():
    with pytest.raises(CannotOpen, match="version 2"):
        open_sealed(SEALED[:4] + b"\2" + SEALED[5:], keys=[DESK], context=b"report")


def test_a_recipient_shown_another_data_key_than_the_one_committed_to_refuses():
    # Whoever holds the door could otherwise seal one text for the desk and another for recovery in one message.
    data_key, nonce = bytes(32), bytes(24)
    key, _ = sealing._expand(data_key)
    box = sodium.crypto_box_seal(data_key, DESK.public.key)
    name = DESK.key_id.encode()
    header = b"iSGT\x01\x01" + bytes(32) + nonce + bytes([len(name)]) + name + box
    body = sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(bytes(1024), header + b"report", nonce, key)
    with pytest.raises(CannotOpen, match="data key"):
        open_sealed(header + body, keys=[DESK], context=b"report")


def test_the_length_says_only_the_step_it_falls_in():
    lengths = {len(seal(b"a" * size, recipients=BOTH, context=b"report")) for size in range(0, 1021, 20)}
    assert len(lengths) == 1


@given(st.integers(0, LARGEST_PLAINTEXT))
def test_the_filling_never_more_than_doubles_a_text_nor_cuts_it(size: int):
    filled = padded_size(size)
    assert size + 4 <= filled <= max(1024, 2 * (size + 4))


def test_a_plaintext_beyond_the_limit_is_refused():
    with pytest.raises(ValueError, match="too many"):
        seal(bytes(LARGEST_PLAINTEXT + 1), recipients=BOTH, context=b"report")


@pytest.mark.parametrize("count", [0, 9])
def test_no_recipient_and_too_many_are_refused(count: int):
    with pytest.raises(ValueError, match="recipients"):
        seal(b"", recipients=[DESK.public] * count, context=b"report")


@pytest.mark.parametrize("name", ["", "Desk", "desk key", "a" * 41, "desk\n", "ë"])
def test_a_key_id_that_could_confuse_a_header_is_refused(name: str):
    with pytest.raises(ValueError, match="key id"):
        PublicKey(name, bytes(32))


def test_a_private_key_shows_in_no_text():
    key = generate_keypair("reporter")
    assert key.key.hex() not in repr(key)
    assert repr(key.key) not in repr(key)


def test_the_recipients_of_a_message_can_be_read_without_a_key():
    assert recipients_of(SEALED) == [DESK.key_id, RECOVERY.key_id]


def test_messages_sealed_by_the_first_version_still_open():
    for vector in json.loads(VECTORS.read_text())["vectors"]:
        key = PrivateKey(vector["key_id"], bytes.fromhex(vector["private_key"]))
        opened = open_sealed(bytes.fromhex(vector["sealed"]), keys=[key], context=bytes.fromhex(vector["context"]))
        assert opened == bytes.fromhex(vector["plaintext"])


def test_the_public_door_can_seal_with_neither_django_nor_private_keys(tmp_path: Path):
    program = (
        "import sys; sys.modules['django'] = None\n"
        "from isigurt.vault.sealing import PublicKey, seal\n"
        "sealed = seal(b'x', recipients=[PublicKey('desk', bytes([9]) + bytes(31))], context=b'report')\n"
        "print(len(sealed))"
    )
    source = Path(__file__).parents[2] / "src"
    done = subprocess.run(
        [sys.executable, "-c", program],
        env={"PYTHONPATH": str(source), "PATH": os.environ["PATH"]},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    assert int(done.stdout) > 1024
