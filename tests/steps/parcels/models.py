import uuid

from django.db import models

from isigurt.states import Machine
from isigurt.steps.rows import StepRow


class ParcelState(models.TextChoices):
    WAITING = "waiting", "Waiting"
    SENT = "sent", "Sent"
    LOST = "lost", "Lost"


PARCEL_MACHINE = Machine(
    name="parcel",
    states=ParcelState,
    initial=ParcelState.WAITING,
    transitions={ParcelState.WAITING: frozenset({ParcelState.SENT, ParcelState.LOST})},
)


class Parcel(StepRow):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    state = models.CharField(max_length=10, choices=ParcelState.choices, default=ParcelState.WAITING)
    weight = models.IntegerField(default=1)

    class Meta:
        constraints = [PARCEL_MACHINE.constraint()]
