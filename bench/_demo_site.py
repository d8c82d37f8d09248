"""The demo's public site, baked into a prepared folder."""

import subprocess
import sys

_BAKE = """
import django
django.setup()
from demo.content import publish
from isigurt.outreach.baking import bake
publish()
bake()
"""


def bake_demo(environment: dict[str, str]) -> None:
    settings = {"DJANGO_SETTINGS_MODULE": "isigurt.config.settings.everything"}
    subprocess.run([sys.executable, "-c", _BAKE], env=environment | settings, check=True)
