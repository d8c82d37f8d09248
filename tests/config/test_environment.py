"""What the operator says, read in one place."""

import pytest

from isigurt.config.environment import Environment


def test_room_is_given_in_mebibytes(monkeypatch: pytest.MonkeyPatch):
    assert Environment.read().nothing_below == 512 * 1024**2
    monkeypatch.setenv("ISIGURT_NOTHING_BELOW", "100")
    assert Environment.read().nothing_below == 100 * 1024**2


@pytest.mark.parametrize("given", ["a lot", "-1", "2.5", "²"])
def test_room_that_is_no_number_is_named(monkeypatch: pytest.MonkeyPatch, given: str):
    monkeypatch.setenv("ISIGURT_SHORT_ONLY_BELOW", given)
    with pytest.raises(ValueError, match="ISIGURT_SHORT_ONLY_BELOW"):
        Environment.read()
