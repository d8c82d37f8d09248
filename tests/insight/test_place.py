"""What makes an edition is loaded where it is made, and nowhere else."""

import subprocess
import sys

import pytest

HEAVY = {"duckdb", "pyarrow", "pypdf", "scipy"}
LOADED = """
import sys, django
django.setup()
import isigurt.surfaces.desk.urls
print(*sys.modules)
"""


@pytest.mark.parametrize("surface", ["desk", "worker"])
def test_desk_and_worker_start_without_what_counts_and_weighs_an_edition(monkeypatch, surface):
    monkeypatch.setenv("DJANGO_SETTINGS_MODULE", f"isigurt.config.settings.{surface}")
    code = LOADED if surface == "desk" else LOADED.replace("import isigurt.surfaces.desk.urls\n", "")
    loaded = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout.split()
    assert "isigurt.insight.actions" in loaded
    assert HEAVY.isdisjoint(loaded)
