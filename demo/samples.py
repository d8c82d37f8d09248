"""A dozen invented reports of the last days, through the real intake and the real steps, some of them dealt with.

Nothing here is a shortcut into the tables: reports are submitted as the public site submits them, members act
through the rooms' actions, and the steps do the rest; only the clock is moved by hand meanwhile.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from demo.world import ZONE

DAY = timedelta(days=1)


@dataclass(frozen=True, kw_only=True)
class Sample:
    """An invented report and what became of it.

    `hours_ago` is when it came; `found` the findings' columns when an analyst assessed it, `removed_after` the
    hours from the notice until the host took it down (None: it is still there).
    """

    hours_ago: float
    harm: str
    where: str = ""
    platform: str = ""
    account: str = ""
    words: str = ""
    language: str = "sq"
    reporter_kind: str = ""
    age_band: str = ""
    found: dict[str, str] | None = None
    removed_after: float | None = None
    dismissed: str = ""
    answer: str = ""


ILLEGAL = {"legality": "baseline", "severity": "A2", "sex": "girl", "law_article": "pc_117"}
NATIONAL = {"legality": "national"}

SAMPLES = (
    Sample(
        hours_ago=9 * 24, harm="csam", where=f"https://arkiv.{ZONE}/kopje/4711",
        words="E pashë në një grup. Nuk di çfarë të bëj.", reporter_kind="young_person",
        found=ILLEGAL | {"age_band": "10_12"}, removed_after=17,
        answer="Faleminderit që na e tregove. Po merremi ne me këtë.",
    ),
    Sample(
        hours_ago=8.6 * 24, harm="csam", where=f"arkiv.{ZONE}/kopje/4711", language="en",
        words="Somebody sent me this link.", reporter_kind="other",
    ),
    Sample(
        hours_ago=6.5 * 24, harm="csam", where=f"hxxps://video.{ZONE}/v/k7",
        words="Link nga një lojë.", reporter_kind="parent", found=ILLEGAL | {"age_band": "13_14", "severity": "B2"},
    ),
    Sample(
        hours_ago=5.2 * 24, harm="hate", where=f"http://blog.{ZONE}/2026/katrori",
        words="Shkruan se katrorët nuk duhen lënë në shkollë.", reporter_kind="teacher", found=NATIONAL,
        removed_after=40,
    ),
    Sample(
        hours_ago=4.1 * 24, harm="age_inappropriate", where=f"https://foto.{ZONE}/", reporter_kind="parent",
        words="Më duket faqe jo për fëmijë.", dismissed="not_illegal",
        answer="E pamë faqen: nuk është e paligjshme. Mund ta bllokoni në pajisjen e fëmijës.",
    ),
    Sample(
        hours_ago=2.5 * 24, harm="bullying", where=f"https://forum.{ZONE}/tema/128", reporter_kind="child",
        age_band="10_12", words="Të gjithë qeshin me trekëndëshin dhe unë rri keq.",
        answer="Përshëndetje! Nuk është faji yt. A ke një të rritur që i beson dhe mund t’i tregosh?",
    ),
    Sample(
        hours_ago=2.2 * 24, harm="bullying", where=f"https://forum.{ZONE}/tema/128", reporter_kind="teacher",
        words="Nxënësit e mi flasin për këtë temë.",
    ),
    Sample(
        hours_ago=30, harm="impersonation", where=f"https://profil.{ZONE}/u/rrethi", reporter_kind="young_person",
        words="Dikush shkruan në emrin tim.",
    ),
    Sample(
        hours_ago=20, harm="grooming", platform="instagram", account="@kend.i.drejte", reporter_kind="child",
        age_band="13_14", words="Më kërkon foto dhe thotë se do t’u tregojë shokëve.",
    ),
    Sample(
        hours_ago=9, harm="violence", where=f"https://video.{ZONE}/v/k7?t=30", reporter_kind="other",
        words="Dy vija që përplasen.",
    ),
    Sample(
        hours_ago=3, harm="csam", where=f"https://foto.{ZONE}/album/4712", reporter_kind="other", language="en",
        words="I found this album while looking for shapes.",
    ),
    Sample(
        hours_ago=1, harm="unknown", words="Nuk di ku ta them. Dikush më shkruan natën.", reporter_kind="child",
    ),
)  # fmt: skip


class HandClock:
    """A clock that is moved by hand, forward only."""

    def __init__(self, at: datetime) -> None:
        self.at = at

    def __call__(self) -> datetime:
        """Return the time it was put to."""
        return self.at

    def move_to(self, at: datetime) -> None:
        """Put it to `at`, unless that is behind it."""
        self.at = max(self.at, at)
