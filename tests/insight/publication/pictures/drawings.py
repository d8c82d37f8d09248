"""Reading our own drawings."""

from xml.etree import ElementTree as ET

SVG = "{http://www.w3.org/2000/svg}"


def drawing(svg):
    return ET.fromstring(svg)  # noqa: S314 - drawn by us a moment ago


def texts(svg):
    return list(svg.iter(f"{SVG}text"))
