"""Build an invented year in the folder named on the command line: `test_building` runs this in other surroundings."""

import os
import sys
from pathlib import Path

os.environ["DJANGO_SETTINGS_MODULE"] = "isigurt.config.settings.everything"

import django

django.setup()

from tests.insight.editions import built  # noqa: E402 - after the settings

built(Path(sys.argv[1]), year=2026)
