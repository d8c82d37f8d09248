"""What changes the public site."""

from isigurt.outreach.actions.baking import bake_now, want_baking
from isigurt.outreach.actions.recording import record_file_act, record_page_act
from isigurt.outreach.actions.translating import begin_translation

__all__ = [
    "bake_now",
    "begin_translation",
    "record_file_act",
    "record_page_act",
    "want_baking",
]
