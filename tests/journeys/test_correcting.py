"""An officer puts a plan right that was read wrongly, by keyboard alone, and undoes one thing."""

from collections.abc import Callable

from playwright.sync_api import Locator, Page, expect

from pcp_scrutiny import history
from pcp_scrutiny.accounts.models import User
from plans.models import PlanVersion
from tests.factories.plans import ParagraphFactory, PlanVersionFactory
from tests.journeys.person import Person

MISREAD = [
    ("1", "Every ward will have a named ofcer."),
    ("2", "I will publish the results. 3. Calls will be answered."),
    ("4", "Shop theft will be dealt with"),
    ("", "within a day."),
    ("6", "The sixth."),
    ("5", "The fifth."),
]
PUT_RIGHT = [
    ("", "A foreword."),
    ("1", "Every ward will have a named officer."),
    ("2", "I will publish the results."),
    ("3", "Calls will be answered."),
    ("4", "Shop theft will be dealt with within a day."),
    ("5", "The fifth."),
    ("6", "The sixth."),
]


def misread() -> PlanVersion:
    """Each fault is of another sort; two are marked to be checked."""
    version = PlanVersionFactory()
    for label, text in MISREAD:
        ParagraphFactory(version=version, label=label, text=text)
    for text in (MISREAD[3][1], MISREAD[4][1]):
        paragraph = version.paragraphs.get(text=text)
        paragraph.unsure = "Does it have a number of its own?"
        history.save(paragraph, by=None, why="Made unsure")
    return version


def state(version: PlanVersion) -> list[tuple[str, str]]:
    return list(version.paragraphs.order_by("position").values_list("label", "text"))


class Typist(Person):
    """Someone without a mouse."""

    def enter(self, thing: Locator) -> None:
        """Come to a link or button and press it."""
        thing.focus()
        self.page.keyboard.press("Enter")

    def press(self, name: str) -> None:
        """As anyone, but with the Enter key."""
        begins = self.page.get_by_role("link", name=name)
        self.enter(begins.or_(self.page.get_by_role("button", name=name)).first)

    def is_at(self, thing: Locator) -> None:
        """The focus is there."""
        expect(thing).to_be_focused()


def test_a_misread_plan_is_put_right_by_keyboard(
    new_page: Callable[..., Page], axe: Callable[..., None], officer: User
) -> None:
    version = misread()
    someone = Typist(new_page(user=officer), axe)
    page = someone.page
    page.goto(f"/plans/versions/{version.pk}/correct/")
    someone.arrive("correct what was read")

    # From one to check to the next: the first is right once it is joined, the second is right.
    someone.press("Go to the first of 2 to check")
    someone.is_at(page.get_by_role("button", name="It is right (Priorities)"))
    someone.press("Next to check")
    right = page.get_by_role("button", name="It is right (paragraph 6)")
    someone.is_at(right)
    page.keyboard.press("Enter")
    someone.sees("Paragraph 6 is marked as checked.")
    someone.is_at(page.get_by_role("button", name="It is right (Priorities)"))
    someone.press("Correct it (Priorities)")
    someone.arrive("Correct Priorities")
    someone.press("Join it to the paragraph before")
    someone.arrive("Join Priorities to the one before?")
    someone.press("Join the two")
    someone.sees("Joined to paragraph 4.")

    someone.press("Edit paragraph 1")
    someone.arrive("Correct paragraph 1")
    someone.type("Text", PUT_RIGHT[1][1])
    someone.press("Save")
    someone.sees("Paragraph 1 has been corrected.")

    someone.press("Edit paragraph 2")
    someone.press("Split it into two or more paragraphs")
    someone.arrive("Split paragraph 2")
    someone.type("Text", "I will publish the results.\n---\n3. Calls will be answered.")
    someone.press("Split")
    someone.sees("Split into 2 paragraphs.")

    # The button keeps the focus, so the row goes on; at the end there is no further.
    up = page.get_by_role("button", name="Move paragraph 5 up")
    someone.enter(up)
    someone.sees("Paragraph 5 has been moved up.")
    someone.is_at(up)
    page.keyboard.press("Enter")
    expect(page.get_by_role("rowheader").nth(3)).to_have_text("5")
    someone.is_at(up)
    someone.look()

    someone.sees("Last correction: moved paragraph 5 after paragraph 3")
    someone.press("Undo the last correction")
    someone.sees("Undone: moved paragraph 5 after paragraph 3")
    someone.is_at(page.get_by_role("button", name="Undo the last correction"))
    expect(page.get_by_role("rowheader").nth(4)).to_have_text("5")

    someone.press("Add a paragraph before the first")
    someone.arrive("Add a paragraph before the first")
    someone.type("Text", "A foreword.")
    someone.type("Headings above it", "Foreword")
    someone.press("Add paragraph")
    someone.sees("Foreword has been added.")

    assert state(version) == PUT_RIGHT


def test_undoing_goes_back_to_what_was_read(
    new_page: Callable[..., Page], axe: Callable[..., None], officer: User
) -> None:
    version = misread()
    before = state(version)
    someone = Typist(new_page("phone", user=officer), axe)
    page = someone.page
    page.goto(f"/plans/versions/{version.pk}/correct/?find=fifth")
    someone.press("Delete paragraph 5")
    someone.arrive("Delete paragraph 5?")
    someone.press("Delete this paragraph")
    someone.sees("Paragraph 5 has been deleted.")
    someone.sees("Nothing fits.")  # the list is still that of the fifth
    someone.press("Show all paragraphs")
    someone.press("Edit paragraph 4")
    someone.press("Change a heading for all that stands under it")
    someone.arrive("Change the headings above paragraph 4")
    someone.type("Heading 1", "Aims")
    someone.press("Save")
    someone.sees("Changed above 5 paragraphs.")
    for words in ("Undone: paragraph 1: renamed the heading", "Undone: paragraph 5: deleted"):
        someone.press("Undo the last correction")
        someone.sees(words)
    assert state(version) == before
    assert {tuple(p.heading) for p in version.paragraphs.all()} == {("Priorities",)}
