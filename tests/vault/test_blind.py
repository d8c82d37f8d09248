import pytest
from hypothesis import given
from hypothesis import strategies as st

from isigurt.vault import keyring
from isigurt.vault.blind import blind_index
from isigurt.vault.keyring import Folders


@given(st.text(), st.text())
def test_equal_values_have_equal_indexes_and_others_do_not(one: str, other: str):
    assert (blind_index("address", one) == blind_index("address", other)) == (one == other)


def test_an_index_is_32_hex_characters_and_tells_nothing_of_the_value():
    index = blind_index("address", "https://example.com/")
    assert len(index) == 32
    assert set(index) <= set("0123456789abcdef")


def test_indexes_of_two_columns_cannot_be_compared():
    assert blind_index("address", "x") != blind_index("host", "x")


def test_another_place_has_other_indexes(ring: Folders):
    here = blind_index("address", "x")
    keyring.private_of(keyring.Kind.INDEX)[0].file.unlink()
    keyring.create_missing(private=ring.private, public=ring.public)
    assert blind_index("address", "x") != here


@pytest.mark.parametrize("value", ["", "\0", "\ud800", "ë" * 5000])
def test_odd_values_have_an_index_too(value: str):
    assert len(blind_index("address", value)) == 32
