"""The tables of casework: cases, items, what joins them, and what people decided."""

from isigurt.casework.models.cases import Case, CaseNote, CaseNumber
from isigurt.casework.models.items import Assessment, Item
from isigurt.casework.models.joins import CaseItem, CaseMerge, CaseReport, JoinSuggestion, ReportItem

__all__ = [
    "Assessment",
    "Case",
    "CaseItem",
    "CaseMerge",
    "CaseNote",
    "CaseNumber",
    "CaseReport",
    "Item",
    "JoinSuggestion",
    "ReportItem",
]
