"""Reading what changed, and deciding about links, by keyboard."""

import re
from datetime import date

import pytest
from playwright.sync_api import Page, expect

from plans.models import BrokenLink, Comparison
from tests.factories.accounts import UserFactory
from tests.factories.plans import PlanFactory
from tests.journeys.person import Person
from tests.plans.actions.samples import add

DRAFT = """Police and Crime Plan

Neighbourhoods

1. Every ward will have a named officer whom people can reach by telephone.

2. I will publish the number of hours that officers spend on patrol.

3. Shop theft will be answered within one day in every part of the county.

Roads

4. Speed cameras will stand near every primary school by the end of March.

5. Drink driving will be tested for at weekends through the whole of the winter.
"""

ISSUED = """Police and Crime Plan

Neighbourhoods

1. Every ward will have a named officer whom people can reach by telephone.

2. A survey of residents will be held twice in each year and its results published.

3. I will publish every month the number of hours that officers spend on patrol.

Roads

4. Speed cameras will stand near every primary and secondary school by the end of March.

5. Drink driving will be tested for at weekends through the whole of the winter.
"""


@pytest.fixture
def officer(transactional_db):
    return UserFactory(name="Olive Officer", is_officer=True)


@pytest.fixture
def comparison(officer) -> Comparison:
    """Neighbourhoods: 2 reworded and now 3, 3 gone, a new 2. Roads: 4 reworded."""
    plan = PlanFactory()
    draft = add(plan, DRAFT, by=officer)
    day = date(2026, 9, 1)
    return add(plan, ISSUED, by=officer, kind="issued", dated=day, revises=draft).comparison


def changes(page: Page):
    return page.locator("[data-change]")


def is_at(page: Page, title: str) -> None:
    """The focus is on the change of that title."""
    expect(page.locator("[data-change]:focus").get_by_role("heading")).to_have_text(
        re.compile(rf"^{re.escape(title)}\b")
    )


def test_an_officer_reads_what_changed_and_decides_by_keyboard(
    new_page, axe, officer, comparison
) -> None:
    page = new_page(user=officer)
    person = Person(page, axe)
    page.goto(comparison.get_absolute_url())
    person.arrive("what changed")
    expect(changes(page)).to_have_count(4)
    expect(page.get_by_role("heading", level=2, name="Neighbourhoods")).to_be_visible()

    narrow(person)
    step(person)
    confirm(person)
    part(person)
    link(person)
    undo_on_the_list(person)
    assert not BrokenLink.objects.exists()


def narrow(person: Person) -> None:
    """One kind, then several at once under a heading, then all again."""
    page = person.page
    person.press("Reworded (2)")
    expect(changes(page)).to_have_count(2)
    page.get_by_text("Filter by heading").click()
    page.get_by_label("Added (1)").check()
    page.get_by_label("Under the heading").select_option("neighbourhoods")
    person.press("Apply")
    expect(changes(page)).to_have_count(2)
    person.sees("2 of 4 changes")
    person.look()
    person.press("Show all changes")
    expect(changes(page)).to_have_count(4)


def step(person: Person) -> None:
    """By keys and by buttons; and the keys can be switched off."""
    page = person.page
    # The page's script shows the buttons once it listens to the keys.
    expect(page.get_by_role("button", name="Next change")).to_be_visible()
    page.keyboard.press("n")
    is_at(page, "Paragraph 2")
    expect(page.get_by_text("Change 1 of 4")).to_be_visible()
    page.keyboard.press("j")
    is_at(page, "Paragraph 2 is now paragraph 3")
    page.keyboard.press("k")
    is_at(page, "Paragraph 2")
    person.press("Next change")
    is_at(page, "Paragraph 2 is now paragraph 3")
    page.keyboard.press("?")
    switch = page.get_by_label("Use these keys")
    switch.uncheck()
    switch.blur()
    changes(page).nth(1).focus()
    page.keyboard.press("p")
    is_at(page, "Paragraph 2 is now paragraph 3")
    page.reload()
    page.locator("summary", has_text="Keys").click()
    expect(switch).not_to_be_checked()
    switch.check()
    person.look()


