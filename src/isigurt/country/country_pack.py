"""The country pack itself: all that differs from country to country, read once and then only read."""

from __future__ import annotations

import datetime as dt
import hashlib
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from isigurt.country.entries import (
    AgeBand,
    Authority,
    Channel,
    County,
    DismissalReason,
    DutyToReport,
    Entry,
    Glossed,
    Harm,
    Helpline,
    Hotline,
    LawArticle,
    Legality,
    Municipality,
    Platform,
    ReporterKind,
    SaferInternetDay,
    Severity,
    Sex,
)
from isigurt.country.language import Language, read_languages
from isigurt.country.listing import Listing
from isigurt.country.reading import PackInvalid, Reader

# Which list of the pack is read from which file, table and kind.
LISTS: dict[str, tuple[str, str, type[Entry]]] = {
    "harms": ("harms", "harm", Harm),
    "legalities": ("assessment", "legality", Legality),
    "severities": ("assessment", "severity", Severity),
    "age_bands": ("assessment", "age_band", AgeBand),
    "sexes": ("assessment", "sex", Sex),
    "reporter_kinds": ("assessment", "reporter_kind", ReporterKind),
    "channels": ("assessment", "channel", Channel),
    "dismissal_reasons": ("assessment", "dismissal_reason", DismissalReason),
    "law_articles": ("law", "article", LawArticle),
    "duties": ("law", "duty", DutyToReport),
    "authorities": ("authorities", "authority", Authority),
    "helplines": ("helplines", "helpline", Helpline),
    "platforms": ("platforms", "platform", Platform),
    "counties": ("places", "county", County),
    "municipalities": ("places", "municipality", Municipality),
    "safer_internet_days": ("days", "safer_internet_day", SaferInternetDay),
    "words": ("words", "term", Glossed),
}
FILES = ("hotline", *dict.fromkeys(file for file, _, _ in LISTS.values()))
# The rest of the program speaks of these by name; a pack may add to them, not leave them out.
NEEDED_HARMS = frozenset({"csam", "other", "unknown"})
NEEDED_LEGALITIES = frozenset({"baseline", "national", "not_illegal"})
NEEDED_CHANNELS = frozenset({"web", "telephone", "mail", "in_person"})
NEEDED_SEVERITIES = frozenset({"A1", "A2", "B1", "B2"})


@dataclass(frozen=True, kw_only=True)
class CountryPack:
    """Everything about one country. Ids are what the database keeps; words are what people read."""

    name: str
    version: str  # name and digest of the files: kept with each assessment
    hotline: Hotline
    harms: Listing[Harm]
    legalities: Listing[Legality]
    severities: Listing[Severity]
    age_bands: Listing[AgeBand]
    sexes: Listing[Sex]
    reporter_kinds: Listing[ReporterKind]
    channels: Listing[Channel]
    dismissal_reasons: Listing[DismissalReason]
    law_articles: Listing[LawArticle]
    duties: Listing[DutyToReport]
    authorities: Listing[Authority]
    helplines: Listing[Helpline]
    platforms: Listing[Platform]
    counties: Listing[County]
    municipalities: Listing[Municipality]
    safer_internet_days: Listing[SaferInternetDay]
    words: Listing[Glossed]
    known_languages: Listing[Language]  # the pack's own first, then the others that are shipped

    @property
    def languages(self) -> Listing[Language]:
        """Languages that the pages speak, the one when in doubt first."""
        return self.known_languages.where(lambda language: language.id in self.hotline.languages)

    def municipalities_of(self, county_id: str) -> Listing[Municipality]:
        """Municipalities of one county."""
        return self.municipalities.where(lambda municipality: municipality.county == county_id)

    def next_safer_internet_day(self, after: dt.date, *, doubtful: bool = False) -> SaferInternetDay | None:
        """First Safer Internet Day on or after a date; None when no later one is known.

        A date that nobody has confirmed counts only if ``doubtful`` is asked for: never show it as certain.
        """
        coming = [each for each in self.safer_internet_days if each.day >= after and (doubtful or each.sure())]
        return min(coming, key=lambda each: each.day, default=None)

    @property
    def assessable_harms(self) -> Listing[Harm]:
        """Harms an analyst can choose: all but the form-only ones."""
        return self.harms.where(lambda harm: not harm.form_only)

    @property
    def reporter_age_bands(self) -> Listing[AgeBand]:
        """Age bands that the report form offers."""
        return self.age_bands.where(lambda band: band.of_reporter)

    @property
    def apparent_age_bands(self) -> Listing[AgeBand]:
        """Age bands for the youngest person on the content."""
        return self.age_bands.where(lambda band: band.of_victim)

    @property
    def sure_helplines(self) -> Listing[Helpline]:
        """Helplines whose number is certain: the only ones the public sees."""
        return self.helplines.where(Helpline.sure)

    @property
    def police(self) -> Listing[Authority]:
        """Authorities that "police first" refers to."""
        return self.authorities.where(lambda authority: authority.police)

    def helplines_for(self, harm_id: str) -> Listing[Helpline]:
        """Sure helplines for a harm, the best one first."""
        return Listing(self.helplines[each] for each in self.harms[harm_id].help if self.helplines[each].sure())

    def entries(self) -> Iterator[tuple[str, Entry]]:
        """Every entry with the name of its list."""
        yield "hotline", self.hotline
        for name in (*LISTS, "languages"):
            for entry in getattr(self, name):
                yield name, entry

    def facts_to_verify(self) -> list[tuple[str, Entry]]:
        """Doubtful facts that nobody has signed off, with the name of their list: for the admin page."""
        return [(name, entry) for name, entry in self.entries() if entry.verify]


