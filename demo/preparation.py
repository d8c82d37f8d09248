"""`python -m demo.preparation`: accounts, public pages, the last days' history, the clock; safe to run again."""

import os
import sys
from datetime import UTC, datetime, timedelta

from demo import clock as demo_clock
from demo import composition
from demo.choices import Choices
from demo.samples import SAMPLES, HandClock

BEGUN = "history-begun"
DONE = "prepared"


def main() -> int:
    """Bring the demo's folder to where it can start; return the exit code."""
    choices = Choices.read()
    choices.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    done = choices.folder / DONE
    if not done.exists():
        if not prepare(choices):
            return 1
        done.touch(mode=0o600)
    demo_clock.start(choices)
    return 0


def prepare(choices: Choices) -> bool:
    """Make the accounts and play the history; return False, having said why, on a folder that is no demo's."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "isigurt.config.settings.everything"
    import django  # noqa: PLC0415 - after the settings are chosen

    django.setup()
    from demo import accounts, content  # noqa: PLC0415 - after Django is ready

    try:
        accounts.create_missing(choices)
    except accounts.NotADemoError as error:
        print(error)
        return False
    content.publish()
    content.send_in()
    content.take_away()
    # Noted before it is played: were we killed in the middle, half a history is better than the same one twice.
    begun = choices.folder / BEGUN
    if not begun.exists():
        begun.touch(mode=0o600)
        play_history(choices)
    return True


def play_history(choices: Choices) -> None:
    """Play the samples against the demo internet, served from here meanwhile."""
    from demo import quarters  # noqa: PLC0415 - after Django is ready
    from demo.history import History  # noqa: PLC0415
    from demo.internet.running import internet_beside  # noqa: PLC0415
    from isigurt import clock  # noqa: PLC0415
    from isigurt.safenet import network  # noqa: PLC0415
    from isigurt.staff.models import Member  # noqa: PLC0415

    print("playing the last days of the demo's hotline ...", flush=True)
    until = datetime.now(UTC)
    quarters.invent(until.date())
    hand = HandClock(until - timedelta(hours=max(sample.hours_ago for sample in SAMPLES) + 1))
    clock.install(hand)
    with internet_beside(choices) as conditions:
        network.install(composition.demo_network(choices))
        member = Member.objects.get(email="analyst@demo.isigurt.al")
        History(clock=hand, conditions=conditions, member=member, until=until).play()


if __name__ == "__main__":
    sys.exit(main())
