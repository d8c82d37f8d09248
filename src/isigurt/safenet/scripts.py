"""Names that mix scripts or look like others: the rules of Unicode UTS 39, in a small table of our own.

Letters are placed in a script by the first word of their Unicode name, which is enough for the scripts in
which host names are written and needs no data file.
"""

import unicodedata
from functools import lru_cache

# UTS 39 5.2, "highly restrictive": these sets are written together in one language.
_WRITTEN_TOGETHER = (
    frozenset({"LATIN", "HAN", "HIRAGANA", "KATAKANA"}),
    frozenset({"LATIN", "HAN", "BOPOMOFO"}),
    frozenset({"LATIN", "HAN", "HANGUL"}),
)
_COMMON = ""
_NAMED_OTHERWISE = {
    "CJK": "HAN",
    "IDEOGRAPHIC": "HAN",
    "KATAKANA-HIRAGANA": _COMMON,
    "COMBINING": _COMMON,
    "MICRO": "GREEK",
    "OHM": "GREEK",
    "FEMININE": "LATIN",
    "MASCULINE": "LATIN",
    "MODIFIER": _COMMON,
}
# Letters that in common type look like a Latin letter (Unicode confusables, lower case, those allowed in names).
_LOOKS_LATIN = {
    "CYRILLIC": frozenset("аеіјоӏрсухѕһԁԛԝѵ"),
    "GREEK": frozenset("αικνορυ"),
    "ARMENIAN": frozenset("ցզոսհօ"),
}


@lru_cache(maxsize=4096)
def script_of(character: str) -> str:
    """The script of one character, as the first word of its Unicode name; "" when it belongs to all."""
    if character.isascii():
        return "LATIN" if character.isalpha() else _COMMON
    if not character.isalpha():
        return _COMMON
    first = unicodedata.name(character, "UNKNOWN").split(" ", 1)[0]
    return _NAMED_OTHERWISE.get(first, first)


def mixes_scripts(label: str) -> bool:
    """Whether one label (in Unicode) is written in scripts that no language writes together."""
    scripts = {script for character in label if (script := script_of(character))}
    return len(scripts) > 1 and not any(scripts <= together for together in _WRITTEN_TOGETHER)


def looks_latin(label: str) -> bool:
    """Whether a label without Latin letters is made only of letters that look like Latin ones."""
    letters = [character for character in label if script_of(character)]
    if not letters:
        return False
    script = script_of(letters[0])
    lookalikes = _LOOKS_LATIN.get(script)
    return lookalikes is not None and all(letter in lookalikes for letter in letters)
