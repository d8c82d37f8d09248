"""The report's own address leads to its newest edition."""

from pathlib import Path

import pytest

from isigurt.baked import Baking
from isigurt.design.addresses import ADDRESSES
from tests.surfaces.front.visitor import text_of


@pytest.mark.parametrize("language", ["sq", "en"])
def test_the_newest_edition_is_led_to(tmp_path: Path, settings, visitor, language: str):
    settings.ISIGURT_BAKED = tmp_path
    base = ADDRESSES["national_report"][language]
    words = {"sq": "Ende nuk është botuar", "en": "No report is published yet"}
    nothing_yet = visitor.get(base)
    assert words[language] in text_of(nothing_yet)
    # Whoever came here by mistake and needs help finds the way to it.
    assert f'href="{ADDRESSES["report"][language]}"' in nothing_yet.content.decode()
    assert "116 111" in text_of(nothing_yet)
    baking = Baking(tmp_path / "reports")
    for below in ("2025/", "2026/", "2026/open-data/cells.csv", "2026/harms/"):
        baking.put(f"{base}{below}", b"", "text/html")
    baking.finish()
    answer = visitor.get(base)
    assert (answer.status_code, answer["Location"]) == (302, f"{base}2026/")


@pytest.mark.parametrize("language", ["sq", "en"])
def test_before_the_worker_has_laid_the_page_of_closed_quarters_its_address_says_so(visitor, language: str):
    words = {"sq": "Ende nuk tregohet asgjë", "en": "Nothing is shown yet"}
    answer = visitor.get(ADDRESSES["transparency"][language])
    assert answer.status_code == 200
    assert words[language] in text_of(answer)
    assert "116 111" in text_of(answer)
