"""What minutes become: a recommendation that is minuted is one in the register at once.

An app above this one adds what it makes of an entry when it is ready (``apps.py``)::

    becoming.add(kept=follow, dropped=let_go)

``kept(entry, by=...)`` is called in the transaction of every saved entry, new or changed, once it
is known what keeps the entry from the public; and for one entry of the meeting where that changed
for several, so it looks at the whole meeting. It writes only where something is to change.
``dropped(entry, by=...)`` is called before an entry is removed.
Either raises ValidationError, in words for the person, to refuse.
"""

from collections.abc import Callable
from typing import Any

from .models import MinuteEntry

Follow = Callable[..., None]
_kept: list[Follow] = []
_dropped: list[Follow] = []


def add(*, kept: Follow, dropped: Follow) -> None:
    """Have entries followed from now on."""
    _kept.append(kept)
    _dropped.append(dropped)


def keep(entry: MinuteEntry, *, by: Any) -> None:
    """Tell everyone who follows that the entry was saved."""
    for follow in _kept:
        follow(entry, by=by)


def drop(entry: MinuteEntry, *, by: Any) -> None:
    """Tell everyone who follows that the entry is about to be removed."""
    for follow in _dropped:
        follow(entry, by=by)
