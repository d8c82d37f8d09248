"""A poster to take away, drawn from the words of its page, and laid beside that page and the campaigns'."""

import json
import re
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import typst

from demo.content.classroom import POSTER

DRAWING = Path(__file__).with_name("poster.typ")
# What the drawing shows besides words; the wordmark in the colour that the night wants.
MARKS = ("town.svg", "wordmark.svg")
NIGHT, PAPER = '#12343c"><title>', '#fdf6e8"><title>'
MADE = datetime(2026, 11, 1, tzinfo=UTC)
NAMES = {"sq": "poster-zinxhiri", "en": "poster-the-chain"}
NOTES = {"sq": "Poster A3, për t’u printuar", "en": "A3 poster, to print"}
# How often it was taken away on a day of the demo: most around the day itself, least at the week's end.
A_DAY = (12, 31, 24, 58, 44, 8, 4, 20, 16, 12, 16, 8, 4, 4)
CAMPAIGNS = ("dita-2027", "nuk-eshte-fotoja-jote")


def lay_out() -> None:
    """Draw the poster in each language and offer it on its page and in the campaigns; once."""
    from isigurt.outreach.models import CampaignPage, Material, ResourcePage  # noqa: PLC0415 - after Django is ready

    if Material.objects.exists():
        return
    page = ResourcePage.objects.get(slug=POSTER.slug[0])
    for language in NAMES:
        material = _material(language)
        offered = {"material": material, "note": NOTES[language]}
        _offer(ResourcePage, page.translation_key, language, "files", ("download", offered))
        for slug in CAMPAIGNS:
            key = CampaignPage.objects.get(slug=slug).translation_key
            _offer(CampaignPage, key, language, "materials", ("material", offered))


def count_downloads() -> None:
    """Count the poster's downloads on the days of 2023 and of the last fortnight, as the public door counts them."""
    from isigurt import clock  # noqa: PLC0415 - after Django is ready
    from isigurt.intake.door.counting import add_downloads  # noqa: PLC0415
    from isigurt.outreach.models import Download, Material  # noqa: PLC0415
    from isigurt.steps.registry import get  # noqa: PLC0415
    from isigurt.steps.runner import run_until_idle  # noqa: PLC0415

    if Download.objects.exists():
        return
    firsts = (date(2023, 2, 6), clock.now().date() - timedelta(days=len(A_DAY)))
    for material, part in zip(Material.objects.order_by("pk"), (1, 4), strict=False):
        for first in firsts:
            days = (first + timedelta(days=number) for number in range(len(A_DAY)))
            add_downloads({(day, material.url): count // part for day, count in zip(days, A_DAY, strict=True)})
    run_until_idle([get("outreach.read_downloads")])


def _offer(kind: type[Any], key: object, language: str, field: str, block: tuple[str, Any]) -> None:
    page = kind.objects.get(translation_key=key, locale__language_code=language)
    setattr(page, field, [block])
    page.save_revision().publish()


def _material(language: str) -> Any:
    from django.core.files.base import ContentFile  # noqa: PLC0415 - after Django is ready

    from isigurt.outreach.models import Material  # noqa: PLC0415

    told = POSTER.told(language)
    file = ContentFile(drawn(language), name=f"{NAMES[language]}.pdf")
    return Material.objects.create(title=told["title"], file=file)


def drawn(language: str) -> bytes:
    """Return the poster as a PDF; the same words give the same bytes."""
    from isigurt import design  # noqa: PLC0415 - after Django is ready

    static = Path(design.__file__).parent / "static" / "design"
    with TemporaryDirectory() as folder:
        for name in MARKS:
            text = (static / name).read_text("utf-8")
            (Path(folder) / name).write_text(text.replace(NIGHT, PAPER), "utf-8")
        place = Path(folder) / DRAWING.name
        place.write_bytes(DRAWING.read_bytes())
        pdf, warnings = typst.compile_with_warnings(
            str(place),
            root=folder,
            ignore_system_fonts=True,
            format="pdf",
            timestamp=int(MADE.timestamp()),
            sys_inputs={"told": json.dumps(_told(language), ensure_ascii=False)},
        )
    if warnings or not isinstance(pdf, bytes):
        raise RuntimeError(f"the poster could not be drawn: {warnings}")
    return pdf


def _told(language: str) -> dict[str, Any]:
    page = POSTER.told(language)
    (_, calm), (_, order) = page["body"]
    steps = [[step["title"], _plain(step["text"])] for step in order["steps"]]
    return {
        "language": language,
        "title": page["title"],
        "question": calm["title"],
        "answer": _plain(calm["text"]),
        "steps": steps,
        "site": "iSIGURT.al",
        "help": "ALO 116 111",
    }


def _plain(text: str) -> str:
    return re.sub(r"<[^>]+>", "", text)
