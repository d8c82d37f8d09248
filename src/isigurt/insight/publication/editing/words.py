"""The edited words of one language, and the text form in which they lie in `editions/YEAR/words/LANGUAGE.toml`."""

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from isigurt.insight.publication.document import Addressee, Chapter, Document, Note, Recommendation
from isigurt.insight.publication.drafting.notes import ANNEX
from isigurt.insight.publication.references import OF_CELLS, references_in

HEAD = """\
# The words of the National Report. Numbers come in as references such as {cell:key_figures/reports}: never type one.
# What the parts are called (id, addressee, figure) stays as it is. [numbers] is what the references stood for when
# this file was made, so that a later draft can say what has changed since.
"""


# The other notes say how the program works: it would be wrong to say otherwise.
EDITED_NOTES = frozenset({ANNEX})


class WordsFaulty(ValueError):
    """The text is no file of words at all."""


@dataclass(frozen=True)
class Advice:
    """One recommendation as it is edited; `addressee` is empty for last year's ones."""

    id: str
    text: str
    figure: str
    addressee: str = ""
    became: str = ""
    state: str = ""  # of last year's ones: one of `document.STATES`, or empty


@dataclass(frozen=True)
class ChapterWords:
    """The words of one chapter, or of a note that an editor may change."""

    id: str
    title: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True)
class ImageWords:
    """A picture of the editor's own and what is said of it. One that is `out` is kept with its words and not shown."""

    place: str
    file: str
    alternative: str
    credit: str = ""
    out: bool = False


@dataclass(frozen=True)
class Words:
    """All that an editor may change in one language."""

    title: str
    subtitle: str
    opening: tuple[str, ...]
    chapters: tuple[ChapterWords, ...]
    recommendations: tuple[Advice, ...]
    last_year: tuple[Advice, ...]
    notes: tuple[ChapterWords, ...] = ()
    images: tuple[ImageWords, ...] = ()
    numbers: Mapping[str, int] = field(default_factory=dict)

    def texts(self) -> Iterator[tuple[str, str]]:
        """Yield every text with its place: `chapter/year/2` is the second paragraph of the chapter `year`."""
        yield "title", self.title
        yield "subtitle", self.subtitle
        yield from _numbered("opening", self.opening)
        for chapter in self.chapters:
            yield f"chapter/{chapter.id}/title", chapter.title
            yield from _numbered(f"chapter/{chapter.id}", chapter.paragraphs)
        for advice in self.recommendations:
            yield f"recommendation/{advice.addressee}/{advice.id}", advice.text
        for advice in self.last_year:
            yield f"last_year/{advice.id}/text", advice.text
            yield f"last_year/{advice.id}/became", advice.became
        for note in self.notes:
            yield f"note/{note.id}/title", note.title
            yield from _numbered(f"note/{note.id}", note.paragraphs)
        for image in self.images:
            yield f"image/{image.place}/alternative", image.alternative
            yield f"image/{image.place}/credit", image.credit

    @property
    def shown(self) -> frozenset[tuple[str, str]]:
        """The place and the file of each picture that is shown."""
        return frozenset((each.place, each.file) for each in self.images if not each.out)


def _numbered(place: str, paragraphs: Iterable[str]) -> Iterator[tuple[str, str]]:
    for number, text in enumerate(paragraphs, 1):
        yield f"{place}/{number}", text


def words_of(document: Document) -> Words:
    """Return the words of a draft, with what its references stand for."""
    words = Words(
        title=document.title,
        subtitle=document.subtitle,
        opening=document.opening,
        chapters=tuple(ChapterWords(each.id, each.title, each.paragraphs) for each in document.chapters),
        recommendations=tuple(
            Advice(each.id, each.text, each.figure, addressee.id)
            for addressee in document.addressees
            for each in addressee.recommendations
        ),
        last_year=tuple(
            Advice(each.id, each.text, each.figure, "", each.became, each.state) for each in document.last_year
        ),
        notes=tuple(
            ChapterWords(each.id, each.title, each.paragraphs) for each in document.notes if each.id in EDITED_NOTES
        ),
    )
    published = document.content.numbers()
    used = {each for _, text in words.texts() for each in references_in(text)}
    used |= {advice.figure for advice in words.recommendations}
    return replace(words, numbers={each: published[each].value for each in sorted(used) if each in published})


