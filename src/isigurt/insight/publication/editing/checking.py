"""What is wrong with an editor's words: every mistake at once, each with its place and what to do."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from django.utils.translation import gettext as _

from isigurt.insight.gate.words import LAW, REFERENCE, numbers_in
from isigurt.insight.publication.document import STATES, Document
from isigurt.insight.publication.editing.words import EDITED_NOTES, ImageWords, Words
from isigurt.insight.publication.illustrations import COVER, NoSuchPicture, size_of
from isigurt.insight.publication.references import Referred, UnknownReference, reader, references_in

# What a typed reference may hold, so that no count of people hides in one.
_TYPED = {
    "year": re.compile(r"(19|20)\d\d"),
    "date": re.compile(r"\d{4}-\d\d-\d\d"),
    "law": LAW,
    "telephone": re.compile(r"\+?[\d ]{3,20}"),
    "page": re.compile(r"\d{1,3}"),
}


@dataclass(frozen=True)
class Fault:
    """One mistake. `place` is that of `Words.texts`, or empty for what concerns the whole file."""

    place: str
    message: str


def faults_of(words: Words, draft: Document, *, folder: Path, beside: Words | None = None) -> tuple[Fault, ...]:
    """Return every mistake, told in the active language; `beside` are the words of another language.

    `folder` is the edition's, in which its pictures lie.
    """
    said = dict(beside.texts()) if beside else {}
    found = (
        *_missing(words, draft),
        *(fault for place, text in words.texts() for fault in _of_text(place, text, draft)),
        *_notes(words, draft, beside),
        *_advice(words, draft),
        *_images(words, draft, folder),
        *(_untranslated(words, beside) if beside else ()),
    )
    written = dict(words.texts())
    return tuple(_told(each, written, said) for each in found)


def _told(fault: Fault, written: Mapping[str, str], beside: Mapping[str, str]) -> Fault:
    """Return a fault with what the other language says, where it says something and this one nothing."""
    if written.get(fault.place, "") or not beside.get(fault.place):
        return fault
    return Fault(
        fault.place, _("Not translated yet. The other language says: “{text}”").format(text=beside[fault.place])
    )


def _missing(words: Words, draft: Document) -> Iterator[Fault]:
    there = [each.id for each in words.chapters]
    known = {each.id: each.title for each in draft.chapters}
    for name, title in known.items():
        if name not in there:
            yield Fault("", _("The chapter “{title}” ({id}) is missing.").format(title=title, id=name))
    for chapter in words.chapters:
        if chapter.id not in known or there.count(chapter.id) > 1:
            yield Fault("", _("There is no chapter {id}, or it is there more than once.").format(id=chapter.id))
        if not chapter.title:
            yield Fault(f"chapter/{chapter.id}/title", _("Something must be written here."))
        if not chapter.paragraphs:
            yield Fault(f"chapter/{chapter.id}/1", _("This chapter has no text."))
    for place, text in (("title", words.title), ("subtitle", words.subtitle), ("opening/1", "".join(words.opening))):
        if not text:
            yield Fault(place, _("Something must be written here."))


def _notes(words: Words, draft: Document, beside: Words | None) -> Iterator[Fault]:
    """Of a note that the draft has: one that nobody has edited in any language is the draft's."""
    there = {each.id: each for each in words.notes}
    for each in words.notes:
        if each.id not in EDITED_NOTES or [one.id for one in words.notes].count(each.id) > 1:
            yield Fault("", _("There is no note {id} to edit, or it is there more than once.").format(id=each.id))
    elsewhere = {each.id for each in beside.notes} if beside else set()
    for note in (each for each in draft.notes if each.id in EDITED_NOTES):
        written = there.get(note.id)
        if written is None and note.id not in elsewhere:
            continue
        if written is None or not written.title:
            yield Fault(f"note/{note.id}/title", _("Something must be written here."))
        if written is None or not written.paragraphs:
            yield Fault(f"note/{note.id}/1", _("Something must be written here."))


