"""The pages that belong to the desk itself."""

import uuid
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from isigurt.intake.door.models import Envelope, EnvelopeKind
from isigurt.ledger.actions import record
from isigurt.ledger.actor import COMMAND
from isigurt.ledger.models import Entry
from isigurt.staff.models import Member, Role
from isigurt.states import StaleState
from isigurt.steps.looks import look_of
from isigurt.steps.registry import all_steps
from isigurt.surfaces.desk.static_files import assets
from isigurt.surfaces.desk.views import dead_letters
from tests.staff.factories import make_member, sign_in

pytestmark = pytest.mark.django_db(databases=["default", "door"])


@pytest.mark.parametrize("role", list(Role))
@pytest.mark.parametrize("language", ["sq", "en"])
def test_the_first_page_greets_each_role_and_offers_a_next_step(role, language):
    member = make_member(role, language=language, name="Drita Hoxha")
    page = sign_in(Client(), member).get("/").content.decode()
    assert "Drita Hoxha" in page
    assert ("Next step" if language == "en" else "Hapi tjetër") in page


def test_the_demo_says_that_it_is_one(client, settings):
    settings.ISIGURT_DEMO_LABEL = "Demonstration"
    assert "Demonstration" in client.get("/sign-in/").content.decode()


# Errors


def test_a_page_that_is_not_there_says_so_in_words(client):
    sign_in(client, make_member())
    answer = client.get("/cases/of/nobody/")
    assert answer.status_code == 404
    assert "There is no such page" in answer.content.decode()


def test_a_fault_gives_a_calm_page_in_both_languages_and_no_detail(client, monkeypatch, caplog):
    def fail() -> bool:
        raise RuntimeError("secret detail")

    monkeypatch.setattr("isigurt.surfaces.desk.views.home.any_dead", fail)
    caplog.set_level("ERROR", logger="isigurt")
    client = sign_in(Client(raise_request_exception=False), make_member(Role.LEAD))
    answer = client.get("/")
    assert answer.status_code == 500
    assert "Diçka nuk shkoi" in answer.content.decode()
    assert "Something went wrong" in answer.content.decode()
    assert "secret detail" not in answer.content.decode()
    # Django's own logger, which would quote the error, is silent by the settings; pytest listens to it all the same.
    said = " ".join(each.getMessage() for each in caplog.records if each.name.startswith("isigurt"))
    assert "RuntimeError" in said
    assert "views/home.py" in said
    assert "secret detail" not in said


def test_a_move_that_came_too_late_gets_a_conflict(client, monkeypatch):
    def too_late() -> bool:
        raise StaleState("case 1 is no longer new")

    monkeypatch.setattr("isigurt.surfaces.desk.views.home.any_dead", too_late)
    answer = sign_in(client, make_member(Role.LEAD)).get("/")
    assert answer.status_code == 409
    assert "Somebody was faster" in answer.content.decode()


def test_a_form_without_its_token_is_refused_with_words():
    client = sign_in(Client(enforce_csrf_checks=True), make_member(), confirmed=True)
    answer = client.post("/account/language/", {"language": "sq"})
    assert answer.status_code == 403
    assert "open for too long" in answer.content.decode()


# Stuck work


def stuck_envelope(number: int = 1) -> Envelope:
    """A sealed report that the worker gave up on."""
    return Envelope.objects.create(
        envelope_id=f"{number:064x}",
        kind=EnvelopeKind.REPORT,
        locator="0" * 32,
        sealed=b"sealed",
        received_at=timezone.now(),
        attempts=8,
        last_error="CannotOpen",
        dead_at=timezone.now(),
    )


def test_stuck_work_is_listed_and_the_first_page_warns(client):
    envelope = stuck_envelope()
    sign_in(client, make_member(Role.ADMIN))
    assert "Some work is stuck" in client.get("/").content.decode()
    page = client.get("/stuck/").content.decode()
    assert str(envelope.pk) in page
    assert "CannotOpen" in page


def test_stuck_work_is_tried_again_when_a_person_says_so_and_that_is_on_the_record(client):
    envelope, other = stuck_envelope(1), stuck_envelope(2)
    admin = make_member(Role.ADMIN)
    sign_in(client, admin).post("/stuck/retry/", {"step": "intake.open", "row": str(envelope.pk)})
    envelope.refresh_from_db()
    other.refresh_from_db()
    assert (envelope.dead_at, envelope.attempts) == (None, 0)
    assert other.dead_at is not None
    entry = Entry.objects.order_by("-seq").first()
    assert (entry.act, entry.actor, entry.subject_id) == ("step.retried", f"member:{admin.pk}", str(envelope.pk))
    assert entry.detail == {"step": "intake-open"}


