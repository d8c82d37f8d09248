"""Looks at a real web host, through real name servers and TLS."""

import pytest

from isigurt.takedown.looking import look, sibling_of
from isigurt.takedown.verdicts import Reason, Trouble, Verdict
from tests.takedown.internet import NXDOMAIN, SERVFAIL, SILENT, Page
from tests.takedown.scene import ADDRESS, HOST, PATH


def test_a_page_that_answers_is_up_and_a_path_beside_it_was_asked(world):
    assert look(ADDRESS).verdict is Verdict.UP
    assert world.asked[0] == f"{HOST}{PATH}"
    beside = world.asked[1]
    assert beside.startswith(f"{HOST}/album/")
    assert beside.endswith(".jpg")
    assert beside != world.asked[0]


@pytest.mark.parametrize(("status", "verdict"), [
    (404, Verdict.DOWN), (410, Verdict.DOWN), (451, Verdict.DOWN),
    (500, Verdict.UNKNOWN), (503, Verdict.UNKNOWN),
    (401, Verdict.REFUSED), (403, Verdict.REFUSED), (429, Verdict.REFUSED),
])  # fmt: skip
def test_each_status_has_its_verdict(world, status, verdict):
    world.pages[HOST, PATH] = Page(status)
    assert look(ADDRESS).verdict is verdict


def test_a_challenge_before_the_page_is_refused(world):
    world.pages[HOST, PATH] = Page(403, {"cf-mitigated": "challenge"})
    seen = look(ADDRESS)
    assert (seen.verdict, seen.reason) == (Verdict.REFUSED, Reason.CHALLENGE)


def test_a_name_that_is_gone_everywhere_is_down(world):
    del world.names[HOST]
    seen = look(ADDRESS)
    assert (seen.verdict, seen.reason) == (Verdict.DOWN, Trouble.NO_SUCH_NAME)


def test_a_national_block_is_not_a_removal(world):
    world.names[HOST] = SILENT  # the resolver outside cannot be asked just now
    world.inside[HOST] = NXDOMAIN
    seen = look(ADDRESS)
    assert (seen.verdict, seen.reason) == (Verdict.UNKNOWN, Trouble.NAME_IN_DOUBT)


def test_a_name_that_only_the_resolver_outside_does_not_know_is_in_doubt(world):
    world.inside[HOST] = world.names.pop(HOST)
    assert look(ADDRESS).reason == Trouble.NAME_IN_DOUBT


def test_name_servers_that_fail_say_nothing(world):
    world.names[HOST] = SERVFAIL
    assert look(ADDRESS).verdict is Verdict.UNKNOWN


def test_a_page_that_does_not_answer_in_time_says_nothing(world):
    world.pages[HOST, PATH] = Page(after=2.5)
    seen = look(ADDRESS)
    assert (seen.verdict, seen.reason) == (Verdict.UNKNOWN, Trouble.TIMED_OUT)


def test_a_certificate_for_another_name_says_nothing(world):
    world.names["tjeter.keq-prove.al"] = world.names[HOST]
    seen = look("https://tjeter.keq-prove.al/x")
    assert (seen.verdict, seen.reason) == (Verdict.UNKNOWN, Trouble.TLS)


def test_a_host_that_takes_no_connection_says_nothing(world):
    world.names[HOST] = ["28.9.9.9"]
    assert look(ADDRESS).reason == Trouble.NOT_REACHED


def test_an_answer_that_is_no_http_says_nothing(world):
    world.pages[HOST, PATH] = Page(raw=b"SSH-2.0-x\r\n\r\n")
    assert look(ADDRESS).verdict is Verdict.UNKNOWN


def test_a_redirect_to_the_home_page_is_for_a_person(world):
    world.pages[HOST, PATH] = Page(302, {"Location": "/"})
    world.pages[HOST, "/"] = Page(200)
    seen = look(ADDRESS)
    assert (seen.verdict, seen.reason) == (Verdict.SOFT_DOWN, Reason.TO_HOME_PAGE)


def test_an_answer_like_any_other_path_is_for_a_person_and_counts_once_confirmed(world):
    world.missing = Page(200, {"Content-Type": "text/html"})
    del world.pages[HOST, PATH]
    seen = look(ADDRESS)
    assert (seen.verdict, seen.reason) == (Verdict.SOFT_DOWN, Reason.LIKE_A_RANDOM_PATH)
    assert look(ADDRESS, confirmed_likeness=seen.likeness).verdict is Verdict.DOWN


def test_a_redirect_to_a_denied_address_is_not_followed_and_says_nothing(world):
    world.pages[HOST, PATH] = Page(302, {"Location": "http://127.0.0.1/"})
    assert look(ADDRESS).reason == Trouble.DENIED


def test_a_name_that_turns_to_a_private_address_says_nothing(world):
    world.names[HOST] = ["10.0.0.8"]
    assert look(ADDRESS).reason == Trouble.DENIED
    assert world.asked == []


def test_a_platform_that_answers_says_nothing_and_one_that_denies_is_down(world):
    assert look(ADDRESS, on_platform=True).verdict is Verdict.UNKNOWN
    world.pages[HOST, PATH] = Page(404)
    assert look(ADDRESS, on_platform=True).verdict is Verdict.DOWN


@pytest.mark.parametrize("address", ["https://host.al/", "https://host.al", "http://host.al/?q=1"])
def test_a_home_page_has_nothing_beside_it(address):
    assert sibling_of(address) is None


def test_a_path_beside_keeps_the_folder_and_the_ending():
    beside = sibling_of("https://host.al:8443/a/b/video.php?id=7#x")
    assert beside is not None
    assert beside.startswith("https://host.al:8443/a/b/")
    assert beside.endswith(".php")
