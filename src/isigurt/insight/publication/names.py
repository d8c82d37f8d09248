"""What the rows of tables are called, in the active language."""

from collections.abc import Callable, Mapping

from django.utils.functional import Promise
from django.utils.translation import pgettext, pgettext_lazy

from isigurt.country import CountryPack, language
from isigurt.insight.protection.merging import OTHER, Group
from isigurt.insight.register.counting import UNKNOWN
from isigurt.insight.register.dimensions import DIMENSIONS, MONTHS
from isigurt.insight.words import capital, country_name

_TOLD: Mapping[str, Promise] = {
    "yes": pgettext_lazy("row", "yes"),
    "no": pgettext_lazy("row", "no"),
    "unknown": pgettext_lazy("row", "not clear"),
}
_WORDS: Mapping[str, Mapping[str, Promise]] = {
    "campaign": {"yes": pgettext_lazy("row", "in a campaign week"), "no": pgettext_lazy("row", "in other weeks")},
    "in_time": {"yes": pgettext_lazy("row", "within the deadline"), "no": pgettext_lazy("row", "after the deadline")},
    "grooming": {
        "yes": pgettext_lazy("row", "grooming and sexual extortion"),
        "no": pgettext_lazy("row", "other harms"),
    },
    "police": {
        "yes": pgettext_lazy("row", "referred to the police"),
        "no": pgettext_lazy("row", "not referred to the police"),
    },
    "partner": {
        "yes": pgettext_lazy("row", "referred to a partner hotline"),
        "no": pgettext_lazy("row", "not referred to a partner hotline"),
    },
    "helpline": {"yes": pgettext_lazy("row", "led to a helpline"), "no": pgettext_lazy("row", "not led to a helpline")},
    "known": {"yes": pgettext_lazy("row", "assessed before"), "no": pgettext_lazy("row", "new to the hotline")},
    "proactive": {
        "yes": pgettext_lazy("row", "found by the hotline"),
        "no": pgettext_lazy("row", "reported by the public"),
    },
    "shared": {"yes": pgettext_lazy("row", "shared with platforms"), "no": pgettext_lazy("row", "not shared")},
    "matched": {"yes": pgettext_lazy("row", "a copy was found"), "no": pgettext_lazy("row", "no copy found yet")},
    "abroad": {"home": pgettext_lazy("row", "in this country"), "abroad": pgettext_lazy("row", "abroad")},
    "first_action": {
        "hour": pgettext_lazy("row", "within an hour"),
        "day": pgettext_lazy("row", "within 24 hours"),
        "three_days": pgettext_lazy("row", "within 3 days"),
        "seven_days": pgettext_lazy("row", "within 7 days"),
        "later": pgettext_lazy("row", "later"),
        "nobody_yet": pgettext_lazy("row", "nobody yet"),
    },
    "removal": {
        "day": pgettext_lazy("row", "within 24 hours"),
        "three_days": pgettext_lazy("row", "within 3 days"),
        "seven_days": pgettext_lazy("row", "within 7 days"),
        "later": pgettext_lazy("row", "later"),
        "still_up": pgettext_lazy("row", "still up"),
    },
    "outcome": {
        "removed": pgettext_lazy("row, outcome of a case", "removed"),
        "referred": pgettext_lazy("row, outcome of a case", "referred"),
        "removed_referred": pgettext_lazy("row", "removed and referred"),
        "not_removed": pgettext_lazy("row", "not removed"),
        "not_illegal": pgettext_lazy("row", "not illegal"),
        "helped": pgettext_lazy("row", "help was given"),
        "dismissed": pgettext_lazy("row, outcome of a case", "dismissed"),
        "open": pgettext_lazy("row, outcome of a case", "open"),
    },
    "answer": {
        "sent": pgettext_lazy("row", "no answer yet"),
        "removed": pgettext_lazy("row, answer to a notice", "removed"),
        "refused": pgettext_lazy("row, answer to a notice", "refused"),
        "failed": pgettext_lazy("row", "could not be delivered"),
    },
    "site_kind": {
        "social_network": pgettext_lazy("row", "social network"),
        "forum": pgettext_lazy("row", "forum"),
        "image_host": pgettext_lazy("row", "image host"),
        "website": pgettext_lazy("row", "website"),
        "file_host": pgettext_lazy("row", "file host"),
        "messenger": pgettext_lazy("row", "messenger"),
        "link_list": pgettext_lazy("row", "list of links"),
    },
    "self_generated": _TOLD,
    "ai_generated": _TOLD,
}
_LISTS: Mapping[str, str] = {
    "channel": "channels",
    "reporter": "reporter_kinds",
    "region": "counties",
    "legality": "legalities",
    "age": "age_bands",
    "sex": "sexes",
    "severity": "severities",
    "platform": "platforms",
    "provider": "platforms",  # a provider that is none of them is called as the facts call it
}
_WRITTEN: Mapping[str, Callable[[str], str]] = {
    "month": lambda number: language().months[MONTHS.index(number)],
    "country": country_name,
    "domain": lambda name: f".{name}",
}


def category_name(dimension: str, category: str, pack: CountryPack) -> str:
    """Return what one category is called in the active language; a word nobody has named is its own name."""
    if category == UNKNOWN:
        return pgettext("row", "not known")
    if dimension in {"harm", "topic"}:
        named = {harm.id: str(harm.staff_title) for harm in pack.harms}
    elif dimension in _LISTS:
        named = {entry.id: str(entry.title) for entry in getattr(pack, _LISTS[dimension])}
    elif dimension in _WRITTEN:
        return _WRITTEN[dimension](category)
    else:
        named = {word: str(name) for word, name in _WORDS.get(dimension, {}).items()}
    own = category.replace("_", " ")
    return named.get(category, capital(own) if dimension == "provider" else own)


def group_name(dimension: str, group: Group, pack: CountryPack) -> str:
    """Return what a row is called: one category, a span of neighbours, or all that was too small to stand alone."""
    if parts := DIMENSIONS[dimension].parts:
        return group_name(DIMENSIONS[dimension].coarsens, tuple(each for one in group for each in parts[one]), pack)
    if len(group) == 1:
        return pgettext("row", "other") if group == (OTHER,) else category_name(dimension, group[0], pack)
    if DIMENSIONS[dimension].ordered(pack):
        *known, last = [category_name(dimension, each, pack) for each in group]
        if UNKNOWN in group:
            return pgettext("row", "{first} and {last}").format(first=_span(known), last=last)
        return _span([*known, last])
    return pgettext("row", "other")


def _span(names: list[str]) -> str:
    if len(names) == 1:
        return names[0]
    between = (
        pgettext("row", "{first} to {last}")
        if len(names) > len(("first", "last"))
        else pgettext("row", "{first} and {last}")
    )
    return between.format(first=names[0], last=names[-1])
