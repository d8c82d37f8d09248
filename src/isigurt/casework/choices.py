"""Small closed lists of casework that no country pack changes."""

from django.db.models import IntegerChoices, TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Band(IntegerChoices):
    """The first thing by which the queue is ordered; within a band the earliest deadline comes first."""

    CHILD_AT_RISK = 0, _("child at risk now")
    ORDINARY = 1, _("by its deadline")
    LOOKS_AUTOMATED = 2, _("waits: looks automated")


class ItemKind(TextChoices):
    """What a reported place is; only content joins cases by itself."""

    CONTENT = "content", _("content address")
    ACCOUNT = "account", _("account in an app")
    PROFILE = "profile", _("profile address")
    HOME_PAGE = "home_page", _("home page")
    UNUSABLE = "unusable", _("address that cannot be used")


class Tristate(TextChoices):
    """An answer that may be unknown; unknown is an answer, not a gap."""

    YES = "yes", _("yes")
    NO = "no", _("no")
    UNKNOWN = "unknown", _("cannot be told")


class Outcome(TextChoices):
    """How a closed case ended."""

    REMOVED = "removed", _("content removed")
    REFERRED = "referred", _("referred to the police or another authority")
    REMOVED_AND_REFERRED = "removed_referred", _("content removed and case referred")
    NOT_REMOVED = "not_removed", _("illegal, could not be removed")
    NOT_ILLEGAL = "not_illegal", _("assessed, not illegal")
    HELPED = "helped", _("the person was advised or led to help")


class Attention(TextChoices):
    """Why a case that was dealt with needs a person again; set by the rooms that notice it."""

    NOTHING = "", pgettext_lazy("attention", "nothing")
    NOTICE_WAITS = "notice_waits", _("a notice waits for approval")
    NOTICE_OVERDUE = "notice_overdue", _("no removal by the deadline")
    NOTICE_UNSURE = "notice_unsure", _("unsure whether a notice was sent")
    NOTICE_FAILED = "notice_failed", _("a notice could not be delivered")
    HOLD_ENDED = "hold_ended", _("the police hold has ended")
    LOOK_NEEDED = "look_needed", _("a person has to confirm what the watch saw")
    RETURNED = "returned", _("content came back")
    ALL_REMOVED = "all_removed", _("all content is removed")


class Joined(TextChoices):
    """How a report came into a case."""

    OPENED = "opened", _("opened the case")
    SAME_CONTENT = "same_content", _("same content address, joined by itself")
    BY_HAND = "by_hand", _("joined by a person")


class SuggestionState(TextChoices):
    """What a person said to a suggestion."""

    OPEN = "open", _("open")
    JOINED = "joined", _("joined")
    DISMISSED = "dismissed", _("not the same")


class MergeKind(TextChoices):
    """Which way reports and items were moved."""

    MERGE = "merge", _("merged")
    SPLIT = "split", _("split off")
