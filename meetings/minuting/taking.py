"""What the minute-taking screen sends and is sent, as plain values.

A change is what someone typed into one entry; the entry is known by the ``uid`` that the screen
gave it, so that what is sent twice is minuted once.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

KINDS = (
    "discussion",
    "key point",
    "advice",
    "resolution",
    "recommendation",
    "action",
    "undertaking",
)
DEEPEST = 2
LONGEST = 20_000  # characters of one entry
LONGEST_REASON = 300  # characters of why
MOST = 50  # changes sent at once
SIDES = ("", "for", "against")
VETOES = ("", "precept", "chief constable")


class Malformed(ValueError):
    """What was sent is no change; the message says what is wrong with it."""


@dataclass(frozen=True, slots=True)
class Change:
    """What someone typed. ``seen`` is the stamp of the entry they saw, "" where it was new.

    ``after`` is the entry it stands after, None for the first of its item; where ``is_placed`` is
    False it stays where it is, or comes last. ``parts`` are those that were said: "vote", "task",
    "excludes", "readmits", and ``was`` says as what they were seen; ``because`` says why they may
    make private matter public."""

    uid: UUID
    item: int
    kind: str = "discussion"
    level: int = 0
    text: str = ""
    seen: str = ""
    after: UUID | None = None
    is_placed: bool = False
    is_removed: bool = False
    because: str = ""
    parts: Mapping[str, Any] = field(default_factory=dict)
    was: Mapping[str, Any] = field(default_factory=dict)


def read_changes(sent: Any) -> list[Change]:
    """The changes of a request, in the order they are to be made. Raises Malformed."""
    changes = sent.get("changes") if isinstance(sent, dict) else None
    if not isinstance(changes, list) or not 0 < len(changes) <= MOST:
        raise Malformed(f"Send from 1 to {MOST} changes.")
    return [_change(one) for one in changes]


def _change(sent: Any) -> Change:
    if not isinstance(sent, dict):
        raise Malformed("A change is an object.")
    text = _of(str, sent, "text", "").replace("\r\n", "\n").strip()
    if len(text) > LONGEST:
        raise Malformed(f"An entry has at most {LONGEST} characters. Divide it into several.")
    level = _of(int, sent, "level", 0)
    if not 0 <= level <= DEEPEST:
        raise Malformed(f"A level is from 0 to {DEEPEST}.")
    return Change(
        uid=_uid(sent.get("uid")),
        item=_of(int, sent, "item"),
        kind=_one_of(KINDS, sent.get("kind", KINDS[0]), "kind"),
        level=level,
        text=text,
        seen=_of(str, sent, "seen", ""),
        after=None if sent.get("after") is None else _uid(sent["after"]),
        is_placed="after" in sent,
        is_removed=_of(bool, sent, "remove", False),
        because=_reason(sent, "because"),
        parts=_parts(sent),
        was=_parts(_of(dict, sent, "was", {})),
    )


def _parts(sent: Mapping[str, Any]) -> dict[str, Any]:
    return {name: read(sent[name]) for name, read in _PARTS.items() if name in sent}


def _vote(sent: Any) -> dict[str, Any] | None:
    if sent is None:
        return None
    vote = {
        name: _of(str, sent, name, "").strip()
        for name in ("mover", "seconder", "names_for", "names_against", "names_abstaining")
    }
    if len(vote["mover"]) > 150 or len(vote["seconder"]) > 150:
        raise Malformed("A name has at most 150 characters.")
    vote["is_unanimous"] = _of(bool, sent, "is_unanimous", False)
    for name in ("votes_for", "votes_against", "abstentions", "membership"):
        vote[name] = _count(sent.get(name), name)
    vote["casting_vote"] = _one_of(SIDES, sent.get("casting_vote", ""), "casting vote")
    vote["veto_of"] = _one_of(VETOES, sent.get("veto_of", ""), "veto")
    if all(value in ("", None, False) for value in vote.values()):
        return None
    return vote | {"membership_because": _reason(sent, "membership_because")}


def _reason(sent: Any, name: str) -> str:
    reason = _of(str, sent, name, "").strip()
    if len(reason) > LONGEST_REASON:
        raise Malformed(f"A reason has at most {LONGEST_REASON} characters.")
    return reason


def _task(sent: Any) -> dict[str, Any]:
    sent = {} if sent is None else sent
    owner = _of(str, sent, "owner", "").strip()
    if len(owner) > 200:
        raise Malformed("Who is to do it has at most 200 characters.")
    due = _of(str, sent, "due_on", "") or None
    try:
        return {"owner": owner, "due_on": date.fromisoformat(due) if due else None}
    except ValueError as wrong:
        raise Malformed("A date is written 2026-09-30.") from wrong


def _excludes(sent: Any) -> int | None:
    if sent is not None and (not isinstance(sent, int) or isinstance(sent, bool)):
        raise Malformed("A paragraph of Schedule 12A is a number.")
    return sent


def _readmits(sent: Any) -> bool:
    return _of(bool, {"readmits": sent}, "readmits")


_PARTS: dict[str, Callable[[Any], Any]] = {
    "vote": _vote,
    "task": _task,
    "excludes": _excludes,
    "readmits": _readmits,
}


def _uid(sent: Any) -> UUID:
    try:
        return UUID(sent)
    except (TypeError, ValueError, AttributeError) as wrong:
        raise Malformed("An entry is known by a UUID.") from wrong


def _count(sent: Any, name: str) -> int | None:
    if sent in (None, ""):
        return None
    if not isinstance(sent, int) or isinstance(sent, bool) or not 0 <= sent <= 200:
        raise Malformed(f"“{name}” is a number from 0 to 200.")
    return sent


def _one_of(choices: tuple[str, ...], sent: Any, name: str) -> str:
    if sent not in choices:
        raise Malformed(f"“{sent}” is no {name}.")
    return sent


def _of(kind: type, sent: Any, name: str, otherwise: Any = ...) -> Any:
    value = sent.get(name, otherwise) if isinstance(sent, dict) else ...
    if value is ... or not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
        raise Malformed(f"“{name}” is missing, or not what it should be.")
    return _whole(value) if isinstance(value, str) else value


def _whole(text: str) -> str:
    """Text that can be stored: half of a character, as a browser may cut it, is marked as lost."""
    halves = text.replace("\x00", "").encode("utf-16-le", "surrogatepass")
    return halves.decode("utf-16-le", "replace")
