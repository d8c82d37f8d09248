"""The real front over real HTTP: what it keeps, what it tells, how it takes bad lines and how it ends."""

import os
import re
import resource
import signal
import socket
import sqlite3
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from urllib.parse import urlencode

import psycopg
import pytest

from isigurt.intake.receipt import Receipt
from isigurt.vault.errors import CannotOpen
from isigurt.vault.sealing import PrivateKey, open_sealed
from tests.surfaces.front.running import Front, Place, disguises, open_for_all, prepared, running

WORDS = {
    "words": "Zhgarravinë e pashoqe për Dritanin",
    "where": "https://faqe-krejt-e-vecante.example/rruga-9912",
    "account": "@llogari.fare.e.rralle",
    "contact": "emri.mbiemri.i.rralle@example.al",
}
SIGN_UP = {
    "title": "Veprimtari-e-pangatërrueshme",
    "what": "Fjalë që s’gjenden askund tjetër",
    "organisation": "Zhgarravinat Sh.p.k.",
    "organisation_kind": "company",
    "municipality": "tirane",
    "place": "Salla-e-rrallë-31",
    "audiences": "parents",
    "contact": "dikush.i.rralle@sajuar.example",
}
READ_SIGN_UP = """
import sys
import django; django.setup()
from isigurt.outreach import cells
from isigurt.outreach.models import SignUp
row = SignUp.objects.get(form=sys.argv[1])
print(cells.read_contact(row), cells.read_delivery(row))
"""
SEEN_BY_FRONT = (
    "SELECT locator, kind FROM door_envelope",
    "SELECT * FROM door_publishedstatus",
    "SELECT * FROM door_publishedmessage",
)
REPLY = "Përgjigje-e-papërsëritshme-4471"


@pytest.fixture(scope="module")
def place(tmp_path_factory, store) -> Place:
    return prepared(tmp_path_factory.mktemp("place"), store)


@pytest.fixture
def front(place):
    with running(place) as served:
        yield served


