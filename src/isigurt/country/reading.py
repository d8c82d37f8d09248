"""Reads TOML tables into entries, strictly: every mistake is named with its place, all of them at once."""

from __future__ import annotations

import dataclasses
import datetime as dt
import difflib
import re
import types
import typing
from enum import StrEnum
from typing import Any, TypeVar

from isigurt.country.words import Words

Made = TypeVar("Made")
Table = dict[str, Any]

ID_SHAPE = re.compile(r"[A-Za-z0-9_]{1,40}")


class PackInvalid(ValueError):
    """The pack cannot be used. ``problems`` has one line for each mistake, with file and entry."""

    def __init__(self, problems: list[str]) -> None:
        self.problems = tuple(problems)
        super().__init__("the country pack has mistakes:\n" + "\n".join(f"- {line}" for line in problems))


class Reader:
    """Turns tables into dataclasses and gathers what is wrong with them."""

    def __init__(self, languages: tuple[str, ...]) -> None:
        self.languages = languages
        self.problems: list[str] = []

    def complain(self, where: str, what: str) -> None:
        """Note one mistake at a place such as ``harms.toml, harm "csam"``."""
        self.problems.append(f"{where}: {what}")

    def entries(self, kind: type[Made], tables: object, where: str) -> list[Made]:
        """Read a list of tables; entries with mistakes are left out (and complained about)."""
        if not isinstance(tables, list) or not tables:
            self.complain(where, "is missing or empty")
            return []
        made = [self.entry(kind, table, f"{where} {position}") for position, table in enumerate(tables, start=1)]
        seen: set[str] = set()
        for entry in made:
            entry_id = getattr(entry, "id", "")
            if entry is not None and entry_id in seen:
                self.complain(where, f'has the id "{entry_id}" twice')
            seen.add(entry_id)
        return [entry for entry in made if entry is not None]

    def entry(self, kind: type[Made], table: object, where: str) -> Made | None:
        """Read one table, or None when it has a mistake."""
        if not isinstance(table, dict):
            self.complain(where, "must be a table")
            return None
        if isinstance(table.get("id"), str):
            where = f'{where} "{table["id"]}"'
        before = len(self.problems)
        hints = typing.get_type_hints(kind)
        fields = {field.name: field for field in dataclasses.fields(kind)}  # type: ignore[arg-type]  # dataclasses only
        for key in table.keys() - fields.keys():
            near = difflib.get_close_matches(key, fields, n=1)
            self.complain(where, f'unknown key "{key}"' + (f', did you mean "{near[0]}"?' if near else ""))
        values: Table = {}
        for name, field in fields.items():
            if name in table:
                values[name] = self.value(hints[name], table[name], f"{where}, {name}")
            elif field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING:
                self.complain(where, f'"{name}" is missing')
        if "id" in values and not ID_SHAPE.fullmatch(str(values["id"])):
            self.complain(where, 'an "id" has letters without marks, digits and "_" only, 40 at most')
        return kind(**values) if len(self.problems) == before else None

    def value(self, wanted: Any, given: Any, where: str) -> Any:
        """Read one value; complain when it is not of the wanted type."""
        if isinstance(wanted, types.UnionType):  # only "X | None": TOML has no null, so X is meant
            wanted = typing.get_args(wanted)[0]
        if wanted is Words:
            return self.words(given, where)
        if isinstance(wanted, type) and issubclass(wanted, StrEnum):
            if given not in list(wanted):
                self.complain(where, f'"{given}" is none of {", ".join(wanted)}')
                return None
            return wanted(given)
        if wanted == tuple[str, ...]:
            if not isinstance(given, list) or not all(isinstance(one, str) for one in given):
                self.complain(where, "must be a list of texts")
                return ()
            return tuple(given)
        if wanted == dict[str, str]:
            if not isinstance(given, dict) or not all(isinstance(one, str) for one in given.values()):
                self.complain(where, "must be a table of texts")
                return {}
            return dict(given)
        if type(given) is not wanted:  # exact: true is no number here, a date-time no date
            self.complain(where, f"must be {_plain_name(wanted)}, not {_plain_name(type(given))}")
        return given

    def words(self, given: object, where: str) -> Words:
        """Read a text in all languages; a plain string stands for all of them (names, numbers)."""
        if isinstance(given, str) and given.strip():
            return Words.of(dict.fromkeys(self.languages, given))
        if not isinstance(given, dict):
            self.complain(where, "must be a text in each language, or one text for all")
            return Words.of(dict.fromkeys(self.languages, ""))
        for language in given.keys() - set(self.languages):
            self.complain(where, f'speaks "{language}", which the pack does not list in hotline.toml')
        for language in self.languages:
            if not isinstance(given.get(language), str) or not given[language].strip():
                self.complain(where, f'translation into "{language}" is missing')
        return Words.of({language: str(given.get(language, "")) for language in self.languages})


def _plain_name(kind: type) -> str:
    names: dict[type, str] = {
        str: "a text",
        int: "a whole number",
        bool: "true or false",
        dt.date: "a date",
        list: "a list",
        dict: "a table",
    }
    return names.get(kind, kind.__name__)
