"""What each column of the page counts, in words for everybody."""

from collections.abc import Iterable

from django.utils.translation import gettext_lazy

from isigurt.insight.register import POPULATIONS
from isigurt.insight.words import capital

_MEANINGS = {
    "reports": gettext_lazy(
        "What people sent, each by the day on which it came. One that looks automated counts only once a person has "
        "acted on it."
    ),
    "victims": gettext_lazy(
        "The people concerned by one case are counted together, once, by the day of its first report."
    ),
    "items": gettext_lazy("Each piece of content at one address, by the day of its first report."),
    "confirmed": gettext_lazy("Items that an analyst found to be illegal, as it was known on the closing day."),
    "hashes": gettext_lazy("Fingerprints of pictures, by the day on which they were submitted: never the picture."),
    "help": gettext_lazy("Each time that somebody who sought help was in contact with the hotline."),
}  # fmt: skip


def definitions(populations: Iterable[str]) -> list[dict[str, str]]:
    """Return name and meaning of what is counted."""
    return [{"name": capital(str(POPULATIONS[each].title)), "value": str(_MEANINGS[each])} for each in populations]
