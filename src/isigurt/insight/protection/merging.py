"""Which categories are shown as one row. All is decided by rounded counts: true ones must not show in the choice."""

from collections.abc import Callable

from isigurt.insight.register.counting import UNKNOWN, Count

Group = tuple[str, ...]
Groups = tuple[Group, ...]
Size = Callable[[Count], int]
OTHER = "other"
LEAST = 10  # no row is under a rounded ten


def first_groups(margin: dict[str, Count], order: tuple[str, ...], size: Size) -> Groups:
    """Return the categories in groups, merged until none is under a rounded ten.

    Where categories follow one another all of them are there, so that which of them are empty does not show.
    """
    rest = sorted(set(margin) - set(order) - {UNKNOWN}) + [UNKNOWN] * (UNKNOWN in margin)
    groups: Groups = tuple((each,) for each in (*order, *rest))
    while len(groups) > 1:
        sizes = sizes_of(groups, margin, size)
        smallest = sizes.index(min(sizes))
        if sizes[smallest] >= LEAST:
            break
        groups = merged(groups, smallest, sizes, ordered=bool(order))
    return groups


def sizes_of(groups: Groups, margin: dict[str, Count], size: Size) -> list[int]:
    """Return the rounded count of each group."""
    return [size(sum((margin.get(each, Count()) for each in group), start=Count())) for group in groups]


def merged(groups: Groups, place: int, sizes: list[int], *, ordered: bool) -> Groups:
    """Return the groups with the one at `place` merged: with its smaller neighbour, or into "other"."""
    others = [each for each in range(len(groups)) if each != place]
    if ordered:
        others = [each for each in others if abs(each - place) == 1]
    elif not _is_other(groups[place]):
        others = [each for each in others if _is_other(groups[each])] or others
    first, second = sorted((place, min(others, key=lambda each: sizes[each])))
    both = groups[first] + groups[second]
    if ordered:
        return (*groups[:first], both, *groups[second + 1 :])
    return (*(group for each, group in enumerate(groups) if each not in {first, second}), both)


def _is_other(group: Group) -> bool:
    return len(group) > 1 or group == (OTHER,)


def label(group: Group, *, ordered: bool) -> str:
    """Return the id under which a group is published."""
    if len(group) == 1:
        return group[0]
    return f"{group[0]}..{group[-1]}" if ordered else OTHER
