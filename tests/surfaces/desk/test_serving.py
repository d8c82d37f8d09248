"""The desk as a process: what it logs, and how it ends."""

import signal
import subprocess
import sys
import time

import pytest

from tests.surfaces.desk.conftest import RealDesk, free_port, status, wait_for


@pytest.fixture
def another_desk(real_desk: RealDesk, tmp_path):
    """A second desk on the same folder, which a test may end; with the file its output goes to."""
    port = free_port()
    log = tmp_path / "log"
    code = f"import sys; from isigurt.config.command import main; sys.exit(main(['desk', '--port', '{port}']))"
    with log.open("wb") as out:
        process = subprocess.Popen(
            [sys.executable, "-c", code], env=real_desk.environment, stdout=out, stderr=subprocess.STDOUT
        )
        wait_for(port)
        yield process, port, log
        process.kill()
        process.wait(10)


def test_the_desk_ends_soon_when_told_to_and_has_logged_nothing_of_anyone(another_desk):
    process, port, log = another_desk
    assert status(port, "/sign-in/?next=/cases/secret-path/") == 200
    assert status(port, "/no-such-page/") == 404
    began = time.monotonic()
    process.send_signal(signal.SIGTERM)
    assert process.wait(15) == 0
    assert time.monotonic() - began < 10
    said = log.read_text()
    assert not [word for word in ("sign-in", "secret-path", "no-such-page", "127.0.0.1", "GET") if word in said], said


def test_a_name_that_is_not_the_desks_own_is_refused(another_desk):
    _, port, _ = another_desk
    assert status(port, "/sign-in/", host="127.0.0.1") == 400
    assert status(port, "/sign-in/", host="evil.example") == 400
