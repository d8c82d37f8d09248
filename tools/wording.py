"""What can be wrong with a translation: missing, unsure, its placeholders, its quotation marks, its words."""

import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog, Message

PLACEHOLDER = re.compile(r"%\(\w+\)[a-z]|%[sd]|\{\w*\}")
TAG = re.compile(r"</?\w[^>]*>")
STRAIGHT = re.compile(r"[\"'`]")
# A pair of quotation marks: how it opens and how it closes. What is not here is not looked at.
QUOTATION = {"sq": ("„", "”")}
MARKS = "„“”«»‟‹›"
WORDS = tomllib.loads((Path(__file__).parent / "wording.toml").read_text())


def faults(catalogue: Catalog, language: str) -> Iterator[str]:
    """Return every fault of a catalogue, each with the English words it is about."""
    for message in catalogue:
        if message.id:
            english = _all(message.id)
            for fault in _faults_of(message, english, language):
                yield f"{fault}: {english[0][:90]!r}"


def _all(words: str | tuple[str, ...] | list[str]) -> list[str]:
    return [words] if isinstance(words, str) else list(words)


def _faults_of(message: Message, english: list[str], language: str) -> Iterator[str]:
    said = _all(message.string or "")
    for text in english:
        yield from (f"English {fault}" for fault in _faults_of_english(text))
    if message.fuzzy:
        yield "unsure (fuzzy)"
    if not said or not all(said):
        yield f"no word in {language}"
        return
    if not _fits(english, said):
        yield "its placeholders or tags differ"
    if any(text != text.strip() != "" for text in said) != any(text != text.strip() for text in english):
        yield "begins or ends with a blank that the other has not"
    if said[0] == english[0] and english[0] not in WORDS["same"].get(language, ()):
        yield f"the same in {language} (if it is meant, list it in tools/wording.toml)"
    if any(re.search(r"\d \d{3}\b", text) for text in said):
        yield "a number whose groups may come apart at the end of a line (a no-break space is meant)"
    for text in said:
        yield from badly_quoted(text, language)
        yield from forbidden(text, language)


def _faults_of_english(text: str) -> Iterator[str]:
    if STRAIGHT.search(TAG.sub("", text)):
        yield "has straight quotation marks (“…” and ’ are meant)"
    if re.search("[ëçËÇ„]", text):
        yield "is Albanian: the code speaks English"


def _fits(english: list[str], said: list[str]) -> bool:
    """Say whether each form holds what the English one holds; the form for one may leave the number out."""
    least = Counter(PLACEHOLDER.findall(english[-1]))
    most = {name for text in english for name in PLACEHOLDER.findall(text)}
    plural = len(english) > 1
    for position, text in enumerate(said):
        held = Counter(PLACEHOLDER.findall(text))
        if set(held) - most or (held != least and not (plural and position == 0)):
            return False
        if Counter(TAG.findall(text)) != Counter(TAG.findall(english[0])):
            return False
    return True


def conflicts(catalogues: dict[str, Catalog]) -> Iterator[str]:
    """Find words that two rooms translate in two ways: all rooms share one domain, so one of the two would win."""
    said: dict[tuple[str, str | None], dict[tuple[str, ...], list[str]]] = {}
    for room, catalogue in catalogues.items():
        for message in catalogue:
            if message.id:
                ways = said.setdefault((_all(message.id)[0], message.context), {})
                ways.setdefault(tuple(_all(message.string or "")), []).append(room)
    for (english, _), ways in said.items():
        if len(ways) > 1:
            told = "; ".join(f"{rooms[0]} says {way[0]!r}" for way, rooms in ways.items())
            yield f"{english!r} needs a message context: {told}"


def badly_quoted(text: str, language: str) -> Iterator[str]:
    """Find quotation marks that the language does not use, or that do not come in pairs."""
    if language not in QUOTATION:
        return
    opening, closing = QUOTATION[language]
    plain = TAG.sub("", text)
    if STRAIGHT.search(plain):
        yield f"has straight quotation marks ({opening}…{closing} and ’ are meant)"
    found = [sign for sign in plain if sign in MARKS]
    if found != [opening, closing] * (len(found) // 2):
        yield f"has other quotation marks than {opening}…{closing}, or one without the other"


def forbidden(text: str, language: str) -> Iterator[str]:
    """Find words that are not ours in this language, unless they are part of a name."""
    plain = text
    for name in WORDS["names"].get(language, ()):
        plain = plain.replace(name, "")
    for stem, instead in WORDS["forbidden"].get(language, {}).items():
        if re.search(rf"\b{stem}", plain, re.IGNORECASE):
            yield f"says “{stem}…”: {instead}"
