"""The page on which a whole letter is assessed: by keyboard, and when things go wrong."""

import re
from collections.abc import Callable

import pytest
from django.urls import reverse
from playwright.sync_api import Locator, Page, Route, expect

from pcp_scrutiny import history
from pcp_scrutiny.accounts.models import User
from plans.models import PlanVersion
from recommendations import actions
from recommendations.models import Assessment, Recommendation
from tests.factories.accounts import UserFactory
from tests.factories.recommendations import (
    AssessmentFactory,
    answer,
    letter_with,
    recommend,
    version_of,
)
from tests.journeys.conftest import MADE_UP
from tests.journeys.person import Person

PASSWORD = "a-long-enough-word"
NAMES = ("2026/12", "2026/13", "2026/14", "2026/18")
TO_DO, DONE = "2026/13", "2026/14"  # 2026/18 is left to do as well


@pytest.fixture
def naomi(transactional_db: None) -> User:
    """The officer at the page."""
    user = UserFactory(name="Naomi Westerdale", is_officer=True)
    user.set_password(PASSWORD)
    return history.save(user, by=None, why="Test")


@pytest.fixture
def issued(naomi: User) -> PlanVersion:
    """A plan of which two points of four are assessed."""
    before = [(str(number), f"Paragraph {number} of the draft.") for number in range(1, 5)]
    after = [(label, text.replace("draft", "issued plan")) for label, text in before]
    draft = version_of(before, by=naomi)
    made = [
        recommend(draft, by=naomi, reference=name, cites=label, text=f"Say more in {label}.")
        for name, (label, _) in zip(NAMES, before, strict=True)
    ]
    answers = [answer(one, f"Please see Para {n}.", "accepted") for n, one in enumerate(made, 1)]
    letter_with(*answers, by=naomi)
    issued = version_of(after, revises=draft, by=naomi)
    for one in made:
        if one.reference in (DONE, NAMES[0]):
            AssessmentFactory(recommendation=one, version=issued, comment="It says more.")
    return issued


@pytest.fixture
def page(new_page: Callable[..., Page], naomi: User, issued: PlanVersion) -> Page:
    """The page of all points, as the officer opens it."""
    opened = new_page(user=naomi)
    opened.goto(address(issued))
    return opened


def address(version: PlanVersion) -> str:
    return reverse("recommendations:assess_all", args=[version.pk])


def point(page: Page, reference: str) -> Locator:
    return page.get_by_role("region", name=reference)


def comment(within: Locator) -> Locator:
    return within.get_by_label("Comment (optional)")


def status(within: Locator) -> Locator:
    return within.locator("[data-status]")


def assessment(reference: str) -> Assessment:
    return Assessment.objects.get(recommendation__reference=reference)


def changed_by_another(name: str, reference: str, words: str) -> None:
    theirs = assessment(reference)
    theirs.comment = words
    other = UserFactory(name=name, is_officer=True)
    actions.assess(theirs, by=other, seen=history.stamp(theirs))


# --- By keyboard --------------------------------------------------------------------------------


def test_points_are_assessed_by_keyboard_and_save_themselves(page: Page, axe) -> None:
    axe(page)
    expect(page.get_by_text("2 of 4 assessed")).to_be_visible()
    page.get_by_role("link", name="Next to assess").press("Enter")
    first, last = point(page, "2026/13"), point(page, "2026/18")
    expect(first).to_be_focused()
    page.keyboard.press("2")
    expect(first.get_by_role("radio", name="Partly met")).to_be_checked()
    page.keyboard.press("Tab")
    page.keyboard.type("No targets, but a statement in 2027.")
    expect(comment(first)).to_have_value("No targets, but a statement in 2027.")
    expect(status(first)).to_have_text(re.compile(r"^Saved at \d"))
    expect(page.get_by_text("3 of 4 assessed")).to_be_visible()

    page.keyboard.press("Control+Enter")
    expect(point(page, "2026/14")).to_be_focused()
    page.keyboard.press("Alt+ArrowUp")
    expect(first).to_be_focused()
    page.get_by_role("link", name="Next to assess").press("Enter")
    page.keyboard.press("3")
    page.keyboard.press("Control+Enter")  # leaving it saves it
    expect(status(last)).to_have_text(re.compile(r"^Saved at"))
    expect(page.get_by_text("4 of 4 assessed")).to_be_visible()
    expect(page.get_by_role("link", name="Next to assess")).to_be_hidden()
    axe(page)
    assert assessment("2026/13").view == "partly met"
    assert assessment("2026/13").comment == "No targets, but a statement in 2027."
    assert assessment("2026/18").view == "not met"


