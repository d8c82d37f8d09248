"""What changes the public site."""

from isigurt.outreach.actions.baking import bake_now, want_baking
from isigurt.outreach.actions.recording import record_file_act, record_page_act

__all__ = ["bake_now", "record_file_act", "record_page_act", "want_baking"]
