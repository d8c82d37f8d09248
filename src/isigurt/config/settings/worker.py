"""The worker: both stores and the private keys; it serves nothing."""

from isigurt.config.settings.common import ENVIRONMENT
from isigurt.config.settings.rooms import *  # noqa: F403
from isigurt.vault.keyring import desk_secret

ISIGURT_ROLE = "worker"
SECRET_KEY = desk_secret(ENVIRONMENT.private_keys)
