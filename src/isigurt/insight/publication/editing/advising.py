"""The part of the words' form for recommendations: each with the figure it rests on and its place in the list."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import count

from django.utils.translation import gettext as _

from isigurt.insight.publication.content import Content
from isigurt.insight.publication.document import Document
from isigurt.insight.publication.editing.fields import MORE, Field, FieldMaker
from isigurt.insight.publication.editing.words import Advice, Words
from isigurt.insight.publication.references import row_names, shown
from isigurt.insight.publication.web.pages import label_of

_SENT = re.compile(r"recommendation/(?P<addressee>\w+)/(?P<id>own-\d{1,3})")


@dataclass(frozen=True)
class AdviceFields:
    """The fields of one recommendation, of `of` in its list; a further one has no place yet."""

    text: Field
    figure: Field
    place: int
    of: int

    @property
    def places(self) -> range:
        """Where it may stand."""
        return range(1, self.of + 1)


def advice_fields(
    words: Words, addressee: str, make: FieldMaker, figures: Mapping[str, str]
) -> tuple[AdviceFields, ...]:
    """Return the fields of what is recommended to one addressee, and of one recommendation more.

    `figures` says what each published figure counts.
    """
    mine = [each for each in words.recommendations if each.addressee == addressee]
    found = [_fields(each, make, figures, (place, len(mine))) for place, each in enumerate(mine, 1)]
    return (*found, _fields(Advice(MORE, "", "", addressee), make, figures, (0, 0)))


def _fields(advice: Advice, make: FieldMaker, figures: Mapping[str, str], place_of: tuple[int, int]) -> AdviceFields:
    place, of = place_of
    name = f"recommendation/{advice.addressee}/{advice.id}"
    figure = make(f"{name}/figure", _("The figure it rests on"))
    text = make(name, _("Recommendation") if place else _("A further recommendation"))
    hint = figures.get(advice.figure, "") if place else _("Type a word of what it counts, and choose from the list.")
    return AdviceFields(text, replace(figure, text=advice.figure, hint=hint), place, of)


def figures_of(content: Content) -> tuple[tuple[str, str], ...]:
    """Return every published figure and what it counts, to choose from."""
    names = row_names(content)
    return tuple(
        (reference, f"{label_of(content, reference, names)}: {shown(number)}")
        for reference, number in content.numbers().items()
    )


def posted_advices(base: Words, draft: Document, posted: Mapping[str, str]) -> tuple[Advice, ...]:
    """Return the recommendations that were sent, in the order that was asked for, and what was added last."""
    there = [*base.recommendations, *_sent_before(base, draft, posted), *_added(base, draft, posted)]
    kept = []
    for addressee in dict.fromkeys(each.addressee for each in there):
        mine = [each for each in there if each.addressee == addressee]
        ordered = sorted(enumerate(mine, 1), key=lambda each: _asked_place(each[1], each[0], posted))
        kept += [sent for _place, each in ordered if (sent := _posted(each, posted)) is not None]
    return tuple(kept)


def _sent_before(base: Words, draft: Document, posted: Mapping[str, str]) -> list[Advice]:
    """Return what was added to this form and not saved yet, because something in it was wrong."""
    known, addressees = {each.id for each in base.recommendations}, {each.id for each in draft.addressees}
    found = (match for name in posted if (match := _SENT.fullmatch(name)))
    return [
        Advice(each["id"], "", "", each["addressee"])
        for each in found
        if each["id"] not in known and each["addressee"] in addressees
    ]


def _added(base: Words, draft: Document, posted: Mapping[str, str]) -> list[Advice]:
    taken = {each.id for each in base.recommendations} | {
        found["id"] for name in posted if (found := _SENT.match(name))
    }
    free = (name for number in count(1) if (name := f"own-{number}") not in taken)
    return [
        Advice(next(free), text, _figure(posted.get(f"{place}/figure", "")), addressee.id)
        for addressee in draft.addressees
        if (text := " ".join(posted.get(place := f"recommendation/{addressee.id}/{MORE}", "").split()))
    ]


def _posted(advice: Advice, posted: Mapping[str, str]) -> Advice | None:
    """Return a recommendation as it was sent; None for one that was emptied or taken out.

    One that was empty before waits for its translation.
    """
    place = f"recommendation/{advice.addressee}/{advice.id}"
    text = " ".join(posted.get(place, advice.text).split())
    if f"{place}/out" in posted or (advice.text and not text):
        return None
    return replace(advice, text=text, figure=_figure(posted.get(f"{place}/figure", advice.figure)))


def _figure(text: str) -> str:
    """Return a reference as it was chosen, or as it stands in a text."""
    return text.strip().removeprefix("{").removesuffix("}")


def _asked_place(advice: Advice, place: int, posted: Mapping[str, str]) -> float:
    """Return where it is to stand: before what stood there when it goes up, behind it when it goes down."""
    asked = posted.get(f"recommendation/{advice.addressee}/{advice.id}/place", "")
    wanted = int(asked) if asked.isascii() and asked.isdecimal() and len(asked) < 4 else place
    return wanted - 0.5 if wanted < place else wanted + 0.5 if wanted > place else wanted
