"""Positions without a database, for what is worked out from them."""

from collections.abc import Sequence
from datetime import date
from itertools import count
from typing import Any

from hypothesis import strategies as st

from recommendations.register import Position
from recommendations.register.narrowing import VOCABULARY

_numbers = count(1)

NEW: dict[str, Any] = {
    "kind": "recommendation",
    "route": "s.28(3)",
    "theme": "Patrol",
    "owner": "",
    "text": "The plan should say how many hours officers spend on patrol.",
    "meeting": 1,
    "raised_on": date(2026, 6, 12),
    "version": 1,
    "plan": 1,
    "sent_on": None,
    "first_due_on": None,
    "due_on": None,
    "slips": 0,
    "answered_on": None,
    "answer": None,
    "decision": "",
    "response": "not sent",
    "effect": "awaiting a revised version",
    "judgement": "open",
    "judged_on": None,
    "schedule": "no date set",
    "to_confirm": False,
    "is_public": True,
}


def position(**fields: Any) -> Position:
    """The position of a new recommendation on a draft plan, but for these fields."""
    number = next(_numbers)
    return Position(**{"pk": number, "reference": f"2026/{number:02}", **NEW, **fields})


def positions() -> st.SearchStrategy[list[Position]]:
    """Some positions in any states, also such as records would not lead to; numbered from 1."""
    return st.lists(st.builds(dict, **_ANY), max_size=12).map(_numbered)


def _numbered(drawn: Sequence[dict[str, Any]]) -> list[Position]:
    return [position(pk=pk, **fields) for pk, fields in enumerate(drawn, start=1)]


_DAYS = st.dates(date(2026, 6, 1), date(2026, 6, 5))
_ANY: dict[str, st.SearchStrategy[Any]] = {
    **{
        facet: st.sampled_from(VOCABULARY[facet][:4])
        for facet in ("response", "effect", "judgement", "schedule", "kind", "route")
    },
    "reference": st.sampled_from(["2026/7", "2026/10", "2026/07", "A", "a", "", "2025/100", "10"]),
    "meeting": st.integers(1, 3),
    "plan": st.none() | st.integers(1, 2),
    "version": st.none() | st.integers(1, 3),
    "theme": st.sampled_from(["", "Patrol", "patrol", "Victims"]),
    "owner": st.sampled_from(["", "Chief Constable"]),
    "raised_on": _DAYS,
    **{name: st.none() | _DAYS for name in ("sent_on", "due_on", "answered_on", "judged_on")},
    "to_confirm": st.booleans(),
}
