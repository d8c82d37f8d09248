import pytest
from hypothesis import given
from hypothesis import strategies as st

from isigurt.takedown.verdicts import Answer, Reason, Trouble, Verdict, judge

ASKED = "https://host.example/gallery/12"
HOME = "https://host.example/"


def answered(status, **more):
    return Answer(asked=ASKED, status=status, **{"ended_at": ASKED, "fingerprint": "f1", **more})


@pytest.mark.parametrize("status", [404, 410, 451])
def test_gone_is_down(status):
    assert judge(answered(status)).verdict is Verdict.DOWN


@pytest.mark.parametrize("status", [500, 502, 503, 520])
def test_a_server_error_is_unknown(status):
    assert judge(answered(status)).verdict is Verdict.UNKNOWN


@pytest.mark.parametrize("status", [401, 403, 407, 429])
def test_refused_is_neither_up_nor_down(status):
    assert judge(answered(status)).verdict is Verdict.REFUSED


def test_a_challenge_is_refused_whatever_its_status():
    assert judge(answered(200, challenge=True)).verdict is Verdict.REFUSED
    assert judge(answered(503, challenge=True)).verdict is Verdict.REFUSED


def test_being_sent_to_a_login_is_refused():
    assert judge(answered(200, ended_at="https://host.example/accounts/login/")).verdict is Verdict.REFUSED


def test_a_name_that_does_not_exist_on_both_sides_is_down():
    look = judge(Answer(asked=ASKED, trouble=Trouble.NO_SUCH_NAME))
    assert look.verdict is Verdict.DOWN


@pytest.mark.parametrize("trouble", [trouble for trouble in Trouble if trouble is not Trouble.NO_SUCH_NAME])
def test_every_other_trouble_is_unknown(trouble):
    assert judge(Answer(asked=ASKED, trouble=trouble)).verdict is Verdict.UNKNOWN


def test_an_answer_is_up():
    assert judge(answered(200)).verdict is Verdict.UP
    assert judge(answered(200, ended_at="https://www.host.example/gallery/12")).verdict is Verdict.UP


def test_being_sent_to_the_home_page_is_for_a_person():
    look = judge(answered(200, ended_at=HOME))
    assert look.verdict is Verdict.SOFT_DOWN
    assert look.reason is Reason.TO_HOME_PAGE


def test_a_home_page_that_was_asked_for_is_up():
    assert judge(Answer(asked=HOME, status=200, ended_at="https://www.host.example/")).verdict is Verdict.UP


def test_the_same_answer_as_a_random_path_is_for_a_person():
    look = judge(answered(200), sibling=answered(200))
    assert look.verdict is Verdict.SOFT_DOWN
    assert look.reason is Reason.LIKE_A_RANDOM_PATH


@pytest.mark.parametrize(
    "sibling", [answered(404), answered(200, fingerprint="f2"), Answer(asked=ASKED, trouble=Trouble.TIMED_OUT)]
)
def test_another_answer_than_a_random_path_is_up(sibling):
    assert judge(answered(200), sibling=sibling).verdict is Verdict.UP


def test_the_soft_404_that_a_person_confirmed_counts_as_down_and_no_other():
    soft = judge(answered(200), sibling=answered(200))
    assert judge(answered(200), sibling=answered(200), confirmed_likeness=soft.likeness).verdict is Verdict.DOWN
    other = answered(200, fingerprint="f2")
    assert judge(other, sibling=other, confirmed_likeness=soft.likeness).verdict is Verdict.SOFT_DOWN


@given(
    st.one_of(st.none(), st.integers(100, 599)),
    st.one_of(st.none(), st.sampled_from(list(Trouble))),
    st.booleans(),
    st.sampled_from([ASKED, HOME, "https://host.example/login", "https://other.example/x"]),
)
def test_down_always_has_one_of_the_named_reasons(status, trouble, challenge, ended_at):
    look = judge(Answer(ASKED, status=status, ended_at=ended_at, fingerprint="f", challenge=challenge, trouble=trouble))
    if look.verdict is Verdict.DOWN:
        assert trouble is Trouble.NO_SUCH_NAME or status in {404, 410, 451}