def load_pack(folder: Path) -> CountryPack:
    """Read and check the pack in ``folder``. Raises PackInvalid with every mistake found."""
    contents, tables, problems = _read_files(folder)
    if problems:
        raise PackInvalid(problems)
    languages = tables["hotline"].get("languages")
    if not isinstance(languages, list) or not languages or not all(isinstance(code, str) for code in languages):
        raise PackInvalid(['hotline.toml: "languages" must list the languages, the first one first'])
    reader = Reader(tuple(languages))
    hotline = reader.entry(Hotline, tables.pop("hotline"), "hotline.toml")
    lists: dict[str, Listing[Any]] = {}
    for name, (file, key, kind) in LISTS.items():
        lists[name] = Listing(reader.entries(kind, tables[file].pop(key, None), f"{file}.toml, {key}"))
    for file, rest in tables.items():
        for key in rest:
            reader.complain(f"{file}.toml", f'unknown table "{key}"')
    lists["known_languages"] = Listing(read_languages(reader, folder))
    if reader.problems or hotline is None:
        raise PackInvalid(reader.problems)
    pack = CountryPack(name=folder.name, version=_version(folder.name, contents), hotline=hotline, **lists)
    if wrong := [*_contradictions(pack), *_strange_places_and_days(pack)]:
        raise PackInvalid(wrong)
    return pack


def _read_files(folder: Path) -> tuple[dict[str, bytes], dict[str, dict[str, Any]], list[str]]:
    contents: dict[str, bytes] = {}
    tables: dict[str, dict[str, Any]] = {}
    problems: list[str] = []
    if not folder.is_dir():
        return contents, tables, [f"there is no country pack {folder.name!r}: no folder at {folder}"]
    for file in FILES:
        try:
            contents[file] = (folder / f"{file}.toml").read_bytes()
            tables[file] = tomllib.loads(contents[file].decode())
        except FileNotFoundError:
            problems.append(f"{file}.toml: is missing")
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            problems.append(f"{file}.toml: is not valid TOML in UTF-8 ({error})")
    known = ", ".join(f"{file}.toml" for file in FILES)
    stray = sorted(path.name for path in folder.glob("*.toml") if path.stem not in FILES)
    problems += [f"{name}: unknown file; a pack has {known}" for name in stray]
    return contents, tables, problems


def _version(name: str, contents: dict[str, bytes]) -> str:
    digest = hashlib.sha256()
    for file, content in sorted(contents.items()):
        digest.update(f"{file} {len(content)}\n".encode() + content)
    return f"{name}-{digest.hexdigest()[:12]}"


def _contradictions(pack: CountryPack) -> list[str]:
    """Mistakes that show only when all entries are known: bad references and missing ids."""
    wrong = []
    for needed, having in (
        (NEEDED_HARMS, pack.harms),
        (NEEDED_LEGALITIES, pack.legalities),
        (NEEDED_CHANNELS, pack.channels),
        (NEEDED_SEVERITIES, pack.severities),
    ):
        wrong += [
            f'the program needs an entry "{each}", which the pack leaves out' for each in needed - set(having.ids)
        ]
    for harm in pack.harms:
        where = f'harms.toml, harm "{harm.id}"'
        wrong += [f'{where}: help names no helpline "{each}"' for each in harm.help if each not in pack.helplines]
        wrong += [f'{where}: law names no article "{each}"' for each in harm.law if each not in pack.law_articles]
        if harm.deadline_hours < 1:
            wrong.append(f"{where}: deadline_hours must be 1 or more")
    for article in pack.law_articles:
        if any("{article}" not in text for _, text in article.cited_as.texts):
            wrong.append(f'law.toml, article "{article.id}": cited_as must hold {{article}} in every language')
    for duty in pack.duties:
        if duty.article not in pack.law_articles:
            wrong.append(f'law.toml, duty "{duty.id}": names no article "{duty.article}"')
    if not len(pack.sure_helplines):
        wrong.append("helplines.toml: at least one number must be sure: the form shows it")
    if not len(pack.police):
        wrong.append("authorities.toml: one authority must have police = true")
    return wrong


def _strange_places_and_days(pack: CountryPack) -> Iterator[str]:
    for municipality in pack.municipalities:
        if municipality.county not in pack.counties:
            yield f'places.toml, municipality "{municipality.id}": names no county "{municipality.county}"'
    if len({each.day.year for each in pack.safer_internet_days}) != len(pack.safer_internet_days):
        yield "days.toml: a year has one Safer Internet Day"


assert {field.name for field in fields(CountryPack)} == {"name", "version", "hotline", "known_languages", *LISTS}  # noqa: S101