def confirm(person: Person) -> None:
    """The change one is at, by one key; the focus comes back to it."""
    page = person.page
    expect(page.get_by_role("button", name="Next change")).to_be_visible()
    changes(page).nth(1).focus()
    page.keyboard.press("c")
    person.sees("Confirmed: paragraph 2 is now paragraph 3.")
    is_at(page, "Paragraph 2 is now paragraph 3")
    person.look()
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_text("Undo")
    page.keyboard.press("Enter")
    person.sees("Undone.")


def part(person: Person) -> None:
    """Two that are not the same."""
    page = person.page
    changes(page).last.focus()
    person.tab_to(changes(page).last.get_by_role("button", name="Not the same"))
    page.keyboard.press("Enter")
    person.sees("Marked as not the same.")
    expect(changes(page)).to_have_count(5)
    person.look()
    page.locator("[data-change]:focus").get_by_role("button", name="Undo", exact=True).press(
        "Enter"
    )
    person.sees("Undone.")
    expect(changes(page)).to_have_count(4)


def link(person: Person) -> None:
    """What was gone is said to have become what is new."""
    page = person.page
    gone = changes(page).filter(has=page.get_by_role("heading", name="Paragraph 3 Removed"))
    gone.focus()
    person.tab_to(gone.get_by_role("link", name="Change this link"))
    page.keyboard.press("Enter")
    person.arrive("What became of paragraph 3?")
    later = page.get_by_label("Paragraphs of Issued plan")
    person.tab_to(later)
    page.keyboard.type("20")
    page.keyboard.press("Enter")
    person.sees("has no paragraph 20")
    person.look()
    later.focus()
    page.keyboard.press("Control+a")
    page.keyboard.type("2")
    page.keyboard.press("Enter")
    person.sees("Set: paragraph 3 is now paragraph 2.")
    is_at(page, "Paragraph 3 is now paragraph 2")
    expect(changes(page)).to_have_count(3)


def undo_on_the_list(person: Person) -> None:
    page = person.page
    person.press("Decisions on this comparison (1)")
    person.arrive("decisions on what changed")
    undo = page.get_by_role("button", name="Undo that paragraph 3 is now paragraph 2")
    person.tab_to(undo)
    page.keyboard.press("Enter")
    person.sees("Undone. It had been confirmed that paragraph 3 is now paragraph 2.")
    person.press("Back to what changed")
    expect(changes(page)).to_have_count(4)


def test_a_member_reads_what_changed_on_a_phone(new_page, axe, comparison) -> None:
    page = new_page("phone", user=UserFactory(is_member=True))
    person = Person(page, axe)
    page.goto(comparison.get_absolute_url())
    person.arrive("what changed")
    reworded = changes(page).filter(has_text="Paragraph 2 is now paragraph 3")
    # Inline: the marks of both in one text.
    expect(reworded.locator("ins:visible").first).to_contain_text("every month")
    expect(reworded.locator(".app-beside__after")).to_be_hidden()
    expect(page.locator(".app-strip")).to_be_hidden()
    person.press("Next change")
    is_at(page, "Paragraph 2")
    page.get_by_text("1 paragraph unchanged: 5").click()
    person.sees("Drink driving will be tested")
    expect(page.get_by_role("button", name="Confirm")).to_have_count(0)


def test_without_scripts_everything_is_there(new_page, officer, comparison) -> None:
    page = new_page(user=officer, java_script_enabled=False)
    page.goto(comparison.get_absolute_url())
    expect(changes(page)).to_have_count(4)
    expect(page.locator("#steps")).to_be_hidden()
    changes(page).nth(1).get_by_role("button", name="Confirm").click()
    expect(page.get_by_text("Confirmed: paragraph 2 is now paragraph 3.")).to_be_visible()
