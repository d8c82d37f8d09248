"""Where the edited words lie, how they get there, and the document that is made of them."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from django.utils.translation import gettext_noop as _

from isigurt.baked import durable
from isigurt.country import pack
from isigurt.insight.edition.faults import EditionFaulty
from isigurt.insight.gate.words import REFERENCE
from isigurt.insight.publication.content import Content
from isigurt.insight.publication.document import Document, Illustration, Recommendation
from isigurt.insight.publication.drafting.document import drafted
from isigurt.insight.publication.drafting.recommendations import recommended
from isigurt.insight.publication.editing.checking import Fault, faults_of
from isigurt.insight.publication.editing.words import Words, WordsFaulty, edited, read_words, text_of
from isigurt.insight.publication.illustrations import forget_all_but, size_of
from isigurt.insight.publication.references import UnknownReference, reader
from isigurt.insight.speaking import said, spoken

LONGEST = 2_000_000  # characters of a file of words; the longest report there was has a tenth


def file_of(folder: Path, language: str) -> Path:
    """Return where the words of a language lie."""
    return folder / "words" / f"{language}.toml"


def kept(folder: Path, language: str) -> Words | None:
    """Return the edited words; None where nobody has begun; raise WordsFaulty when the file cannot be read as such."""
    file = file_of(folder, language)
    try:
        text = file.read_text("utf-8")
    except FileNotFoundError:
        return None
    except (OSError, UnicodeDecodeError) as error:
        raise WordsFaulty(str(error)) from error
    if len(text) > LONGEST:
        raise WordsFaulty(f"{file.name} is longer than {LONGEST} characters")
    return read_words(text)


def others_of(folder: Path, language: str) -> dict[str, Words]:
    """Return the edited words of the other languages, where somebody has begun; raise WordsFaulty as `kept` does."""
    found = {each: kept(folder, each) for each in pack().hotline.languages if each != language}
    return {each: words for each, words in found.items() if words}


def keep(folder: Path, language: str, words: Words) -> None:
    """Put the words in place of what was there, whole or not at all."""
    file = file_of(folder, language)
    file.parent.mkdir(exist_ok=True)
    durable(file, text_of(words).encode())


def forget_unnamed(folder: Path) -> None:
    """Delete the pictures that no language's words name, not even as left out."""
    words = (kept(folder, each) for each in pack().hotline.languages)
    forget_all_but(folder, {image.file for each in words if each for image in each.images})


def changed(words: Words, content: Content) -> list[str]:
    """Return which of the numbers that these words were written for have changed since."""
    published = content.numbers()
    found = []
    for reference, value in words.numbers.items():
        now = published.get(reference)
        if now is None:
            found.append(f"{{{reference}}}: {value} → –")
        elif now.value != value:
            found.append(f"{{{reference}}}: {value} → {now.value}")
    return found


def draft_of(content: Content, *, folder: Path, before: Content | None = None) -> Document:
    """Return the draft in the active language, with what the edition before recommended."""
    return drafted(content, last_year=_last_year(folder, content, before))


def edited_document(content: Content, *, folder: Path, before: Content | None = None) -> Document:
    """Return the draft, or the editor's words where there are any; raise EditionFaulty with all that is wrong there."""
    draft = draft_of(content, folder=folder, before=before)
    begun = [each for each in pack().hotline.languages if file_of(folder, each).exists()]
    if not begun:
        return draft
    language = content.language
    file = file_of(folder, language)
    with spoken():
        words, faults = looked_at(draft, folder=folder)
    if language not in begun:
        raise EditionFaulty(
            said(
                _("There are edited words in {there} but none in {missing}: {file} is missing."),
                there=", ".join(begun),
                missing=language,
                file=file,
            )
        )
    if words is None or faults:
        raise EditionFaulty(*(f"{file}: {each.place}: {each.message}" for each in faults))
    return replace(edited(draft, words), illustrations=tuple(_illustrations(words, folder)))


def _illustrations(words: Words, folder: Path) -> Iterator[Illustration]:
    for each in words.images:
        if not each.out:
            width, height = size_of(folder, each.file)
            yield Illustration(each.place, each.file, each.alternative, each.credit, width, height)


def looked_at(draft: Document, *, folder: Path) -> tuple[Words | None, tuple[Fault, ...]]:
    """Return the edited words of the draft's language and what is wrong with them, told in the active language."""
    try:
        words = kept(folder, draft.content.language)
        beside = next(iter(others_of(folder, draft.content.language).values()), None)
    except WordsFaulty as error:
        return None, (Fault("file", str(error)),)
    return words, faults_of(words, draft, folder=folder, beside=beside) if words else ()


def _last_year(folder: Path, content: Content, before: Content | None) -> tuple[Recommendation, ...]:
    """Return what the edition before recommended, as its editor wrote it or as it was drafted."""
    try:
        words = kept(folder.parent / str(content.year - 1), content.language)
    except WordsFaulty:
        return ()
    if words is None:
        made = recommended(before) if before else ()
        return tuple(replace(each, figure="") for addressee in made for each in addressee.recommendations)
    return tuple(Recommendation(each.id, _as_it_was(each.text, content), figure="") for each in words.recommendations)


def _as_it_was(text: str, content: Content) -> str:
    """Return a text of last year for this one: its counts are the year before of ours; what is not is left out."""
    read = reader(content)

    def again(reference: str) -> str:
        kind, _, what = reference.partition(":")
        reference = f"before:{what}" if kind == "cell" else reference
        try:
            read(reference)
        except UnknownReference:
            return "–"
        return "–" if kind in {"share", "median"} else f"{{{reference}}}"

    return REFERENCE.sub(lambda found: again(found.group()[1:-1]), text)
