import uuid

import pytest
from django.db import connection

from isigurt.ledger.queries import history, story
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
def test_the_story_of_a_case_and_its_items_is_one_list():
    case, item, other = (uuid.UUID(int=number) for number in (1, 2, 3))
    made = [entry(subject_id=case), entry(subject="item", subject_id=item), entry(subject_id=case)]
    entry(subject="item", subject_id=case)
    entry(subject_id=other)
    assert [one.seq for one in story({"case": [case], "item": [item]})] == [one.seq for one in made[::-1]]
    assert list(story({})) == list(story({"case": []})) == []


@pytest.mark.django_db
@pytest.mark.parametrize("ask", ["one", "three", "of two kinds"])
def test_a_history_is_found_by_its_index_however_long_the_ledger_is(store: str, ask: str):
    ids = [uuid.UUID(int=number) for number in range(3)]
    rows = {
        "one": history("case", ids[:1]),
        "three": history("case", ids),
        "of two kinds": story({"case": ids[:1], "item": ids}),
    }[ask][:50]
    if store == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL enable_seqscan = off")
    assert "ledger_entry_by_subject" in rows.explain()
