"""One edition on its way out: what every output is made from, and what an output is.

An output is a function from a Book to files: `{relative path: bytes}`, the same bytes for the same Book. `outputs.py`
lists them all; nothing else gets into `editions/YEAR/built`. Where a path begins says where it is published:

    web/LANGUAGE/...    the pages of one language, `web/sq/index.html` at that language's address of the report
    open-data/..., annex/..., pictures/..., images/..., print/...
                        below the address of every language, so that links are relative
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from isigurt.insight.edition.manifest import Edition
from isigurt.insight.gate.remedy import Remedy
from isigurt.insight.protection.plan import Plan
from isigurt.insight.publication.content import Content, Number
from isigurt.insight.publication.document import Document


@dataclass(frozen=True)
class Book:
    """An edition, what of it may be shown, and the document of each language of the country pack."""

    edition: Edition
    folder: Path  # of the edition: the editor's words and pictures lie there
    plan: Plan
    remedies: tuple[Remedy, ...]  # the steps of the gate's remedy
    documents: Mapping[str, Document]  # by language, the pack's first language first

    @property
    def year(self) -> int:
        """The year of the edition."""
        return self.edition.year

    @property
    def contents(self) -> Mapping[str, Content]:
        """What is published of numbers, by language."""
        return {language: document.content for language, document in self.documents.items()}

    @property
    def numbers(self) -> Mapping[str, Number]:
        """Every number by its reference: they are the same in all languages."""
        return next(iter(self.contents.values())).numbers()


Files = dict[str, bytes]
Output = Callable[[Book], Files]
