"""`isigurt safenet judge`: addresses in, one a line; verdicts out, one a line."""

from typing import BinaryIO

from isigurt.safenet.address import Judgement, Verdict, judge

_CHUNK = 1 << 20  # bytes; no address is nearly as long, so what lies behind it decides nothing


def judge_lines(source: BinaryIO, sink: BinaryIO, *, with_flags: bool = False, at_once: bool = False) -> int:
    """Judge every line of `source` into one line of `sink`, and return 0, the exit status.

    A line is what ends in a line feed, or the rest of the input. Each output line is `ALLOW<TAB>canonical form`
    or `DENY_...<TAB>reason`; with `with_flags` a third column lists the flags, separated by commas. Lines of any
    length are read in bounded memory: only the first MiB of a line is judged. `at_once` is for a person who types:
    each answer comes before the next line.
    """
    while True:
        line = source.readline(_CHUNK)
        if not line:
            break
        _skip_rest_of_line(source, line)
        sink.write(_verdict_line(judge(_decoded(line)), with_flags=with_flags))
        if at_once:
            sink.flush()
    sink.flush()
    return 0


def _skip_rest_of_line(source: BinaryIO, line: bytes) -> None:
    while line and not line.endswith(b"\n"):
        line = source.readline(_CHUNK)


def _decoded(line: bytes) -> str:
    """The line as text; bytes that are not UTF-8 become lone surrogates, which `judge` escapes byte by byte."""
    return line.decode("utf-8", "surrogateescape")


def _verdict_line(judgement: Judgement, *, with_flags: bool) -> bytes:
    told = judgement.canonical if judgement.verdict is Verdict.ALLOW else judgement.reason
    columns = [judgement.verdict.value, told]
    if with_flags:
        columns.append(",".join(judgement.flags))
    return "\t".join(columns).encode("utf-8", "replace") + b"\n"
