"""A row moves only as its table allows, only from where the caller saw it, and never without a record."""

import pytest
from django.db import IntegrityError, transaction

from isigurt.ledger.actor import WORKER
from isigurt.ledger.models import Entry
from isigurt.states import IllegalTransition, Machine, StaleState
from isigurt.states import transition as move
from isigurt.states.diagrams import diagram
from tests.steps.parcels.models import PARCEL_MACHINE, Parcel, ParcelState

pytestmark = pytest.mark.django_db


def test_a_move_is_made_and_recorded():
    parcel = Parcel.objects.create()
    move(
        parcel,
        PARCEL_MACHINE,
        to=ParcelState.SENT,
        actor=WORKER,
        changes={"weight": 3},
        detail={"why": "paid"},
    )
    parcel.refresh_from_db()
    assert (parcel.state, parcel.weight) == (ParcelState.SENT, 3)
    entry = Entry.objects.get(subject="parcel", subject_id=str(parcel.pk))
    assert entry.act == "state.parcel"
    assert entry.detail == {"from": "waiting", "to": "sent", "why": "paid"}


def test_a_move_that_the_table_lacks_is_refused_and_leaves_no_record():
    parcel = Parcel.objects.create(state=ParcelState.SENT)
    with pytest.raises(IllegalTransition):
        move(parcel, PARCEL_MACHINE, to=ParcelState.WAITING, actor=WORKER)
    assert not Entry.objects.exists()


def test_a_row_that_someone_else_moved_is_not_moved_again():
    parcel = Parcel.objects.create()
    seen_by_another = Parcel.objects.get(pk=parcel.pk)
    move(parcel, PARCEL_MACHINE, to=ParcelState.SENT, actor=WORKER)
    with pytest.raises(StaleState):
        move(seen_by_another, PARCEL_MACHINE, to=ParcelState.LOST, actor=WORKER)
    assert Parcel.objects.get().state == ParcelState.SENT
    assert Entry.objects.count() == 1


def test_when_the_record_fails_the_row_does_not_move():
    parcel = Parcel.objects.create()
    with pytest.raises(ValueError, match="detail"), transaction.atomic():
        move(parcel, PARCEL_MACHINE, to=ParcelState.SENT, actor=WORKER, detail={"url": "https://example.org/x"})
    assert Parcel.objects.get().state == ParcelState.WAITING


def test_the_database_itself_refuses_an_unknown_state():
    with pytest.raises(IntegrityError), transaction.atomic():
        Parcel.objects.create(state="stolen")


def test_a_table_that_names_an_unknown_state_is_refused():
    with pytest.raises(ValueError, match="stolen"):
        Machine(
            name="wrong",
            states=ParcelState,
            initial="waiting",
            transitions={"waiting": frozenset({"stolen"})},
        )


def test_the_diagram_shows_every_move():
    assert diagram(PARCEL_MACHINE).splitlines() == [
        "stateDiagram-v2",
        "    [*] --> waiting",
        "    waiting --> sent",
        "    waiting --> lost",
    ]
