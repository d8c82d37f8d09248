"""What the desk costs an analyst: queue and case page with 1,000 and with 100,000 cases, over HTTP, signed in.

Each case has a report, 3 items, 10 messages and 50 ledger entries in one whole chain; every case page shown is recorded
as in life. The first 500 cases are written by the product's own code and looked at; the others are copies of their rows
under other ids (their cells cannot be opened, and nobody opens them). Prints `name value unit`: the median over five
rounds of each round's p50 and p95, and how many times slower the large store is. Run it with `python -m bench.desk`, or
`python -m bench.desk 1000 20000` for other sizes.
"""
# ruff: noqa: PLC0415 - Django is set up only in the process that builds

import http.client
import json
import os
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import uuid
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

SIZES = (1_000, 100_000)
ITEMS, MESSAGES, ENTRIES = 3, 10, 50
ROUNDS, REQUESTS, WARM = 5, 60, 15
WRITTEN = 500
HOST = "desk.localhost"


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def build(cases: int) -> dict[str, Any]:
    """Fill the stores that the environment names; return a session and some cases to look at."""
    from isigurt.config.prepare import prepare

    prepare(lambda _line: None)
    import django

    django.setup()
    session, member = _signed_in()
    stuff = _Stuff(member)
    stuff.write(range(min(cases, WRITTEN)))
    for copy in range(1, cases // WRITTEN):
        stuff.copy(copy)
    stuff.finish()
    return {"session": session, "cases": stuff.sample}


def _signed_in() -> tuple[str, Any]:
    from django.test import Client

    from tests.staff.factories import make_member, sign_in

    member = make_member(name="Matës")
    client = sign_in(Client(), member)
    return client.cookies["sessionid"].value, member


class _Stuff:
    """Cases and all that belongs to them, written in large batches."""

    def __init__(self, member: Any) -> None:
        from isigurt.ledger.models import Entry

        last = Entry.objects.order_by("-seq").values_list("seq", "hash").first()
        self.seq, self.hash = last or (0, "0" * 64)
        self.member = member
        self.now = datetime.now(UTC)
        self.sample: list[str] = []
        self.pairs: list[tuple[str, str]] = []
        self.last: dict[Any, int] = {}

    def write(self, numbers: Iterable[int]) -> None:
        from django.db import connection, transaction

        from isigurt.casework.models import Case, CaseItem, CaseReport, Item, ReportItem
        from isigurt.intake.models import Message, PublicStatus, Report, ReportedPlace
        from isigurt.vault.models import DataKey

        order = [DataKey, Case, Report, PublicStatus, ReportedPlace, Item, CaseReport, CaseItem, ReportItem, Message]
        self.rows: dict[Any, list[Any]] = {model: [] for model in order}
        for number in numbers:
            self._case(number)
        with transaction.atomic():
            for model in order:
                model._default_manager.bulk_create(self.rows[model], batch_size=500)
            self._chain(self.pairs)
        self.order = order
        with connection.cursor() as cursor:
            for model in order:
                cursor.execute(f"SELECT max(rowid) FROM {model._meta.db_table}")  # noqa: S608
                self.last[model] = cursor.fetchone()[0]

    def copy(self, copy: int) -> None:
        """Write all rows once more: the last eight digits of every id are the copy's, and so is what is unique."""
        from django.db import connection, transaction

        def other(column: str) -> str:
            return f"substr({column}, 1, length({column}) - 8) || '{copy:08x}'"

        after = f"printf('%06d', CAST(substr(number, -6) AS INTEGER) + {copy * WRITTEN})"
        with transaction.atomic(), connection.cursor() as cursor:
            for model in self.order:
                names, values = [], []
                for field in model._meta.concrete_fields:
                    names.append(f'"{field.column}"')
                    mine = field.primary_key or (field.is_relation and field.remote_field.model in self.rows)
                    if field.column == "number":
                        values.append(f"substr(number, 1, length(number) - 6) || {after}")
                    elif mine or field.column in {"locator", "address_index"}:
                        values.append(other(field.column))
                    else:
                        values.append(f'"{field.column}"')
                table = model._meta.db_table
                cursor.execute(
                    f"INSERT INTO {table} ({', '.join(names)}) SELECT {', '.join(values)} FROM {table} "  # noqa: S608
                    "WHERE rowid <= %s",
                    [self.last[model]],
                )
            self._chain([(f"{case[:-8]}{copy:08x}", f"{report[:-8]}{copy:08x}") for case, report in self.pairs])

    def _key(self) -> Any:
        from isigurt.vault.models import DataKey
        from isigurt.vault.wrapping import wrap

        row = uuid.uuid4()
        key = DataKey(id=row, wrapped=wrap(os.urandom(32), row=row), created_at=self.now)
        self.rows[DataKey].append(key)
        return key

    def _case(self, number: int) -> None:
        from isigurt.casework.models import Case, CaseReport
        from isigurt.intake import cells
        from isigurt.intake.models import Message, PublicStatus, Report

        at = self.now - timedelta(minutes=number)
        state, deadline = ("new", at + timedelta(hours=24)) if number % 4 else ("assessed", None)
        risky, lane = number % 997 == 1, int(number % 10 == 0)
        case = Case(
            number=f"2026-{number + 1:06d}",
            state=state,
            data_key=self._key(),
            harm="csam" if number % 2 else "bullying",
            sexual_abuse=bool(number % 2),
            child_at_risk=risky and deadline is not None,
            lane=lane,
            band=0 if risky and deadline else 1 + lane,
            deadline_at=deadline,
            new_message=number % 50 == 3,
            opened_at=at,
            first_received_at=at,
        )
        self.rows[Case].append(case)
        report = Report(
            number=f"R-{number:06d}",
            state="placed",
            locator=f"{number:024x}{0:08x}",
            reporter_public_key=os.urandom(32),
            channel="web",
            language="sq",
            lane=lane,
            received_at=at,
            harm_said=case.harm,
            reporter_kind="parent",
            places_key=self._key(),
            words_key=self._key(),
        )
        report.body = cells.lock_body(report, "Një fjali e zakonshme, siç e shkruajnë njerëzit. " * 12)
        report.contact = cells.lock_contact(report, "")
        report.where = cells.lock_where(report, "https://faqe.al/1\nhttps://faqe.al/2")
        self.rows[Report].append(report)
        self.rows[PublicStatus].append(PublicStatus(report=report, published="received", changed_at=at))
        self.rows[CaseReport].append(CaseReport(case=case, report=report, joined_at=at))
        for place in range(ITEMS):
            self._item(case, report, number, place, at)
        for turn in range(MESSAGES):
            message = Message(
                report=report,
                direction="from_reporter" if turn % 2 else "to_reporter",
                author="",
                created_at=at + timedelta(minutes=turn),
                published_at=at,
            )
            message.text = cells.lock_message(message, "Faleminderit që na shkruat. Po merremi me këtë. " * 4)
            self.rows[Message].append(message)
        self.pairs.append((str(case.pk), str(report.pk)))
        self.sample.append(str(case.pk))

    def _item(self, case: Any, report: Any, number: int, place: int, at: datetime) -> None:
        from isigurt.casework import cells
        from isigurt.casework.models import CaseItem, Item, ReportItem
        from isigurt.intake import cells as intake_cells
        from isigurt.intake.models import ReportedPlace

        address = f"https://faqe-{number}.al/foto/{place}"
        item = Item(
            kind="content",
            data_key=self._key(),
            address_index=f"{number:016x}{place:08x}{0:08x}",
            host_index=f"{number:032x}",
            verdict="ALLOW",
            first_received_at=at,
            last_received_at=at,
            times_reported=1,
        )
        item.address = cells.lock_address(item, address)
        where = ReportedPlace(report=report, position=place, kind="address", added_at=at)
        where.raw = intake_cells.lock_place(where, address)
        tie = ReportItem(report=report, place=where, position=0, item=item)
        tie.raw = cells.lock_raw(tie, address)
        self.rows[Item].append(item)
        self.rows[ReportedPlace].append(where)
        self.rows[CaseItem].append(CaseItem(case=case, item=item, added_at=at))
        self.rows[ReportItem].append(tie)

    def _chain(self, pairs: list[tuple[str, str]]) -> None:
        """Append each case's entries to the ledger's chain, hashed as the ledger hashes them."""
        from django.db import connection

        from isigurt.ledger import chain

        actor = f"member:{self.member.pk}"
        rows: list[tuple[Any, ...]] = []
        for case, report in pairs:
            for turn in range(ENTRIES):
                self.seq += 1
                at = self.now + timedelta(seconds=turn)
                subject, about = ("report", report) if turn % 5 == 0 else ("case", case)
                act = "report.received" if turn % 5 == 0 else "case.viewed" if turn % 2 else "case.noted"
                line = (
                    f'{{"act":"{act}","actor":"{actor}","at":"{chain.instant(at)}","detail":{{"turn":{turn}}},'
                    f'"prev_hash":"{self.hash}","seq":{self.seq},"subject":"{subject}","subject_id":"{about}"}}'
                )
                before, self.hash = self.hash, chain.digest(line.encode())
                stored = at.replace(tzinfo=None).isoformat(sep=" ", timespec="microseconds")
                detail = f'{{"turn": {turn}}}'
                rows.append((self.seq, stored, actor, act, subject, about, detail, before, self.hash))
        columns = "seq, at, actor, act, subject, subject_id, detail, prev_hash, hash"
        with connection.cursor() as cursor:
            cursor.executemany(f"INSERT INTO ledger_entry ({columns}) VALUES ({', '.join(['%s'] * 9)})", rows)  # noqa: S608

    def finish(self) -> None:
        """Check that the chain is whole, and let the database know its own sizes, as it does by itself in time."""
        from isigurt.ledger.verify import verify_chain

        assert len(self.pairs) < WRITTEN or self.seq > 200_000 or verify_chain().whole
        from django.db import connection

        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")


@contextmanager
def desk(environment: dict[str, str], port: int) -> Iterator[int]:
    """Serve the desk as it is served in life while the block runs."""
    code = f"from isigurt.surfaces.desk.serve import serve; serve('127.0.0.1', {port})"
    settings = {"DJANGO_SETTINGS_MODULE": "isigurt.config.settings.desk", "PYTHONPATH": "src"}
    server = subprocess.Popen([sys.executable, "-c", code], env={**environment, **settings}, start_new_session=True)
    try:
        for _ in range(200):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.1)
        yield server.pid
    finally:
        os.killpg(server.pid, signal.SIGTERM)
        server.wait(20)