def edited(document: Document, words: Words) -> Document:
    """Return the draft with the editor's words in place of its own; key figures and most notes stay the draft's."""
    said = {each.id: each for each in words.chapters}
    noted = {each.id: Note(each.id, each.title, each.paragraphs) for each in words.notes}
    return replace(
        document,
        title=words.title,
        subtitle=words.subtitle,
        opening=words.opening,
        chapters=tuple(
            Chapter(each.id, said[each.id].title, said[each.id].paragraphs, each.tables) for each in document.chapters
        ),
        addressees=tuple(
            Addressee(
                each.id,
                each.title,
                tuple(_advised(advice) for advice in words.recommendations if advice.addressee == each.id),
            )
            for each in document.addressees
        ),
        last_year=tuple(_advised(advice) for advice in words.last_year),
        notes=tuple(noted.get(each.id, each) for each in document.notes),
    )


def _advised(advice: Advice) -> Recommendation:
    return Recommendation(advice.id, advice.text, advice.figure, advice.became, advice.state)


def text_of(words: Words) -> str:
    """Return the file: what `read_words` reads back as the same words."""
    lines = [HEAD, f"title = {_quoted(words.title)}", f"subtitle = {_quoted(words.subtitle)}"]
    lines.append(f"opening = {_list(words.opening)}")
    for table, parts in (("chapter", words.chapters), ("note", words.notes)):
        for part in parts:
            lines += ["", f"[[{table}]]", f"id = {_quoted(part.id)}", f"title = {_quoted(part.title)}"]
            lines.append(f"paragraphs = {_list(part.paragraphs)}")
    for table, advices in (("recommendation", words.recommendations), ("last_year", words.last_year)):
        for advice in advices:
            kept = ("addressee",) if table == "recommendation" else ("became", *(("state",) if advice.state else ()))
            lines += ["", f"[[{table}]]"]
            lines += [f"{name} = {_quoted(getattr(advice, name))}" for name in ("id", *kept, "figure", "text")]
    for image in words.images:
        lines += ["", "[[image]]"]
        lines += [f"{name} = {_quoted(getattr(image, name))}" for name in ("place", "file", "alternative", "credit")]
        lines += ["out = true"] if image.out else []
    lines += ["", "[numbers]", *(f"{_quoted(name)} = {value}" for name, value in words.numbers.items())]
    return "\n".join(lines) + "\n"


def _list(texts: Iterable[str]) -> str:
    return "[\n" + "".join(f"  {_quoted(text)},\n" for text in texts) + "]"


def _quoted(text: str) -> str:
    """Return a basic string of TOML, on one line."""
    signs = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t"}
    return (
        '"' + "".join(signs.get(each) or (each if each.isprintable() else f"\\U{ord(each):08x}") for each in text) + '"'
    )


def read_words(text: str) -> Words:
    """Return the words in a file's text; raise WordsFaulty, with the line where TOML knows it, when it is no such."""
    try:
        told = tomllib.loads(text)
        return Words(
            title=_text(told, "title"),
            subtitle=_text(told, "subtitle"),
            opening=_texts(told, "opening"),
            chapters=tuple(_chapter(each) for each in told.get("chapter", ())),
            notes=tuple(_chapter(each) for each in told.get("note", ())),
            recommendations=tuple(_advice(each, "addressee") for each in told.get("recommendation", ())),
            last_year=tuple(_advice(each, "became") for each in told.get("last_year", ())),
            images=tuple(_image(each) for each in told.get("image", ())),
            numbers={
                name: value
                for name, value in told.get("numbers", {}).items()
                if isinstance(value, int) and name.partition(":")[0] in OF_CELLS
            },
        )
    except (ValueError, TypeError, AttributeError) as error:
        raise WordsFaulty(str(error)) from error


def _chapter(told: Mapping[str, Any]) -> ChapterWords:
    return ChapterWords(_text(told, "id"), _text(told, "title"), _texts(told, "paragraphs"))


def _advice(told: Mapping[str, Any], more: str) -> Advice:
    each = Advice(_text(told, "id"), _text(told, "text"), _text(told, "figure"))
    state = _text(told, "state") if "state" in told else ""
    return replace(each, state=state, **{more: _text(told, more)})


def _image(told: Mapping[str, Any]) -> ImageWords:
    place, file, alternative, credit = (_text(told, name) for name in ("place", "file", "alternative", "credit"))
    return ImageWords(place, file, alternative, credit, out=told.get("out") is True)


def _text(told: Mapping[str, Any], name: str) -> str:
    value = told.get(name)
    if not isinstance(value, str):
        raise WordsFaulty(f"{name!r} is missing or no text" + (f", in {told['id']!r}" if "id" in told else ""))
    return value.strip()


def _texts(told: Mapping[str, Any], name: str) -> tuple[str, ...]:
    value = told.get(name)
    if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
        raise WordsFaulty(f"{name!r} is missing or no list of texts" + (f", in {told['id']!r}" if "id" in told else ""))
    return tuple(each.strip() for each in value if each.strip())
