"""What can go wrong with keys and with what they lock."""


class VaultError(Exception):
    """Anything the vault refuses."""


class CannotOpen(VaultError):
    """What is stored cannot be opened: damaged, changed, put in another place, or locked with another key."""


class NoKeyForIt(CannotOpen):
    """It may be whole, but no key here opens it."""


class Erased(VaultError):
    """Its key was destroyed on purpose; nobody can ever read it again."""


class KeyProblem(VaultError):
    """A key file is missing, damaged or readable by others. The message says which, and what to do."""
