"""The pictures of the National Report: drawn once, as SVG, for the PDF, the web pages, the dashboard and the press."""

from isigurt.insight.publication.pictures.picture import HALF, PRESS, PRINT, WEB, Form, picture, tiles_of

__all__ = ["HALF", "PRESS", "PRINT", "WEB", "Form", "picture", "tiles_of"]