def test_all_stuck_work_of_a_step_is_tried_again_at_once(client, monkeypatch):
    monkeypatch.setattr(dead_letters, "SHOWN", 1)
    for number in range(3):
        stuck_envelope(number)
    sign_in(client, make_member(Role.LEAD))
    assert "2 more are not shown" in client.get("/stuck/").content.decode()
    client.post("/stuck/retry/", {"step": "intake.open", "all": "yes"})
    assert not Envelope.objects.filter(dead_at__isnull=False).exists()
    assert Entry.objects.filter(act="step.retried").count() == 3


def test_a_stuck_step_that_works_on_no_rows_is_tried_again_too(client):
    look_of("insight.end_editions").update(attempts=8, last_error="OSError", dead_at=timezone.now())
    admin = sign_in(client, make_member(Role.ADMIN))
    admin.post("/stuck/retry/", {"step": "insight.end_editions", "all": "yes"})
    assert look_of("insight.end_editions").get().dead_at is None
    assert Entry.objects.filter(act="step.retried", detail={"step": "insight-end_editions"}).exists()


@pytest.mark.parametrize("sent", [{"step": "no.such.step"}, {}])
def test_an_unknown_step_is_not_found(client, sent):
    assert sign_in(client, make_member(Role.ADMIN)).post("/stuck/retry/", sent).status_code == 404


def test_work_that_is_no_longer_stuck_is_left_alone(client):
    sign_in(client, make_member(Role.ADMIN))
    for row in (str(uuid.uuid4()), "x", ""):
        answer = client.post("/stuck/retry/", {"step": "intake.open", "row": row}, follow=True)
        assert "no longer stuck" in answer.content.decode()
    assert not Entry.objects.filter(act="step.retried").exists()


def test_with_nothing_stuck_the_page_says_so(client):
    page = sign_in(client, make_member(Role.ADMIN)).get("/stuck/").content.decode()
    assert "Nothing is stuck" in page
    for step in all_steps():
        assert step.name in page


# The ledger


def some_entries(count: int) -> uuid.UUID:
    subject = uuid.uuid4()
    for number in range(count):
        record(actor=COMMAND, act="case.viewed", subject="case", subject_id=subject, detail={"number": number})
    return subject


def test_the_auditor_finds_what_happened_to_one_thing(client):
    mine, other = some_entries(3), some_entries(2)
    auditor = sign_in(client, make_member(Role.AUDITOR))
    page = auditor.get("/ledger/", {"about": str(mine)}).content.decode()
    assert page.count(">case.viewed<") == 3
    assert f"?about={other}" not in page


@pytest.mark.parametrize(
    ("act", "words"),
    [
        ("case.viewed", "Case viewed"),
        ("member.sign_in_failed", "Signing in failed"),
        ("page.published", "Public page published"),
        ("parcel.weighed_twice", "parcel: weighed twice"),
    ],
)
def test_the_ledger_says_in_words_what_happened_and_keeps_the_name_to_search_for(client, act, words):
    record(actor=COMMAND, act=act, subject="case", subject_id=uuid.uuid4())
    page = sign_in(client, make_member(Role.AUDITOR)).get("/ledger/").content.decode()
    assert f'{words}<br><a class="mono small" href="?about={act}">{act}</a>' in page


def test_details_named_like_a_method_are_shown_as_what_they_are(client):
    record(actor=COMMAND, act="case.viewed", subject="case", subject_id=uuid.uuid4(), detail={"items": 7, "keys": 3})
    page = sign_in(client, make_member(Role.AUDITOR)).get("/ledger/").content.decode()
    assert "items=7" in page
    assert "keys=3" in page


def test_looking_at_the_ledger_is_on_the_record(client):
    auditor = make_member(Role.AUDITOR)
    sign_in(client, auditor).get("/ledger/")
    entry = Entry.objects.order_by("-seq").first()
    assert (entry.act, entry.actor) == ("ledger.viewed", f"member:{auditor.pk}")


def test_the_ledger_shows_who_by_name_and_turns_its_pages(client):
    some_entries(60)
    auditor = sign_in(client, make_member(Role.AUDITOR, name="Kujtim Auditi"))
    auditor.get("/ledger/")
    first = auditor.get("/ledger/").content.decode()
    assert "Kujtim Auditi" in first
    last = Entry.objects.get(detail={"number": 0}).seq
    older = auditor.get("/ledger/", {"before": last + 1}).content.decode()
    assert "number=0" in older
    assert "number=59" not in older


@pytest.mark.parametrize("before", ["x", "-1", "9" * 40, "١٢"])
def test_a_strange_page_of_the_ledger_is_the_first_one(client, before):
    assert sign_in(client, make_member(Role.AUDITOR)).get("/ledger/", {"before": before}).status_code == 200


