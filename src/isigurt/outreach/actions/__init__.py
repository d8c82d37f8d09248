"""What changes the public site."""

from isigurt.outreach.actions.baking import bake_now, want_baking
from isigurt.outreach.actions.counting import read_downloads
from isigurt.outreach.actions.recording import record_file_act, record_page_act
from isigurt.outreach.actions.taking_part import (
    TooLate,
    accept_sign_up,
    erase_contact,
    note_look,
    open_sign_up,
    refuse_sign_up,
    undo_decision,
)
from isigurt.outreach.actions.translating import begin_translation

__all__ = [
    "TooLate",
    "accept_sign_up",
    "bake_now",
    "begin_translation",
    "erase_contact",
    "note_look",
    "open_sign_up",
    "read_downloads",
    "record_file_act",
    "record_page_act",
    "refuse_sign_up",
    "undo_decision",
    "want_baking",
]