def _of_text(place: str, text: str, draft: Document) -> Iterator[Fault]:
    language = draft.content.language
    for number in dict.fromkeys(numbers_in(text, language)):
        yield Fault(
            place,
            _("“{number}” is a number. Put in a reference to a published figure, or say it without a number.").format(
                number=number
            ),
        )
    read = reader(draft.content)
    for reference in references_in(text):
        yield from _of_reference(place, reference, read)
    if re.search(r"[{}]", REFERENCE.sub("", text)):
        yield Fault(
            place, _("A brace { or } stands here without a whole reference such as {cell:key_figures/reports}.")
        )


def _of_reference(place: str, reference: str, read: Callable[[str], Referred]) -> Iterator[Fault]:
    kind, _colon, what = reference.partition(":")
    if kind in _TYPED and not _TYPED[kind].fullmatch(what):
        yield Fault(
            place, _("{reference} is not a {kind} as it has to be written.").format(reference=reference, kind=kind)
        )
        return
    try:
        read(reference)
    except UnknownReference:
        yield Fault(place, _("This edition publishes no figure {reference}.").format(reference=f"{{{reference}}}"))


def _advice(words: Words, draft: Document) -> Iterator[Fault]:
    published = draft.content.numbers()
    titles = {each.id: each.title for each in draft.addressees}
    for advice in words.recommendations:
        place = f"recommendation/{advice.addressee}/{advice.id}"
        if advice.addressee not in titles:
            yield Fault(place, _("Nobody is called {id} here.").format(id=advice.addressee))
        if not advice.figure:
            yield Fault(f"{place}/figure", _("Choose the published figure that this recommendation rests on."))
        elif advice.figure not in published:
            yield Fault(
                f"{place}/figure",
                _("This edition publishes no figure {reference}.").format(reference=f"{{{advice.figure}}}"),
            )
        if not advice.text:
            yield Fault(place, _("Something must be written here."))
    for each in words.last_year:
        if each.state and each.state not in STATES:
            yield Fault(
                f"last_year/{each.id}/state",
                _("“{state}” is none of: {states}.").format(state=each.state, states=", ".join(STATES)),
            )
    for name, title in titles.items():
        if not any(each.addressee == name for each in words.recommendations):
            yield Fault("", _("Nothing is recommended to: {title}.").format(title=title))


def _images(words: Words, draft: Document, folder: Path) -> Iterator[Fault]:
    places = [each.place for each in words.images]
    known = {COVER, *(each.id for each in draft.chapters)}
    for image in words.images:
        if image.place not in known or places.count(image.place) > 1:
            yield Fault("", _("There is no place {id} for a picture, or it has more than one.").format(id=image.place))
        if not image.out:
            yield from _image(image, folder)


def _image(image: ImageWords, folder: Path) -> Iterator[Fault]:
    place = f"image/{image.place}"
    if not image.file:
        yield Fault(f"{place}/file", _("There is no picture here yet. Choose one, or empty its words."))
    else:
        try:
            size_of(folder, image.file)
        except NoSuchPicture:
            yield Fault(
                f"{place}/file", _("The picture {file} is not there any more. Choose it again.").format(file=image.file)
            )
    if not image.alternative:
        yield Fault(f"{place}/alternative", _("Say what this picture shows, for those who do not see it."))
    elif any(references_in(image.alternative)):
        yield Fault(f"{place}/alternative", _("No reference may stand here: say it without a number."))


def _untranslated(words: Words, beside: Words) -> Iterator[Fault]:
    mine = {each.id for each in words.recommendations}
    for advice in beside.recommendations:
        if advice.id not in mine:
            yield Fault(
                "",
                _("The recommendation {id} is there in the other language and not in this one.").format(id=advice.id),
            )
    other = {each.id for each in beside.recommendations}
    for advice in words.recommendations:
        if advice.id not in other:
            yield Fault(
                f"recommendation/{advice.addressee}/{advice.id}",
                _("This recommendation is not translated into the other language."),
            )