def test_checking_the_chain_tells_that_it_is_whole(client):
    some_entries(2)
    auditor = sign_in(client, make_member(Role.AUDITOR))
    page = auditor.post("/ledger/check/", follow=True).content.decode()
    assert "whole" in page
    assert Entry.objects.order_by("-seq")[1].act == "ledger.checked"


# Country and design


def test_the_country_page_lists_what_somebody_still_has_to_check(client):
    from isigurt.country import pack  # noqa: PLC0415

    page = sign_in(client, make_member(Role.ADMIN)).get("/country/").content.decode()
    assert pack().facts_to_verify()
    for name, entry in pack().facts_to_verify():
        assert f"{name}.{entry.id}" in page


def test_the_design_page_shows_every_icon_there_is(client):
    import re  # noqa: PLC0415
    from pathlib import Path  # noqa: PLC0415

    import isigurt.design  # noqa: PLC0415

    sprite = Path(isigurt.design.__path__[0], "static/design/icons.svg").read_text()
    page = sign_in(client, make_member()).get("/design/").content.decode()
    for name in set(re.findall(r'<symbol id="([a-z-]+)"', sprite)) - {"mark", "wordmark"}:
        assert f"#{name}" in page, name


# Members


def test_an_administrator_makes_a_member_and_sees_the_password_once(client):
    sign_in(client, make_member(Role.ADMIN), confirmed=True)
    answer = client.post(
        "/members/new/", {"name": "Era", "email": "Era@hotline.example", "role": "analyst", "language": "sq"}
    )
    member = Member.objects.get(email="era@hotline.example")
    assert "One-time password" in answer.content.decode()
    assert member.setup_until > timezone.now() + timedelta(hours=71)
    assert "setup" not in client.get(f"/members/{member.pk}/").content.decode().split("</head>")[1]


def test_a_taken_address_is_refused_on_the_form(client):
    admin = make_member(Role.ADMIN)
    sign_in(client, admin, confirmed=True)
    answer = client.post(
        "/members/new/", {"name": "Era", "email": admin.email.upper(), "role": "analyst", "language": "sq"}
    )
    assert answer.status_code == 422
    assert Member.objects.count() == 1


def test_a_lead_lets_an_analyst_start_over_but_no_administrator(client):
    sign_in(client, make_member(Role.LEAD), confirmed=True)
    analyst, admin = make_member(), make_member(Role.ADMIN)
    assert "One-time password" in client.post(f"/members/{analyst.pk}/reset-factor/").content.decode()
    assert client.post(f"/members/{admin.pk}/reset-factor/").status_code == 403
    assert client.post(f"/members/{analyst.pk}/role/", {"role": "admin"}).status_code == 403
    admin.refresh_from_db()
    assert admin.setup_until is None


def test_the_last_administrator_gets_a_clear_no(client):
    admin = make_member(Role.ADMIN)
    sign_in(client, admin, confirmed=True)
    page = client.post(f"/members/{admin.pk}/deactivate/", follow=True).content.decode()
    assert "last administrator" in page
    assert Member.objects.get(pk=admin.pk).is_active


def test_a_new_role_counts_at_the_very_next_request(client):
    analyst, other = make_member(), Client()
    sign_in(other, analyst)
    assert other.get("/members/").status_code == 403
    sign_in(client, make_member(Role.ADMIN), confirmed=True)
    client.post(f"/members/{analyst.pk}/role/", {"role": "lead"})
    assert other.get("/members/").status_code == 200


# Styles and scripts


def test_styles_and_scripts_come_from_the_desk_itself_and_are_asked_for_again(client):
    answer = client.get("/static/desk/desk.js")
    assert answer["Content-Type"].startswith("text/javascript")
    assert answer["Cache-Control"] == "private, no-cache"
    again = client.get("/static/desk/desk.js", headers={"If-None-Match": answer["ETag"]})
    assert again.status_code == 304
    assert not again.content


@pytest.mark.parametrize(
    "path", ["../urls.py", "desk/../../urls.py", "%2e%2e/wsgi.py", "desk/", "", "mfa/js/webauthn.js"]
)
def test_only_the_listed_files_are_served(client, path):
    assert client.get(f"/static/{path}").status_code == 404


def test_every_file_a_page_asks_for_is_there(client):
    import re  # noqa: PLC0415

    sign_in(client, make_member(Role.ADMIN))
    for path in ("/", "/account/", "/design/", "/stuck/"):
        for file in set(re.findall(r'(?:src|href)="/static/([^"?#]+)', client.get(path).content.decode())):
            assert file in assets(), f"{path} asks for {file}"
