"""What a browser posted is read whole or not at all."""

from io import BytesIO

import pytest
from django.core.handlers.wsgi import WSGIRequest

from isigurt.intake.content import MOST_BYTES
from isigurt.surfaces.front.posted import CutOff, NotAForm, TooLarge, read_form

FORM = "application/x-www-form-urlencoded"


class BrokenLine(BytesIO):
    def read(self, *_):
        raise ConnectionResetError


def request(body: bytes | BytesIO, *, length: object = None, kind: str = FORM) -> WSGIRequest:
    stream = body if isinstance(body, BytesIO) else BytesIO(body)
    said = str(len(stream.getvalue()) if length is None else length)
    return WSGIRequest({"REQUEST_METHOD": "POST", "wsgi.input": stream, "CONTENT_LENGTH": said, "CONTENT_TYPE": kind})


def test_a_form_is_read_in_utf_8():
    assert read_form(request("words=Ç’është".encode()))["words"] == "Ç’është"


@pytest.mark.parametrize("body", [b"", b"words=gjysma"])
def test_less_than_was_announced_is_nothing(body):
    with pytest.raises(CutOff):
        read_form(request(body, length=500))


def test_a_line_that_breaks_leaves_nothing():
    with pytest.raises(CutOff):
        read_form(request(BrokenLine(b"words=x"), length=7))


def test_a_form_as_large_as_may_be_is_taken_and_one_byte_more_is_shown_again():
    largest = b"w=" + b"a" * (MOST_BYTES - 2)
    assert len(read_form(request(largest))["w"]) == MOST_BYTES - 2
    with pytest.raises(TooLarge) as found:
        read_form(request(largest + b"a"))
    assert len(found.value.fields["w"]) == MOST_BYTES - 1


def test_far_too_much_is_read_away_and_forgotten():
    stream = BytesIO(b"a" * (3 * 2**20))
    with pytest.raises(TooLarge) as found:
        read_form(request(stream))
    assert found.value.fields is None
    assert stream.read() == b""


@pytest.mark.parametrize("length", ["-5", "x", "1e3"])
def test_a_length_that_is_none_is_no_form(length):
    with pytest.raises((NotAForm, CutOff)):
        read_form(request(b"words=x", length=length))
