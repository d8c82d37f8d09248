"""No other room reaches a reported address: the source shows it, and a run with sockets disabled shows it."""

import ast
import socket
import types
from collections.abc import Iterator
from pathlib import Path

import pytest
import trustme

from isigurt.safenet.connection import probe
from isigurt.safenet.results import Outcome, ProbeResult
from isigurt.safenet.ways_out import CONNECTING_CALLS, CONNECTING_MODULES, WAYS_OUT
from tests.safenet.internet import Internet, answers, run
from tests.safenet.sockets import SocketElsewhere, forbidden_elsewhere, is_way_out

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src"


def modules() -> Iterator[tuple[str, ast.Module]]:
    for path in sorted((SOURCE / "isigurt").rglob("*.py")):
        parts = path.relative_to(SOURCE).with_suffix("").parts
        yield ".".join(parts).removesuffix(".__init__"), ast.parse(path.read_text(encoding="utf-8"))


def connecting(name: str) -> str | None:
    """The connecting module that an imported name is or lies in."""
    return next((module for module in CONNECTING_MODULES if name == module or name.startswith(module + ".")), None)


def imported(tree: ast.AST) -> Iterator[str]:
    """Every absolute name that is imported anywhere in a module, functions included."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Call) and called(node) in {"import_module", "__import__"}:
            yield from (str(given.value) for given in node.args[:1] if isinstance(given, ast.Constant))


def called(node: ast.Call) -> str:
    function = node.func
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def faults(name: str, tree: ast.AST) -> list[str]:
    allowed = {
        module for way in WAYS_OUT if name == way.module or name.startswith(way.module + ".") for module in way.imports
    }
    found = [
        f"{name} imports {module}"
        for found in imported(tree)
        if (module := connecting(found)) and module not in allowed
    ]
    if not is_way_out(name):
        found += [
            f"{name} calls {called(node)}"
            for node in ast.walk(tree)
            if isinstance(node, ast.Call) and called(node) in CONNECTING_CALLS
        ]
    return found


def test_no_other_module_imports_or_calls_what_can_connect() -> None:
    assert [fault for name, tree in modules() for fault in faults(name, tree)] == []


@pytest.mark.parametrize(
    "source",
    [
        "import socket",
        "import http.client",
        "from http import client",
        "from urllib.request import urlopen",
        "from urllib import request",
        "def f():\n    import requests",
        "import ssl as x",
        "from dns import resolver",
        "import importlib\nimportlib.import_module('httpx')",
        "import asyncio\nasyncio.open_connection('a', 1)",
        "loop.create_connection(x)",
    ],
)
def test_the_scan_sees_each_way_of_writing_it(source: str) -> None:
    assert faults("isigurt.casework.actions", ast.parse(source))
    assert not faults("isigurt.casework.actions", ast.parse("import asyncio, json\nfrom urllib.parse import urlsplit"))


def test_every_way_out_on_the_list_is_still_used_as_it_says() -> None:
    for way in WAYS_OUT:
        used = {
            module
            for name, tree in modules()
            if name == way.module or name.startswith(way.module + ".")
            for found in imported(tree)
            if (module := connecting(found))
        }
        assert used == set(way.imports), way.module


def test_the_page_on_the_ways_out_names_each_of_them() -> None:
    page = (ROOT / "docs" / "safenet.md").read_text(encoding="utf-8")
    for way in WAYS_OUT:
        assert f"`{way.module}`" in page


def module_named(name: str) -> types.ModuleType:
    """A module that connects, as if it lay in our source under `name`."""
    module = types.ModuleType(name)
    exec("import socket\ndef connect(place):\n    return socket.create_connection(place, timeout=2)", module.__dict__)  # noqa: S102
    return module


@pytest.mark.parametrize("name", ["isigurt.casework.actions", "isigurt.intake", "isigurt.safenetting", "isigurt.post"])
def test_with_sockets_disabled_elsewhere_another_room_cannot_connect(name: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server, forbidden_elsewhere(), pytest.raises(SocketElsewhere):
        module_named(name).connect(server.getsockname())


def test_with_sockets_disabled_elsewhere_safenet_still_probes(authority: trustme.CA) -> None:
    async def scenario(internet: Internet) -> ProbeResult:
        await internet.web(answers(b"HTTP/1.1 404 Not Found\r\n\r\n"))
        return await probe("https://faqja.isigurt.al/", network=internet.network())

    with forbidden_elsewhere():
        assert run(authority, scenario).outcome is Outcome.ANSWERED
