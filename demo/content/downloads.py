"""How often the demo's materials were taken away in the last two weeks, counted as the public door counts."""

from datetime import timedelta

# The most of a day; schools ask on working days.
MOST = {"sq": 9, "en": 3}
DAYS = 14
WORKING_DAYS = 5


def take_away() -> None:
    """Add the counts to the door's store, and let the worker's step read them; once."""
    from django.utils import timezone  # noqa: PLC0415 - after Django is ready

    from demo.content.poster import TOLD  # noqa: PLC0415
    from isigurt.intake.door.counting import add_downloads  # noqa: PLC0415
    from isigurt.outreach.models import Download, Material  # noqa: PLC0415
    from isigurt.steps.registry import get  # noqa: PLC0415
    from isigurt.steps.runner import run_until_idle  # noqa: PLC0415

    if Download.objects.exists():
        return
    today = timezone.localdate()
    days = [today - timedelta(days=back) for back in range(DAYS)]
    counts = {}
    for language, told in TOLD.items():
        address = Material.objects.get(title=told["title"]).url
        for day in days:
            if day.weekday() < WORKING_DAYS:
                counts[day, address] = 1 + (day.toordinal() * 7) % MOST[language]
    add_downloads(counts)
    run_until_idle([get("outreach.read_downloads")])
