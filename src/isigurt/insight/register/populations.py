"""What is counted: all rows of a unit, or those of them that meet a condition."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Population:
    """Rows of one unit. One that is `within` another holds only rows of that one: the gate looks at the difference."""

    id: str
    title: Promise
    unit: str
    condition: str = "TRUE"
    within: str = ""


_ALL = (
    Population("reports", _("reports"), "report"),
    Population("victims", _("victim groups"), "victim"),
    Population("graded", _("victim groups on graded material"), "victim", "severity IS NOT NULL", within="victims"),
    Population("items", _("items"), "item"),
    Population("confirmed", _("items confirmed illegal"), "item", "confirmed", within="items"),
    Population("notices", _("notices"), "notice"),
    Population("hashes", _("fingerprints"), "hash"),
    Population("help", _("contacts of people who sought help"), "help"),
)
POPULATIONS = {each.id: each for each in _ALL}
