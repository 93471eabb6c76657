"""Two officers take the minutes of one meeting: each sees what the other types, and where both
type in one entry, neither's words are lost."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from meetings import actions
from meetings.models import Meeting, MinuteEntry, Vote
from tests.factories.accounts import UserFactory
from tests.factories.meetings import MinuteEntryFactory
from tests.journeys.taking import Typist, meeting_with, minuted, texts, until

IN_VIEW = "box => box.getBoundingClientRect().top"


@pytest.fixture
def meeting(transactional_db: None) -> Meeting:
    meeting = meeting_with(2)
    for words in ("First.", "Second.", "Third."):
        MinuteEntryFactory(item=meeting.items.first(), text=words)
    return meeting


@pytest.fixture
def open_as(new_page: Callable[..., Page], meeting: Meeting) -> Callable[[str], Typist]:
    def opens(name: str) -> Typist:
        return Typist(new_page(user=UserFactory(name=name, is_officer=True)), meeting)

    return opens


@pytest.fixture
def naomi(open_as) -> Typist:
    return open_as("Naomi Westerdale")


@pytest.fixture
def philip(open_as) -> Typist:
    return open_as("Philip Arkenby")


def box(typist: Typist, words: str):
    return typist.row(words).locator("[data-text]")


def test_two_officers_see_each_others_entries_without_losing_their_place(
    naomi: Typist, philip: Typist
) -> None:
    box(naomi, "Third.").focus()
    naomi.press("Home")
    top = naomi.here.evaluate(IN_VIEW)
    box(philip, "First.").focus()
    philip.press("End", "Enter")
    philip.type("/r By Philip.", "Also by Philip.")
    box(philip, "Second.").fill("Second, by Philip.")
    until(naomi.page, lambda: "Second, by Philip." in naomi.texts)
    assert naomi.here.evaluate(IN_VIEW) == top
    naomi.type("Naomi: ")
    naomi.press("End", "Enter")
    naomi.type("By Naomi.")
    naomi.is_all_saved()
    philip.is_all_saved()
    said = ["First.", "By Philip.", "Also by Philip.", "Second, by Philip.", "Naomi: Third."]
    assert texts(naomi.meeting) == [*said, "By Naomi."]
    for one in (naomi, philip):
        until(one.page, lambda one=one: one.texts == [*said, "By Naomi."])
    numbers = naomi.page.locator("[data-number]").filter(has_text=".").all_text_contents()
    assert [number for number in numbers if number.startswith("1.")][-1] == "1.6"
    assert minuted(naomi.meeting)[1][1] == "resolution"


@pytest.mark.parametrize(
    ("choice", "kept"),
    [
        ("Keep mine", "By Naomi."),
        ("Take theirs", "By Philip."),
        ("Join both, to edit", "By Philip.\nBy Naomi."),
    ],
)
def test_two_who_change_one_entry_keep_both_words_until_one_chooses(
    naomi: Typist, axe, choice: str, kept: str
) -> None:
    naomi.page.context.set_offline(True)
    box(naomi, "Second.").fill("By Naomi.")
    theirs = MinuteEntry.objects.get(text="Second.")
    theirs.text = "By Philip."
    actions.change_entry(theirs, by=UserFactory(name="Philip Arkenby", is_officer=True))
    naomi.page.context.set_offline(False)
    both = naomi.page.get_by_role("region", name="Two versions of this entry")
    expect(both).to_contain_text("Saved by Philip Arkenby")
    expect(both).to_contain_text("By Philip.")
    expect(both).to_contain_text("By Naomi.")
    expect(naomi.page.get_by_role("link", name="1 entry for you to decide")).to_be_visible()
    axe(naomi.page)
    naomi.open()  # nor does loading the page again lose what is to be decided
    both.get_by_role("button", name=choice).click()
    naomi.is_all_saved()
    assert texts(naomi.meeting) == naomi.texts == ["First.", kept, "Third."]


def test_changes_to_the_words_and_to_the_kind_fit_together(naomi: Typist) -> None:
    naomi.page.context.set_offline(True)
    box(naomi, "Second.").fill("Second, by Naomi.")
    theirs = MinuteEntry.objects.get(text="Second.")
    theirs.kind = "resolution"
    actions.change_entry(theirs, by=UserFactory(is_officer=True))
    naomi.page.context.set_offline(False)
    naomi.is_all_saved()
    assert minuted(naomi.meeting)[1] == ("1", "resolution", 0, "Second, by Naomi.")


def vote_in(typist: Typist) -> Locator:
    typist.row("Second.").get_by_role("button", name="the vote").click()
    return typist.row("Second.").get_by_role("group", name="The vote")


def test_two_who_record_one_vote_see_what_both_said_and_choose_where_they_differ(
    naomi: Typist, philip: Typist, axe
) -> None:
    for one in (naomi, philip):
        until(one.page, lambda one=one: one.texts)
    naomi.row("Second.").locator("[data-kind]").select_option("resolution")
    naomi.is_all_saved()
    expect(philip.row("Second.").locator("[data-kind]")).to_have_value("resolution")
    votes = [vote_in(naomi), vote_in(philip)]
    naomi.page.context.set_offline(True)
    votes[0].get_by_label("For", exact=True).fill("7")
    votes[1].get_by_label("Proposed by").fill("Councillor Tillerby")
    votes[1].get_by_label("Seconded by").fill("Councillor Ash")
    philip.is_all_saved()
    naomi.page.context.set_offline(False)
    naomi.is_all_saved()
    for vote in votes:  # also where the one has the focus
        expect(vote.get_by_label("Proposed by")).to_have_value("Councillor Tillerby")
        expect(vote.get_by_label("For", exact=True)).to_have_value("7")
    naomi.page.context.set_offline(True)
    votes[0].get_by_label("Against", exact=True).fill("2")
    votes[1].get_by_label("Against", exact=True).fill("3")
    votes[1].get_by_label("Abstentions").fill("1")
    philip.is_all_saved()
    naomi.page.context.set_offline(False)
    both = naomi.page.get_by_role("region", name="Two versions of this entry")
    expect(both).to_contain_text("Against: 3")
    expect(both).to_contain_text("Against: 2")
    axe(naomi.page)
    both.get_by_role("button", name="Keep mine").click()
    naomi.is_all_saved()
    vote = Vote.objects.get()
    assert (vote.mover, vote.votes_for) == ("Councillor Tillerby", 7)
    assert (vote.votes_against, vote.abstentions) == (2, 1)


def test_entry_removed_by_another_is_put_back_or_let_go(naomi: Typist, axe) -> None:
    naomi.page.context.set_offline(True)
    box(naomi, "Second.").fill("Second, and more.")
    other = UserFactory(name="Philip Arkenby", is_officer=True)
    for words in ("Second.", "Third."):
        actions.remove_entry(MinuteEntry.objects.get(text=words), by=other)
    naomi.page.context.set_offline(False)
    gone = naomi.page.get_by_role("region", name="This entry was removed")
    expect(gone).to_be_visible()
    until(naomi.page, lambda: naomi.texts == ["First.", "Second, and more."])
    axe(naomi.page)
    gone.get_by_role("button", name="Put it back").click()
    naomi.is_all_saved()
    assert texts(naomi.meeting) == naomi.texts == ["First.", "Second, and more."]


def test_entry_removed_by_one_and_changed_by_another_stays(naomi: Typist) -> None:
    naomi.page.context.set_offline(True)
    row = naomi.row("Second.")
    row.hover()
    row.get_by_role("button", name="Remove").click()
    theirs = MinuteEntry.objects.get(text="Second.")
    theirs.text = "Second, by Philip."
    actions.change_entry(theirs, by=UserFactory(name="Philip Arkenby", is_officer=True))
    naomi.page.context.set_offline(False)
    expect(naomi.row("Second, by Philip.")).to_contain_text("Not removed: Philip Arkenby changed")
    assert texts(naomi.meeting) == ["First.", "Second, by Philip.", "Third."]
    until(naomi.page, lambda: naomi.texts == texts(naomi.meeting))
