"""Small rows are shown together, by what is published of them alone."""

from hypothesis import given
from hypothesis import strategies as st

from isigurt.insight.protection.merging import LEAST, first_groups, label, sizes_of
from isigurt.insight.protection.rounding import rounded
from isigurt.insight.register.counting import Count

ORDER = ("0_2", "3_9", "10_12", "13_14")


def size(count: Count) -> int:
    return count.n // 5 * 5


def grouped(order: tuple[str, ...] = (), **counts: int) -> tuple[tuple[str, ...], ...]:
    return first_groups({name.lstrip("_"): Count(n, n) for name, n in counts.items()}, order, size)


def test_rows_under_ten_become_other():
    assert grouped(a=40, b=30, c=6, d=7) == (("a",), ("b",), ("c", "d"))


def test_other_that_the_pack_knows_takes_them_in():
    assert grouped(a=40, b=6, other=30) == (("a",), ("b", "other"))


def test_a_small_row_alone_takes_the_next_smallest_with_it():
    assert grouped(a=40, b=20, c=6) == (("a",), ("b", "c"))


def test_rows_that_follow_one_another_are_merged_with_the_smaller_neighbour_and_stay_in_order():
    margin = {"0_2": 3, "3_9": 30, "10_12": 6, "13_14": 20}
    groups = first_groups({name: Count(n, n) for name, n in margin.items()}, ORDER, size)
    assert groups == (("0_2", "3_9"), ("10_12", "13_14"))


def test_which_of_the_rows_in_order_are_empty_does_not_show():
    groups = first_groups({"3_9": Count(50, 1), "13_14": Count(60, 2)}, ORDER, size)
    assert [each for group in groups for each in group] == list(ORDER)


def test_a_year_of_one_case_has_one_row():
    assert grouped(a=1, b=0) == (("a", "b"),)


@given(st.dictionaries(st.sampled_from("abcdefgh"), st.builds(Count, st.integers(0, 60), st.integers(0, 2**64))))
def test_no_row_is_under_a_rounded_ten_unless_it_is_the_only_one(margin):
    def published(count: Count) -> int:
        return rounded(count, b"r" * 32)

    groups = first_groups(margin, (), published)
    assert sorted(each for group in groups for each in group) == sorted(margin)
    assert len(groups) <= 1 or min(sizes_of(groups, margin, published)) >= LEAST


def test_a_row_is_named_for_what_it_holds():
    assert label(("csam",), ordered=False) == "csam"
    assert label(("hate", "violence"), ordered=False) == "other"
    assert label(("0_2", "3_9"), ordered=True) == "0_2..3_9"