def rows_of(place: Place, store: str) -> list[tuple]:
    """Every row that the front's role can read of the door, as the front sees it."""
    if store == "sqlite":
        with closing(sqlite3.connect(place.whole / "door" / "door.sqlite3")) as door:
            tables = [name for (name,) in door.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
            return [row for table in tables for row in door.execute(f'SELECT * FROM "{table}"')]  # noqa: S608
    with psycopg.connect(place.of_front["ISIGURT_DOOR_URL"]) as door:
        seen = (
            "SELECT locator, kind FROM door_envelope",
            "SELECT * FROM door_publishedstatus",
            "SELECT * FROM door_publishedmessage",
        )
        return [row for query in seen for row in door.execute(query)]


def everything_of_front(place: Place, store: str) -> bytes:
    files = b"\0".join(path.read_bytes() for path in place.files_of_front())
    environment = repr(place.of_front).encode()
    rows = b"\0".join(
        bytes(value) if isinstance(value, bytes) else str(value).encode()
        for row in rows_of(place, store)
        for value in row
    )
    return b"\0".join((files, environment, rows))


def test_with_all_that_the_front_has_no_word_of_a_report_is_found_or_decrypted(place, store, front):
    code = front.send(**WORDS, platform="instagram")
    front.open(code, act="reply", words=REPLY, nonce="1")
    receipt = Receipt.parse(code)

    def look(when):
        seen = everything_of_front(place, store) + front.log.read_bytes()
        # The search would find what is there: the locator is.
        assert receipt.locator.encode() in seen, when
        secrets = [*WORDS.values(), REPLY, code, receipt.code, code.lower(), "bullying", "instagram"]
        secrets += [receipt.keypair().key.hex(), receipt.keypair().public.key.hex()]
        for secret in secrets:
            for disguise, pattern in disguises(secret).items():
                assert pattern not in seen, (when, disguise, secret)
        for raw in (receipt.keypair().key, receipt.keypair().public.key):
            assert raw not in seen, when

    look("sealed")
    if store == "sqlite":
        assert_none_opens(place, receipt)
    place.work()
    status, page = front.open(code)
    assert status == 200
    assert REPLY in page
    look("opened and published")


def test_with_all_that_the_front_has_no_word_of_a_sign_up_is_found(place, store, front):
    open_for_all(place)
    _, page = front.ask("GET", "/sq/merr-pjese/veprimtari/")
    hidden = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', page))
    body = urlencode({**hidden, **SIGN_UP, "day": time.strftime("%Y-%m-%d")}).encode()
    status, answer = front.ask("POST", "/sq/merr-pjese/veprimtari/", body, **{"X-Forwarded-For": "198.51.100.78"})
    assert status == 200, answer
    receipt = Receipt.parse(hidden["receipt"])

    def look(when):
        seen = everything_of_front(place, store) + front.log.read_bytes()
        for secret in [*SIGN_UP.values(), receipt.text, receipt.code, "198.51.100.78"]:
            # The forms offer these words to everybody.
            if secret not in {"company", "parents", "tirane"}:
                for disguise, pattern in disguises(secret).items():
                    assert pattern not in seen, (when, disguise, secret)

    look("sealed")
    # The search would find what is there: the locator is, until the worker has opened it.
    assert any(receipt.locator in row for row in rows_of(place, store))
    place.work()
    look("opened")
    assert not any(receipt.locator in row for row in rows_of(place, store))


WAYS = {
    "veprimtari": SIGN_UP,
    "zotim": {name: SIGN_UP[name] for name in ("organisation", "organisation_kind", "municipality", "contact")},
    "porosi": {
        "material": "00000000-0000-0000-0000-000000000009",
        "copies": "40",
        "organisation_kind": "company",
        "municipality": "tirane",
        "recipient": "Emër-Mbiemër-i-Sajuar",
        "delivery": "Rruga-që-s’është 8812, tel. 069-000-7731",
        "contact": "marres.i.rralle@sajuar.example",
    },
}


@pytest.mark.parametrize("way", WAYS)
def test_whom_to_write_to_and_where_to_send_lie_nowhere_in_plain_text_until_the_desk_opens_them(
    place, store, front, way
):
    open_for_all(place)
    address = f"/sq/merr-pjese/{way}/"
    _, page = front.ask("GET", address)
    hidden = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', page))
    sent = {**hidden, **WAYS[way], "day": time.strftime("%Y-%m-%d")}
    # First with a mistake: what comes back to be mended was on its way too.
    assert front.ask("POST", address, urlencode(sent | {"municipality": ""}).encode())[0] == 422
    status, answer = front.ask("POST", address, urlencode(sent).encode())
    assert status == 200, answer
    private = [WAYS[way][name] for name in ("contact", "recipient", "delivery") if name in WAYS[way]]
    private += ["069-000-7731"] if way == "porosi" else []

    def look(when):
        seen = all_stored(place, store)
        for secret in private:
            for disguise, pattern in disguises(secret).items():
                assert pattern not in seen, (when, disguise, secret)
        return seen

    locator = Receipt.parse(hidden["receipt"]).locator
    look("sealed")
    place.work()
    # The search would find what is there: the name that may become public is, and so is the form's mark.
    seen = look("opened by the worker")
    assert locator.encode() in seen
    if way != "porosi":
        assert SIGN_UP["organisation"].encode() in seen
    read = place.ask_the_desk(READ_SIGN_UP, locator)
    assert [secret for secret in private if secret not in read] == []
    look("read at the desk")


def assert_none_opens(place: Place, receipt: Receipt) -> None:
    """No 32 bytes among the front's key files open an envelope."""
    with closing(sqlite3.connect(place.whole / "door" / "door.sqlite3")) as door:
        rows = door.execute("SELECT sealed, kind, envelope_id, locator FROM door_envelope").fetchall()
    assert rows
    keys = [path.read_bytes() for path in (place.whole / "public-keys").rglob("*") if path.is_file()]
    assert keys
    for sealed, kind, envelope_id, locator in rows:
        context = f"isigurt envelope 1\0{kind}\0{envelope_id}\0{locator}".encode()
        names = set(re.findall(rb"[a-z0-9][a-z0-9-]{3,39}", sealed[:400]))
        for content in keys:
            for at in range(max(1, len(content) - 31)):
                guess = content[at : at + 32].ljust(32, b"\0")
                tried = [PrivateKey(name.decode(), guess) for name in names]
                with pytest.raises(CannotOpen):
                    open_sealed(sealed, keys=tried, context=context)


def test_the_role_of_the_front_can_neither_read_back_nor_change_what_came_in(place, store, front):
    if store != "postgresql":
        pytest.skip("roles are PostgreSQL's")
    front.send(**WORDS)
    with psycopg.connect(place.of_front["ISIGURT_DOOR_URL"], autocommit=True) as door:
        for forbidden in (
            "SELECT sealed FROM door_envelope",
            "SELECT * FROM door_envelope",
            "SELECT received_at FROM door_envelope",
            "SELECT envelope_id FROM door_envelope",
            "UPDATE door_envelope SET lane = 1",
            "DELETE FROM door_envelope",
            "TRUNCATE door_envelope",
            "INSERT INTO door_publishedstatus VALUES ('x', 'closed', now())",
            "UPDATE door_publishedstatus SET status = 'closed'",
            "DELETE FROM door_publishedmessage",
            "SELECT * FROM django_migrations",
            "CREATE TABLE mine (x int)",
        ):
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                door.execute(forbidden)
    desk = place.stores["ISIGURT_DESK_URL"].replace("//isigurt@", "//front_only@")
    with psycopg.connect(desk, autocommit=True) as other, pytest.raises(psycopg.errors.InsufficientPrivilege):
        other.execute("SELECT * FROM intake_report")


def test_the_front_holds_no_private_key_and_cannot_ask_for_one(place):
    names = [path.name for path in place.files_of_front()]
    assert names
    assert not [name for name in names if name.endswith(".key")]
    assert not (place.front / "keys").exists()


@pytest.mark.parametrize(("keys", "level"), [("nowhere", "public keys only"), ("keys", "one user: no isolation")])
def test_the_front_says_at_its_start_how_well_it_is_isolated(place, keys, level):
    with running(place, ISIGURT_PRIVATE_KEYS=str(place.whole / keys)) as front:
        said = front.log.read_text().splitlines()[-1]
    assert said.startswith(f"front: {level};")
    assert str(place.whole / keys) in said


def all_stored(place: Place, store: str) -> bytes:
    """Everything that anyone has on disk: both stores and all files."""
    files = b"\0".join(path.read_bytes() for path in place.whole.parent.rglob("*") if path.is_file())
    if store == "sqlite":
        return files
    rows = []
    for url in place.stores.values():
        with psycopg.connect(url) as database:
            tables = database.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'").fetchall()
            for (table,) in tables:
                rows += [str(row).encode() for row in database.execute(f'SELECT t::text FROM "{table}" t')]  # noqa: S608
    return files + b"\0".join(rows)


@pytest.mark.parametrize("proxy", ["", "127.0.0.77"])
def test_no_address_of_a_visitor_is_in_any_table_file_or_log(place, store, proxy):
    with running(place, ISIGURT_TRUSTED_PROXY=proxy) as front:
        code = front.send(source="127.0.0.77", words="Nga një adresë e shënuar.")
        front.ask("GET", "/sq/asgje", source="127.0.0.77")
        front.ask("POST", "/sq/raporto/", b"harm=", source="127.0.0.77")
        front.ask("POST", "/sq/raporto/", b"x" * 300_000, source="127.0.0.77")
        place.work()
        assert front.open(code)[0] == 200
        stored = all_stored(place, store)
        assert Receipt.parse(code).locator.encode() in stored
        for address in ("127.0.0.77", "198.51.100.77"):
            for disguise, pattern in disguises(address).items():
                assert pattern not in stored, disguise
        assert "/sq/" not in front.log.read_text()


def raw(front: Front, *pieces: bytes, then: float = 0.0) -> bytes:
    with closing(socket.create_connection(("127.0.0.1", front.port), timeout=10)) as line:
        for piece in pieces:
            line.sendall(piece)
            time.sleep(0.05)
        time.sleep(then)
        line.shutdown(socket.SHUT_WR)
        try:
            return line.recv(100_000)
        except OSError:
            return b""


HEAD = b"POST /sq/raporto/ HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\n"


def test_a_form_that_is_cut_off_in_the_middle_leaves_nothing_behind(place, store, front):
    code = Receipt.fresh().text
    body = f"receipt={code}&harm=bullying&words=Gjysma".encode()
    answer = raw(front, HEAD + f"Content-Length: {len(body) + 400}\r\n\r\n".encode(), body)
    assert b" 200 " not in answer[:20]
    raw(front, HEAD + b"Content-Length: 900\r\n\r\n")
    raw(front, HEAD[:40])
    assert front.open(code)[0] == 404
    assert front.send(words="Pas kësaj çdo gjë punon.")


def test_slow_lines_do_not_keep_others_waiting(front):
    slow = []
    try:
        for _ in range(40):
            line = socket.create_connection(("127.0.0.1", front.port), timeout=10)
            line.sendall(HEAD + b"Content-Length: 5000\r\n\r\nreceipt=")
            slow.append(line)
        started = time.monotonic()
        front.send(words="Unë nuk pres.")
        assert time.monotonic() - started < 5
    finally:
        for line in slow:
            line.close()


def test_lines_that_browsers_leave_open_keep_nobody_waiting(front):
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    left_open = []
    try:
        for _ in range(1500):
            line = socket.create_connection(("127.0.0.1", front.port), timeout=10)
            left_open.append(line)
            line.sendall(b"GET /sq/kodi HTTP/1.1\r\nHost: localhost\r\n\r\n")
            assert b" 301 " in line.recv(4096)[:20]
        started = time.monotonic()
        front.send(words="Askush nuk pret.")
        assert time.monotonic() - started < 5
    finally:
        for line in left_open:
            line.close()
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))


