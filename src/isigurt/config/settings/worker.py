"""The worker: both stores and the private keys; it serves nothing."""

from isigurt.config.settings.desk import *  # noqa: F403

ISIGURT_ROLE = "worker"
