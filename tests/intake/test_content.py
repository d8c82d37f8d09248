"""What is inside an envelope."""

import json
import time
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from isigurt.intake.content import (
    ContentInvalid,
    Letter,
    ReplyContent,
    ReportContent,
    WithdrawalContent,
    canonical,
    count_addresses,
    lines,
)

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
# Surrogates too: a text that no encoder likes must still be kept.
texts = st.text(st.characters(), max_size=200)
reports = st.builds(ReportContent, language=texts, harm=texts, where=texts, words=texts, contact=texts)
contents = reports | st.builds(ReplyContent, words=texts, nonce=texts) | st.builds(WithdrawalContent, nonce=texts)


@given(contents, st.binary(min_size=32, max_size=32))
def test_a_letter_reads_back_as_it_was_written(content, key):
    letter = Letter(content=content, received_at=NOON, public_key=key)
    assert Letter.from_bytes(letter.to_bytes()) == letter


@given(st.binary(max_size=200))
def test_anything_else_is_refused_with_one_error(data):
    with pytest.raises(ContentInvalid):
        Letter.from_bytes(data)


@given(
    st.recursive(
        st.none() | st.text() | st.integers(), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner)
    )
)
def test_json_of_another_shape_is_refused_with_the_same_error(value):
    good = json.loads(Letter(content=ReplyContent(words="x"), received_at=NOON, public_key=b"k" * 32).to_bytes())
    for name in good:
        with pytest.raises(ContentInvalid):
            Letter.from_bytes(json.dumps(good | {name: [value]}).encode())


def test_the_moment_of_sending_does_not_change_what_content_is_called():
    one = ReportContent(language="sq", harm="csam", where="a.al")
    assert canonical(one) == canonical(ReportContent(language="sq", harm="csam", where="a.al"))
    assert canonical(one) != canonical(ReportContent(language="sq", harm="csam", where="b.al"))


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("", 0),
        ("nuk e di ku është", 0),
        ("hxxp://keq[.]al/x", 1),
        ("shiko këtu: https://a.al/1 dhe këtu www.b.al/2", 2),
        ("\n".join(f"https://a.al/{n}" for n in range(50)), 50),
        ("keq[dot]al", 1),
        ("a.al,b.al;c.al | d.al", 4),
        ("https://a.al/x,y;z", 1),
    ],
)
def test_addresses_are_counted_as_people_paste_them(text, number):
    assert count_addresses(text) == number


@pytest.mark.timeout(30)
def test_counting_a_mebibyte_takes_no_time():
    for text in ("a" * 2**20, "." * 2**20, "a." * 2**19, " . " * 2**18, "://" * 2**18):
        started = time.thread_time()
        count_addresses(text)
        assert time.thread_time() - started < 1


def test_lines_are_what_holds_something():
    assert lines(" a \r\n\n\t\n b c ") == ["a", "b c"]
