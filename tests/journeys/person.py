"""Someone at a browser: what they type and press, named as the page names it to them."""

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

from playwright.sync_api import FilePayload, Locator, Page, expect


class Person:
    """One person's page. ``axe`` looks at each page they arrive at."""

    def __init__(self, page: Page, axe: Callable[[Page], None]) -> None:
        self.page = page
        self.axe = axe
        self.passed: set[str] = set()
        self.looked_at: set[str] = set()
        page.on("framenavigated", lambda frame: self.passed.add(address(frame.url)))

    def sign_in(self, email: str, password: str) -> None:
        """From the front door, by keyboard alone."""
        self.page.goto("/")
        self.arrive("Sign in")
        self.field("E-mail address").focus()
        self.page.keyboard.type(email)
        self.page.keyboard.press("Tab")
        self.page.keyboard.type(password)
        self.page.keyboard.press("Enter")
        expect(self.page.get_by_role("button", name="Sign out")).to_be_visible()
        self.look()

    # --- What they do

    def press(self, name: str) -> None:
        """The link or button whose name begins so; of several, the first. The page that it leads
        to is awaited by what is expected there."""
        begins = re.escape(name).replace("/", r"\/")  # a slash would end Playwright's selector
        words = re.compile(rf"^{begins}(?!\w)")
        button, link = (self.page.get_by_role(role, name=words) for role in ("button", "link"))
        button.or_(link).first.click()

    def field(self, label: str) -> Locator:
        """The field of that label, which may say that it is optional."""
        return self.page.get_by_label(re.compile(rf"^{re.escape(label)}( \(optional\))?$"))

    def type(self, label: str, text: str) -> None:
        """Type into a field, in place of what is there."""
        self.field(label).fill(text)

    def type_date(self, legend: str, day: date) -> None:
        """Type a date into its three boxes."""
        group = self.page.get_by_role("group", name=re.compile(rf"^{re.escape(legend)}"))
        for part, value in (("Day", day.day), ("Month", day.month), ("Year", day.year)):
            group.get_by_label(part).fill(str(value))

    def choose(self, option: str) -> None:
        """Choose one of several radio buttons."""
        self.page.get_by_role("radio", name=option, exact=True).check()

    def upload(self, file: Path | FilePayload) -> None:
        """Choose a file from this computer, by the button that the scripts put in place of the
        browser's own."""
        with self.page.expect_file_chooser() as chooser:
            self.page.get_by_role("button", name="Upload a file").click()
        chooser.value.set_files(file)

    def tab_to(self, thing: Locator, *, within: int = 40) -> None:
        """Go to it by the Tab key, as someone who has no mouse."""
        for _ in range(within):
            self.page.keyboard.press("Tab")
            if thing.evaluate("thing => thing === document.activeElement"):
                return
        raise AssertionError(f"{thing} is not reached by the Tab key from {self.page.url}")

    # --- What they see

    def arrive(self, heading: str) -> None:
        """They are on the page of that heading; the first time, axe looks at it."""
        title = self.page.get_by_role("heading", level=1)
        expect(title).to_have_text(re.compile(rf"{re.escape(heading)}\s*$"))
        if address(self.page.url) not in self.looked_at:
            self.look()

    def sees(self, words: str) -> None:
        """These words are on the page."""
        expect(self.page.get_by_text(words).locator("visible=true").first).to_be_visible()

    def look(self) -> None:
        """Let axe look at the page as it now stands."""
        self.looked_at.add(address(self.page.url))
        self.axe(self.page)

    def has_looked_everywhere(self) -> None:
        """No page was passed without a look."""
        assert self.passed <= self.looked_at, self.passed - self.looked_at


def address(url: str) -> str:
    """Of the page itself: whatever place in it."""
    return url.partition("#")[0]
