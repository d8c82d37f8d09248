"""The states of what somebody sent in to take part, and where each may go."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from isigurt.states import Machine


class SignUpState(TextChoices):
    """What became of it."""

    WAITING = "waiting", _("waits")
    ACCEPTED = "accepted", _("accepted")
    REFUSED = "refused", _("refused")


# Both decisions can be undone: it then waits again.
SIGN_UP_MACHINE = Machine(
    name="sign_up",
    states=SignUpState,
    initial=SignUpState.WAITING,
    transitions={
        SignUpState.WAITING: frozenset({SignUpState.ACCEPTED, SignUpState.REFUSED}),
        SignUpState.ACCEPTED: frozenset({SignUpState.WAITING}),
        SignUpState.REFUSED: frozenset({SignUpState.WAITING}),
    },
)
