"""How hard a text is to read: LIX, the same for Albanian and English, since it counts and knows no language.

LIX (Björnsson 1968) is words to a sentence plus long words in a hundred; a long word has more than six letters.
Under 40 is easy, over 55 hard. It is a hint: short words can be hard, and the name of an office can be long.
"""

import re

EASY_ENOUGH = 55
FOR_CHILDREN = 42
# Fewer words than these say nothing.
FEWEST_WORDS = 30
LONG = 7

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_END = re.compile(r"[.!?:…]+(?=\s|$)|\n+")


def lix(text: str) -> int | None:
    """Return the measure of `text`, or None when it is too short to measure."""
    sentences = [part for part in _END.split(text) if _WORD.search(part)]
    words = _WORD.findall(text)
    if len(words) < FEWEST_WORDS:
        return None
    long = sum(1 for word in words if len(word) >= LONG)
    return round(len(words) / len(sentences) + 100 * long / len(words))