@pytest.mark.parametrize("address", ["/sq/raporto/", "/sq/kodi/"])
@pytest.mark.parametrize("size", [2**20, 8 * 2**20])
def test_a_mebibyte_of_text_gets_a_whole_page(front, size, address):
    status, page = front.ask("POST", address, b"harm=other&words=" + b"a" * size)
    assert status == 413
    assert "</html>" in page
    assert "116 111" in page


def test_one_form_sent_by_two_at_the_same_moment_is_one_report_with_one_receipt(place, front):
    code = Receipt.fresh().text
    body = f"receipt={code}&opened=1&harm=bullying&words=Dy-here-njeheresh".encode()
    gate = threading.Barrier(2)

    def send(_):
        gate.wait()
        return front.ask("POST", "/sq/raporto/", body)

    with ThreadPoolExecutor(2) as senders:
        answers = list(senders.map(send, range(2)))
    assert [status for status, _ in answers] == [200, 200]
    assert all(f'data-receipt="{code}"' in page for _, page in answers)
    place.work()
    status, page = front.open(code)
    assert status == 200
    assert "Dy-here" not in page  # a second report of it would have become a message


def test_many_at_once_are_all_kept(place, front):
    with ThreadPoolExecutor(16) as senders:
        codes = list(senders.map(lambda number: front.send(words=f"Nr. {number}"), range(48)))
    assert len(set(codes)) == 48
    with ThreadPoolExecutor(8) as readers:
        assert {status for status, _ in readers.map(front.open, codes)} == {200}


def test_every_answered_report_survives_the_server_being_killed(place):
    with running(place) as front:
        codes = [front.send(words=f"Para se të bie {number}") for number in range(5)]
        _kill_all(front.process.pid)
        front.process.wait()
    with running(place) as front:
        assert {front.open(code)[0] for code in codes} == {200}


def _kill_all(process: int) -> None:
    children = Path(f"/proc/{process}/task/{process}/children").read_text().split()
    for child in children:
        os.kill(int(child), signal.SIGKILL)
    os.kill(process, signal.SIGKILL)


def test_it_ends_at_once_when_told_even_with_lines_open(place):
    with running(place) as front:
        line = socket.create_connection(("127.0.0.1", front.port))
        line.sendall(b"GET /sq/ HTTP/1.1\r\nHost: x\r\n\r\n")
        assert line.recv(100)
        started = time.monotonic()
        front.process.send_signal(signal.SIGTERM)
        assert front.process.wait(10) == 0
        assert time.monotonic() - started < 5
        line.close()
