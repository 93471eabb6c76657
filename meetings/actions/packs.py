"""Asking for an agenda pack, and what becomes of it while it is made."""

import hashlib
from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import timezone

from pcp_scrutiny import history
from pcp_scrutiny.pdf import uploads

from .. import packs
from ..models import Meeting, Pack, Paper
from .locking import hold

TURN = timedelta(minutes=15)
"""How long a pack waits to be taken up before it is given up: nothing is at work."""
BEAT = timedelta(minutes=2)
"""How long whoever makes a pack may be silent before it is given up: they were killed."""
IN_THE_MAKING = (Pack.State.WAITING, Pack.State.MAKING)

UNCLAIMED = "unclaimed"
"""What is kept of an upload that lacks nothing that is known, and does not claim PDF/UA-1."""

NOT_TAKEN_UP = (
    "Nothing took it up within 15 minutes of being asked for: what makes packs is not running."
)
STOPPED = (
    "Whatever was making it stopped in the middle. What it had made is kept, so making it again "
    "goes on from there."
)
CHANGED = "The agenda, a paper or the minutes changed while it was being made. Ask for it again."


def has_stopped(pack: Pack, *, now: datetime | None = None) -> bool:
    """Whether a pack in the making is given up: nobody took it up, or whoever did has shown no
    sign of life for two minutes."""
    now = now or timezone.now()
    if pack.state == Pack.State.MAKING:
        return (pack.beat_at or pack.asked_at) <= now - BEAT
    return pack.state == Pack.State.WAITING and pack.asked_at <= now - TURN


@transaction.atomic
def ask_for_pack(
    meeting: Meeting,
    *,
    audience: str,
    by: Any,
    supplement: int = 0,
    without: Collection[int] = (),
    now: datetime | None = None,
) -> Pack:
    """Have a pack made in the background; answer with the one in the making if there is one.

    ``without`` are the keys of papers that are left out, as if they were to follow. One in the
    making that has stopped is given up. Raises ValidationError for a supplement to nothing.
    """
    from .. import tasks

    held = hold(meeting)
    for pack in held.packs.in_the_making().filter(audience=audience, supplement=supplement):
        if not has_stopped(pack, now=now):
            return pack
        _fail(pack, STOPPED if pack.state == Pack.State.MAKING else NOT_TAKEN_UP, by=by)
    if supplement:
        _check_supplement(held, audience, supplement)
    papers = Paper.objects.filter(item__meeting=held, pk__in=without)
    pack = history.create(
        Pack,
        by=by,
        why="Pack asked for",
        meeting=held,
        audience=audience,
        supplement=supplement,
        without=list(papers.order_by("pk").values_list("pk", flat=True)),
        asked_by=by,
    )
    transaction.on_commit(lambda: tasks.make_pack.enqueue(pack.pk))
    return pack


def _check_supplement(meeting: Meeting, audience: str, supplement: int) -> None:
    published = meeting.packs.exclude(published_at=None)
    if not published.filter(supplement=0).exists():
        raise ValidationError(
            "A supplement adds to a pack that was published, and none was yet. Make the packs."
        )
    if published.filter(supplement=supplement, audience=audience).exists():
        raise ValidationError(
            f"Supplement {supplement} has been published, and what is published never changes. "
            f"Make supplement {packs.next_supplement(meeting)}, or the next version of the pack."
        )
    if supplement > packs.next_supplement(meeting):
        raise ValidationError(
            f"The next supplement to these papers is {packs.next_supplement(meeting)}."
        )


@transaction.atomic
def cancel_pack(pack: Pack, *, by: Any) -> Pack:
    """Stop a pack being made. Raises ValidationError where it is made, or has failed, already."""
    pack = Pack.objects.select_for_update().get(pk=pack.pk)
    if pack.state == Pack.State.CANCELLED:
        return pack
    if pack.state not in IN_THE_MAKING:
        raise ValidationError("It is not being made any more, so there is nothing to cancel.")
    pack.state = Pack.State.CANCELLED
    return history.save(pack, by=by, why="Pack cancelled")


