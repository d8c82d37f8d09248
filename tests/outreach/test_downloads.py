"""The worker reads how often materials were downloaded."""

import datetime as dt

import pytest

from isigurt.intake.door.counting import add_downloads
from isigurt.intake.door.models import DownloadCount
from isigurt.outreach.actions import read_downloads
from isigurt.outreach.models import Download
from isigurt.steps.registry import get
from isigurt.steps.runner import run_due

pytestmark = pytest.mark.django_db(databases=["default", "door"])
DAY, PLAN = dt.date(2030, 2, 9), "/media/documents/plani.pdf"


def read() -> list[int]:
    run_due(get("outreach.read_downloads"))
    return list(Download.objects.values_list("count", flat=True))


def test_a_count_is_read_again_whenever_it_grows():
    add_downloads({(DAY, PLAN): 2})
    assert read() == [2]
    assert read() == [2]
    add_downloads({(DAY, PLAN): 3})
    assert read() == [5]


def test_a_worker_killed_half_way_neither_loses_nor_doubles():
    add_downloads({(DAY, PLAN): 2})
    row = DownloadCount.objects.get()
    read_downloads(row)
    DownloadCount.objects.update(read=0)  # as if it had died before it noted what it had copied
    add_downloads({(DAY, PLAN): 1})
    assert read() == [3]
