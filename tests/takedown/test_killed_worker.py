"""A real worker is killed with -9 while it talks to a real relay."""

import os
import signal
import subprocess
import sys
from datetime import timedelta

import pytest
from django.db import connections
from django.utils import timezone

from isigurt.takedown.actions import notices
from isigurt.takedown.machines import NoticeState
from isigurt.takedown.models import Notice
from tests.takedown.factories import a_person, approved, confirmed, proposed, run_steps

pytestmark = pytest.mark.django_db(transaction=True)

SEND_ONCE = """
import django
django.setup()
from isigurt.steps.registry import get
from isigurt.steps.runner import run_batch
run_batch(get("takedown.send"))
"""


def store_url(alias):
    store = connections[alias].settings_dict
    if store["ENGINE"].endswith("sqlite3"):
        return f"sqlite:///{store['NAME']}"
    host = (store["HOST"] or "").replace("/", "%2F")
    return f"postgresql://{store['USER']}:{store['PASSWORD']}@{host}:{store['PORT']}/{store['NAME']}"


def start_worker(relay):
    environment = {
        **os.environ,
        "ISIGURT_DESK_URL": store_url("default"),
        "ISIGURT_DOOR_URL": store_url("door"),
        "ISIGURT_MAIL_RELAY": relay.url,
        "ISIGURT_MAIL_FROM": "njoftime@isigurt.al",
        "DJANGO_SETTINGS_MODULE": "isigurt.config.settings.worker",
    }
    return subprocess.Popen([sys.executable, "-c", SEND_ONCE], env=environment)


def lease_ends(notice):
    Notice.objects.filter(pk=notice.pk).update(leased_until=timezone.now() - timedelta(seconds=1))


@pytest.mark.parametrize(("moment", "arrived"), [("holds_recipient", 0), ("holds", 1)])
def test_a_worker_killed_while_handing_over_leaves_the_notice_unsure_and_never_sends_twice(
    world, mail, time_passes, moment, arrived
):
    _, item = confirmed()
    notice = approved(proposed(item))
    mail.behaviour = moment
    worker = start_worker(mail)
    assert mail.reached.wait(30)
    worker.send_signal(signal.SIGKILL)
    assert worker.wait(10) == -signal.SIGKILL
    mail.released.set()
    mail.behaviour = "takes"

    run_steps()
    notice.refresh_from_db()
    assert notice.state == NoticeState.HANDING_OVER, "nobody may take it from a worker that may still be alive"

    lease_ends(notice)
    run_steps()
    run_steps()
    notice.refresh_from_db()
    notice.case.refresh_from_db()
    assert notice.state == NoticeState.UNSURE
    assert notice.case.attention == "notice_unsure"
    assert len(mail.taken) == arrived

    notices.send_again(notice=notice, actor=a_person())
    run_steps()
    notice.refresh_from_db()
    assert notice.state == NoticeState.SENT
    assert len(mail.taken) == arrived + 1
    assert len({sent["Message-ID"] for sent in mail.taken}) == 1


def test_a_worker_that_ends_by_itself_sends(world, mail, time_passes):
    _, item = confirmed()
    notice = approved(proposed(item))
    assert start_worker(mail).wait(60) == 0
    notice.refresh_from_db()
    assert notice.state == NoticeState.SENT
    assert len(mail.taken) == 1
