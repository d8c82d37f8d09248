"""The words as a form: a field a text, each with what its references stand for; what comes back becomes words again."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import count, takewhile
from types import MappingProxyType

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from isigurt.insight.publication.document import Document
from isigurt.insight.publication.editing.advising import AdviceFields, advice_fields, figures_of, posted_advices
from isigurt.insight.publication.editing.checking import Fault
from isigurt.insight.publication.editing.fields import MORE, Choice, Field
from isigurt.insight.publication.editing.illustrating import PictureFields, picture_fields, places_of, posted_images
from isigurt.insight.publication.editing.words import ChapterWords, Words
from isigurt.insight.publication.illustrations import COVER
from isigurt.insight.publication.references import UnknownReference, reader, references_in
from isigurt.insight.publication.web.marking import Marker


@dataclass(frozen=True)
class Group:
    """Fields that belong together: a chapter, an addressee. `picture` is the one that may stand there."""

    id: str
    title: str
    fields: tuple[Field, ...]
    picture: PictureFields | None = None
    advices: tuple[AdviceFields, ...] = ()

    @property
    def every(self) -> tuple[Field, ...]:
        """Every field of the group."""
        advices = (field for each in self.advices for field in (each.text, each.figure))
        return (*self.fields, *((self.picture.upload, *self.picture.words) if self.picture else ()), *advices)


class WordsForm:
    """The form of one language's words, with the faults that were found in them."""

    def __init__(
        self, words: Words, draft: Document, faults: Iterable[Fault] = (), beside: Words | None = None
    ) -> None:
        self._words, self._draft, self._faults = words, draft, tuple(faults)
        self._texts = dict(words.texts())
        self._beside = dict(beside.texts()) if beside else {}
        self._reader, self._marker = reader(draft.content), Marker(draft.content)

    @property
    def general(self) -> tuple[str, ...]:
        """What is wrong with the words as a whole."""
        fields = {each.name for group in self.groups for each in group.every}
        return tuple(each.message for each in self._faults if each.place not in fields)

    @property
    def wrong(self) -> tuple[tuple[Group, Field], ...]:
        """The fields in which something is wrong, each with its group, for the list at the top."""
        return tuple((group, each) for group in self.groups for each in group.every if each.errors)

    @cached_property
    def groups(self) -> tuple[Group, ...]:
        """Every field, in the order of the report."""
        words = self._words
        return (
            Group(
                "cover",
                _("Cover and opening"),
                (
                    self._field("title", _("Title"), short=True),
                    self._field("subtitle", _("Subtitle"), short=True),
                    *self._paragraphs("opening", len(words.opening)),
                ),
                picture_fields(words, COVER, self._field),
            ),
            *(
                Group(
                    each.id,
                    each.title or self._beside.get(f"chapter/{each.id}/title", each.id),
                    (
                        self._field(f"chapter/{each.id}/title", _("Title"), short=True),
                        *self._paragraphs(f"chapter/{each.id}", len(each.paragraphs)),
                    ),
                    picture_fields(words, each.id, self._field),
                )
                for each in words.chapters
            ),
            *(
                Group(
                    f"to-{each.id}",
                    _("Recommendations: {addressee}").format(addressee=each.title),
                    (),
                    advices=advice_fields(words, each.id, self._field, dict(self.figures)),
                )
                for each in self._draft.addressees
            ),
            *self._last_year(),
            *(self._note(each) for each in words.notes if each.id in {one.id for one in self._draft.notes}),
        )

    def _note(self, note: ChapterWords) -> Group:
        """Return the fields of a note, with what the law asks of the annex where the editor writes it."""
        place = f"note/{note.id}"
        first, *others = self._paragraphs(place, len(note.paragraphs))
        asked = _(
            "The Digital Services Act asks for the procedures by which a trusted flagger stays independent. The "
            "draft says what this program holds; add what your organisation does. It stands in the annex and among the "
            "notes of the report."
        )
        return Group(
            f"note-{note.id}",
            _("Annex: {title}").format(title=note.title or self._beside.get(f"{place}/title", note.id)),
            (self._field(f"{place}/title", _("Title"), short=True), replace(first, hint=asked), *others),
        )

    def _last_year(self) -> tuple[Group, ...]:
        if not self._words.last_year:
            return ()
        fields = tuple(
            replace(
                self._field(f"last_year/{each.id}/became", _("What became of it")),
                hint=each.text,
                chosen=Choice(f"last_year/{each.id}/state", each.state, self._errors(f"last_year/{each.id}/state")),
            )
            for each in self._words.last_year
        )
        return (Group("last-year", _("What became of last year’s recommendations"), fields),)

    @cached_property
    def figures(self) -> tuple[tuple[str, str], ...]:
        """Every figure that a recommendation can rest on, and what it counts."""
        return figures_of(self._draft.content)

    def _paragraphs(self, place: str, count: int) -> tuple[Field, ...]:
        written = [
            self._field(f"{place}/{number}", _("Paragraph {number}").format(number=number))
            for number in range(1, max(count, 1) + 1)  # an empty chapter has a field too
        ]
        return (*written, self._field(f"{place}/{MORE}", _("A further paragraph")))

    def _field(self, place: str, label: str, *, short: bool = False) -> Field:
        text = self._texts.get(place, "")
        try:
            read: SafeString | str = self._marker.text(text)
        except UnknownReference:
            read = ""
        beside = "" if text else self._beside.get(place, "")
        return Field(place, label, text, self._errors(place), self._explained(text), read, short=short, beside=beside)

    def _errors(self, place: str) -> tuple[str, ...]:
        return tuple(each.message for each in self._faults if each.place == place)

    def _explained(self, text: str) -> tuple[tuple[str, str], ...]:
        told = []
        for reference in dict.fromkeys(references_in(text)):
            try:
                said = self._reader(reference).said
            except UnknownReference:
                said = "?"
            told.append((f"{{{reference}}}", said))
        return tuple(told)


