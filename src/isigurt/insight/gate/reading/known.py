"""What a reader of files knows of an edition: how its numbers are written, and which names hold digits of their own."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from django.utils.translation import gettext_noop as _
from django.utils.translation import override

from isigurt.country import CountryPack, language
from isigurt.design.numbers import number as written
from isigurt.insight.gate.words import LAW, REFERENCE, numbers_in
from isigurt.insight.protection.plan import Figure, Measure, Plan
from isigurt.insight.publication.content import Content, Number, reference
from isigurt.insight.publication.references import shown
from isigurt.insight.speaking import said

# What counts nobody, by kind, and what it may look like: a bare number is none of these but a year, a page, a table.
TYPED: Mapping[str, "re.Pattern[str]"] = {
    "year": re.compile(r"(19|20)\d{2}"),
    "page": re.compile(r"\d{1,3}"),
    "table": re.compile(r"\d{1,2}"),
    "rule": re.compile(r"\d{1,2}"),
    "telephone": re.compile(r"\+?\d[\d ()/-]{2,}"),
    "date": re.compile(r".*([^\W\d]|\d[./-]\d).*"),
    "law": LAW,
}
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
UNREADABLE = _("nobody can read the numbers of such a file")
NAME = "row"  # what a row is called: its digits are those of a name that the register knows


@dataclass
class Reading:
    """What was found in the files: figures, and what is no figure and must not be there."""

    figures: set[Figure] = field(default_factory=set)
    faults: list[str] = field(default_factory=list)

    def fault(self, place: str, words: str, **values: object) -> None:
        """Note what is wrong at a place, in the language of who asked; `words` are marked for translation."""
        self.faults.append(f"{place}: {said(words, **values)}")


class Known:
    """What is published, in one language, as files are read against it; `figures` are those behind each reference."""

    def __init__(self, content: Content, figures: Mapping[str, list[Figure]], pack: CountryPack) -> None:
        self.content, self.language, self.figures, self._pack = content, content.language, figures, pack
        self.numbers = content.numbers()
        self.befores = {
            each.address: cell.before for cell in content.cells() if cell.before for each in (cell.count, cell.before)
        }

    @cached_property
    def _names(self) -> "re.Pattern[str]":
        return matching(_names_of(self.content, self._pack))

    def without_names(self, text: str) -> str:
        """Return the text without the names of rows and tables, the years compared, and the pack's telephones."""
        return self._names.sub(" ", plain(text))

    def numbers_in(self, text: str) -> list[str]:
        """Return the numbers that a text says beside the names that hold some, and references that nobody filled."""
        unfilled = [each.group() for each in REFERENCE.finditer(text)]
        return unfilled + numbers_in(self.without_names(text), self.language)

    def is_typed(self, kind: str, text: str) -> bool:
        """Whether a text is what a typed reference of this kind may say."""
        if kind == NAME:
            return not self.numbers_in(text)
        return kind in TYPED and bool(TYPED[kind].fullmatch(plain(text)))

    def forms(self, number: Number) -> set[str]:
        """Return how a number may be written: with its unit and without."""
        with override(self.language):
            return {plain(shown(number)), plain(written(number.value)), str(number.value)}

    def read(self, name: str, text: str) -> list[Figure]:
        """Return the figures that a place with this reference says; none when there is no such number."""
        behind = self.figures.get(name, [])
        number = self.numbers.get(name)
        if number is not None and plain(text) in self.forms(number):
            return behind
        return [figure._replace(text=self._value(text)) for figure in behind]

    def _value(self, text: str) -> str:
        """Return the number in a text as digits with a decimal point, or the text where there is none."""
        spoken = language(self.language)
        bare = re.sub(r"[^\d.,]", "", plain(text))
        bare = bare.replace(plain(spoken.group_mark).strip() or " ", "").replace(spoken.decimal_mark, ".")
        return bare or text


def figures_behind(plan: Plan) -> Mapping[str, list[Figure]]:
    """Return the figures behind each reference: a total that stands in several cuts of a table has one."""
    found = defaultdict(list)
    for figure in plan.figures():
        found[reference(figure, plan)].append(figure)
    return found


def plain(text: str) -> str:
    """Return a text composed, with single spaces and no invisible marks, as readers compare it."""
    return " ".join(without_marks(text).split())


def without_marks(text: str) -> str:
    """Return a text composed, without the marks that nobody sees: they may stand within a number."""
    return _UNSEEN.sub("", unicodedata.normalize("NFC", text))


def matching(texts: Iterable[str]) -> "re.Pattern[str]":
    """Return what finds these texts as whole words, the longest first, in a text that is `plain`."""
    longest = sorted({plain(each) for each in texts if each.strip()}, key=lambda each: (-len(each), each))
    return re.compile(rf"(?<![\w.,])(?:{'|'.join(re.escape(each) for each in longest)})(?!\w|[.,]\d)", re.IGNORECASE)


def _names_of(content: Content, pack: CountryPack) -> Iterator[str]:
    """Yield every name that may hold a number which counts nobody."""
    yield from (str(content.year), str(content.year - 1), content.hotline)
    for table in content.tables:
        yield from (table.title, table.definition)
        for part in table.parts:
            yield from (part.title, *part.dimension_titles)
            yield from (heading.title for heading in (*part.rows, *part.columns))
    for omission in content.omissions:
        yield from (omission.title, *omission.dimension_titles)
    with override(content.language):
        for line in pack.helplines:
            yield from (str(line.title), line.label, line.number, line.dial)
        yield from (authority.telephone for authority in pack.authorities if authority.telephone)


def is_count(figure: Figure) -> bool:
    """Whether a figure is a count, of which none may be kept back alone."""
    return figure.measure is Measure.COUNT
