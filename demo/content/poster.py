"""The poster of the demo's campaign: drawn as a PDF, put among the materials, and offered where it is asked for."""

import json
from pathlib import Path
from typing import Any

SHEET = Path(__file__).with_name("poster.typ")
# The pages that offer it: the resource that says the same, and the campaign it is for.
RESOURCE = {"sq": "poster-zinxhiri", "en": "poster-the-chain"}
CAMPAIGN = {"sq": "dita-2027", "en": "day-2027"}
TOLD: dict[str, dict[str, Any]] = {
    "sq": {
        "title": "Poster: zinxhiri këputet te ti",
        "note": "Një faqe A4, për mur.",
        "motto": "Nuk është fotoja jote intime?",
        "then": "Mos e shpërnda. Raportoje.",
        "steps": [
            ("Mos ia dërgo askujt.", "As për ta pyetur „a e pe?”."),
            ("Fshije.", "As si provë nuk duhet ruajtur."),
            ("Raportoje.", "Pa emër, në tri minuta."),
            ("Ke nevojë të flasësh?", "Falas, ditë e natë."),
        ],
    },
    "en": {
        "title": "Poster: the chain breaks with you",
        "note": "One A4 page, for a wall.",
        "motto": "This isn’t your intimate photo!",
        "then": "Don’t share it. Report it.",
        "steps": [
            ("Send it to nobody.", "Not even to ask “did you see?”."),
            ("Delete it.", "It is not to be kept, not even as evidence."),
            ("Report it.", "Without a name, in three minutes."),
            ("Do you need to talk?", "Free, day and night."),
        ],
    },
}


def drawn(language: str) -> bytes:
    """Return the poster as a PDF that a screen reader can read."""
    import typst  # noqa: PLC0415 - only where pages are made

    from isigurt.design.previews import HERE  # noqa: PLC0415

    told = {**TOLD[language], "language": language, "call": "ALO 116 111", "address": "iSIGURT.al"}
    town = (HERE / "static" / "design" / "town.svg").read_text("utf-8")
    pdf = typst.compile(
        str(SHEET),
        root=str(SHEET.parent),
        ignore_system_fonts=True,
        pdf_standards=["ua-1"],
        sys_inputs={"told": json.dumps(told, ensure_ascii=False), "town": town},
    )
    if not isinstance(pdf, bytes):
        raise TypeError("the poster has one page")
    return pdf


def hang_up() -> None:
    """Put the poster among the materials, once for each language, and offer it on its pages."""
    from django.core.files.base import ContentFile  # noqa: PLC0415 - after Django is ready

    from isigurt.outreach.models import CampaignPage, Material, ResourcePage  # noqa: PLC0415

    for language, told in TOLD.items():
        file = ContentFile(drawn(language), f"{RESOURCE[language]}.pdf")
        material = Material.objects.create(title=told["title"], file=file)
        offered = {"material": material, "note": told["note"]}
        resource = ResourcePage.objects.get(slug=RESOURCE[language])
        resource.body.append(("download", offered))
        campaign = CampaignPage.objects.get(slug=CAMPAIGN[language])
        campaign.materials.append(("material", offered))
        for page in (resource, campaign):
            page.save_revision().publish()
