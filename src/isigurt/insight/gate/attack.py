"""Everything that an attacker knows of one unit: how cells add up, and what every published number says of them.

The attacker knows the register, the categories, the rounding rule and every number; not the secret, and no fact.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from math import inf

from isigurt.insight.gate.notices import Name, bounds
from isigurt.insight.gate.program import SMALL, Form, Program
from isigurt.insight.gate.remedy import Sum
from isigurt.insight.protection.plan import Figure, Key, Measure, Plan
from isigurt.insight.protection.rounding import BASE, REACH, share
from isigurt.insight.register import DIMENSIONS, POPULATIONS, Cut
from isigurt.insight.register.counting import Count

NUMBER = re.compile(r"\d+(\.\d+)?", re.ASCII)
# Where a small count could be hidden by merging: population, dimension, category.
Place = tuple[str, str, str]


@dataclass(frozen=True)
class Suspect:
    """A sum that is truly 1 to 4, and so must not be pinned there."""

    sum: Sum
    form: Form
    cut: Cut
    places: tuple[Place, ...]


class Attack:
    """The programme of one unit under a plan and the numbers published, and the sums it is tried on."""

    def __init__(self, plan: Plan, figures: list[Figure], unit: str) -> None:
        self.plan = plan
        self.program = Program()
        shown = [cut for table, cut in plan.standing if cut.unit == unit and not table.exact]
        told = [each for each in plan.told if each.cut.unit == unit]
        self.cuts = list(dict.fromkeys((*shown, *(each.cut for each in told))))
        self.truth: dict[Name, int] = {}
        self.margins = list(dict.fromkeys((cut.population, each) for cut in self.cuts for each in cut.dimensions))
        for population in dict.fromkeys(cut.population for cut in self.cuts):
            self._whole(population)
        for population, dimension in self.margins:
            self._margin(population, dimension)
        for cut in self.cuts:
            if len(cut.dimensions) > 1:
                self._cross(cut)
        self._summaries()
        self._nested()
        for figure in figures:
            # What is no number tells nothing here; that it stands where one belongs is a fault of its own.
            if figure.cut in shown and NUMBER.fullmatch(figure.text):
                self._publish(figure)
        for form, low, high in bounds(plan, figures, self.truth):
            self.program.add(form, low, high)
        for each in told:
            self.program.add(self.form(each.cut, each.key), each.low, each.high)

    def _whole(self, population: str) -> None:
        total = sum(self.plan.counted.margin(population).values(), start=Count())
        self.truth[population, ()] = total.n
        self.program.add({(population, ()): 1}, 0, inf)

    def _categories(self, population: str, dimension: str) -> list[str]:
        return [each for group in self.plan.groups[population, dimension] for each in group]

    def _margin(self, population: str, dimension: str) -> None:
        counts = self.plan.counted.margin(population, dimension)
        names: list[Name] = []
        for category in self._categories(population, dimension):
            name: Name = (population, ((dimension, category),))
            self.truth[name] = counts.get((category,), Count()).n
            names.append(name)
        self._adds_up(names, (population, ()))

    def _cross(self, cut: Cut) -> None:
        first, second = cut.dimensions
        rows, columns = (self._categories(cut.population, each) for each in cut.dimensions)
        cells = self.plan.counted.cells[cut]
        names = {(row, column): _cell(cut, row, column) for row in rows for column in columns}
        self.truth |= {name: cells.get(at, Count()).n for at, name in names.items()}
        for row in rows:
            self._adds_up([names[row, column] for column in columns], (cut.population, ((first, row),)))
        for column in columns:
            self._adds_up([names[row, column] for row in rows], (cut.population, ((second, column),)))

    def _adds_up(self, parts: list[Name], whole: Name) -> None:
        self.program.add({**dict.fromkeys(parts, 1), whole: -1}, 0, 0)

    def _summaries(self) -> None:
        """A summary's category is the sum of the finer ones that it stands for."""
        for population, coarse in self.margins:
            finer = DIMENSIONS[coarse].coarsens
            if (population, finer) in self.margins:
                for category in self._categories(population, coarse):
                    parts: list[Name] = [
                        (population, ((finer, each),)) for each in self._parts(population, coarse, category)
                    ]
                    self._adds_up(parts, (population, ((coarse, category),)))

    def _parts(self, population: str, coarse: str, category: str) -> list[str]:
        dimension = DIMENSIONS[coarse]
        if dimension.parts:
            return list(dimension.parts[category])
        pairs = self.plan.counted.cells[Cut(population, (dimension.coarsens, coarse))]
        return [fine for fine, into in pairs if into == category]

    def _pairs(self) -> Iterator[tuple[Name, Name]]:
        """Yield each count of a population within another one, with that of the other."""
        for population, at in list(self.truth):
            outer = POPULATIONS[population].within
            if outer and (outer, at) in self.truth:
                yield (population, at), (outer, at)

    def _nested(self) -> None:
        for inner, outer in self._pairs():
            self.program.add({outer: 1, inner: -1}, 0, inf)

    def form(self, cut: Cut, key: Key) -> dict[Name, float]:
        """Return the cell as a sum of finest counts."""
        named: list[tuple[tuple[str, str], ...]] = [()]
        for dimension, group in zip(cut.dimensions, key, strict=True):
            if group is not None:
                named = [(*at, (dimension, category)) for at in named for category in group]
        return {(cut.population, tuple(sorted(at))): 1 for at in named}

    def _publish(self, figure: Figure) -> None:
        form = self.form(figure.cut, figure.key)
        if figure.measure is Measure.COUNT:
            value = float(figure.text)
            # Whoever sees a number that is no multiple of five knows that it was not rounded.
            reach = 0 if value % BASE else REACH
            self.program.add(form, value - reach, value + reach)
        elif figure.measure is Measure.SHARE:
            self._publish_share(figure, form)

    def _publish_share(self, figure: Figure, form: dict[Name, float]) -> None:
        """A share of published numbers says nothing new; any other one is a share of true ones."""
        whole: Key = (*figure.key[:-1], None)
        table = next(table for table, cut in self.plan.standing if (table.id, cut) == (figure.table, figure.cut))
        values = (self.plan.value_of(table, figure.cut, key) for key in (figure.key, whole))
        if figure.text == str(share(*values)):
            return
        percent, decimals = float(figure.text), len(figure.text.partition(".")[2])
        half = 0.5 / 10**decimals
        of = self.form(figure.cut, whole)
        for limit, low, high in ((percent - half, 0.0, inf), (percent + half, -inf, 0.0)):
            sides = {name: 100 * value for name, value in form.items()}
            for name, value in of.items():
                sides[name] = sides.get(name, 0) - limit * value
            self.program.add(sides, low, high)

    def suspects(self) -> list[Suspect]:
        """Return every sum that is truly 1 to 4: finest counts, published cells, and differences of nested ones."""
        low, high = SMALL
        return [each for each in self._sums() if low <= self._true(each.form) <= high]

    def _true(self, form: Form) -> float:
        return sum(value * self.truth[name] for name, value in form.items())

    def _sums(self) -> Iterator[Suspect]:
        for cut in self.cuts:
            for at in self._finest(cut):
                places = tuple((cut.population, *each) for each in at)
                finest = Sum(cut.population, tuple((dimension, (each,)) for dimension, each in at))
                yield Suspect(finest, {(cut.population, tuple(sorted(at))): 1}, cut, places)
            for key in self.plan.keys_of(cut):
                form = self.form(cut, key)
                rows = tuple(
                    (each, group) for each, group in zip(cut.dimensions, key, strict=True) if group is not None
                )
                places = tuple((cut.population, dimension, group[0]) for dimension, group in rows)
                yield Suspect(Sum(cut.population, rows), form, cut, places)
                for position, group in enumerate(key):
                    if group is not None:
                        whole = self.form(cut, (*key[:position], None, *key[position + 1 :]))
                        yield Suspect(
                            Sum(cut.population, rows, but=cut.dimensions[position]), _minus(whole, form), cut, places
                        )
        for inner, outer in self._pairs():
            population, at = inner
            holding = [
                cut for cut in self.cuts if cut.population == population and {d for d, _ in at} <= set(cut.dimensions)
            ]
            places = tuple((population, *each) for each in at)
            rest = Sum(outer[0], tuple((dimension, (each,)) for dimension, each in outer[1]), outside=population)
            yield Suspect(rest, {outer: 1, inner: -1}, holding[-1], places)

    def _finest(self, cut: Cut) -> Iterator[tuple[tuple[str, str], ...]]:
        sides = [[(each, category) for category in self._categories(cut.population, each)] for each in cut.dimensions]
        if len(sides) == 1:
            yield from ((at,) for at in sides[0])
        elif sides:
            yield from ((row, column) for row in sides[0] for column in sides[1])


def _cell(cut: Cut, row: str, column: str) -> Name:
    return cut.population, tuple(sorted(zip(cut.dimensions, (row, column), strict=True)))


def _minus(whole: dict[Name, float], part: dict[Name, float]) -> dict[Name, float]:
    """Return the difference; a whole of fewer dimensions is another count and stays beside its part."""
    names = dict.fromkeys((*whole, *part))
    return {name: value for name in names if (value := whole.get(name, 0) - part.get(name, 0))}
