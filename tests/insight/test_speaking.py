"""In which language work on an edition tells what it does."""

from django.utils.translation import gettext_noop as _
from django.utils.translation import override

from isigurt.insight.speaking import said, speaking

COUNTING = _("Counting the edition {year} ...")


def test_the_command_is_told_in_english_whatever_language_a_report_is_being_made_in():
    with override("sq"):
        assert said(COUNTING, year=2026) == "Counting the edition 2026 ..."


def test_who_asked_at_the_desk_is_told_in_their_language_whatever_language_a_report_is_being_made_in():
    with speaking("sq"), override("en"):
        assert said(COUNTING, year=2026) == "Po numërohet botimi 2026 ..."
    assert said(COUNTING, year=2026) == "Counting the edition 2026 ..."
