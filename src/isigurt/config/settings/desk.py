"""The staff's desk: both stores, private keys, sessions and sign-in."""

from isigurt.config.settings.common import ENVIRONMENT
from isigurt.config.settings.rooms import *  # noqa: F403
from isigurt.vault.keyring import desk_secret

ISIGURT_ROLE = "desk"
SECRET_KEY = desk_secret(ENVIRONMENT.private_keys)
