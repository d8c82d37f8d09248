"""The baked site: files made ahead, which the public front serves as they lie there. Plain Python, no framework."""

from isigurt.baked.layout import REPORTS, SITE
from isigurt.baked.reading import Baked, BakedFile, Merged
from isigurt.baked.writing import Baking, BakingError, durable

__all__ = ["REPORTS", "SITE", "Baked", "BakedFile", "Baking", "BakingError", "Merged", "durable"]
