"""Why an act on a case was refused."""


class Conflict(Exception):
    """Somebody or something changed the case after the caller saw it; nothing was done."""


class NotNow(Exception):
    """The case is in no state for this act; the text, for people, says why."""


class HeldByAnother(Exception):
    """Another member is working on the case."""
