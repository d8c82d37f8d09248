"""`isigurt bake`."""

from isigurt.baked import BakingError
from isigurt.outreach.baking import PageFailed, bake, differences


def bake_all() -> int:
    """Bake the whole site now; return the exit status."""
    try:
        count = bake()
    except PageFailed as error:
        print(f"Nothing was changed: the page {error.page.address} cannot be baked. {error.why}")
        return 1
    except BakingError as error:
        print(f"Nothing was changed: {error}")
        return 1
    print(f"baked {count} files")
    return 0


def check() -> int:
    """Say whether every live page is baked and current; return the exit status."""
    try:
        found = differences()
    except PageFailed as error:
        print(f"The page {error.page.address} cannot be baked. {error.why}")
        return 1
    print("\n".join(found) if found else "every live page is baked and current")
    return 1 if found else 0
