"""What a country pack holds: one frozen dataclass for each kind of entry.

The field names are the keys of the TOML files; a field without default must be there.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from isigurt.country.words import Words


class Confidence(StrEnum):
    """How far a fact can be trusted."""

    SURE = "sure"  # seen at the institution's own page, or at several
    CHECK = "check"  # seen once, old, or second hand
    COUNSEL = "counsel"  # law: a lawyer signs it off


@dataclass(frozen=True, kw_only=True)
class Entry:
    """Common to all entries: an id that is stored in the database and must never change its meaning."""

    id: str
    title: Words
    confidence: Confidence = Confidence.SURE
    note: str = ""  # for staff and pack writers, in English: where the fact is from, what is in doubt
    as_of: dt.date | None = None
    signed_off_by: str = ""  # who checked a doubtful fact, and when
    signed_off_on: dt.date | None = None

    @property
    def verify(self) -> bool:
        """True while the fact is doubtful and nobody has signed it off; never present it as certain."""
        return self.confidence is not Confidence.SURE and not self.signed_off_by

    def sure(self) -> bool:
        """True when the fact may be shown to the public."""
        return not self.verify


@dataclass(frozen=True, kw_only=True)
class Harm(Entry):
    """What a report is about. ``title`` and ``hint`` are a child's words, ``staff_title`` the field's."""

    hint: Words
    staff_title: Words
    deadline_hours: int  # from report to first action of a person
    deadline_reason: Words
    advice: Words  # what to do at once, said to the reporter
    sexual_abuse: bool = False  # content addresses of such reports join one case by themselves
    severity_applies: bool = False  # classes A1 to B2 are asked for
    xarf_type: str | None = None  # XARF v4 content type of the notice's attachment; None: plain notice
    icon: str = "question"  # name in the design system's sprite
    form_only: bool = False  # a reporter may choose it, an analyst may not
    help: tuple[str, ...] = ()  # ids of helplines, the best one first
    law: tuple[str, ...] = ()  # ids of law articles the analyst is offered first


@dataclass(frozen=True, kw_only=True)
class Legality(Entry):
    """Result of an assessment: is it illegal, and where."""

    hint: Words
    illegal: bool


@dataclass(frozen=True, kw_only=True)
class Severity(Entry):
    """Industry class: the letter is before (A) or after (B) puberty, the digit sexual act (1) or not (2)."""

    hint: Words
    rank: int  # 1 is the gravest


@dataclass(frozen=True, kw_only=True)
class AgeBand(Entry):
    """Age band, of the reporter or as it appears on the content."""

    of_reporter: bool = True
    of_victim: bool = True
    child: bool = False


@dataclass(frozen=True, kw_only=True)
class Sex(Entry):
    """Sex as it appears on the content."""


@dataclass(frozen=True, kw_only=True)
class ReporterKind(Entry):
    """Who is reporting; ``child`` decides the tone of the answer."""

    child: bool = False


@dataclass(frozen=True, kw_only=True)
class Channel(Entry):
    """How a report came in; one of them is the form."""

    by_hand: bool = True  # staff enter it


@dataclass(frozen=True, kw_only=True)
class DismissalReason(Entry):
    """Why a case ends without action."""

    hint: Words
    needs_text: bool = False


@dataclass(frozen=True, kw_only=True)
class LawArticle(Entry):
    """Reference to an article of law. Never its text, never a penalty."""

    code: str  # short, for the desk
    article: str
    cited_as: Words  # as a letter cites it, with {article} where the number goes

    @property
    def reference(self) -> str:
        """Short reference, for example ``KP 117``."""
        return f"{self.code} {self.article}"

    @property
    def citation(self) -> str:
        """Reference that a reader abroad understands, in the active language."""
        return str(self.cited_as).replace("{article}", self.article)


@dataclass(frozen=True, kw_only=True)
class DutyToReport(Entry):
    """Who must tell the authorities of a crime; ``title`` is what staff read."""

    article: str  # id of the law article


@dataclass(frozen=True, kw_only=True)
class Authority(Entry):
    """Institution a case can be referred to, and what it can do."""

    role: Words
    short: str = ""
    mail: str = ""
    telephone: str = ""
    police: bool = False  # "police first" refers here
    blocks: bool = False  # can order removal or blocking


@dataclass(frozen=True, kw_only=True)
class Helpline(Entry):
    """Number a person can call."""

    number: str  # as it is printed, with spaces
    hint: Words
    hours: Words
    free: bool = False
    emergency: bool = False
    on_every_page: bool = False
    web: str = ""

    @property
    def label(self) -> str:
        """Name with the number in it, for a short link: ``Policia 129``, ``ALO 116 111``."""
        title = str(self.title)
        return title if self.number in title else f"{title} {self.number}"

    @property
    def dial(self) -> str:
        """Number for a ``tel:`` address."""
        return "".join(sign for sign in self.number if sign.isdigit() or sign == "+")


@dataclass(frozen=True, kw_only=True)
class Platform(Entry):
    """App or network on which an account can be reported."""

    hosts: tuple[str, ...] = ()  # registrable domains
    accounts: bool = True  # people have a name there that can be reported

    @property
    def name(self) -> str:
        """Name of the platform, the same in most languages."""
        return str(self.title)


@dataclass(frozen=True, kw_only=True)
class Glossed(Entry):
    """Term of the field: ``title`` in each language, for the glossary and for letters."""


@dataclass(frozen=True, kw_only=True)
class County(Entry):
    """Part of the country as figures are told by: coarse enough that nobody is recognised.

    The small map shows it as a tile in this row, beginning in this half column; no row: the country has no map.
    """

    map_row: int = 0
    map_column: int = 0


@dataclass(frozen=True, kw_only=True)
class Municipality(Entry):
    """Where an event is."""

    county: str  # id of the county it lies in


@dataclass(frozen=True, kw_only=True)
class SaferInternetDay(Entry):
    """Safer Internet Day of one year. Its date is announced, not reckoned: no rule gives it for every year."""

    day: dt.date


@dataclass(frozen=True, kw_only=True)
class Hotline(Entry):
    """Who runs this platform. ``title`` is the wordmark's name."""

    platform_name: Words
    hotline_name: Words
    organisation: Words
    mail: str
    languages: tuple[str, ...]  # first one is the language when in doubt
    since: int
    leave_address: str  # where "Leave this page" goes: neutral, well known, fast
    leave_name: Words
    country: str  # ISO 3166-1 alpha-2
    time_zone: str

    @property
    def name(self) -> str:
        """Short name, as on the wordmark."""
        return str(self.title)
