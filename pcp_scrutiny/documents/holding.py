"""A file that was sent in and read, but that nobody has confirmed yet.

It waits in the file storage, under the checksum of what it holds and the number of the person who
sent it; nothing of it is in the database. The token that finds it again is signed, works for that
person alone, and for a week; then the file is cleared away.
"""

import hashlib
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.core import signing
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils import timezone

FOLDER = "held"
KEPT_FOR = timedelta(days=7)


class NotHeldError(Exception):
    """The token is not this person's, is too old, or what it stood for was cleared away."""


@dataclass(frozen=True)
class Held:
    """A file waiting to be confirmed, with what the form around it said."""

    data: bytes
    name: str
    about: dict[str, Any]


def hold(data: bytes, *, purpose: str, name: str, by: Any, about: dict[str, Any]) -> str:
    """Keep a file until it is confirmed; answer with the token that finds it again.

    The token is good for this ``purpose`` alone ("letter"). ``about`` is what else must be known
    when it is confirmed: plain values, as JSON has them.
    """
    _clear_old()
    digest = hashlib.sha256(data).hexdigest()
    path = _path(by, digest)
    if default_storage.exists(path):
        default_storage.delete(path)  # sent in again: it waits from today
    default_storage.save(path, ContentFile(data))
    content = {"who": by.pk, "digest": digest, "name": name, "about": about}
    return signing.dumps(content, salt=_salt(purpose), compress=True)


def find(token: str, *, purpose: str, by: Any) -> Held:
    """The file that a token stands for. Raises NotHeldError."""
    content = _read(token, purpose)
    path = _path(by, content["digest"])
    if content["who"] != by.pk or not default_storage.exists(path):
        raise NotHeldError
    with default_storage.open(path) as file:
        return Held(file.read(), content["name"], content["about"])


def release(token: str, *, purpose: str, by: Any) -> None:
    """Let go of a file that was confirmed or thrown away. Raises NotHeldError."""
    find(token, purpose=purpose, by=by)
    default_storage.delete(_path(by, _read(token, purpose)["digest"]))


def _read(token: str, purpose: str) -> dict[str, Any]:
    try:
        return signing.loads(token, salt=_salt(purpose), max_age=KEPT_FOR)
    except signing.BadSignature as bad:
        raise NotHeldError from bad


def _salt(purpose: str) -> str:
    return f"pcp_scrutiny.documents.holding.{purpose}"


def _path(by: Any, digest: str) -> str:
    return f"{FOLDER}/{by.pk}-{digest}"


def _clear_old() -> None:
    if not default_storage.exists(FOLDER):
        return
    _, names = default_storage.listdir(FOLDER)
    for name in names:
        path = f"{FOLDER}/{name}"
        if timezone.now() - default_storage.get_modified_time(path) > KEPT_FOR:
            default_storage.delete(path)
