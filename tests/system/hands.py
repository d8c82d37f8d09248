"""An analyst's hands, in a process that may be killed: `python -m tests.system.hands prepare|work|judge|locators`.

`work` assesses what came in and approves what is proposed, for ever; every round runs in a fresh child, which whoever
plays fate can kill in the middle. `judge` prints, as JSON, what became of everything; `locators` reads receipts.
"""

import json
import os
import sys

import django


def main(word: str) -> object:
    os.environ["DJANGO_SETTINGS_MODULE"] = "isigurt.config.settings.everything"
    django.setup()
    from tests.system import handiwork  # noqa: PLC0415 - after Django is ready

    match word:
        case "prepare":
            return str(handiwork.analyst().pk)
        case "work":
            return handiwork.work()
        case "judge":
            return handiwork.judge()
        case "locators":
            return handiwork.locators(json.load(sys.stdin))
    raise SystemExit(f"what is {word}?")


if __name__ == "__main__":
    sys.stdout.write(json.dumps(main(sys.argv[1])) + "\n")
