"""The schema of an edition's facts, version 2: one file a unit. `isigurt edition schema` prints it.

A row holds a day and spans of minutes, never a clock time: nothing in it can be laid beside a chat or a server's log.
There is no address, no name and no text; every word is an id from the country pack or from a closed list below.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from isigurt.country import CountryPack

VERSION = 2


class Kind(StrEnum):
    """What a column holds; each may be empty, which means "not known", unless the column is required."""

    ID = "id"
    DAY = "day"
    WORD = "word"
    MINUTES = "minutes"
    YES_NO = "yes/no"


Words = tuple[str, ...] | Callable[[CountryPack], tuple[str, ...]]


@dataclass(frozen=True)
class Column:
    """One column: its meaning, and for a closed list the words it may hold."""

    name: str
    kind: Kind
    meaning: str
    words: Words | None = None
    required: bool = False

    def allowed(self, pack: CountryPack) -> tuple[str, ...] | None:
        """Return the words that may stand here, or None where any word may."""
        return self.words(pack) if callable(self.words) else self.words


@dataclass(frozen=True)
class Unit:
    """What one row of a file stands for."""

    id: str
    file: str
    meaning: str
    columns: tuple[Column, ...]


def _who(meaning: str) -> tuple[Column, Column]:
    return (
        Column("unit", Kind.ID, "a stable id of this row, the same in every year; not a name or a number of a case",
               required=True),
        Column("day", Kind.DAY, meaning, required=True),
    )  # fmt: skip


def _word(name: str, meaning: str, words: Words | None = None) -> Column:
    return Column(name, Kind.WORD, meaning, words)


def _minutes(name: str, meaning: str) -> Column:
    return Column(name, Kind.MINUTES, meaning)


def _yes_no(name: str, meaning: str) -> Column:
    return Column(name, Kind.YES_NO, meaning)


TOLD = ("yes", "no", "unknown")
OUTCOMES = (
    "removed",
    "referred",
    "removed_referred",
    "not_removed",
    "not_illegal",
    "helped",
    "dismissed",
    "open",
)
HARM = _word("harm", "what it is about", lambda pack: pack.harms.ids)
LEGALITY = _word("legality", "what the analyst found", lambda pack: pack.legalities.ids)
SEVERITY = _word("severity", "industry class", lambda pack: pack.severities.ids)
PLATFORM = _word("platform", "where it was", lambda pack: pack.platforms.ids)
REGION = _word("region", "county, from what the reporter said", lambda pack: pack.counties.ids)
CHANNEL = _word("channel", "how it reached the hotline", lambda pack: pack.channels.ids)

UNITS = (
    Unit(
        "report",
        "reports",
        "one report as a person sent it",
        (
            *_who("the day it was received, by the country's clock"),
            CHANNEL,
            _word("reporter", "who sent it", lambda pack: pack.reporter_kinds.ids),
            HARM,
            PLATFORM,
            REGION,
            _yes_no("campaign", "whether a national campaign ran in that week"),
            _minutes("first_action", "until a person acted; empty: nobody has"),
            _yes_no("in_time", "whether that was within the deadline of its harm"),
        ),
    ),
    Unit(
        "victim",
        "victims",
        "the victim group of one case",
        (
            *_who("the day of the first report"),
            HARM,
            LEGALITY,
            SEVERITY,
            _word("age", "age band of the youngest", lambda pack: pack.age_bands.ids),
            _word("sex", "sex", lambda pack: pack.sexes.ids),
            _word("self_generated", "whether the person made it themselves", TOLD),
            _word("ai_generated", "whether a machine made it", TOLD),
            _word("outcome", "how the case ended", OUTCOMES),
            _yes_no("police", "whether it was referred to the police"),
            _yes_no("partner", "whether it was referred to a partner hotline"),
            _yes_no("helpline", "whether the person was led to a helpline"),
        ),
    ),
    Unit(
        "item",
        "items",
        "one piece of content at one address",
        (
            *_who("the day of the first report"),
            HARM,
            LEGALITY,
            SEVERITY,
            _yes_no("known", "whether the hotline had assessed it before"),
            _yes_no("proactive", "whether the hotline found it itself"),
            _yes_no("confirmed", "whether an analyst found it illegal"),
            _word("site_kind", "type of site"),
            PLATFORM,
            _word("top_level_domain", "such as com or al"),
            _word("country", "where it is hosted, ISO 3166 in capitals"),
            _minutes("seen_up", "from the first report until it was last seen up"),
            _minutes("seen_down", "from the first report until seen down, its removal confirmed; empty: still up"),
        ),
    ),
    Unit(
        "notice",
        "notices",
        "one notice to one recipient",
        (
            *_who("the day it was sent"),
            _word("item", "the unit of its item"),
            HARM,
            _word("provider", "whom it went to: a company, never a person"),
            _word("country", "the provider's country, ISO 3166 in capitals"),
            _word("outcome", "what became of it", ("sent", "removed", "refused", "failed")),
            _minutes("answered", "until what became of it was known"),
        ),
    ),
    Unit(
        "hash",
        "hashes",
        "one fingerprint of one's own photo or of known material",
        (
            *_who("the day it was submitted"),
            _word("origin", "who gave it", ("own_photo", "hotline", "partner")),
            _yes_no("shared", "whether it was shared with platforms"),
            _yes_no("matched", "whether a platform found a copy"),
        ),
    ),
    Unit(
        "help",
        "help_contacts",
        "one contact of somebody who sought help",
        (
            *_who("the day of the contact"),
            _word("topic", "what it was about", lambda pack: pack.harms.ids),
            CHANNEL,
            _word("age", "age band", lambda pack: pack.age_bands.ids),
            _word("sex", "sex", lambda pack: pack.sexes.ids),
            REGION,
        ),
    ),
)  # fmt: skip
BY_ID = {unit.id: unit for unit in UNITS}


def printed(pack: CountryPack) -> str:
    """Return the schema in words, with the words that `pack` allows."""
    lines = [f"Facts of an edition, schema version {VERSION}, country pack {pack.version}.", ""]
    for unit in UNITS:
        lines.append(f"{unit.file}.parquet or {unit.file}.csv: {unit.meaning}")
        for column in unit.columns:
            needed = ", required" if column.required else ""
            lines.append(f"  {column.name:<18}{column.kind.value}{needed}: {column.meaning}")
            if words := column.allowed(pack):
                lines.append(f"  {'':<18}one of {', '.join(words)}")
        lines.append("")
    return "\n".join(lines)
