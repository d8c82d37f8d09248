"""Words of the desk for what people sent in: an order is not accepted, it is sent."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy, pgettext_lazy

from isigurt.outreach.choices import Way
from isigurt.outreach.states import SignUpState

_STATES: dict[tuple[bool, str], Promise] = {
    (False, SignUpState.WAITING): pgettext_lazy("sign-up", "waits"),
    (False, SignUpState.ACCEPTED): pgettext_lazy("sign-up", "accepted"),
    (False, SignUpState.REFUSED): pgettext_lazy("sign-up", "refused"),
    (True, SignUpState.WAITING): pgettext_lazy("order", "open"),
    (True, SignUpState.ACCEPTED): pgettext_lazy("order", "sent"),
    (True, SignUpState.REFUSED): pgettext_lazy("order", "declined"),
}
WAYS: dict[str, Promise] = {
    Way.ACTIVITY: gettext_lazy("Activities"),
    Way.PLEDGE: gettext_lazy("Pledges"),
    Way.ORDER: gettext_lazy("Orders"),
}
BADGES = {SignUpState.WAITING: "warn", SignUpState.ACCEPTED: "good", SignUpState.REFUSED: ""}


def state_word(way: str, state: str) -> Promise:
    """Return what a state is called for a way of taking part."""
    return _STATES[way == Way.ORDER, state]
