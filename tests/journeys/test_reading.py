"""A member reads a plan before the meeting, finds a word in it, and follows a paragraph's story."""

from collections.abc import Callable
from datetime import date

import pytest
from playwright.sync_api import Page, expect

from pcp_scrutiny.accounts.models import User
from plans.models import Paragraph
from tests.factories.plans import (
    ComparisonFactory,
    ParagraphFactory,
    PlanVersionFactory,
    RevisionFactory,
)
from tests.journeys.person import Person

SECTIONS = ("Roads", "Rivers", "Railways")
FILLING = "Officers will be seen where people say that they do not feel safe. " * 6


@pytest.fixture
def changed(db: None) -> Paragraph:
    """One of two dozen paragraphs of a plan, that was reworded since the draft."""
    versions = [PlanVersionFactory(locked=False)]
    versions.append(
        PlanVersionFactory(
            plan=versions[0].plan, kind="issued", dated=date(2026, 9, 1), revises=versions[0]
        )
    )
    comparison = ComparisonFactory(earlier=versions[0], later=versions[1])
    pairs = []
    for number in range(1, 25):
        heading, text = [SECTIONS[(number - 1) // 8]], f"{FILLING}Ward {number} comes first."
        texts = (text, text.replace("will", "must") if number == 20 else text)
        pairs.append(
            [
                ParagraphFactory(version=v, label=str(number), heading=heading, text=words)
                for v, words in zip(versions, texts, strict=True)
            ]
        )
    before, after = pairs[19]
    RevisionFactory(comparison=comparison, earlier=[before], later=[after], position=20000)
    return after


def test_a_member_reads_finds_and_follows_a_story(
    new_page: Callable[..., Page], axe: Callable[..., None], member: User, changed: Paragraph
) -> None:
    someone = Person(new_page(user=member), axe)
    page = someone.page
    page.goto(changed.version.get_absolute_url())
    someone.arrive("Issued plan, 1 September 2026")

    # The contents list says where one is.
    contents = page.get_by_role("navigation", name="Contents")
    for section in ("Railways", "Rivers"):
        link = contents.get_by_role("link", name=section)
        link.click()
        expect(link).to_have_attribute("aria-current", "true")
    expect(contents.locator("[aria-current]")).to_have_count(1)

    # Enter goes from one find to the next, round in a ring; nothing is asked of the server.
    box = page.get_by_label("Find in this version")
    status = page.locator("[data-find-result]").get_by_role("status")
    box.focus()
    page.keyboard.type("WARD 2")
    page.keyboard.press("Enter")
    expect(status).to_have_text("1 of 6 for “WARD 2”")
    current = page.locator("mark[aria-current]")
    expect(current).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(status).to_contain_text("2 of 6")
    page.keyboard.press("Shift+Enter")
    page.keyboard.press("Shift+Enter")
    expect(status).to_contain_text("6 of 6")
    expect(current).to_be_in_viewport()
    someone.look()
    page.get_by_role("link", name="Clear what was looked for").click()
    expect(page.locator("mark")).to_have_count(0)
    expect(box).to_be_focused()

    # What changed is marked, and leads to its story.
    place = page.locator(f"#{changed.anchor}")
    expect(
        place.get_by_role("link", name="Reworded (what changed in paragraph 20)")
    ).to_be_visible()
    place.get_by_role("link", name="Story of paragraph 20").click()
    someone.arrive("The story of paragraph 20")
    expect(page.get_by_role("insertion").first).to_contain_text("must")
    legend = page.locator(".app-blame__legend")
    expect(legend.get_by_role("link")).to_have_text(
        ["Draft, 5 May 2026", "Issued plan, 1 September 2026"]
    )
    someone.press("Read it in its place")
    someone.arrive("Issued plan, 1 September 2026")
    expect(place).to_be_in_viewport()
    someone.has_looked_everywhere()


def test_the_plan_reads_well_on_a_phone_and_without_scripts(
    new_page: Callable[..., Page], axe: Callable[..., None], member: User, changed: Paragraph
) -> None:
    phone = Person(new_page("phone", user=member), axe)
    phone.page.goto(changed.version.get_absolute_url())
    phone.arrive("Issued plan, 1 September 2026")
    contents = phone.page.get_by_role("navigation", name="Contents")
    expect(contents).to_be_hidden()
    phone.page.get_by_text("Contents", exact=True).click()
    expect(contents).to_be_visible()

    plain = new_page(user=member, java_script_enabled=False)
    plain.goto(changed.version.get_absolute_url())
    plain.get_by_label("Find in this version").fill("ward 2")
    plain.get_by_role("button", name="Find").click()
    expect(plain.get_by_text("1 of 6")).to_be_visible()
    plain.get_by_role("link", name="Next match").click()
    expect(plain.get_by_text("2 of 6")).to_be_visible()
    expect(plain.locator("mark[aria-current]")).to_be_in_viewport()
