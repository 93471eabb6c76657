"""Asking for an agenda pack, and what becomes of it."""

import hashlib
from datetime import datetime, timedelta
from typing import Any

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import timezone

from pcp_scrutiny import history

from .. import packs
from ..models import Meeting, Pack
from .locking import hold

PATIENCE = timedelta(minutes=15)
TOO_LONG = (
    "It was not made within 15 minutes of being asked for: whatever was making it had stopped."
)
CHANGED = "The agenda, a paper or the minutes changed while it was being made. Ask for it again."


@transaction.atomic
def ask_for_pack(meeting: Meeting, *, audience: str, by: Any, now: datetime | None = None) -> Pack:
    """Have a pack made in the background; answer with the one in the making if there is one.

    One that was asked for more than fifteen minutes ago is given up: its maker was killed.
    """
    from .. import tasks

    held = hold(meeting)
    for pack in held.packs.in_the_making().filter(audience=audience):
        if pack.asked_at > (now or timezone.now()) - PATIENCE:
            return pack
        _fail(pack, TOO_LONG, by=by)
    pack = history.create(
        Pack, by=by, why="Pack asked for", meeting=held, audience=audience, asked_by=by
    )
    transaction.on_commit(lambda: tasks.make_pack.enqueue(pack.pk))
    return pack


@transaction.atomic
def begin_pack(pk: int) -> Pack | None:
    """Take a waiting pack up; None where it was taken up or given up already."""
    pack = Pack.objects.select_for_update().get(pk=pk)
    if pack.state != Pack.State.WAITING:
        return None
    pack.state = Pack.State.MAKING
    return history.save(pack, by=pack.asked_by, why="Pack being made")


@transaction.atomic
def finish_pack(
    pk: int, *, content: bytes, pages: int, made_from: str, now: datetime | None = None
) -> Pack | None:
    """Keep the finished file; None where the pack was given up while it was made.

    ``made_from`` is the digest of what it prints. Where the record says something else by now,
    because it was read before the meeting was locked, the pack has failed.
    """
    held = hold(Meeting.objects.get(packs=pk))
    pack = Pack.objects.select_for_update().get(pk=pk)
    if pack.state != Pack.State.MAKING:
        return None
    if packs.digest_now(held, audience=pack.audience) != made_from:
        return _fail(pack, CHANGED, by=pack.asked_by)
    pack.made_from = made_from
    pack.sha256 = hashlib.sha256(content).hexdigest()
    pack.content = ContentFile(content, name=f"{pack.sha256}.pdf")
    pack.pages, pack.made_at, pack.state = pages, now or timezone.now(), Pack.State.MADE
    return history.save(pack, by=pack.asked_by, why="Pack made")


@transaction.atomic
def fail_pack(pk: int, *, reason: str) -> Pack | None:
    """Say why a pack could not be made; None where it was given up already."""
    pack = Pack.objects.select_for_update().get(pk=pk)
    if pack.state not in (Pack.State.WAITING, Pack.State.MAKING):
        return None
    return _fail(pack, reason, by=pack.asked_by)


def _fail(pack: Pack, reason: str, *, by: Any) -> Pack:
    pack.state, pack.failure = Pack.State.FAILED, reason
    return history.save(pack, by=by, why="Pack could not be made")
