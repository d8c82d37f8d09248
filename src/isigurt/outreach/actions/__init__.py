"""What changes the public site."""

from isigurt.outreach.actions.baking import bake_now, want_baking

__all__ = ["bake_now", "want_baking"]
