"""The baked site as a whole: made, or compared with the pages."""

from django.conf import settings

from isigurt.baked import SITE, Baked, Baking
from isigurt.outreach.baking.outputs import outputs


def bake() -> int:
    """Bake the whole site and put it in place; return how many files it has.

    Raises PageFailed or BakingError; the site that was there before is then untouched.
    """
    baking = Baking(settings.ISIGURT_BAKED / SITE)
    count = 0
    for output in outputs():
        baking.put(output.address, output.body, output.kind)
        count += 1
    baking.finish()
    return count


def differences() -> list[str]:
    """Return a line for each address whose baked file is missing, out of date, or of no page any more."""
    site = Baked(settings.ISIGURT_BAKED / SITE)
    found, seen = [], set()
    for output in outputs():
        seen.add(output.address)
        file = site.find(output.address)
        if file is None:
            found.append(f"{output.address}: not baked")
        elif file.plain != output.body:
            found.append(f"{output.address}: out of date")
    found += [f"{address}: baked, but there is no such page" for address in site.addresses() if address not in seen]
    return found
