"""Reading cases and items."""

from isigurt.casework.queries.items import (
    address_of,
    assessment_of,
    cases_of,
    confirmed_items,
    items_of,
    reports_of,
)

__all__ = ["address_of", "assessment_of", "cases_of", "confirmed_items", "items_of", "reports_of"]
