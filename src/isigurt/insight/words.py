"""Names and spans of time as a person reads them."""

from datetime import timedelta

from babel import Locale, UnknownLocaleError
from django.utils.translation import ngettext

from isigurt.country import language

MINUTE = timedelta(minutes=1)
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)


def country_name(code: str) -> str:
    """Return the name of the ISO 3166 country `code` in the active language (CLDR), or the code itself."""
    try:
        locale = Locale.parse(language().id)
    except UnknownLocaleError:  # CLDR does not know every language that a hotline may speak
        return code
    return str(locale.territories.get(code, code))


def capital(words: str) -> str:
    """Return a name as the beginning of a line."""
    return words[:1].upper() + words[1:]


def span(time: timedelta) -> str:
    """Return `time` in its two largest units, rounded down: "2 days 3 hours", "14 minutes", "0 minutes"."""
    days, rest = divmod(max(time, timedelta(0)), DAY)
    hours, rest = divmod(rest, HOUR)
    minutes = rest // MINUTE
    parts = []
    if days:
        parts.append(ngettext("%(count)d day", "%(count)d days", days) % {"count": days})
    if hours:
        parts.append(ngettext("%(count)d hour", "%(count)d hours", hours) % {"count": hours})
    if not days and (minutes or not hours):
        parts.append(ngettext("%(count)d minute", "%(count)d minutes", minutes) % {"count": minutes})
    return " ".join(parts[:2])
