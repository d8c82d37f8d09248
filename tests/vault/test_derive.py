import pytest
from hypothesis import given
from hypothesis import strategies as st

from isigurt.vault.derive import derive


def test_a_derived_key_never_changes():
    # A stored locator or key made by an older version must still be found: this value is for ever.
    assert derive(b"a secret", "a purpose").hex() == (
        "fcb4f35830f065bfd356b923bffaf28d636131a48ed4d9e38cac2796fcf2daa5"
    )


@given(st.binary(min_size=1, max_size=64), st.text(min_size=1), st.text(min_size=1))
def test_two_purposes_give_two_keys(secret: bytes, one: str, other: str):
    assert (derive(secret, one) == derive(secret, other)) == (one == other)


@given(st.binary(min_size=1, max_size=64), st.binary(min_size=1, max_size=64))
def test_two_secrets_give_two_keys(one: bytes, other: bytes):
    assert (derive(one, "locator") == derive(other, "locator")) == (one == other)


def test_a_shorter_key_is_not_the_beginning_of_a_longer_one():
    assert not derive(b"secret", "locator", 64).startswith(derive(b"secret", "locator", 16))


@pytest.mark.parametrize("secret", [b"", b"x" * 65])
def test_a_secret_that_is_empty_or_too_long_is_refused(secret: bytes):
    with pytest.raises(ValueError, match="1 to 64"):
        derive(secret, "locator")


def test_a_key_without_a_purpose_is_refused():
    with pytest.raises(ValueError, match="purpose"):
        derive(b"secret", "")
