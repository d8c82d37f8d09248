"""Asking for work on an edition, and doing it."""

import uuid
from collections.abc import Callable, Mapping
from pathlib import Path

from django.db import IntegrityError, transaction

from isigurt import clock
from isigurt.country import pack
from isigurt.insight.edition.faults import EditionFaulty
from isigurt.insight.models import Act, EditionWork
from isigurt.insight.place import folder_of, record_secret, reports_folder, rounding_secret
from isigurt.insight.publication.editing.keeping import forget_unnamed, keep, kept
from isigurt.insight.publication.editing.words import Words
from isigurt.insight.publication.published import built_digest
from isigurt.insight.speaking import Tell, speaking
from isigurt.ledger.actions import record
from isigurt.ledger.actor import Actor
from isigurt.staff.models import Member

SUBJECT = "edition"
_ASKED: Mapping[str, str] = {
    Act.FREEZE: "edition.freeze_asked",
    Act.BUILD: "edition.build_asked",
    Act.CHECK: "edition.check_asked",
    Act.PUBLISH: "edition.publish_asked",
}
Work = Callable[[Path, Actor, Tell], tuple[str, ...]]


class AtWork(Exception):
    """Somebody has asked for something else with this edition, and it is not done yet."""


def ask(*, actor: Actor, year: int, act: Act) -> EditionWork:
    """Note what is to be done with an edition; the worker does it soon. Raises AtWork while something else is."""
    try:
        with transaction.atomic():
            work = EditionWork.objects.create(year=year, act=act, asked_by=str(actor), asked_at=clock.now())
            record(actor=actor, act=_ASKED[act], subject=SUBJECT, subject_id=str(year))
    except IntegrityError as error:
        raise AtWork(str(year)) from error
    return work


def save_words(*, actor: Actor, year: int, words: Mapping[str, Words]) -> None:
    """Keep the edited words of one language or several, and the pictures that any language names."""
    folder = folder_of(year)
    with transaction.atomic():
        for act, images in _changed_images(folder, words):
            for place, file in images:
                detail = {"place": place, "picture": file.removesuffix(".jpg")}
                record(actor=actor, act=act, subject=SUBJECT, subject_id=str(year), detail=detail)
        for language, each in words.items():
            keep(folder, language, each)
            record(
                actor=actor,
                act="edition.words_saved",
                subject=SUBJECT,
                subject_id=str(year),
                detail={"language": language},
            )
    forget_unnamed(folder)


def _changed_images(folder: Path, words: Mapping[str, Words]) -> tuple[tuple[str, list[tuple[str, str]]], ...]:
    """Return which pictures are shown from now on, and which no more."""
    before = {each for language in words if (there := kept(folder, language)) for each in there.shown}
    after = {each for one in words.values() for each in one.shown}
    return ("edition.image_added", sorted(after - before)), ("edition.image_removed", sorted(before - after))


def work(*, row: EditionWork) -> None:
    """Do what was asked; what is wrong with the edition is noted for the editor and not tried again."""

    def tell(line: str) -> None:
        EditionWork.objects.filter(pk=row.pk).update(told=line.strip()[:300])

    folder, by = folder_of(row.year), _actor(row.asked_by)
    with speaking(_language_of(by)):
        try:
            problems = _WORKS[Act(row.act)](folder, by, tell)
        except EditionFaulty as faulty:
            problems = faulty.problems
    EditionWork.objects.filter(pk=row.pk).update(
        ended_at=clock.now(), problems="\n".join(problems), looked_at=built_digest(folder)
    )


# What makes and weighs an edition is loaded where it is done: desk and worker are half as large without it.
def _freeze(folder: Path, by: Actor, tell: Tell) -> tuple[str, ...]:
    from isigurt.insight.edition.freezing import freeze_desk  # noqa: PLC0415

    freeze_desk(year=int(folder.name), pack=pack(), secret=record_secret(), folder=folder, actor=by, tell=tell)
    return ()


def _build(folder: Path, _by: Actor, tell: Tell) -> tuple[str, ...]:
    from isigurt.insight.publication.building import build  # noqa: PLC0415

    build(folder, secret=rounding_secret(), pack=pack(), tell=tell)
    return ()


def _check(folder: Path, _by: Actor, tell: Tell) -> tuple[str, ...]:
    from isigurt.insight.publication.checking import check_edition  # noqa: PLC0415

    return check_edition(folder, secret=rounding_secret(), pack=pack(), tell=tell).problems


def _publish(folder: Path, by: Actor, tell: Tell) -> tuple[str, ...]:
    from isigurt.insight.publication.publishing import publish  # noqa: PLC0415

    publish(folder, secret=rounding_secret(), pack=pack(), reports=reports_folder(), actor=by, tell=tell)
    return ()


_WORKS: Mapping[Act, Work] = {Act.FREEZE: _freeze, Act.BUILD: _build, Act.CHECK: _check, Act.PUBLISH: _publish}


def _language_of(member: Actor) -> str:
    return Member.objects.get(pk=str(member.member_id)).language


def _actor(told: str) -> Actor:
    return Actor.member(uuid.UUID(told.rpartition(":")[2]))
