"""The documents name only what is there: files, commands, variables, targets of make."""

import re
import shlex
from pathlib import Path

import pytest

from isigurt.config.command import parser

ROOT = Path(__file__).resolve().parents[1]
DOCUMENTS = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
SOURCES = [path for top in ("src", "demo", "tools") for path in sorted((ROOT / top).rglob("*.py"))]
TEXTS = {path.relative_to(ROOT).as_posix(): path.read_text("utf-8") for path in DOCUMENTS}
COMMENT = re.compile(r"\s#.*")
each_document = pytest.mark.parametrize("name", TEXTS)


def every_file() -> list[str]:
    folders = [ROOT / top for top in ("bench", "demo", "docs", "requirements", "src", "tests", "tools")]
    found = [path for folder in folders for path in folder.rglob("*") if path.is_file()]
    found += [path for path in ROOT.iterdir() if path.is_file()]
    return [f"/{path.relative_to(ROOT).as_posix()}" for path in found]


FILES = every_file()


def code_in(text: str) -> list[str]:
    """Every line of a code block, and every piece of code within a sentence."""
    blocks = re.findall(r"^```\w*\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    within = re.findall(r"`([^`\n]+)`", re.sub(r"^```.*?^```", "", text, flags=re.MULTILINE | re.DOTALL))
    return [line for block in blocks for line in block.splitlines()] + within


@each_document
def test_every_file_that_is_named_is_there(name):
    # What begins with a stroke is an address of the site: its own tests ask for it.
    named = [
        piece
        for piece in code_in(TEXTS[name])
        if re.fullmatch(r"[\w.][\w./-]*\.(py|md|toml|css|js|svg|html|tsv)", piece)
    ]
    assert [piece for piece in named if not any(file.endswith(f"/{piece}") for file in FILES)] == []


@each_document
def test_every_folder_that_is_named_is_there(name):
    named = [
        piece
        for piece in code_in(TEXTS[name])
        if re.fullmatch(r"(src|docs|tests|demo|tools|bench|packs)/[\w/-]*/", piece)
    ]
    assert [piece for piece in named if not any(f"/{piece}" in file for file in FILES)] == []


@each_document
def test_every_link_leads_somewhere(name):
    links = re.findall(r"\]\(([^)#\s]+)", TEXTS[name])
    inside = [link for link in links if "://" not in link and not link.startswith("mailto:")]
    assert [link for link in inside if not (ROOT / name).parent.joinpath(link).exists()] == []


@each_document
def test_every_command_is_one_that_the_program_knows(name, capsys):
    commands = [COMMENT.sub("", piece) for piece in code_in(TEXTS[name]) if piece.startswith("isigurt ")]
    for command in commands:
        _, *words = shlex.split(command)
        try:
            parser().parse_args(words)
        except SystemExit:
            # Named without its options, as in a sentence: the word itself must be there all the same.
            said = capsys.readouterr().err
            assert "invalid choice" not in said, command
            assert "unrecognized" not in said, command
            assert command not in TEXTS[name].split("\n"), f"{command}: {said}"


@each_document
def test_every_target_of_make_is_one(name):
    targets = set(re.findall(r"^([\w-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    named = {piece.split()[1] for piece in code_in(TEXTS[name]) if re.match(r"make [a-z-]+", piece)}
    assert named <= targets


def test_the_variables_that_an_operator_sets_are_those_that_the_program_reads():
    read = set(re.findall(r"ISIGURT_[A-Z_]+", (ROOT / "src/isigurt/config/environment.py").read_text("utf-8")))
    assert set(re.findall(r"ISIGURT_[A-Z_]+", TEXTS["docs/operating.md"])) == read
    read |= set(re.findall(r"ISIGURT_DEMO_[A-Z_]+", (ROOT / "demo/choices.py").read_text("utf-8")))
    for text in TEXTS.values():
        assert set(re.findall(r"`(ISIGURT_[A-Z_]+)", text)) <= read


def test_every_document_that_the_program_speaks_of_is_there():
    named = {page for path in SOURCES for page in re.findall(r"docs/[\w-]+\.md", path.read_text("utf-8"))}
    assert named
    assert [page for page in sorted(named) if not (ROOT / page).exists()] == []
