"""Taking minutes at the browser: by keys, by pasting, with votes, and without scripts."""

import re

import pytest
from playwright.sync_api import expect

from meetings import actions
from meetings.models import Meeting, MinuteEntry
from pcp_scrutiny.accounts.models import User
from tests.factories.accounts import UserFactory
from tests.factories.meetings import AttendanceFactory, MinuteEntryFactory
from tests.journeys.taking import Typist, address, meeting_with, minuted, texts

WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office">
<head><style>p.Mso {}</style></head>
<body><!--StartFragment-->
<p class=MsoNormal>Members asked about the&nbsp;<b>custody</b>
suite.<o:p></o:p></p>
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span>
<![endif]>It opens in May;</p>
<p class=MsoListParagraph style='mso-list:l0 level2 lfo1'><span style='mso-list:Ignore'>o </span>
on the 4th.</p>
<p class=MsoNormal><b>RESOLVED:</b> That the report be noted.</p>
<p class=MsoNormal>&nbsp;</p>
<!--EndFragment--></body></html>"""


@pytest.fixture
def officer(transactional_db: None) -> User:
    return UserFactory(name="Naomi Westerdale", is_officer=True)


@pytest.fixture
def meeting(officer: User) -> Meeting:
    return meeting_with(3)


@pytest.fixture
def typist(new_page, officer: User, meeting: Meeting) -> Typist:
    return Typist(new_page(user=officer), meeting)


def test_minutes_are_typed_and_arranged_by_keys_alone(typist: Typist, axe) -> None:
    axe(typist.page)
    typist.go_to(typist.meeting.items.first())
    typist.type("Members welcomed the report.", "/r That it be noted.", "")
    typist.press("Tab")
    typist.type("With thanks,")
    typist.press("Shift+Enter")
    typist.type("to all.", "", "An aside / r and act now: no action.")
    typist.press("Alt+ArrowDown")
    expect(typist.here).to_have_attribute("aria-label", "Entry under item 2")
    typist.type("act: Clerk to write to the council.", "")
    typist.press("Alt+u")
    typist.type("To publish the figures.", "Struck out")
    typist.press("Control+a", "Delete", "Backspace")
    expect(typist.here).to_have_value("To publish the figures.")
    typist.press("ArrowUp", "ArrowUp")
    expect(typist.here).to_have_value("An aside / r and act now: no action.")
    typist.is_all_saved()
    assert minuted(typist.meeting) == [
        ("1", "discussion", 0, "Members welcomed the report."),
        ("1", "resolution", 0, "That it be noted."),
        ("1", "discussion", 1, "With thanks,\nto all."),
        ("1", "discussion", 0, "An aside / r and act now: no action."),
        ("2", "action", 0, "Clerk to write to the council."),
        ("2", "undertaking", 0, "To publish the figures."),
    ]
    expect(typist.row("With thanks").locator("[data-number]")).to_have_text("1.2.1")
    expect(typist.row("With thanks").locator("[data-status]")).to_have_text("Saved")
    typist.press("Escape", "Tab")  # out of the text, as everywhere else
    expect(typist.row("An aside").get_by_role("button", name="Remove")).to_be_focused()
    axe(typist.page)


def test_what_is_removed_can_be_put_back(typist: Typist) -> None:
    typist.go_to(typist.meeting.items.first())
    typist.type("Said in haste.", "Stays.")
    typist.is_all_saved()
    row = typist.row("Said in haste.")
    row.hover()
    row.get_by_role("button", name="Remove").click()
    expect(row).to_be_hidden()
    typist.is_all_saved()
    assert texts(typist.meeting) == ["Stays."]
    typist.page.get_by_role("button", name="Put it back").click()
    typist.is_all_saved()
    assert texts(typist.meeting) == ["Said in haste.", "Stays."]


def test_what_is_pasted_from_word_becomes_clean_entries(typist: Typist) -> None:
    typist.go_to(typist.meeting.items.first())
    typist.paste(html=WORD, plain="not this")
    typist.type(" Twice over.", "")
    typist.paste(
        plain="1.\tThe first\n   (a) a point\n   (b) and one\nACTION: Clerk to ask\nwhy it is so.\n"
    )
    typist.is_all_saved()
    assert minuted(typist.meeting) == [
        ("1", "discussion", 0, "Members asked about the custody suite."),
        ("1", "discussion", 1, "It opens in May;"),
        ("1", "discussion", 2, "on the 4th."),
        ("1", "resolution", 0, "That the report be noted. Twice over."),
        ("1", "discussion", 0, "The first"),
        ("1", "discussion", 1, "a point"),
        ("1", "discussion", 1, "and one"),
        ("1", "action", 0, "Clerk to ask why it is so."),
    ]


def test_what_is_pasted_into_a_sentence_stays_as_it_is(typist: Typist) -> None:
    typist.go_to(typist.meeting.items.first())
    for typed, pasted in (
        ("The cost rose to £", "2.4 million this year"),
        ("the panel", " noted"),
        ("He said: ", "Action: is needed"),
    ):
        typist.type(typed)
        typist.paste(html=f"<meta charset=utf-8><span>{pasted}</span>", plain=pasted)
        typist.press("Enter")
    typist.paste(
        html="Loose <div>in <b>two</b><table><caption>Sums</caption>"
        "<tr><td><p>one</p><p>two</p></td><td>3</td></tr></table>after</div>",
        plain="not this",
    )
    typist.is_all_saved()
    assert texts(typist.meeting) == [
        "The cost rose to £2.4 million this year",
        "the panel noted",
        "He said: Action: is needed",
        *("Loose", "in two", "Sums", "one two – 3", "after"),
    ]


def test_votes_owners_and_exclusions_are_recorded_where_they_happen(typist: Typist, axe) -> None:
    AttendanceFactory(meeting=typist.meeting, name="Councillor Tillerby", capacity="member")
    typist.open()
    typist.go_to(typist.meeting.items.first())
    typist.type("/r That the public be excluded.")
    typist.press("Alt+v")
    typist.type("Councillor Tillerby")
    panel = typist.row("That the public be excluded.").get_by_role("group", name="The vote")
    panel.get_by_label("For", exact=True).fill("9")
    panel.get_by_label("Against", exact=True).fill("2")
    panel.get_by_label("Exclude the public").select_option("1")
    axe(typist.page)
    panel.get_by_label("Proposed by").press("Escape")
    typist.press("Enter")
    typist.type("act: Monitoring Officer to advise.")
    row = typist.row("Monitoring Officer to advise.")
    row.get_by_label("Who is to do it").fill("Monitoring Officer")
    row.get_by_label("By when").fill("2026-10-30")
    typist.is_all_saved()
    expect(row).to_contain_text("Private: paragraph 1")
    resolved, action = MinuteEntry.objects.order_by("position")
    assert (resolved.vote.mover, resolved.vote.votes_for) == ("Councillor Tillerby", 9)
    assert resolved.exclusion.paragraph == 1
    assert (action.action.owner, str(action.action.due_on)) == ("Monitoring Officer", "2026-10-30")
    assert action.restricted_under == 1
    # What was minuted in private becomes public only with a reason.
    row = typist.row("That the public be excluded.")
    row.get_by_role("button", name="Change the vote").click()
    panel.get_by_label("Exclude the public").select_option("")
    expect(row.locator("[data-status]")).to_contain_text("This would make public")
    expect(typist.page.get_by_role("link", name="1 entry not taken")).to_be_visible()
    axe(typist.page)
    row.get_by_label("Why it may become public").fill("They were let in again at once.")
    typist.press("Enter")
    typist.is_all_saved()
    action.refresh_from_db()
    assert action.restricted_under is None
    assert "let in again at once" in action.history.latest().history_change_reason


def test_vote_that_cannot_be_holds_no_words_back(typist: Typist) -> None:
    typist.go_to(typist.meeting.items.first())
    typist.type("/r That it be agreed.")
    typist.press("Alt+v")
    panel = typist.row("That it be agreed.").get_by_role("group", name="The vote")
    panel.get_by_label("Unanimous").check()
    panel.get_by_label("Against", exact=True).fill("3")
    expect(typist.row("That it be").locator("[data-status]")).to_contain_text("Not saved.")
    typist.row("That it be").locator("[data-text]").fill("That it be agreed at last.")
    expect(typist.row("at last").locator("[data-status]")).to_contain_text("Not saved.")
    panel.get_by_label("Against", exact=True).fill("0")
    typist.is_all_saved()
    entry = MinuteEntry.objects.get()
    assert entry.text == "That it be agreed at last."
    assert entry.vote.is_unanimous


def test_minutes_are_taken_without_scripts(new_page, officer: User, meeting: Meeting, axe) -> None:
    there = MinuteEntryFactory(item=meeting.items.first(), text="Said before.")
    page = new_page(user=officer, java_script_enabled=False)
    page.goto(address(meeting))
    rows = page.locator("[data-item-rows]").first.locator("li")
    expect(rows).to_have_count(3)
    rows.nth(1).get_by_label("Entry under item").fill("That it be noted.")
    rows.nth(1).get_by_label("Kind of entry").select_option("Resolution")
    rows.nth(2).get_by_label("Entry under item").fill("A point under it.")
    rows.nth(2).get_by_label("Level").select_option("Point")
    there.text = "Said by another."
    actions.change_entry(there, by=UserFactory(name="Philip Arkenby", is_officer=True))
    rows.nth(0).get_by_label("Entry under item").fill("Said by me.")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("link", name="changed this entry")).to_be_visible()
    expect(page.get_by_text("Saved: 2 entries. The rest was not.")).to_be_visible()
    expect(rows.nth(0)).to_contain_text("Said by another.")
    expect(rows.nth(0).get_by_label("Entry under item")).to_have_value("Said by me.")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("Saved: 1 entry.")).to_be_visible()
    assert minuted(meeting) == [
        ("1", "discussion", 0, "Said by me."),
        ("1", "resolution", 0, "That it be noted."),
        ("1", "discussion", 1, "A point under it."),
    ]
    rows.nth(2).get_by_label("Remove").check()
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text(re.compile("Saved: 1 entry"))).to_be_visible()
    assert texts(meeting) == ["Said by me.", "That it be noted."]
