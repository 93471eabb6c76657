"""What is said after a decision, at the change it was about, with the way to undo it.

It goes through Django's messages; the place and the way back travel in the message's tags.
"""

from dataclasses import dataclass

from django.contrib import messages
from django.contrib.messages import constants, get_messages
from django.http import HttpRequest

_AT, _UNDO = "at:", "undo:"


@dataclass(frozen=True)
class Notice:
    """Words at the change with that anchor; ``undo`` is where to post to take it back."""

    text: str
    anchor: str = ""
    undo: str = ""
    is_error: bool = False


def say(request: HttpRequest, text: str, *, at: str, undo: str = "") -> None:
    """Say on the next page that something was done."""
    messages.success(request, text, extra_tags=_tags(at, undo))


def refuse(request: HttpRequest, text: str, *, at: str, undo: str = "") -> None:
    """Say on the next page why something was not done."""
    messages.error(request, text, extra_tags=_tags(at, undo))


def take(request: HttpRequest) -> list[Notice]:
    """All that waits to be said; it is not said again."""
    return [
        Notice(
            str(message),
            _tagged(message.extra_tags, _AT),
            _tagged(message.extra_tags, _UNDO),
            is_error=message.level >= constants.ERROR,
        )
        for message in get_messages(request)
    ]


def _tags(at: str, undo: str) -> str:
    return " ".join(prefix + said for prefix, said in ((_AT, at), (_UNDO, undo)) if said)


def _tagged(tags: str | None, prefix: str) -> str:
    found = (tag.removeprefix(prefix) for tag in (tags or "").split() if tag.startswith(prefix))
    return next(found, "")
