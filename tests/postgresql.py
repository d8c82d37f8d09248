"""A PostgreSQL of our own in a temporary folder: reached by its socket only, gone after the tests.

`cluster()` is what pytest uses; `python -m tests.postgresql COMMAND ...` runs a command with both stores in a
fresh cluster. PostgreSQL refuses to run as root, so root hands it to Debian's `postgres` user.
"""

import ctypes
import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

OWNER = "isigurt"
PORT = 5432  # names the socket file only: no network address is listened on
PR_SET_PDEATHSIG = 1
SETTINGS = {
    "listen_addresses": "",
    "max_connections": "200",
    "shared_buffers": "64MB",
    # The folder is thrown away, so what makes it survive a power cut is only cost.
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "autovacuum_naptime": "10min",
}


class PostgreSQLMissingError(RuntimeError):
    """No PostgreSQL server is installed; the text says what to install."""


def program(name: str) -> str:
    """Return the path of PostgreSQL's `name`, from Debian's folders (newest first) or from PATH."""
    folders = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda folder: -float(folder.parent.name))
    for folder in folders:
        if (folder / name).exists():
            return str(folder / name)
    if found := shutil.which(name):
        return found
    raise PostgreSQLMissingError("PostgreSQL is not installed: apt-get install postgresql")


def _server_user() -> str | None:
    return "postgres" if os.geteuid() == 0 else None


def _end_with_parent() -> None:
    # SIGINT is the server's "fast shutdown": it ends with us even when we are killed.
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGINT)


def _run(command: list[str], folder: Path) -> None:
    done = subprocess.run(command, user=_server_user(), cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"{command[0]} failed: {done.stderr or done.stdout}")


def _wait(server: "subprocess.Popen[bytes]", folder: Path) -> None:
    for _ in range(300):
        if server.poll() is not None:
            raise RuntimeError(f"PostgreSQL did not start: {(folder / 'log').read_text()}")
        ready = subprocess.run(
            [program("pg_isready"), "-q", "-h", str(folder), "-p", str(PORT), "-U", OWNER, "-d", "postgres"],
            cwd="/",
            check=False,
        )
        if ready.returncode == 0:
            return
        time.sleep(0.1)
    raise RuntimeError("PostgreSQL did not answer within 30 seconds")


@contextmanager
def cluster(folder: Path | None = None) -> Iterator[str]:
    """Run a PostgreSQL server while the block runs; yield its address, `{name}` in it for a database's.

    `folder`, when given, is the parent of the server's own folder: short (a socket's path holds 107 bytes)
    and open to the `postgres` user when we are root. The role in the address is a superuser of
    this server alone.
    """
    own = Path(tempfile.mkdtemp(prefix="isigurt-pg-", dir=folder))
    server: subprocess.Popen[bytes] | None = None
    try:
        if user := _server_user():
            account = pwd.getpwnam(user)
            os.chown(own, account.pw_uid, account.pw_gid)
        initdb = [program("initdb"), "-D", str(own / "data"), "-U", OWNER, "-A", "trust", "-E", "UTF8"]
        _run([*initdb, "--locale=C.UTF-8", "--no-sync"], own)
        options = [f"-c{name}={value}" for name, value in SETTINGS.items()]
        with (own / "log").open("wb") as log:
            server = subprocess.Popen(
                [program("postgres"), "-D", str(own / "data"), "-k", str(own), "-p", str(PORT), *options],
                user=user,
                cwd=own,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
                preexec_fn=_end_with_parent,  # noqa: PLW1509 - no threads run yet
            )
        _wait(server, own)
        yield f"postgresql://{OWNER}@{quote(str(own), safe='')}:{PORT}/{{name}}"
    finally:
        if server is not None and server.poll() is None:
            server.send_signal(signal.SIGINT)
            try:
                server.wait(20)
            except subprocess.TimeoutExpired:
                server.send_signal(signal.SIGQUIT)
                server.wait(20)
        shutil.rmtree(own, ignore_errors=True)


def create_database(template: str, name: str) -> str:
    """Create the database `name` in the cluster of `template` and return its address."""
    import psycopg  # noqa: PLC0415 - `program()` is asked before the environment exists
    from psycopg import sql  # noqa: PLC0415

    with psycopg.connect(template.format(name="postgres"), autocommit=True) as connection:
        connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
    return template.format(name=name)


def main(command: list[str]) -> int:
    """Run `command` with both stores' URLs in the environment and a fresh cluster; return its exit code."""
    with cluster() as template:
        stores = {
            f"ISIGURT_{store.upper()}_URL": create_database(template, f"isigurt_{store}") for store in ("door", "desk")
        }
        return subprocess.run(command, env=os.environ | stores, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