def test_last_point_is_saved_when_its_keys_ask_for_it(page: Page) -> None:
    page.clock.install()
    page.clock.pause_at(2_000_000_000)  # what waits for its time never comes
    last = point(page, "2026/18")
    last.get_by_role("radio", name="Not met").check()
    page.keyboard.press("Control+Enter")
    expect(status(last)).to_have_text(re.compile(r"^Saved at"))
    expect(last).to_be_focused()
    assert assessment("2026/18").view == "not met"


def test_keys_for_a_view_can_be_switched_off_for_good(page: Page) -> None:
    page.get_by_text("Keys", exact=True).click()
    page.get_by_label("Use the keys 1 to 4").uncheck()
    page.reload()
    page.get_by_role("link", name="Next to assess").press("Enter")
    page.keyboard.press("2")
    expect(point(page, TO_DO).get_by_role("radio", name="Partly met")).not_to_be_checked()


def test_partners_comments_are_added_without_leaving_the_page(page: Page, axe) -> None:
    here = point(page, TO_DO)
    here.get_by_role("radio", name="Met", exact=True).check()
    here.get_by_text("Partners’ comments").click()
    here.get_by_label("Who commented").fill("Kelminster Youth Council")
    here.get_by_label("What they said").fill("We should like to be asked.")
    here.get_by_role("button", name="Add another comment").click()
    second = here.get_by_role("group", name="Partner’s comment 2")
    expect(second.get_by_label("Who commented")).to_be_focused()
    axe(page)
    second.get_by_label("Who commented").fill("Orrandale Parish Meeting")
    expect(status(here)).to_have_text("Not saved yet. Enter what Orrandale Parish Meeting said.")
    second.get_by_label("What they said").fill("So should we.")
    expect(status(here)).to_have_text(re.compile(r"^Saved at"))
    assert assessment(TO_DO).partner_comments.count() == 2


def test_what_is_wrong_is_said_and_the_focus_goes_there(page: Page) -> None:
    here = point(page, TO_DO)
    comment(here).fill("A comment, and no view.")
    expect(status(here)).to_have_text("Not saved yet. Select your view.")
    here.get_by_role("button", name="Save").click()
    expect(here.get_by_role("radio", name="Met", exact=True)).to_be_focused()
    page.keyboard.press("Space")
    expect(status(here)).to_have_text(re.compile(r"^Saved at"))


# --- When things go wrong -----------------------------------------------------------------------


def test_words_typed_without_a_connection_are_kept_and_saved_later(page: Page, axe) -> None:
    here = point(page, DONE)
    page.context.set_offline(True)
    comment(here).fill("Typed in a tunnel.")
    expect(status(here)).to_have_text("Not saved yet: there is no connection. Trying again.")
    expect(page.get_by_text("1 point not saved yet")).to_be_visible()
    comment(here).fill("Typed in a tunnel, and then more.")
    axe(page)
    page.context.set_offline(False)
    expect(status(here)).to_have_text(re.compile(r"^Saved at"))
    expect(page.get_by_text("1 point not saved yet")).to_be_hidden()
    assert assessment(DONE).comment == "Typed in a tunnel, and then more."


def test_words_that_the_server_could_not_take_are_sent_again(page: Page) -> None:
    answers = iter([500, 500])

    def fail_twice(route: Route) -> None:
        failure = next(answers, None)
        if failure:
            route.fulfill(status=failure, headers={MADE_UP: "yes"}, body="Sorry")
        else:
            route.continue_()

    page.route("**/assessments/*/form/", fail_twice)
    here = point(page, DONE)
    comment(here).fill("Sent three times.")
    expect(status(here)).to_have_text("Not saved yet: the server could not take it. Trying again.")
    expect(status(here)).to_have_text(re.compile(r"^Saved at"))
    assert assessment(DONE).comment == "Sent three times."


