"""The part of the words' form for an editor's own pictures: one a place, with what it shows and who made it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from isigurt.insight.publication.document import Document
from isigurt.insight.publication.editing.fields import Field, FieldMaker
from isigurt.insight.publication.editing.words import ImageWords, Words
from isigurt.insight.publication.illustrations import COVER, WIDTHS, is_name, path_of


@dataclass(frozen=True)
class PictureFields:
    """The fields of one place's picture. `seen` is its file as the preview shows it, where there is one."""

    place: str
    file: str
    seen: str
    out: bool
    upload: Field
    words: tuple[Field, ...]

    @property
    def begun(self) -> bool:
        """Whether there is anything here yet."""
        return bool(self.file or self.upload.errors or any(each.text or each.errors for each in self.words))


def places_of(draft: Document) -> tuple[str, ...]:
    """Return where a picture may stand, in the order of the report."""
    return (COVER, *(each.id for each in draft.chapters))


def picture_fields(words: Words, place: str, make: FieldMaker) -> PictureFields:
    """Return the fields of the picture at a place."""
    image = next((each for each in words.images if each.place == place), ImageWords(place, "", ""))
    return PictureFields(
        place=place,
        file=image.file,
        seen=path_of(image.file, WIDTHS[0]) if is_name(image.file) else "",
        out=image.out,
        upload=make(f"image/{place}/file", _("Another picture") if image.file else pgettext("editor’s own", "Picture")),
        words=(
            make(f"image/{place}/alternative", _("What the picture shows, for those who do not see it"), short=True),
            make(f"image/{place}/credit", _("Whose picture it is"), short=True),
        ),
    )


def posted_images(
    base: Words, posted: Mapping[str, str], places: Iterable[str], uploaded: Mapping[str, str]
) -> tuple[ImageWords, ...]:
    """Return the pictures that were sent; `uploaded` are the names of those that were put in with it, by place."""
    there = {each.place: each for each in base.images}
    sent = (_posted(there.get(each, ImageWords(each, "", "")), posted, uploaded.get(each, "")) for each in places)
    return tuple(each for each in sent if each.file or each.alternative or each.credit)


def _posted(image: ImageWords, posted: Mapping[str, str], uploaded: str) -> ImageWords:
    place = f"image/{image.place}"
    if f"{place}/alternative" not in posted:
        return image  # a form that did not ask for it
    alternative, credit = (" ".join(posted.get(f"{place}/{each}", "").split()) for each in ("alternative", "credit"))
    file = uploaded or posted.get(f"{place}/file", "") or image.file
    return ImageWords(image.place, file, alternative, credit, out=f"{place}/out" in posted and not uploaded)
