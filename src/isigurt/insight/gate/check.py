"""The gate's answer: is every number the protected one, and could a small count be worked out from all of them?"""

from dataclasses import dataclass

from django.utils.translation import gettext_noop as _

from isigurt.insight.gate.attack import Attack, Suspect
from isigurt.insight.gate.notices import exact_rows
from isigurt.insight.gate.program import Contradiction
from isigurt.insight.gate.remedy import LEFT_OUT, MERGED, Remedy
from isigurt.insight.protection.plan import Figure, LeftOut, Measure, Plan
from isigurt.insight.register import POPULATIONS
from isigurt.insight.speaking import said

# Of these no small count may be known. Notices are not among them: the trusted flagger publishes theirs by law, and
# what they tell of these enters as bounds (notices.py).
PROTECTED = ("report", "victim", "item", "hash", "help")


@dataclass(frozen=True)
class Verdict:
    """What keeps the numbers from being published; nothing does if both are empty."""

    faults: tuple[str, ...]
    pinned: tuple[Suspect, ...]

    @property
    def passed(self) -> bool:
        """Whether the numbers may go out."""
        return not self.faults and not self.pinned


def check(plan: Plan, figures: list[Figure]) -> Verdict:
    """Look at the numbers as they were read back from what is about to be published."""
    verdict = weighed(plan, figures)
    return Verdict((*_faults(plan, figures), *verdict.faults), verdict.pinned)


def weighed(plan: Plan, figures: list[Figure]) -> Verdict:
    """Look for what could be worked out from the numbers, and from what was told before."""
    faults: list[str] = []
    pinned: list[Suspect] = []
    for unit in PROTECTED:
        attack = Attack(plan, figures, unit)
        suspects = attack.suspects()
        try:
            pinned += [suspects[place] for place in attack.program.pinned([each.form for each in suspects])]
        except Contradiction:
            about = next(each.title for each in POPULATIONS.values() if each.unit == unit)
            faults.append(said(_("{about}: the numbers contradict one another, no year could have them"), about=about))
    return Verdict(tuple(faults), tuple(pinned))


def _faults(plan: Plan, figures: list[Figure]) -> list[str]:
    """A number must be the protected one of a cell that stands, and no cell of a table may be kept back."""
    expected = {figure[:4]: figure.text for figure in plan.figures()}
    faults = []
    for figure in figures:
        protected = expected.get(figure[:4])
        if protected is None:
            faults.append(said(_("{cell}: {text} is no number of the register"), cell=_name(figure), text=figure.text))
        elif figure.text != protected:
            faults.append(said(_("{cell}: {text} is not the protected number"), cell=_name(figure), text=figure.text))
    shown = {figure[:4] for figure in figures}
    faults += [
        said(_("{cell}: a single number is kept back, and the others would tell it"), cell=_name(figure))
        for figure in plan.figures()
        if figure.measure is Measure.COUNT and figure[:4] not in shown
    ]
    return faults


def _name(figure: Figure) -> str:
    rows = " × ".join("all" if group is None else "+".join(group) or "not known" for group in figure.key)
    return f"{figure.table} ({rows or 'all'}), {figure.measure}"


def remedied(plan: Plan) -> tuple[Plan, list[Remedy]]:
    """Return the plan with what would be pinned merged or left out, and each step.

    The remedy is fixed: a row of notices that alone tells it is merged, else the row itself, each with its smallest
    neighbour; where nothing is left to merge, the last cut of the register that shows it is left out. Nothing is drawn
    again, and every step looks at published numbers alone.
    """
    log: list[Remedy] = []
    while pinned := check(plan, plan.figures()).pinned:
        mended = _step(plan, pinned[0])
        if mended is None:  # told by what was published before alone: no table of this plan can take it back
            break
        plan, step = mended
        log.append(step)
    return plan, log


def _step(plan: Plan, suspect: Suspect) -> tuple[Plan, Remedy] | None:
    if (annexed := _step_in_the_annex(plan, suspect)) is not None:
        return annexed
    for population, dimension, category in suspect.places:
        group = next(group for group in plan.groups[population, dimension] if category in group)
        merged = plan.merge(population, dimension, group)
        # A row that nothing shows by itself is merged without avail.
        if merged is not None and any(
            cut.population == population and dimension in cut.dimensions for _, cut in plan.standing
        ):
            return merged, Remedy(MERGED, population, (dimension,), group)
    standing = [(table.id, cut) for table, cut in plan.standing if cut.unit == suspect.cut.unit and not table.exact]
    showing = [each for each in standing if each[1] == suspect.cut]
    # What was told before is no table's to leave out: then the last one beside it gives way.
    beside = [each for each in standing if each[1].population == suspect.cut.population]
    for table, cut in reversed(showing or beside or standing):
        return plan.without(table, cut, LeftOut.GATE), Remedy(LEFT_OUT, table, cut.dimensions)
    return None


def _step_in_the_annex(plan: Plan, suspect: Suspect) -> tuple[Plan, Remedy] | None:
    """Merge the row of notices without which the sum would stay open, if it is a single one and can be merged."""
    figures = plan.figures()
    for row in exact_rows(plan, figures):
        group = row.key[0] if row.key else None
        if group is None or _pins(plan, [each for each in figures if each != row], suspect):
            continue
        population, dimension = row.cut.population, row.cut.dimensions[0]
        merged = plan.merge(population, dimension, group)
        if merged is not None:
            return merged, Remedy(MERGED, population, (dimension,), group)
    return None


def _pins(plan: Plan, figures: list[Figure], suspect: Suspect) -> bool:
    return bool(Attack(plan, figures, suspect.cut.unit).program.pinned([suspect.form]))