def test_words_whose_answer_was_lost_are_saved_once(page: Page) -> None:
    lost = iter([True])

    def lose_the_answer(route: Route) -> None:
        if next(lost, False):
            route.fetch()
            route.abort()
        else:
            route.continue_()

    page.route("**/assessments/*/form/", lose_the_answer)
    rows = assessment(DONE).history.count()
    here = point(page, DONE)
    comment(here).fill("Saved, and nobody told.")
    expect(status(here)).to_have_text("Not saved yet: there is no connection. Trying again.")
    expect(status(here)).to_have_text(re.compile(r"^Saved at"))
    assert assessment(DONE).history.count() == rows + 1


@pytest.mark.parametrize("choice", ["theirs", "mine"])
def test_two_who_changed_the_same_both_keep_their_words(page: Page, axe, choice: str) -> None:
    changed_by_another("Philip Arkenby", DONE, "By Philip Arkenby.")
    here = point(page, DONE)
    comment(here).fill("By Naomi Westerdale.")
    both = here.get_by_role("region", name="What Philip Arkenby saved, and what you typed")
    expect(both).to_contain_text("By Philip Arkenby.")
    expect(both).to_contain_text("By Naomi Westerdale.")
    expect(status(here)).to_have_text("Not saved. Philip Arkenby changed this after you opened it.")
    axe(page)
    if choice == "theirs":
        both.get_by_role("link", name="use what Philip Arkenby saved").click()
        expect(comment(here)).to_have_value("By Philip Arkenby.")
    else:
        comment(here).fill("By both of them.")
        here.get_by_role("button", name="Save").click()
        expect(status(here)).to_have_text(re.compile(r"^Saved at"))
    expect(both).to_be_hidden()
    kept = {"theirs": "By Philip Arkenby.", "mine": "By both of them."}
    assert assessment(DONE).comment == kept[choice]


def test_someone_signed_out_in_mid_work_loses_no_words(page: Page, naomi: User, axe) -> None:
    page.context.clear_cookies(name="sessionid")
    here = point(page, DONE)
    comment(here).fill("Typed after the session had ended.")
    expect(status(here)).to_contain_text("Not saved: you have been signed out.")
    axe(page)
    with page.context.expect_page() as opened:
        status(here).get_by_role("link", name="Sign in again in another tab").click()
    other = Person(opened.value, axe)
    other.sign_in(naomi.email, PASSWORD)
    other.page.close()
    expect(status(here)).to_have_text(re.compile(r"^Saved at"))
    assert assessment(DONE).comment == "Typed after the session had ended."


def test_leaving_with_unsaved_words_is_asked_about(page: Page) -> None:
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    page.context.set_offline(True)
    here = point(page, DONE)
    comment(here).fill("Not saved.")
    expect(status(here)).to_contain_text("there is no connection")
    page.get_by_role("link", name="Meetings", exact=True).click()
    expect(comment(here)).to_have_value("Not saved.")
    assert asked == ["beforeunload"]
    page.context.set_offline(False)
    expect(status(here)).to_have_text(re.compile(r"^Saved at"))


def test_page_without_scripts_saves_by_its_buttons(new_page, naomi: User, issued) -> None:
    page = new_page(user=naomi, java_script_enabled=False)
    page.goto(address(issued))
    here = point(page, TO_DO)
    here.get_by_role("radio", name="Met", exact=True).check()
    comment(here).fill("By a button.")
    here.get_by_role("button", name="Save").click()
    expect(page.get_by_text("Saved: 1 assessment.")).to_be_visible()
    expect(page.get_by_text("3 of 4 assessed")).to_be_visible()
    following = Recommendation.objects.get(reference="2026/14")
    assert page.url.endswith(f"#r{following.pk}")
    assert assessment(TO_DO).comment == "By a button."
