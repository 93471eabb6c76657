"""What other apps have to say against moving a meeting to another day.

An app above this one adds its source when it is ready (``apps.py``)::

    obstacles.add(dates_that_follow)  # (meeting, day) -> sentences

``meeting`` is as it was before, with what it raised; a sentence says why it cannot be held on
``day``, and which day can be entered instead.
"""

from collections.abc import Callable
from datetime import date

from .models import Meeting

Source = Callable[[Meeting, date], list[str]]
of_moving: list[Source] = []


def add(source: Source) -> Source:
    """Ask ``source`` before a meeting is moved to another day."""
    of_moving.append(source)
    return source


def to_moving(meeting: Meeting, day: date) -> list[str]:
    """Why a meeting cannot be moved to that day; nothing where it stays on its own."""
    if meeting.day == day:
        return []
    return [sentence for source in of_moving for sentence in source(meeting, day)]
