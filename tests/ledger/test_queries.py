import uuid

import pytest
from django.db import connection

from isigurt.ledger.queries import history
from tests.ledger.factories import CASE, entry


@pytest.mark.django_db
def test_the_history_of_a_thing_is_its_own_and_newest_first():
    other = uuid.UUID(int=2)
    mine = [entry(), entry(act="case.assessed")]
    entry(subject_id=other)
    entry(subject="item", subject_id=CASE)
    assert [one.seq for one in history("case", [CASE])] == [mine[1].seq, mine[0].seq]


@pytest.mark.django_db
def test_the_history_of_several_things_is_one_list():
    ids = [uuid.UUID(int=number) for number in (1, 2)]
    made = [entry(subject_id=ids[number % 2]).seq for number in range(4)]
    entry(subject_id=uuid.UUID(int=3))
    assert [one.seq for one in history("case", ids)] == made[::-1]


@pytest.mark.django_db
def test_nothing_has_no_history():
    entry()
    assert list(history("case", [])) == []


@pytest.mark.django_db
@pytest.mark.parametrize("count", [1, 3])
def test_a_history_is_found_by_its_index_however_long_the_ledger_is(store: str, count: int):
    rows = history("case", [uuid.UUID(int=number) for number in range(count)])[:50]
    if store == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL enable_seqscan = off")
    assert "ledger_entry_by_subject" in rows.explain()