@transaction.atomic
def begin_pack(pk: int, *, now: datetime | None = None) -> Pack | None:
    """Take a waiting pack up; None where it was taken up, cancelled or given up already."""
    pack = Pack.objects.select_for_update().get(pk=pk)
    if pack.state != Pack.State.WAITING:
        return None
    pack.state, pack.beat_at = Pack.State.MAKING, now or timezone.now()
    return history.save(pack, by=pack.asked_by, why="Pack being made")


def tell_pack(
    pk: int, doing: str, done: int, expected: int | None, *, now: datetime | None = None
) -> bool:
    """Say what is being made, and how many of how many pages there are; it is a sign of life.
    False where the pack was cancelled or given up meanwhile: there is nothing to go on for."""
    making = Pack.objects.filter(pk=pk, state=Pack.State.MAKING)
    # not historied: how far the work is, for as long as it is under way
    told = making.update(
        doing=doing[:300],
        pages_done=done,
        pages_expected=expected,
        beat_at=now or timezone.now(),
    )
    return told == 1


def finish_pack(pk: int, *, made: packs.Made, now: datetime | None = None) -> Pack | None:
    """Keep the finished file and its edition; None where the pack was cancelled or given up.

    Where the record says something else by now, because it was read before the meeting was
    locked, the pack has failed. Files of a transaction that is rolled back are deleted.
    """
    pack: Pack | None = None
    try:
        with transaction.atomic():
            held = hold(Meeting.objects.get(packs=pk))
            pack = Pack.objects.select_for_update().get(pk=pk)
            return _finish(held, pack, made, now or timezone.now())
    except BaseException:
        if pack is not None:
            _delete_files(pack)
        raise


def _finish(held: Meeting, pack: Pack, made: packs.Made, now: datetime) -> Pack | None:
    if pack.state != Pack.State.MAKING:
        return None
    if says_now(held, pack) != made.digest:
        return _fail(pack, CHANGED, by=pack.asked_by)
    pack.made_from, pack.sha256 = made.digest, hashlib.sha256(made.content).hexdigest()
    pack.pages = pack.pages_done = pack.pages_expected = made.pages
    pack.manifest = [_with_claim(entry, made.untagged) for entry in made.manifest]
    pack.is_accessible = made.is_accessible
    pack.made_at, pack.state, pack.doing = now, Pack.State.MADE, ""
    _keep(pack, "content", f"{pack.sha256}.pdf", made.content)
    edition = made.edition.encode()
    pack.edition_sha256 = hashlib.sha256(edition).hexdigest()
    _keep(pack, "edition", f"{pack.sha256}.html", edition)
    return history.save(pack, by=pack.asked_by, why="Pack made")


def _with_claim(entry: dict[str, Any], untagged: Collection[int]) -> dict[str, Any]:
    if entry["paper"] not in untagged or any(map(uploads.is_barrier, entry["lacks"])):
        return entry
    return entry | {"lacks": [*entry["lacks"], UNCLAIMED]}


def says_now(meeting: Meeting, pack: Pack) -> str:
    """The digest of what a pack like this one would print now; empty where none can be made."""
    return packs.digest_now(
        meeting, audience=pack.audience, supplement=pack.supplement, without=pack.without
    )


def _keep(pack: Pack, field: str, name: str, data: bytes) -> None:
    """Write one of its files. The name is known to the pack before there is anything under it, so
    that a piece of a file, which a full disk leaves, is deleted too."""
    place = getattr(pack, field)
    name = place.storage.get_available_name(place.field.generate_filename(pack, name))
    setattr(pack, field, name)
    setattr(pack, field, place.storage.save(name, ContentFile(data)))


def _delete_files(pack: Pack) -> None:
    for kept in (pack.content, pack.edition):
        if kept:
            kept.storage.delete(kept.name)


@transaction.atomic
def fail_pack(pk: int, *, reason: str, failures: Sequence[dict[str, Any]] = ()) -> Pack | None:
    """Say why a pack could not be made, paper by paper; None where it was settled already."""
    pack = Pack.objects.select_for_update().get(pk=pk)
    if pack.state not in IN_THE_MAKING:
        return None
    pack.failures = list(failures)
    return _fail(pack, reason, by=pack.asked_by)


def _fail(pack: Pack, reason: str, *, by: Any) -> Pack:
    pack.state, pack.failure = Pack.State.FAILED, reason
    return history.save(pack, by=by, why="Pack could not be made")
