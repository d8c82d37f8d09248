"""The pages, pictures and materials of the public site."""

from isigurt.outreach.models.baking import PublicSite
from isigurt.outreach.models.campaigns import CampaignPage, EventPage
from isigurt.outreach.models.downloads import Download
from isigurt.outreach.models.files import Material, Picture, Rendition
from isigurt.outreach.models.help import HelpPage
from isigurt.outreach.models.plain import HomePage, ListPage, PlainPage
from isigurt.outreach.models.press import PressReleasePage
from isigurt.outreach.models.public_page import PublicPage
from isigurt.outreach.models.resources import ResourcePage
from isigurt.outreach.models.review import SecondPerson
from isigurt.outreach.models.taking_part import SignUp

PAGE_TYPES: tuple[type[PublicPage], ...] = (
    HomePage,
    ListPage,
    CampaignPage,
    EventPage,
    ResourcePage,
    PressReleasePage,
    HelpPage,
    PlainPage,
)

__all__ = [
    "PAGE_TYPES",
    "CampaignPage",
    "Download",
    "EventPage",
    "HelpPage",
    "HomePage",
    "ListPage",
    "Material",
    "Picture",
    "PlainPage",
    "PressReleasePage",
    "PublicPage",
    "PublicSite",
    "Rendition",
    "ResourcePage",
    "SecondPerson",
    "SignUp",
]
