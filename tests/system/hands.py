"""An analyst's hands, in processes that may be killed: `python -m tests.system.hands WORD`.

`work` assesses what came in and approves what is proposed, for ever; every round runs in a fresh child, which whoever
plays fate can kill in the middle. `prepare` makes the analyst; `colleague` signs another one in at the desk and prints
the session. `judge` prints, as JSON, what became of everything; `locators` reads receipts.
"""

import json
import os
import sys

import django


def main(word: str) -> object:
    # A session is good only where it was signed with the desk's own secret.
    role = "desk" if word == "colleague" else "everything"
    os.environ["DJANGO_SETTINGS_MODULE"] = f"isigurt.config.settings.{role}"
    django.setup()
    from tests.system import handiwork  # noqa: PLC0415 - after Django is ready

    match word:
        case "prepare":
            return str(handiwork.analyst().pk)
        case "colleague":
            return handiwork.colleague()
        case "work":
            return handiwork.work()
        case "judge":
            return handiwork.judge()
        case "locators":
            return handiwork.locators(json.load(sys.stdin))
    raise SystemExit(f"what is {word}?")


if __name__ == "__main__":
    sys.stdout.write(json.dumps(main(sys.argv[1])) + "\n")
