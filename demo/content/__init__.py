"""What the demo's public site says: a whole national platform, written for this project, in both languages.

The facts of 2023 are those of the platform's own press release of 7 February 2023; the words are ours.
"""

from demo.content.downloads import take_away
from demo.content.publishing import publish
from demo.content.taking_part import send_in

__all__ = ["publish", "send_in", "take_away"]
