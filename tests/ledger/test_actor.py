import uuid

import pytest

from isigurt.ledger.actor import COMMAND, WORKER, Actor


def test_an_actor_is_kept_as_an_id_and_never_a_name():
    assert str(Actor.member(uuid.UUID(int=5))) == f"member:{uuid.UUID(int=5)}"
    assert (str(WORKER), str(COMMAND)) == ("worker", "command")


def test_a_member_without_an_id_and_a_worker_with_one_do_not_exist():
    with pytest.raises(ValueError, match="member"):
        Actor("member")
    with pytest.raises(ValueError, match="member"):
        Actor("worker", uuid.UUID(int=5))