def cpu_seconds(group: int) -> float:
    """CPU time so far of the server's processes."""
    ticks = 0
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[2]) == group:
            ticks += int(fields[11]) + int(fields[12])
    return ticks / os.sysconf("SC_CLK_TCK")


def timed(connection: http.client.HTTPConnection, session: str, path: str) -> float:
    """Return the milliseconds from the request to the last byte of the page."""
    start = time.perf_counter()
    headers = {"Host": f"{HOST}:{connection.port}", "Cookie": f"sessionid={session}", "Accept-Language": "sq"}
    connection.request("GET", path, headers=headers)
    answer = connection.getresponse()
    page = answer.read()
    took = (time.perf_counter() - start) * 1000
    if answer.status != 200 or len(page) < 3_000:
        raise SystemExit(f"{path}: status {answer.status}, {len(page)} bytes")
    return took


def measure(port: int, session: str, paths: list[str], server: int) -> tuple[float, float, float]:
    """Return the medians over the rounds of p50, p95 and the server's CPU time a page, in milliseconds."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    for path in paths[:WARM]:
        timed(connection, session, path)
    middles, tails, costs = [], [], []
    for turn in range(ROUNDS):
        chosen = [paths[(turn * REQUESTS + at) % len(paths)] for at in range(REQUESTS)]
        before = cpu_seconds(server)
        times = sorted(timed(connection, session, path) for path in chosen)
        middles.append(statistics.median(times))
        tails.append(times[int(len(times) * 0.95)])
        costs.append((cpu_seconds(server) - before) * 1000 / len(times))
    return statistics.median(middles), statistics.median(tails), statistics.median(costs)


def run(cases: int) -> dict[str, float]:
    """Build a store with so many cases in a process of its own, serve it, measure it, print and return the p95."""
    with tempfile.TemporaryDirectory(prefix="isigurt-bench-") as folder:
        port = free_port()
        environment = {name: value for name, value in os.environ.items() if not name.startswith("ISIGURT_")}
        environment |= {"ISIGURT_VAR": folder, "ISIGURT_DESK": f"http://{HOST}:{port}"}
        made = Path(folder) / "made.json"
        settings = {"DJANGO_SETTINGS_MODULE": "isigurt.config.settings.desk", "PYTHONPATH": f"src{os.pathsep}."}
        command = [sys.executable, "-m", "bench.desk", "--build", str(cases), str(made)]
        subprocess.run(command, env={**environment, **settings}, check=True)
        built = json.loads(made.read_text())
        pages = {
            "queue": ["/queue/"],
            "case": [f"/cases/{case}/" for case in built["cases"]],
        }
        with desk(environment, port) as server:
            tails = {}
            for name, paths in pages.items():
                middle, tails[name], cost = measure(port, built["session"], paths, server)
                print(f"desk_{name}_{cases}_p50 {middle:.1f} ms", flush=True)
                print(f"desk_{name}_{cases}_p95 {tails[name]:.1f} ms", flush=True)
                print(f"desk_{name}_{cases}_cpu {cost:.1f} ms", flush=True)
    return tails


def main(arguments: list[str]) -> None:
    if arguments[:1] == ["--build"]:
        Path(arguments[2]).write_text(json.dumps(build(int(arguments[1]))))
        return
    sizes = [int(each) for each in arguments] or list(SIZES)
    tails = [run(size) for size in sizes]
    for name in tails[0]:
        print(f"desk_{name}_{sizes[-1]}_to_{sizes[0]} {tails[-1][name] / tails[0][name]:.2f} times")


if __name__ == "__main__":
    main(sys.argv[1:])
