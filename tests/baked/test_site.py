"""A site that is replaced while it is read."""

import threading
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from isigurt.baked import Baked, Baking, BakingError, reading

HTML = "text/html; charset=utf-8"


def baked(folder: Path, **pages: str) -> Baked:
    baking = Baking(folder)
    for name, text in pages.items():
        baking.put(f"/{name}/", text.encode(), HTML)
    baking.finish()
    return Baked(folder)


def test_what_was_put_is_found_and_nothing_else(tmp_path: Path):
    site = baked(tmp_path, sq="Tungjatjeta")
    assert "/sq/" in site
    assert site.find("/sq") is None
    file = site.find("/sq/")
    assert file is not None
    assert (file.plain, file.kind) == (b"Tungjatjeta", HTML)


def test_nothing_is_seen_before_it_is_finished(tmp_path: Path):
    site = baked(tmp_path, sq="1")
    Baking(tmp_path).put("/sq/", b"2", HTML)
    file = site.find("/sq/")
    assert file is not None
    assert file.plain == b"1"


def test_a_reader_sees_the_new_site_at_once_and_a_page_left_out_is_gone(tmp_path: Path):
    site = baked(tmp_path, sq="1", en="1")
    baked(tmp_path, sq="2")
    assert site.addresses() == ["/sq/"]
    file = site.find("/sq/")
    assert file is not None
    assert file.plain == b"2"


def test_a_reader_with_the_list_before_still_finds_its_files(tmp_path: Path):
    baked(tmp_path, sq="1")
    names = {file.name for file in (tmp_path / "content").iterdir()}
    baked(tmp_path, sq="2")
    assert names <= {file.name for file in (tmp_path / "content").iterdir()}
    baked(tmp_path, sq="3")
    assert not names & {file.name for file in (tmp_path / "content").iterdir()}


@pytest.mark.parametrize("address", ["sq/", "", "/sq/../../keys", "/sq/\0"])
def test_what_is_no_address_is_refused(tmp_path: Path, address: str):
    with pytest.raises(BakingError):
        Baking(tmp_path).put(address, b"", HTML)


def test_two_pages_at_one_address_are_refused(tmp_path: Path):
    baking = Baking(tmp_path)
    baking.put("/sq/", b"1", HTML)
    with pytest.raises(BakingError, match="two pages"):
        baking.put("/sq/", b"2", HTML)


@given(st.dictionaries(st.from_regex(r"/[a-zë/]{0,20}", fullmatch=True), st.binary(max_size=300), max_size=8))
def test_any_pages_come_back_as_they_went_in(tmp_path_factory: pytest.TempPathFactory, pages: dict[str, bytes]):
    folder = tmp_path_factory.mktemp("site")
    baking = Baking(folder)
    for address, body in pages.items():
        baking.put(address, body, HTML)
    baking.finish()
    site = Baked(folder)
    found = {address: site.find(address) for address in pages}
    assert {address: file.plain for address, file in found.items() if file} == pages


def test_a_reader_who_was_held_up_while_the_site_was_replaced_twice_finds_the_new_page(tmp_path: Path, monkeypatch):
    monkeypatch.setattr(reading, "EVERY_SECONDS", 60)
    site = baked(tmp_path, sq="0")
    assert "/sq/" in site
    for number in "12":
        baked(tmp_path, sq=number)
    file = site.find("/sq/")
    assert file is not None
    assert file.plain == b"2"


def test_a_page_that_is_listed_and_gone_is_an_error_and_no_missing_page(tmp_path: Path):
    site = baked(tmp_path, sq="0")
    for file in (tmp_path / "content").iterdir():
        file.unlink()
    with pytest.raises(FileNotFoundError, match="damaged"):
        site.find("/sq/")


def test_readers_never_meet_half_a_site(tmp_path: Path):
    """Every page of a site bears the same number; a reader who asks for both must never miss one."""
    site = baked(tmp_path, sq="0", en="0")
    faults: list[object] = []
    done = threading.Event()

    def read() -> None:
        while not done.is_set():
            try:
                if site.find("/sq/") is None or site.find("/en/") is None:
                    faults.append("a page is missing")
            except OSError as error:
                faults.append(error)

    readers = [threading.Thread(target=read) for _ in range(4)]
    for reader in readers:
        reader.start()
    for number in range(1, 40):
        baked(tmp_path, sq=str(number), en=str(number))
    done.set()
    for reader in readers:
        reader.join()
    assert faults == []
