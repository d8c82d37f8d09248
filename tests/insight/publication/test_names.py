"""A row is called by what was counted into it."""

import pytest
from django.utils import translation

from isigurt.country import pack
from isigurt.insight.publication.names import group_name


@pytest.mark.parametrize(
    ("group", "name"),
    [
        (("02",), "February"),
        (("02", "03"), "February and March"),
        (("02", "03", "04"), "February to April"),
        (("11", "12", ""), "November and December and not known"),
        (("02", "03", "04", ""), "February to April and not known"),
        (("12", ""), "December and not known"),
    ],
)
def test_neighbours_that_were_merged_are_a_span_and_what_is_not_known_stands_behind_it(group, name):
    with translation.override("en"):
        assert group_name("month", group, pack()) == name


@pytest.mark.parametrize(
    ("group", "name"),
    [(("q1",), "January to March"), (("q3", "q4"), "July to December"), (("q2", "q3"), "April to September")],
)
def test_a_quarter_is_called_by_its_months_and_merged_ones_by_theirs(group, name):
    with translation.override("en"):
        assert group_name("quarter", group, pack()) == name


@pytest.mark.parametrize(
    ("provider", "name"), [("tiktok", "TikTok"), ("cloud_host", "Cloud host"), ("Contabo GmbH", "Contabo GmbH")]
)
def test_a_provider_is_called_as_its_platform_or_by_its_own_name(provider, name):
    assert group_name("provider", (provider,), pack()) == name
