"""Someone who takes minutes at a browser, and what the record has of it."""

import re
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from time import monotonic
from typing import Any

from django.urls import reverse
from playwright.sync_api import Locator, Page, expect

from meetings.models import Meeting, MinuteEntry
from tests.factories.meetings import AgendaItemFactory, MeetingFactory

KEPT = "Object.keys(localStorage).filter(key => key.startsWith('pcp-scrutiny-minutes')).length"
ROW_WITH = """words => [...document.querySelectorAll("[data-text]")]
    .find(box => box.value.includes(words))?.closest("[data-row]").dataset.row"""
PASTE = """(box, data) => {
    const clipboard = new DataTransfer();
    for (const [type, text] of Object.entries(data)) clipboard.setData(type, text);
    const event = {clipboardData: clipboard, bubbles: true, cancelable: true};
    box.dispatchEvent(new ClipboardEvent("paste", event));
}"""


class Typist:
    """One person's page of a meeting."""

    def __init__(self, page: Page, meeting: Meeting) -> None:
        self.page, self.meeting = page, meeting
        self.open()

    def open(self) -> None:
        """Open the page, or open it again."""
        self.page.goto(address(self.meeting))
        self.page.wait_for_selector("[data-started]", state="attached")

    def type(self, *lines: str, at_once: bool = False) -> None:
        """Type lines, each with Enter after it but the last: key by key, or as fast as can be."""
        keyboard = self.page.keyboard
        for number, line in enumerate(lines):
            if number:
                keyboard.press("Enter")
            (keyboard.insert_text if at_once else keyboard.type)(line)

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    def row(self, words: str) -> Locator:
        """The row in which something is typed: whoever looks for it looks until it is there."""
        found = until(self.page, lambda: self.page.evaluate(ROW_WITH, words))
        return self.page.locator(f"[data-row='{found}']")

    def go_to(self, item: Any) -> None:
        """To the last entry of an item."""
        self.page.locator(f"[data-item-rows='{item.pk}'] [data-text]").last.focus()

    @property
    def here(self) -> Locator:
        return self.page.locator("[data-text]:focus")

    @property
    def standing(self) -> Locator:
        return self.page.locator("[data-standing]")

    @property
    def texts(self) -> list[str]:
        """What stands in the rows of the page, in their order."""
        boxes = self.page.locator("[data-text]").evaluate_all("all => all.map(box => box.value)")
        return [text for text in boxes if text]

    def paste(self, **data: str) -> None:
        types = {"html": "text/html", "plain": "text/plain"}
        self.here.evaluate(PASTE, {types[name]: text for name, text in data.items()})

    @property
    def kept(self) -> int:
        """How many entries the browser keeps that the server has not confirmed."""
        return self.page.evaluate(KEPT)

    def is_all_saved(self) -> None:
        """Wait until the browser keeps nothing that the server has not confirmed."""
        until(self.page, lambda: self.kept == 0)
        expect(self.standing).to_have_text("All is saved")

    def says(self, words: str) -> None:
        expect(self.standing).to_contain_text(re.compile(re.escape(words)))


def until(page: Page, ask: Callable[[], Any], seconds: float = 20) -> Any:
    """Wait until something is so, and say what it is. Not by the browser's own waiting, which the
    pages' policy forbids to evaluate anything."""
    end = monotonic() + seconds
    while not (answer := ask()):
        assert monotonic() < end, "It has not come true in time"
        page.wait_for_timeout(50)
    return answer


def address(meeting: Meeting) -> str:
    return reverse("meetings:take", args=[meeting.pk])


def meeting_with(items: int = 3) -> Meeting:
    """A meeting that is held now, with so many items."""
    meeting = MeetingFactory(
        starts_at=datetime(2026, 9, 25, 9, tzinfo=UTC), state=Meeting.State.IN_PROGRESS
    )
    for _ in range(items):
        AgendaItemFactory(meeting=meeting)
    return meeting


def minuted(meeting: Meeting) -> Sequence[tuple[str, str, int, str]]:
    """What the record has: the item's number, the kind, the level and the words, in order."""
    entries = MinuteEntry.objects.filter(item__meeting=meeting)
    return list(
        entries.order_by("item__position", "position", "pk").values_list(
            "item__number", "kind", "level", "text"
        )
    )


def texts(meeting: Meeting) -> list[str]:
    """The words alone."""
    return [text for *_, text in minuted(meeting)]
