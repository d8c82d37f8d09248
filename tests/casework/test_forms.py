"""What a form offers, and takes back."""

import pytest
from django.utils import translation

from isigurt.casework.forms import AssignForm, EnterReportForm
from isigurt.staff.models import Member
from tests.staff.factories import make_member


@pytest.mark.django_db
def test_a_case_is_given_to_someone_from_a_list_by_the_alphabet():
    names = ["Cufe Arapi", "Çlirim Basha", "Dritan Zeka", "Dhurata Aliaj"]
    made = {name: make_member(name=name) for name in reversed(names)}
    with translation.override("sq"):
        form = AssignForm({"to": str(made["Çlirim Basha"].pk)})
        assert [str(label) for _, label in form.fields["to"].choices][1:] == names
    assert form.is_valid()
    assert form.cleaned_data["to"] == Member.objects.get(name="Çlirim Basha")


def test_languages_are_offered_by_their_own_names():
    assert EnterReportForm().fields["language"].choices == [("sq", "Shqip"), ("en", "English")]
