"""The page of state diagrams is what the code says."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_docs_states_is_what_isigurt_states_prints():
    printed = subprocess.run(
        [sys.executable, "-m", "isigurt", "states"],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
        env=os.environ,
    ).stdout
    assert (ROOT / "docs" / "states.md").read_text("utf-8") == printed, "run: isigurt states > docs/states.md"
