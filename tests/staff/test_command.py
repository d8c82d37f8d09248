import re

import pytest

from isigurt.staff.command import new_member
from isigurt.staff.models import Member, Role

pytestmark = pytest.mark.django_db(databases=["default", "door"])


def test_the_command_makes_an_administrator_and_prints_how_they_sign_in(capsys):
    assert new_member(email="drita@hotline.example", name="Drita") == 0
    said = capsys.readouterr().out
    member = Member.objects.get()
    assert member.role == Role.ADMIN
    assert "http://desk.localhost:8001/" in said
    password = re.search(r"with +(\S+)", said).group(1)
    assert member.check_password(password)


def test_the_command_says_what_is_wrong_and_makes_nobody(capsys):
    assert new_member(email="not an address", name="Drita") == 2
    assert "email" in capsys.readouterr().err
    assert not Member.objects.exists()
