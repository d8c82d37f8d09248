"""What changes cases and items: one function for each act."""

from isigurt.casework.actions.assessing import Findings, FindingsInvalid, assess
from isigurt.casework.actions.deciding import (
    call_attention,
    close,
    dismiss,
    reopen,
    set_child_at_risk,
    set_harm,
    settle_news,
    write_note,
)
from isigurt.casework.actions.entering import enter_report
from isigurt.casework.actions.erasing import erase
from isigurt.casework.actions.joining import dismiss_suggestion, join, merge, reopen_suggestion, split, undo
from isigurt.casework.actions.leases import reassign, release, renew, take, take_next
from isigurt.casework.actions.looking import copy_address, view_case
from isigurt.casework.actions.placing import place_report
from isigurt.casework.actions.talking import answer

__all__ = [
    "Findings",
    "FindingsInvalid",
    "answer",
    "assess",
    "call_attention",
    "close",
    "copy_address",
    "dismiss",
    "dismiss_suggestion",
    "enter_report",
    "erase",
    "join",
    "merge",
    "place_report",
    "reassign",
    "release",
    "renew",
    "reopen",
    "reopen_suggestion",
    "set_child_at_risk",
    "set_harm",
    "settle_news",
    "split",
    "take",
    "take_next",
    "undo",
    "view_case",
    "write_note",
]
