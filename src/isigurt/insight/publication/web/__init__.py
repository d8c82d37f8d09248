"""The report as web pages: the same content as on paper, for every reader and every screen."""

from isigurt.insight.publication.web.pages import pages

__all__ = ["pages"]
