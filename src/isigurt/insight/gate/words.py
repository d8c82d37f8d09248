"""Free text may hold no number of its own: each is a reference to a cell, or one of a typed kind that counts nobody.

{cell:harms/bullying}  {share:...}  {median:...}           what the register publishes
{before:...}                                   the count that was published for the same cell the year before
{row:...}                                      what a row is called: some names hold digits, such as ages
{rule:base}                                    a number of the method, such as what counts are rounded to
{year:2026}  {date:...}  {law:...}  {telephone:...}  {page:...}   what is no count
"""

import re
import tomllib
import unicodedata
from functools import lru_cache
from pathlib import Path

KINDS = ("cell", "share", "median", "before", "row", "rule", "year", "date", "law", "telephone", "page")
# What a law's number looks like: "117/a", "124/2024", "Article 22(3)", "Neni 117", "Regulation (EU) 2022/2065". A bare
# number is none, and no word may follow: it would be what is counted.
LAW = re.compile(
    r"(?=.*[^\W\d]|\d+/(19|20)\d\d$)"
    r"([^\W\d]+\.? ([^\W\d]{1,3}\. |\([^\W\d]+\) )?)?\d{1,5}(/\d{4}|/[^\W\d]|\(\w{1,3}\))*"
)
REFERENCE = re.compile(rf"\{{({'|'.join(KINDS)}):[^{{}}]+\}}")


class NoNumberWords(LookupError):
    """Nobody has listed the words for numbers in this language, so its texts cannot be looked at."""


def numbers_in(text: str, language: str) -> list[str]:
    """Return every number that a text says by itself, in digits or in words, in the order of the text."""
    said = REFERENCE.sub(" ", unicodedata.normalize("NFC", text)).casefold()
    found = [(match.start(), match.group()) for match in _words(language).finditer(said)]
    found += [(match.start(), match.group()) for match in re.finditer(r"\w*\d(?:[.,]?\w)*", said)]
    # Whatever else Unicode counts as a number: letters of Rome, digits of other scripts in a ring.
    found += [(place, each) for place, each in enumerate(said) if unicodedata.category(each) in {"Nl", "No"}]
    return [each for _, each in sorted(found)]


@lru_cache
def _words(language: str) -> "re.Pattern[str]":
    listed = tomllib.loads((Path(__file__).parent / "number_words.toml").read_text("utf-8"))
    if language not in listed:
        raise NoNumberWords(f"number_words.toml lists no number words of the language {language!r}")
    return re.compile(rf"(?<!\w)({'|'.join(listed[language]['words'])})(?!\w)")
