"""Build an invented year in the first folder named, with the program in the second, for `test_building`."""

import os
import sys
from pathlib import Path

os.environ["DJANGO_SETTINGS_MODULE"] = "isigurt.config.settings.everything"

import django

django.setup()

import isigurt  # noqa: E402 - after the settings
from tests.insight.editions import built  # noqa: E402 - after the settings

if not Path(isigurt.__file__).is_relative_to(sys.argv[2]):
    sys.exit(f"The program that runs is the one at {isigurt.__file__}.")

built(Path(sys.argv[1]), year=2026)
