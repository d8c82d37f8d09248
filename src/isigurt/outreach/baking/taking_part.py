"""The pages and the list that taking part adds to the site."""

from collections.abc import Iterator

from isigurt.baked.taking_part import offers_text
from isigurt.outreach import taking_part
from isigurt.outreach.models import CampaignPage, PublicPage


def offers() -> bytes:
    """Return what the forms of the public door are made from."""
    return offers_text(taking_part.offers())


def near_pages(pages: list[PublicPage]) -> Iterator[tuple[CampaignPage, str]]:
    """Yield each campaign that has a list by municipality, and where it is baked; a page of the editors comes first."""
    taken = {page.address for page in pages}
    for page in pages:
        if isinstance(page, CampaignPage) and taking_part.has_list(page):
            address = taking_part.near_address(page)
            if address not in taken:
                yield page, address
