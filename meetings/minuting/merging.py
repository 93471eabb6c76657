"""What belongs to an entry besides its words, where two people changed it: field by field,
what only one of them changed is as that one has it."""

from collections.abc import Mapping
from typing import Any

EMPTY: Mapping[str, Mapping[str, Any]] = {
    "vote": {
        "mover": "",
        "seconder": "",
        "is_unanimous": False,
        "votes_for": None,
        "votes_against": None,
        "abstentions": None,
        "casting_vote": "",
        "names_for": "",
        "names_against": "",
        "names_abstaining": "",
        "veto_of": "",
        "membership": None,
    },
    "task": {"owner": "", "due_on": None},
    "excludes": {"": None},
    "readmits": {"": False},
}
"""Each part's fields where nothing is recorded. What is one value is a part of one field."""


class Clash(Exception):
    """Two people gave one field different values: that is for people to decide."""


def merged(part: str, *, was: Any, new: Any, kept: Any) -> Any:
    """What comes of a part that somebody saw as ``was`` and made ``new``, while the record has
    ``kept``. Raises Clash."""
    before, after, there = (_fields(part, value) for value in (was, new, kept))
    both = {name: _one(before[name], after[name], there[name]) for name in EMPTY[part]}
    if "" in both:
        return both[""]
    return None if part == "vote" and both == EMPTY[part] else both


def is_same(part: str, one: Any, other: Any) -> bool:
    """Whether two values of a part record the same."""
    return _fields(part, one) == _fields(part, other)


def is_empty(part: str, value: Any) -> bool:
    """Whether a part records nothing."""
    return _fields(part, value) == EMPTY[part]


def _fields(part: str, value: Any) -> dict[str, Any]:
    empty = EMPTY[part]
    if "" in empty:
        return {"": value}
    given = value or {}
    return {name: given.get(name, otherwise) for name, otherwise in empty.items()}


def _one(was: Any, new: Any, kept: Any) -> Any:
    if new in (was, kept):
        return kept
    if kept != was:
        raise Clash
    return new
