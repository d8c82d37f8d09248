"""The words as a form: a field a text, each with what its references stand for; what comes back becomes words again."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from types import MappingProxyType

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from isigurt.insight.publication.document import Document
from isigurt.insight.publication.editing.checking import Fault
from isigurt.insight.publication.editing.fields import Field
from isigurt.insight.publication.editing.illustrating import PictureFields, picture_fields, places_of, posted_images
from isigurt.insight.publication.editing.words import Advice, ChapterWords, Words
from isigurt.insight.publication.illustrations import COVER
from isigurt.insight.publication.references import UnknownReference, reader, references_in
from isigurt.insight.publication.web.marking import Marker

MORE = "more"


@dataclass(frozen=True)
class Group:
    """Fields that belong together: a chapter, an addressee. `picture` is the one that may stand there."""

    id: str
    title: str
    fields: tuple[Field, ...]
    picture: PictureFields | None = None

    @property
    def every(self) -> tuple[Field, ...]:
        """Every field of the group."""
        return (*self.fields, *((self.picture.upload, *self.picture.words) if self.picture else ()))


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
                    each.title,
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
                    tuple(self._advice(one) for one in words.recommendations if one.addressee == each.id),
                )
                for each in self._draft.addressees
            ),
            *self._last_year(),
        )

    def _last_year(self) -> tuple[Group, ...]:
        if not self._words.last_year:
            return ()
        fields = tuple(
            replace(self._field(f"last_year/{each.id}/became", _("What became of it")), hint=each.text)
            for each in self._words.last_year
        )
        return (Group("last-year", _("What became of last year’s recommendations"), fields),)

    def _paragraphs(self, place: str, count: int) -> tuple[Field, ...]:
        written = [
            self._field(f"{place}/{number}", _("Paragraph {number}").format(number=number))
            for number in range(1, max(count, 1) + 1)  # an empty chapter has a field too
        ]
        return (*written, self._field(f"{place}/{MORE}", _("A further paragraph")))

    def _advice(self, advice: Advice) -> Field:
        field = self._field(f"recommendation/{advice.addressee}/{advice.id}", _("Recommendation"))
        hint = _("Rests on {reference}. Empty it to leave it out.").format(reference=f"{{{advice.figure}}}")
        return replace(field, hint=hint, references=(*self._explained(f"{{{advice.figure}}}"), *field.references))

    def _field(self, place: str, label: str, *, short: bool = False) -> Field:
        text = self._texts.get(place, "")
        try:
            read: SafeString | str = self._marker.text(text)
        except UnknownReference:
            read = ""
        errors = tuple(each.message for each in self._faults if each.place == place)
        beside = "" if text else self._beside.get(place, "")
        return Field(place, label, text, errors, self._explained(text), read, short=short, beside=beside)

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
        texts = [posted.get(f"{place}/{number}", text) for number, text in enumerate(otherwise or ("",), 1)]
        texts.append(posted.get(f"{place}/{MORE}", ""))
        parts = (part for text in texts for part in re.split(r"\n\s*\n", text.replace("\r\n", "\n")))
        return tuple(" ".join(part.split()) for part in parts if part.strip())

    recommendations = (
        replace(each, text=one(f"recommendation/{each.addressee}/{each.id}", each.text))
        for each in base.recommendations
    )
    return replace(
        base,
        title=one("title", base.title),
        subtitle=one("subtitle", base.subtitle),
        opening=many("opening", base.opening),
        chapters=tuple(
            ChapterWords(
                each.id,
                one(f"chapter/{each.id}/title", each.title),
                many(f"chapter/{each.id}", each.paragraphs),
            )
            for each in base.chapters
        ),
        # One that was emptied is left out; one that was empty waits for its translation.
        recommendations=tuple(
            each for each, was in zip(recommendations, base.recommendations, strict=True) if each.text or not was.text
        ),
        images=posted_images(base, posted, places_of(draft), uploaded),
        last_year=tuple(
            replace(each, became=one(f"last_year/{each.id}/became", each.became)) for each in base.last_year
        ),
    )
