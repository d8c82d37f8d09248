"""The gate of the page: everything that is about to be laid is read back, and says the numbers kept and no others."""

from collections.abc import Mapping
from pathlib import PurePosixPath

from django.utils import translation
from django.utils.translation import gettext_noop as _

from isigurt.country import CountryPack
from isigurt.insight.gate.reading.known import UNREADABLE, Known, Reading
from isigurt.insight.gate.reading.pages import read_page
from isigurt.insight.publication.laying import Laid
from isigurt.insight.quarters.figures import Shown, content_of, figures_behind
from isigurt.insight.quarters.pages import ADDRESSES, rows_of


def faults_in(files: Mapping[str, Laid], shown: Shown, pack: CountryPack) -> list[str]:
    """Return what keeps these files from being laid: a changed number, an open quarter, a total, one kept back."""
    behind = figures_behind(shown)
    expected = {figure for figures in behind.values() for figure in figures}
    faults: list[str] = []
    for address, (body, _kind) in files.items():
        reading = Reading()
        known = _known(address, shown, pack)
        if address.endswith("/"):
            read_page(address, body, known, reading)
        elif PurePosixPath(address).suffix in {".csv", ".json"}:
            # Data is there only once something was closed, and its reader is a heavy one.
            from isigurt.insight.gate.reading.data import read_rows  # noqa: PLC0415

            read_rows(address, body, rows_of(shown, pack), "value", known, reading)
        else:
            reading.fault(address, UNREADABLE)
        for each in reading.figures - expected:
            reading.fault(address, _("{text} is not the number that was closed"), text=each.text)
        for each in expected - reading.figures:
            reading.fault(address, _("a number is kept back: {rows}"), rows=each.key)
        faults += reading.faults
    return faults


def _known(address: str, shown: Shown, pack: CountryPack) -> Known:
    language = next(each for each, base in ADDRESSES.items() if address.startswith(base))
    with translation.override(language):
        return Known(content_of(shown, language=language, pack=pack), figures_behind(shown), pack)
