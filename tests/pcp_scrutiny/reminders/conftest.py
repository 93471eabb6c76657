"""A source of reminders that belongs to the test, and nothing else to send."""

from collections.abc import Callable
from typing import Any

import pytest

from pcp_scrutiny.reminders import Letter, Reminder, Source, sending


@pytest.fixture
def tell(monkeypatch) -> Callable[..., None]:
    """Add a source that tells people of keys: ``tell({person: ["key"]})``. A key "fails" cannot be
    written about."""
    monkeypatch.setattr(sending, "sources", found := [])

    def add(told: dict[Any, list[str]], name: str = "things") -> None:
        def write(person: Any, things: Any, on: Any) -> Letter:
            if "fails" in things:
                raise ValueError("There is no such page.")
            return Letter(f"To {person.name}", f"{on}: {', '.join(things)}")

        found.append(
            Source(
                name,
                lambda _on: [Reminder(key, to, key) for to, keys in told.items() for key in keys],
                write,
            )
        )

    return add
