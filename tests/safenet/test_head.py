import h11
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from isigurt.safenet.head import HEAD_LIMIT, MOST_HEADERS, BadHead, Head, HeadTooLarge, read_head

TOKENS = st.text(alphabet="abcXYZ019-_!#$%&'*+.^`|~", min_size=1, max_size=12).map(lambda text: text.encode())
VALUES = st.binary(max_size=30).map(lambda value: value.replace(b"\n", b" "))
LINES = st.tuples(TOKENS, st.sampled_from([b":", b": ", b":\t ", b" :", b""]), VALUES).map(b"".join)
HEADS = st.builds(
    lambda status, lines, end: end.join([status, *lines]) + end + end,
    st.sampled_from(
        [b"HTTP/1.1 200 OK", b"HTTP/1.0 404", b"HTTP/1.1 301 ", b"HTTP/2.0 500 x\xffy", b"HTTP/1.1 2000", b"ICY 200 OK"]
    ),
    st.lists(LINES | st.sampled_from([b" folded", b"\t", b"Server: a", b"no colon here"]), max_size=12),
    st.sampled_from([b"\r\n", b"\n"]),
)


def read_by_h11(raw: bytes) -> Head | None:
    reader = h11.Connection(h11.CLIENT)
    reader.send(h11.Request(method="GET", target="/", headers=[("Host", "faqja.al")]))
    reader.send(h11.EndOfMessage())
    reader.receive_data(raw)
    try:
        event = reader.next_event()
    except h11.RemoteProtocolError:
        return None
    if not isinstance(event, h11.Response | h11.InformationalResponse):
        return None
    return Head(event.status_code, tuple((bytes(name), bytes(value)) for name, value in event.headers))


@given(HEADS)
@example(b"HTTP/1.1 200 OK\r\nA: b\r\n c\r\n\td\r\nE:f \r\n\r\n")
@example(b"HTTP/1.1 200\nA:\n\n")
def test_what_h11_reads_is_read_with_the_same_result(raw: bytes) -> None:
    expected = read_by_h11(raw)
    if expected is None:
        try:
            read_head(raw)  # more may be read than h11 does, and nothing else is raised
        except (BadHead, HeadTooLarge):
            return
    else:
        read = read_head(raw)
        assert read.status == expected.status
        # h11 puts framing headers into its own form; nothing here looks at them.
        framing = {b"content-length", b"transfer-encoding"}
        assert [h for h in read.headers if h[0] not in framing] == [h for h in expected.headers if h[0] not in framing]


@given(st.binary(max_size=400) | st.binary(max_size=300).map(b"HTTP/1.1 200 OK\r\n".__add__))
def test_any_bytes_are_a_head_or_none(raw: bytes) -> None:
    try:
        head = read_head(raw)
    except (BadHead, HeadTooLarge):
        return
    assert 100 <= head.status <= 999
    assert all(value.isascii() and value.isprintable() for _, value in head.told())


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"\r\n\r\n",
        b"HTTP/1.1\r\n\r\n",
        b"HTTP/1.1 99 x\r\n\r\n",
        b"HTTP/1.1 099 x\r\n\r\n",
        b"http/1.1 200\r\n\r\n",
        b"SSH-2.0-x\r\n",
    ],
)
def test_what_is_no_status_line_is_no_head(raw: bytes) -> None:
    with pytest.raises(BadHead):
        read_head(raw)


def test_a_hundred_headers_are_read_and_one_more_is_refused() -> None:
    start = b"HTTP/1.1 200 OK\r\n"
    assert len(read_head(start + b"a: b\r\n" * MOST_HEADERS + b"\r\n").headers) == MOST_HEADERS
    with pytest.raises(HeadTooLarge):
        read_head(start + b"a: b\r\n" * (MOST_HEADERS + 1) + b"\r\n")
    with pytest.raises(HeadTooLarge):
        read_head(start + b"no header\r\n" * (MOST_HEADERS + 1) + b"\r\n")


def test_a_head_longer_than_the_limit_is_refused() -> None:
    with pytest.raises(HeadTooLarge):
        read_head(b"HTTP/1.1 200 OK\r\na: " + b"x" * HEAD_LIMIT)


def test_a_line_that_is_no_header_is_skipped() -> None:
    assert read_head(b"HTTP/1.1 410 Gone\r\nbad line\r\na b: c\r\nx: a\x00b\r\nServer: s\r\n\r\n") == Head(
        410, ((b"server", b"s"),)
    )


def test_the_fingerprint_changes_with_the_content_and_not_with_the_hour() -> None:
    plain = read_head(b"HTTP/1.1 200 OK\r\nDate: a\r\nETag: x\r\nSet-Cookie: a\r\n\r\n").fingerprint()
    later = read_head(b"HTTP/1.1 200 OK\r\nDate: b\r\netag:   x\r\nSet-Cookie: b\r\n\r\n").fingerprint()
    assert plain == later
    assert len(plain) == 32
    others = [
        b"HTTP/1.1 404 OK\r\nETag: x\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nETag: y\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nServer: x\r\n\r\n",
    ]
    others += [
        b"HTTP/1.1 200 OK\r\n%b: x\r\nETag: x\r\n\r\n" % name
        for name in (b"Content-Type", b"Content-Length", b"Last-Modified")
    ]
    assert len({plain, *(read_head(raw).fingerprint() for raw in others)}) == 7


def test_the_fingerprint_does_not_confuse_two_values_with_one() -> None:
    one = read_head(b"HTTP/1.1 200 OK\r\nServer: a\r\nServer: b\r\n\r\n").fingerprint()
    two = read_head(b"HTTP/1.1 200 OK\r\nServer: a;b\r\n\r\n").fingerprint()
    assert one != two


def test_only_a_few_headers_are_told_and_those_made_harmless() -> None:
    head = read_head(
        b"HTTP/1.1 200 OK\r\nServer: a\xff\x1b[31m\r\nSet-Cookie: secret\r\nX-Name: Emri\r\nRetry-After: "
        + b"9" * 300
        + b"\r\n\r\n"
    )
    assert head.told() == (("server", "a??[31m"), ("retry-after", "9" * 120))
