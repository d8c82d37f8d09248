"""Which picture a table of the register gets. What is not listed gets bars, or stacked bars where it has two ways."""

from collections.abc import Mapping

KINDS: Mapping[str, str] = {
    "key_figures": "tiles",
    "months": "lines",
    "quarters": "columns",
    "first_action": "survival",
    "removal": "survival",
    "removal_places": "dots",
    "regions": "map",
}
