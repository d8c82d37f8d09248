"""`isigurt up`: the processes of one machine under one small parent.

It prepares the folder, starts the children, starts again what died, passes the end on and leaves no child
behind. It loads no Django: it stays small and cannot fall over what its children fall over. In production
systemd does this work, with a user for each process.
"""

import fcntl
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from isigurt.config.environment import Environment
from isigurt.config.family import end_with_parent

WATCHED = {signal.SIGCHLD, signal.SIGINT, signal.SIGTERM, signal.SIGHUP}
FIRST_PAUSE = 0.2
LONGEST_PAUSE = 15.0
# A child that lived this long (seconds) was healthy: its next end starts the pauses from the beginning.
HEALTHY_AFTER = 5.0
TIME_TO_END = 10.0
TIME_TO_ANSWER = 60.0


class CannotStartError(RuntimeError):
    """`up` cannot start; the text tells the operator what to do."""


@dataclass(frozen=True)
class Port:
    """A port that a child will listen on: `what` and `how_to_change` are for the operator's eyes."""

    number: int
    what: str
    how_to_change: str
    kind: socket.SocketKind = socket.SOCK_STREAM
    address: str = "127.0.0.1"


@dataclass(frozen=True)
class Child:
    """A process to keep alive."""

    name: str
    command: tuple[str, ...]


@dataclass(frozen=True)
class Plan:
    """What one `up` does: commands that prepare, the children, their ports, the words once all answer."""

    preparations: tuple[tuple[str, ...], ...]
    children: tuple[Child, ...]
    ports: tuple[Port, ...]
    words: Callable[[], list[str]]
    environment: Mapping[str, str] = field(default_factory=dict)
    folder: Path | None = None


@dataclass
class _Running:
    child: Child
    process: "subprocess.Popen[bytes] | None" = None
    started: float = 0.0
    pause: float = FIRST_PAUSE
    start_at: float = 0.0


def say(line: str) -> None:
    """Tell the operator one line, at once."""
    print(line, flush=True)  # noqa: T201 - this is the operator's terminal


