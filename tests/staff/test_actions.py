import pytest
from allauth.mfa.models import Authenticator
from django.core.exceptions import ValidationError
from django.test import Client
from django.utils import timezone

from isigurt.ledger.actor import COMMAND, Actor
from isigurt.ledger.models import Entry
from isigurt.staff import actions
from isigurt.staff.models import Member, Role
from tests.staff.factories import PASSWORD, SECRET, make_member, sign_in

pytestmark = pytest.mark.django_db(databases=["default", "door"])


def acts(member: Member) -> list[str]:
    return list(
        Entry.objects.filter(subject="member", subject_id=str(member.pk)).order_by("seq").values_list("act", flat=True)
    )


def test_a_new_member_gets_a_one_time_password_that_runs_out():
    made = actions.create_member(actor=COMMAND, email=" Era@Hotline.Example ", name="Era", role=Role.ANALYST)
    assert made.member.email == "era@hotline.example"
    assert made.member.check_password(made.setup_password)
    assert timezone.now() < made.member.setup_until < timezone.now() + actions.SETUP_TIME
    assert acts(made.member) == ["member.created"]


def test_one_time_passwords_are_never_the_same():
    assert len({actions.fresh_setup_password() for _ in range(200)}) == 200


@pytest.mark.parametrize(
    "values", [{"email": "no address"}, {"email": "taken@hotline.example"}, {"name": " "}, {"role": "boss"}]
)
def test_a_member_without_sound_name_address_or_role_is_refused(values):
    make_member(email="taken@hotline.example")
    sound = {"email": "new@hotline.example", "name": "Era", "role": Role.ANALYST}
    with pytest.raises(ValidationError):
        actions.create_member(actor=COMMAND, **{**sound, **values})
    assert Member.objects.count() == 1


def test_the_same_address_in_other_letters_is_taken():
    make_member(email="era@hotline.example")
    with pytest.raises(ValidationError):
        actions.create_member(actor=COMMAND, email="ERA@hotline.example", name="Era", role=Role.LEAD)


def test_the_ledger_never_holds_the_address_or_the_name():
    member = make_member(email="secret.person@hotline.example", name="Sekret Emri")
    actions.reset_second_factor(actor=COMMAND, member=member)
    everything = " ".join(f"{entry.subject_id} {entry.detail} {entry.actor}" for entry in Entry.objects.all())
    assert "secret" not in everything
    assert "Sekret" not in everything


def test_the_last_administrator_stays():
    admin = make_member(Role.ADMIN)
    with pytest.raises(actions.LastAdministrator):
        actions.deactivate(actor=COMMAND, member=admin)
    with pytest.raises(actions.LastAdministrator):
        actions.change_role(actor=COMMAND, member=admin, role=Role.ANALYST)
    second = make_member(Role.ADMIN)
    actions.deactivate(actor=Actor.member(second.pk), member=admin)
    assert not Member.objects.get(pk=admin.pk).is_active


def test_a_closed_administrator_does_not_count_as_one_left():
    admin, closed = make_member(Role.ADMIN), make_member(Role.ADMIN)
    actions.deactivate(actor=COMMAND, member=closed)
    with pytest.raises(actions.LastAdministrator):
        actions.deactivate(actor=COMMAND, member=admin)


def test_an_unknown_role_is_refused():
    member = make_member()
    with pytest.raises(ValidationError):
        actions.change_role(actor=COMMAND, member=member, role="boss")


@pytest.mark.parametrize("act", [actions.deactivate, actions.end_sessions, actions.reset_second_factor])
def test_closing_ending_and_resetting_sign_a_member_out_everywhere(act):
    member = make_member()
    phone, laptop = sign_in(Client(), member), sign_in(Client(), member)
    assert phone.get("/").status_code == laptop.get("/").status_code == 200
    act(actor=COMMAND, member=member)
    for client in (phone, laptop):
        assert client.get("/")["Location"].startswith("/sign-in/")


def test_sessions_from_before_stay_ended_when_an_account_is_opened_again():
    member = make_member()
    client = sign_in(Client(), member)
    actions.deactivate(actor=COMMAND, member=member)
    actions.reactivate(actor=COMMAND, member=member)
    assert client.get("/")["Location"].startswith("/sign-in/")


def test_resetting_takes_every_factor_and_the_old_password():
    member = make_member()
    new = actions.reset_second_factor(actor=COMMAND, member=member)
    assert not Authenticator.objects.filter(user=member).exists()
    assert member.check_password(new)
    assert not member.check_password(PASSWORD)
    assert member.setup_until is not None
    assert acts(member)[-1] == "member.factors_reset"


def test_choosing_a_password_ends_the_one_time_one():
    made = actions.create_member(actor=COMMAND, email="era@hotline.example", name="Era", role=Role.ANALYST)
    actions.choose_password(member=made.member, password=PASSWORD)
    member = Member.objects.get(pk=made.member.pk)
    assert member.check_password(PASSWORD)
    assert not member.check_password(made.setup_password)
    assert member.setup_until is None


def test_the_secrets_of_factors_are_not_in_clear_in_the_store():
    member = make_member()
    stored = str(list(Authenticator.objects.filter(user=member).values_list("data", flat=True)))
    assert SECRET not in stored
    assert '"secret"' in stored.replace("'", '"')


def test_every_act_on_a_member_is_on_the_record():
    make_member(Role.ADMIN)
    member = make_member()
    actions.change_role(actor=COMMAND, member=member, role=Role.LEAD)
    actions.end_sessions(actor=COMMAND, member=member)
    actions.deactivate(actor=COMMAND, member=member)
    actions.reactivate(actor=COMMAND, member=member)
    assert acts(member) == [
        "member.created",
        "factor.added",
        "factor.added",
        "member.factor_enrolled",
        "member.role_changed",
        "member.sessions_ended",
        "member.deactivated",
        "member.reactivated",
    ]
