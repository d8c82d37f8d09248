from ipaddress import ip_address
from pathlib import Path

import pytest

from isigurt.safenet.geography import BadDatabase, Geography, Place
from tests.safenet.mmdb import written


def file_with(folder: Path, name: str, networks: dict[str, object], *, version: int = 6) -> Path:
    path = folder / name
    path.write_bytes(written(networks, version=version))
    return path


def test_without_files_nothing_is_known() -> None:
    assert Geography().find(ip_address("93.184.215.14")) is None


def test_country_and_network_come_from_whichever_file_knows_them(tmp_path: Path) -> None:
    files = [
        file_with(tmp_path, "country.mmdb", {"93.184.0.0/16": {"country": {"iso_code": "AL"}}}),
        file_with(
            tmp_path,
            "network.mmdb",
            {"93.184.215.0/24": {"autonomous_system_number": 64500, "autonomous_system_organization": "Rrjeti"}},
        ),
    ]
    with Geography(files) as geography:
        assert geography.find(ip_address("93.184.215.14")) == Place("AL", 64500, "Rrjeti")
        assert geography.find(ip_address("93.184.1.1")) == Place("AL")
        assert geography.find(ip_address("8.8.8.8")) is None


def test_the_flat_form_of_other_makers_is_read(tmp_path: Path) -> None:
    file = file_with(tmp_path, "a.mmdb", {"2606:4700::/32": {"country_code": "us", "asn": "AS64501", "as_name": "Net"}})
    with Geography([file]) as geography:
        assert geography.find(ip_address("2606:4700::1")) == Place("US", 64501, "Net")


@pytest.mark.parametrize(
    "record",
    [
        {},
        {"country": "Albania", "asn": "none"},
        {"country": ["AL"], "asn": "AS"},
        {"country": {"iso_code": 7}, "as_name": 1},
        {"asn": "AS" + "9" * 30},
    ],
)
def test_a_record_of_an_unknown_shape_is_unknown(tmp_path: Path, record: dict[str, object]) -> None:
    with Geography([file_with(tmp_path, "a.mmdb", {"8.0.0.0/8": record})]) as geography:
        assert geography.find(ip_address("8.8.8.8")) == Place()


def test_an_ipv6_address_in_an_ipv4_file_is_unknown(tmp_path: Path) -> None:
    with Geography([file_with(tmp_path, "a.mmdb", {"8.0.0.0/8": {"country_code": "US"}}, version=4)]) as geography:
        assert geography.find(ip_address("2606:4700::1")) is None
        assert geography.find(ip_address("8.8.8.8")) == Place("US")


def test_a_file_that_is_no_database_is_named(tmp_path: Path) -> None:
    bad = tmp_path / "e-keqe.mmdb"
    bad.write_bytes(b"rubbish" * 100)
    with pytest.raises(BadDatabase, match=r"e-keqe\.mmdb"):
        Geography([bad])
    with pytest.raises(BadDatabase, match="nuk-ka"):
        Geography([tmp_path / "nuk-ka.mmdb"])
