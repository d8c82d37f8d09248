"""Links inside texts: one to a page that the public cannot see is no link, but its words stay."""

from django.utils.html import escape
from wagtail import hooks
from wagtail.rich_text.feature_registry import FeatureRegistry
from wagtail.rich_text.pages import PageLinkHandler

from isigurt.outreach.templatetags.outreach import seen


class SeenPageLink(PageLinkHandler):
    """A link to a page, written as the public site addresses it."""

    @classmethod
    def expand_db_attributes_many(cls, attrs_list: list[dict[str, str]]) -> list[str]:
        """Return the opening tag of each link."""
        pages = [page and seen(page.localized) for page in cls.get_many(attrs_list)]
        return [f'<a href="{escape(page.address)}">' if page else "<a>" for page in pages]


def _register_seen_page_link(features: FeatureRegistry) -> None:
    """Take the place of Wagtail's own links to pages."""
    features.register_link_type(SeenPageLink)


hooks.register("register_rich_text_features", _register_seen_page_link, order=10)
