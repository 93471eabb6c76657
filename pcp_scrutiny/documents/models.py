"""A file as it was received: never changed, always downloadable, known by its checksum."""

import hashlib
from typing import Any

from django.core.files.base import ContentFile
from django.db import models

from pcp_scrutiny import history
from pcp_scrutiny.history.models import Recorded


class ReceivedFile(Recorded):
    """A file kept byte for byte as it came. ``size`` is in bytes; ``sha256`` in hexadecimal."""

    name = models.CharField(max_length=255)
    media_type = models.CharField(max_length=100)
    size = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64)
    content = models.FileField(upload_to="received/%Y/%m/", max_length=255)
    received_at = models.DateTimeField(default=history.now, editable=False)

    def __str__(self) -> str:
        return self.name


def keep(data: bytes, *, name: str, media_type: str, by: Any) -> ReceivedFile:
    """Keep a file as received. The name on disk is the checksum's, never the sender's."""
    digest = hashlib.sha256(data).hexdigest()
    return history.create(
        ReceivedFile,
        by=by,
        why="Received",
        name=name[:255],
        media_type=media_type,
        size=len(data),
        sha256=digest,
        content=ContentFile(data, name=digest),
    )
