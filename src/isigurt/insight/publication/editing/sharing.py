"""What the languages of an edition share: which pictures and recommendations there are, in which order and where.

Only their texts are each language's own. What was added in one language is there in the others too, with its texts
still open: so it cannot be forgotten, and nothing of it goes out before it is said in every language.
"""

from collections.abc import Iterable
from dataclasses import replace

from isigurt.insight.publication.editing.words import Advice, ChapterWords, ImageWords, Words


def completed(words: Words, others: Iterable[Words]) -> Words:
    """Return the words of one language with a place for whatever another one has and this one lacks."""
    for other in others:
        told, noted = {each.id for each in words.chapters}, {each.id for each in words.notes}
        places = {each.place for each in words.images}
        advised = {each.id for each in words.recommendations}
        words = replace(
            words,
            chapters=(*words.chapters, *(_empty(each) for each in other.chapters if each.id not in told)),
            notes=(*words.notes, *(_empty(each) for each in other.notes if each.id not in noted)),
            images=(*words.images, *(_untold(each) for each in other.images if each.place not in places)),
            recommendations=(
                *words.recommendations,
                *(replace(each, text="") for each in other.recommendations if each.id not in advised),
            ),
        )
    return words


def noted(words: Words, draft: Words) -> Words:
    """Return the words with the draft's notes where they have none: words of before notes could be edited."""
    there = {each.id for each in words.notes}
    return replace(words, notes=(*words.notes, *(each for each in draft.notes if each.id not in there)))


def alongside(words: Words, saved: Words) -> Words:
    """Return the words of another language after `saved` was kept in its own: the same things, its own texts.

    `saved` had been completed: what it has no more was taken out.
    """
    images = {(each.place, each.file): each for each in words.images}
    mine = {each.id: each.text for each in words.recommendations}
    states = {each.id: each.state for each in saved.last_year}
    noted = {each.id for each in words.notes}
    return replace(
        words,
        # Words say what one picture shows: where another has taken its place they would be wrong.
        images=tuple(
            replace(images.get((each.place, each.file), _untold(each)), out=each.out) for each in saved.images
        ),
        recommendations=tuple(_advised(each, mine.get(each.id, "")) for each in saved.recommendations),
        last_year=tuple(replace(each, state=states.get(each.id, each.state)) for each in words.last_year),
        notes=(*words.notes, *(_empty(each) for each in saved.notes if each.id not in noted)),
    )


def _empty(chapter: ChapterWords) -> ChapterWords:
    return ChapterWords(chapter.id, "", ())


def _untold(image: ImageWords) -> ImageWords:
    """Return a picture without what it shows; who made it is called the same in most languages."""
    return replace(image, alternative="")


def _advised(advice: Advice, text: str) -> Advice:
    return replace(advice, text=text)