def posted_words(
    base: Words, draft: Document, posted: Mapping[str, str], uploaded: Mapping[str, str] = MappingProxyType({})
) -> Words:
    """Return the words that were sent: an empty line makes a further paragraph, an emptied one is left out.

    `uploaded` are the names of the pictures that were put in with them, by place.
    """

    def one(place: str, otherwise: str) -> str:
        return " ".join(posted.get(place, otherwise).split())

    def many(place: str, otherwise: tuple[str, ...]) -> tuple[str, ...]:
        # A paragraph that was added to a form with a mistake in it has a number when it is sent again.
        added = takewhile(lambda name: name in posted, (f"{place}/{number}" for number in count(len(otherwise) + 1)))
        texts = [posted.get(f"{place}/{number}", text) for number, text in enumerate(otherwise, 1)]
        texts += [*(posted[name] for name in added), posted.get(f"{place}/{MORE}", "")]
        parts = (part for text in texts for part in re.split(r"\n\s*\n", text.replace("\r\n", "\n")))
        return tuple(" ".join(part.split()) for part in parts if part.strip())

    def part(each: ChapterWords, place: str) -> ChapterWords:
        return ChapterWords(each.id, one(f"{place}/title", each.title), many(place, each.paragraphs))

    return replace(
        base,
        title=one("title", base.title),
        subtitle=one("subtitle", base.subtitle),
        opening=many("opening", base.opening),
        chapters=tuple(part(each, f"chapter/{each.id}") for each in base.chapters),
        notes=tuple(part(each, f"note/{each.id}") for each in base.notes),
        recommendations=posted_advices(base, draft, posted),
        images=posted_images(base, posted, places_of(draft), uploaded),
        last_year=tuple(
            replace(
                each,
                became=one(f"last_year/{each.id}/became", each.became),
                state=one(f"last_year/{each.id}/state", each.state),
            )
            for each in base.last_year
        ),
    )
