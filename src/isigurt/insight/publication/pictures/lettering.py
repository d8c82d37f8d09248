"""How wide words are, roughly, and where their lines break: a picture has no browser that breaks lines for it.

The reader's own font sets the words on the web, so that the widths are those of a wide one: too early a break does no
harm, a word over the edge does.
"""

NARROW, WIDE = frozenset("iljtfrI.,;:|'’!()-–/ "), frozenset("mwMWQO@%")


def width(words: str, size: float) -> float:
    """Return the width of a line of text."""
    return size * sum(
        0.34 if letter in NARROW else 0.9 if letter in WIDE else 0.68 if letter.isupper() else 0.56 for letter in words
    )


def lines(words: str, size: float, room: float) -> list[str]:
    """Break a text into lines of at most `room`; a word that no line holds is cut."""
    broken: list[str] = []
    for word in words.split():
        rest = word
        if broken and width(f"{broken[-1]} {rest}", size) <= room:
            broken[-1] += f" {rest}"
            continue
        while width(rest, size) > room and len(rest) > 1:
            fits = max(1, next(n for n in range(len(rest), 0, -1) if n == 1 or width(rest[:n] + "-", size) <= room))
            broken.append(rest[:fits] + "-")
            rest = rest[fits:]
        broken.append(rest)
    return broken or [""]
