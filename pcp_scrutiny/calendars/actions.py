"""Private addresses: made, replaced, revoked, and found by their key."""

import hashlib
import secrets
from typing import Any

from django.db import transaction
from django.utils import timezone

from .models import CalendarAddress


@transaction.atomic
def make_address(person: Any) -> str:
    """Give someone a private address in place of any they had; its key, which is kept nowhere and
    cannot be had again."""
    key = secrets.token_urlsafe(32)
    CalendarAddress.objects.update_or_create(
        person=person, defaults={"digest": _digest(key), "made_at": timezone.now()}
    )
    return key


@transaction.atomic
def revoke_address(person: Any) -> bool:
    """Take someone's private address away; False where they had none."""
    found = CalendarAddress.objects.filter(person=person)
    return bool(found.delete()[0])  # not historied: as with a password, no history is kept


def address_of(key: str) -> CalendarAddress | None:
    """The address in use that has this key.

    It is looked for by its digest: how long that takes says something of digests, which nobody can
    steer from a key, and nothing of keys.
    """
    return CalendarAddress.objects.in_use().filter(digest=_digest(key)).first()


def _digest(key: str) -> str:
    return hashlib.sha256(key.encode()).hexdigest()
