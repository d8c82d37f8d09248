"""What search engines are told: every page with its translations (sitemaps.org), and that all may be read."""

from xml.etree import ElementTree as ET

from django.conf import settings

from isigurt.design.addresses import ADDRESSES
from isigurt.outreach import queries, taking_part
from isigurt.outreach.baking import figures
from isigurt.outreach.baking.taking_part import near_pages
from isigurt.outreach.models import PublicPage

SITEMAP, ROBOTS = "/sitemap.xml", "/robots.txt"
_MAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
_XHTML = "http://www.w3.org/1999/xhtml"


def sitemap(pages: list[PublicPage]) -> bytes:
    """Return the sitemap of `pages` and their lists by municipality, of what is published of
    figures, and of what is not baked: where forms begin."""
    ET.register_namespace("", _MAP)
    ET.register_namespace("xhtml", _XHTML)
    root = ET.Element(f"{{{_MAP}}}urlset")
    for page in pages:
        _add(
            root,
            page.address,
            {str(each["code"]): str(each["address"]) for each in queries.alternates(page) if not each["elsewhere"]},
        )
    for campaign, address in near_pages(pages):
        _add(root, address, taking_part.near_translations(campaign))
    for each in figures.published():
        _add(root, each.address, dict(each.translations))
    for name in ("report", "code", "take_part"):
        for address in ADDRESSES[name].values():
            _add(root, address, ADDRESSES[name])
    return bytes(ET.tostring(root, encoding="utf-8", xml_declaration=True))


def robots() -> bytes:
    """Return what robots may read: everything."""
    return f"User-agent: *\nAllow: /\nSitemap: {settings.ISIGURT_FRONT}{SITEMAP}\n".encode()


def _add(root: ET.Element, address: str, translations: dict[str, str]) -> None:
    url = ET.SubElement(root, f"{{{_MAP}}}url")
    ET.SubElement(url, f"{{{_MAP}}}loc").text = f"{settings.ISIGURT_FRONT}{address}"
    if len(translations) > 1:
        for code, other in translations.items():
            ET.SubElement(
                url, f"{{{_XHTML}}}link", rel="alternate", hreflang=code, href=f"{settings.ISIGURT_FRONT}{other}"
            )
