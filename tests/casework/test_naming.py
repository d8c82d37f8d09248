from datetime import UTC, datetime
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from isigurt.casework.choices import ItemKind
from isigurt.casework.naming import kind_of, platform_of, read_place
from isigurt.intake.queries import OpenPlace


def place(raw, *, kind="address", platform=""):
    return OpenPlace(uuid4(), 0, kind, platform, raw, datetime.now(UTC))


@pytest.mark.parametrize(
    ("address", "kind"),
    [
        ("https://faqe.al/", ItemKind.HOME_PAGE),
        ("https://faqe.al/foto/1", ItemKind.CONTENT),
        ("https://faqe.al/?p=1", ItemKind.CONTENT),
        ("https://instagram.com/filan", ItemKind.PROFILE),
        ("https://www.instagram.com/p/abc/", ItemKind.CONTENT),
        ("https://tiktok.com/@filan", ItemKind.PROFILE),
        ("https://tiktok.com/@filan/video/7", ItemKind.CONTENT),
        ("https://facebook.com/profile.php?id=7", ItemKind.PROFILE),
        ("https://youtube.com/watch?v=abc", ItemKind.CONTENT),
        ("https://reddit.com/user/filan", ItemKind.PROFILE),
    ],
)
def test_a_page_about_a_person_is_told_from_a_piece_of_content(address, kind):
    host = address.split("/")[2]
    assert kind_of(address, platform=platform_of(host)) == kind


def test_an_account_is_the_same_however_its_name_is_written():
    one, two = (read_place(place(raw, kind="account", platform="x"))[0] for raw in ("@Filan ", "filan"))
    assert one.index == two.index
    other = read_place(place("filan", kind="account", platform="tiktok"))[0]
    assert other.index != one.index


def test_an_account_is_never_taken_for_an_address_of_the_same_text():
    account = read_place(place("https://faqe.al/1", kind="account", platform=""))[0]
    address = read_place(place("https://faqe.al/1"))[0]
    assert account.index != address.index


@given(st.text(max_size=300), st.sampled_from(["address", "account"]), st.sampled_from(["", "instagram"]))
def test_whatever_is_typed_is_kept_in_some_form(raw, kind, platform):
    named = read_place(place(raw, kind=kind, platform=platform))
    assert named
    for one in named:
        assert one.raw in raw or one.raw == raw
        assert (one.index is None) == (one.kind == ItemKind.UNUSABLE)
        assert len(one.reason) <= 200
