import uuid
from typing import TypedDict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from isigurt.vault.errors import CannotOpen
from isigurt.vault.fields import decrypt_text, encrypt_text
from isigurt.vault.models import DataKey
from isigurt.vault.wrapping import unwrap, wrap


class Cell(TypedDict):
    table: str
    column: str
    row: uuid.UUID


CELL: Cell = {"table": "intake_report", "column": "body", "row": uuid.UUID(int=7)}


def data_key(number: int = 1) -> DataKey:
    row = uuid.UUID(int=number)
    return DataKey(id=row, wrapped=wrap(bytes([number]) * 32, row=row))


ANY_TEXT = st.text(st.characters(exclude_categories=())) | st.just("Ë\0\u202eç🙂\ud800")


@given(ANY_TEXT)
def test_any_text_comes_back_as_it_was_written(text: str):
    key = data_key()
    assert decrypt_text(encrypt_text(text, data_key=key, **CELL), data_key=key, **CELL) == text


@given(st.text(min_size=4, max_size=200), st.data())
def test_any_flipped_bit_of_a_cell_is_refused(text: str, data: st.DataObject):
    key = data_key()
    blob = bytearray(encrypt_text(text, data_key=key, **CELL))
    bit = data.draw(st.integers(0, len(blob) * 8 - 1))
    blob[bit // 8] ^= 1 << bit % 8
    with pytest.raises(CannotOpen):
        decrypt_text(bytes(blob), data_key=key, **CELL)


@given(st.integers(0, 60))
def test_a_cut_off_cell_is_refused(length: int):
    key = data_key()
    blob = encrypt_text("x" * 32, data_key=key, **CELL)
    with pytest.raises(CannotOpen):
        decrypt_text(blob[:length], data_key=key, **CELL)


@given(st.binary(max_size=120))
def test_anything_else_in_a_cell_is_refused_and_never_shown(blob: bytes):
    with pytest.raises(CannotOpen):
        decrypt_text(blob, data_key=data_key(), **CELL)


@pytest.mark.parametrize(
    "place",
    [
        {**CELL, "table": "casework_case"},
        {**CELL, "column": "contact"},
        {**CELL, "row": uuid.UUID(int=8)},
        {**CELL, "table": "intake_reportb", "column": "ody"},
    ],
)
def test_a_value_moved_to_another_cell_does_not_open(place: Cell):
    key = data_key()
    blob = encrypt_text("raportim", data_key=key, **CELL)
    with pytest.raises(CannotOpen, match=r"moved|changed"):
        decrypt_text(blob, data_key=key, **place)


def test_a_value_does_not_open_with_another_rows_key():
    blob = encrypt_text("raportim", data_key=data_key(1), **CELL)
    with pytest.raises(CannotOpen, match="was encrypted under"):
        decrypt_text(blob, data_key=data_key(2), **CELL)


def test_a_stored_value_may_come_as_a_memory_view():
    key = data_key()
    key.wrapped = memoryview(bytes(key.wrapped or b""))
    blob = memoryview(encrypt_text("raportim", data_key=key, **CELL))
    assert decrypt_text(blob, data_key=key, **CELL) == "raportim"


def test_the_same_text_is_never_stored_alike():
    key = data_key()
    assert encrypt_text("raportim", data_key=key, **CELL) != encrypt_text("raportim", data_key=key, **CELL)


def test_nothing_of_the_text_stands_in_the_stored_bytes():
    assert b"raportim" not in encrypt_text("raportim" * 20, data_key=data_key(), **CELL)


def test_a_wrapped_key_put_into_another_row_does_not_open():
    wrapped = data_key(1).wrapped
    assert wrapped is not None
    with pytest.raises(CannotOpen, match="belongs to another row"):
        unwrap(wrapped, row=uuid.UUID(int=2))


@given(st.data())
def test_any_flipped_bit_of_a_wrapped_key_is_refused(data: st.DataObject):
    wrapped = bytearray(data_key().wrapped or b"")
    bit = data.draw(st.integers(0, len(wrapped) * 8 - 1))
    wrapped[bit // 8] ^= 1 << bit % 8
    with pytest.raises(CannotOpen):
        unwrap(bytes(wrapped), row=uuid.UUID(int=1))
