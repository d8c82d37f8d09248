"""The fast clock: shared by all processes, never back, and still while the demo is off."""

import subprocess
import sys
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from demo import clock
from demo.choices import Choices

BEGAN = datetime(2026, 3, 1, 12, tzinfo=UTC)
ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def choices(tmp_path: Path) -> Choices:
    return Choices(folder=tmp_path / "demo", first_port=1, speed=720)


def test_it_begins_now_and_runs_720_times_faster(choices: Choices) -> None:
    fast = clock.start(choices, now=lambda: BEGAN)
    began = time.monotonic()
    assert fast() - BEGAN < timedelta(minutes=10)
    time.sleep(0.1)
    passed = (time.monotonic() - began) * 720
    assert abs((fast() - BEGAN).total_seconds() - passed) < 30


def test_another_process_reads_the_same_time(choices: Choices) -> None:
    fast = clock.start(choices, now=lambda: BEGAN)
    script = (
        "import sys; from pathlib import Path; from demo import clock; from demo.choices import Choices;"
        f"print(clock.read(Choices(Path({str(choices.folder)!r}), 1, 1))().isoformat())"
    )
    before = fast()
    said = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    assert before < datetime.fromisoformat(said.stdout.strip()) < fast()


def test_a_night_off_is_no_jump_and_never_a_step_back(choices: Choices) -> None:
    first = clock.start(choices, now=lambda: BEGAN)
    time.sleep(0.05)
    clock.keep_time(choices)
    last = first()
    for later in (BEGAN + timedelta(days=60), BEGAN - timedelta(days=60)):
        again = clock.start(choices, now=lambda later=later: later)
        assert last < again() < last + timedelta(hours=2)


def test_a_demo_killed_before_it_could_note_the_time_still_goes_forward(choices: Choices) -> None:
    first = clock.start(choices, now=lambda: BEGAN)
    time.sleep(0.3)
    assert clock.start(choices, now=lambda: BEGAN)() > first()
