"""From pages to files: what is baked, and how it is put in place of what was there."""

from isigurt.outreach.baking.outputs import Output, PageFailed, outputs
from isigurt.outreach.baking.site import bake, differences

__all__ = ["Output", "PageFailed", "bake", "differences", "outputs"]