@contextmanager
def only_one(var: Path) -> Iterator[None]:
    """Hold `var` for this `up` alone while the block runs; the kernel lets go of it however we end."""
    var.mkdir(mode=0o700, parents=True, exist_ok=True)
    lock = os.open(var / "up.lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            holder = os.pread(lock, 20, 0).decode("ascii", "replace").strip() or "?"
            raise CannotStartError(
                f"iSIGURT already runs on {var} (process {holder}). End that one first (Ctrl-C in its "
                f"window, or `kill {holder}`), or give this one its own folder: ISIGURT_VAR=/another/folder"
            ) from None
        os.ftruncate(lock, 0)
        os.pwrite(lock, f"{os.getpid()}\n".encode(), 0)
        yield
    finally:
        os.close(lock)


def refuse_taken_ports(ports: tuple[Port, ...]) -> None:
    """Raise CannotStartError naming the first port that another program listens on."""
    for port in ports:
        family = socket.AF_INET6 if ":" in port.address else socket.AF_INET
        with socket.socket(family, port.kind) as attempt:
            if port.kind == socket.SOCK_STREAM:
                attempt.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                attempt.bind((port.address, port.number))
            except OSError as error:
                raise CannotStartError(
                    f"Port {port.number}, for {port.what}, cannot be used: {error.strerror}. Stop the "
                    f"program that holds it (`ss -ltnup | grep :{port.number}` names it), or choose another: "
                    f"{port.how_to_change}"
                ) from None


def _answers(port: Port) -> bool:
    if port.kind != socket.SOCK_STREAM:
        return True
    try:
        with socket.create_connection((port.address, port.number), timeout=1):
            return True
    except OSError:
        return False


def _how_it_ended(code: int) -> str:
    if code < 0:
        return f"was killed by {signal.Signals(-code).name}"
    return f"ended with code {code}"


class Supervisor:
    """Keeps the children of a plan alive until told to end."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._environment = {**os.environ, **plan.environment}
        self._running = [_Running(child) for child in plan.children]
        self._late_at = float("inf")
        self._announced = False

    def prepare(self) -> bool:
        """Run the preparations one after the other; return False when we were told to end meanwhile."""
        for command in self._plan.preparations:
            process = self._start(command)
            while not _ended(process):
                got = signal.sigtimedwait(WATCHED, 1)
                if got is not None and got.si_signo != signal.SIGCHLD:
                    self._end_group(process)
                    return False
            if _reap(process):
                raise CannotStartError(f"Preparing the folder failed ({' '.join(command[1:])}); see above.")
        return True

    def keep(self) -> None:
        """Start the children and keep them until a signal says end; then end them all."""
        self._late_at = time.monotonic() + TIME_TO_ANSWER
        try:
            while True:
                self._start_what_is_due()
                self._announce()
                got = signal.sigtimedwait(WATCHED, self._patience())
                if got is not None and got.si_signo != signal.SIGCHLD:
                    say("\nEnding ...")
                    return
                self._note_the_dead()
        finally:
            self._end_all()

    def _start(self, command: tuple[str, ...]) -> "subprocess.Popen[bytes]":
        def in_child() -> None:
            end_with_parent(signal.SIGTERM)
            signal.pthread_sigmask(signal.SIG_SETMASK, set())

        # A session of its own: Ctrl-C reaches us alone, and we end the children in order.
        return subprocess.Popen(
            command,
            env=self._environment,
            cwd=self._plan.folder,
            stdin=subprocess.DEVNULL,
            start_new_session=True,
            preexec_fn=in_child,  # noqa: PLW1509 - this process has one thread
        )

    def _start_what_is_due(self) -> None:
        for running in self._running:
            if running.process is None and running.start_at <= time.monotonic():
                running.process = self._start(running.child.command)
                running.started = time.monotonic()

    def _patience(self) -> float:
        now = time.monotonic()
        pauses = [running.start_at - now for running in self._running if running.process is None]
        return max(0.0, min([*pauses, 1.0 if self._announced else 0.1]))

    def _note_the_dead(self) -> None:
        for running in self._running:
            if running.process is None or not _ended(running.process):
                continue
            code = _reap(running.process)
            now = time.monotonic()
            if now - running.started > HEALTHY_AFTER:
                running.pause = FIRST_PAUSE
            say(f"{running.child.name} {_how_it_ended(code)}; starting it again in {running.pause:g} s")
            running.process, running.start_at = None, now + running.pause
            running.pause = min(running.pause * 2, LONGEST_PAUSE)

    def _announce(self) -> None:
        if self._announced:
            return
        silent = [port for port in self._plan.ports if not _answers(port)]
        if not silent:
            self._announced = True
            for line in self._plan.words():
                say(line)
        elif time.monotonic() > self._late_at:
            self._late_at = float("inf")  # said once; the words still come when all answer
            say(f"Nothing answers yet on port {silent[0].number} ({silent[0].what}); still trying. See above.")

    def _end_group(self, process: "subprocess.Popen[bytes]") -> None:
        deadline = time.monotonic() + TIME_TO_END
        os.kill(process.pid, signal.SIGTERM)
        while not _ended(process):
            if time.monotonic() > deadline:
                say(f"Process {process.pid} did not end in {TIME_TO_END:g} s; killing it.")
                break
            time.sleep(0.02)
        _reap(process)

    def _end_all(self) -> None:
        processes = [running.process for running in self._running if running.process is not None]
        for process in processes:
            os.kill(process.pid, signal.SIGTERM)
        for process in processes:
            self._end_group(process)


def _ended(process: "subprocess.Popen[bytes]") -> bool:
    """Return whether `process` has ended, leaving it unreaped so that its group's number stays its own.

    For the same reason no method of `process` that looks at its state is called before `_reap`.
    """
    return os.waitid(os.P_PID, process.pid, os.WEXITED | os.WNOHANG | os.WNOWAIT) is not None


def _reap(process: "subprocess.Popen[bytes]") -> int:
    """Kill what `process` itself had started (it would hold the port), then reap it; return its exit code."""
    os.killpg(process.pid, signal.SIGKILL)
    return process.wait()


def run(plan: Plan, *, var: Path) -> int:
    """Do what `plan` says on `var` until told to end; return the exit code."""
    signal.pthread_sigmask(signal.SIG_BLOCK, WATCHED)
    try:
        with only_one(var):
            refuse_taken_ports(plan.ports)
            supervisor = Supervisor(plan)
            if supervisor.prepare():
                supervisor.keep()
    except CannotStartError as error:
        say(str(error))
        return 1
    return 0


def python(*words: str) -> tuple[str, ...]:
    """Return the command that runs `python words...` with this interpreter."""
    return (sys.executable, *words)


def product_plan(environment: Environment) -> Plan:
    """Return what `isigurt up` does: front, desk and worker under this user."""
    return Plan(
        preparations=(python("-m", "isigurt", "prepare"),),
        children=children(environment, "-m", "isigurt"),
        ports=door_ports(environment),
        words=lambda: product_words(environment),
        environment={"ISIGURT_VAR": str(environment.var)},
    )


def children(environment: Environment, *program: str) -> tuple[Child, ...]:
    """Return front, desk and worker, each as a word to the Python `program`."""
    return (
        Child("front", python(*program, "front", "--port", str(listening_port(environment.front)))),
        Child("desk", python(*program, "desk", "--port", str(listening_port(environment.desk)))),
        Child("worker", python(*program, "worker")),
    )


def door_ports(environment: Environment) -> tuple[Port, ...]:
    """Return where front and desk listen."""
    return tuple(
        Port(listening_port(address), what, f"{variable}=http://{host}:{listening_port(address) + 10}")
        for address, what, variable, host in (
            (environment.front, "the public site", "ISIGURT_FRONT", "localhost"),
            (environment.desk, "the desk", "ISIGURT_DESK", "desk.localhost"),
        )
    )


def listening_port(address: str) -> int:
    """Return the port of the address `http://host[:port]`."""
    parts = urlsplit(address)
    return parts.port or (443 if parts.scheme == "https" else 80)


def product_words(environment: Environment) -> list[str]:
    """Return what `up` prints once the doors answer: where they are, how well the public door is isolated."""
    return [
        "",
        f"  Public site   {environment.front}",
        f"  Desk          {environment.desk}",
        f"  Data          {environment.var}",
        "",
        "  Isolation     one user: no isolation. Whoever takes over the public door can read the keys too.",
        "                For real reports run front, desk and worker as separate users or machines",
        "                (docs/threat-model.md).",
        "",
        "  Ctrl-C ends it.",
    ]


def up(*, demo: bool) -> int:
    """Run the product, or with `demo` the demo of this checkout, until told to end; return the exit code."""
    environment = Environment.read()
    if not demo:
        if environment.is_a_demos:
            say(
                f"{environment.var} belongs to a demo: invented cases, accounts whose passwords are shown. "
                "Give the real thing its own folder: ISIGURT_VAR=/another/folder"
            )
            return 1
        return run(product_plan(environment), var=environment.var)
    checkout = Path(__file__).resolve().parents[3]
    if not (checkout / "demo" / "__main__.py").exists():
        say("The demo is not part of the installed package. Get the source and run `make run` in it.")
        return 1
    # The demo is its own composition around the same supervisor; the package knows nothing more of it.
    os.chdir(checkout)
    os.environ["ISIGURT_VAR"] = str(environment.var)
    sys.stdout.flush()
    return os.execv(sys.executable, python("-m", "demo"))  # noqa: S606 - our own interpreter, fixed words
