"""What a language is to this program: how it writes days, numbers and addresses, and how it sorts.

One file a language: `languages/<code>.toml` here, or in the `languages` folder of a country pack. Nothing else in the
code knows a language by name.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from isigurt.country.entries import Entry
from isigurt.country.reading import Reader

SHIPPED = Path(__file__).parent / "languages"
SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*(?:/[a-z0-9]+(?:-[a-z0-9]+)*)*")
PLACEHOLDER = re.compile(r"\{(\w*)\}")
PATTERNS = {"day": {"day", "month", "year"}, "weekday": {"weekday", "day"}, "moment": {"day", "time"}}


@dataclass(frozen=True, kw_only=True)
class Language(Entry):
    """A language. ``id`` is its code (ISO 639: ``sq``, ``mk``, ``rom``), ``title`` its own name for itself."""

    months: tuple[str, ...]  # as they stand in a date, January first
    weekdays: tuple[str, ...]  # as they stand before a date, Monday first
    day: str  # "{day} {month} {year}": 10 shkurt 2026
    weekday: str  # "{weekday}, {day}": e martë, 10 shkurt 2026
    moment: str  # "{day}, ora {time}": 10 shkurt 2026, ora 15:07
    decimal_mark: str
    group_mark: str
    grouped_from: int = 10_000  # the first number whose digits are grouped
    # Read in this order; what browsers send (2026-02-10) is always read.
    typed_days: tuple[str, ...] = ("%d/%m/%Y", "%d.%m.%Y", "%d-%m-%Y", "%d %m %Y", "%d/%m/%y", "%d.%m.%y")
    alphabet: tuple[str, ...]  # small letters in their order; a letter may be written with two signs ("dh")
    addresses: dict[str, str] = field(default_factory=dict)  # page of the public front: its address, without the code


def read_languages(reader: Reader, folder: Path) -> list[Language]:
    """Read the languages that a pack speaks, from its own `languages` folder or else from those shipped.

    All other languages shipped follow: letters abroad are written in English, whatever a pack speaks.
    """
    files = {path.stem: path for place in (SHIPPED, folder / "languages") for path in sorted(place.glob("*.toml"))}
    for code in reader.languages:
        if code not in files:
            reader.complain(f"languages/{code}.toml", f'is missing, and hotline.toml lists "{code}"')
    wanted = [*reader.languages, *(code for code in files if code not in reader.languages)]
    known = {code: made for code in wanted if code in files and (made := _read(reader, files[code]))}
    for where, problem in _misfits([known[code] for code in reader.languages if code in known]):
        reader.complain(where, problem)
    return list(known.values())


def _read(reader: Reader, path: Path) -> Language | None:
    where = f"languages/{path.name}"
    try:
        table = tomllib.loads(path.read_bytes().decode())
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        reader.complain(where, f"is not valid TOML in UTF-8 ({error})")
        return None
    language = reader.entry(Language, table, where)
    for problem in _mistakes(language, path.stem) if language else ():
        reader.complain(where, problem)
    return language


def _mistakes(language: Language, code: str) -> Iterator[str]:
    if language.id != code:
        yield f'the id must be the file\'s name, "{code}"'
    if len(language.months) != 12:
        yield "months must have 12 names"
    if len(language.weekdays) != 7:
        yield "weekdays must have 7 names"
    for name, needed in PATTERNS.items():
        if set(PLACEHOLDER.findall(getattr(language, name))) != needed:
            yield f"{name} must hold {', '.join(f'{{{each}}}' for each in sorted(needed))} and no other"
    if not language.alphabet or len(set(language.alphabet)) != len(language.alphabet):
        yield "alphabet must list its letters, each once"
    for page, address in language.addresses.items():
        if not SLUG.fullmatch(address):
            yield f'addresses, {page}: "{address}" must be of a to z, digits, "-" and "/" only'
    if len(set(language.addresses.values())) != len(language.addresses):
        yield "addresses: two pages have the same"


def _misfits(spoken: list[Language]) -> Iterator[tuple[str, str]]:
    """Find what one language of a pack has and another lacks: each public page needs an address in each of them."""
    pages = {page: language.id for language in spoken for page in language.addresses}
    for language in spoken:
        for page in pages.keys() - language.addresses.keys():
            yield f"languages/{language.id}.toml", f'addresses: "{page}" is missing, which "{pages[page]}" has'
