"""Members are listed as an Albanian register lists them."""

import pytest
from django.utils import translation

from isigurt.staff.models import Member
from isigurt.staff.queries import by_name, members
from tests.staff.factories import make_member

pytestmark = pytest.mark.django_db
NAMES = ["Cufe Arapi", "Çlirim Basha", "Dritan Zeka", "Dhurata Aliaj", "Sara Zeka", "Shpresa Aliaj"]


def _make(names):
    for name in reversed(names):
        make_member(name=name)


def test_members_stand_by_the_alphabet_of_the_language():
    _make(NAMES)
    with translation.override("sq"):
        assert [one.name for one in by_name(members())] == NAMES
    with translation.override("en"):
        assert [one.name for one in by_name(members())][:2] == ["Çlirim Basha", "Cufe Arapi"]


def test_those_who_left_stand_last():
    _make(NAMES[:2])
    Member.objects.filter(name=NAMES[0]).update(is_active=False)
    assert [one.name for one in by_name(members())] == [NAMES[1], NAMES[0]]
