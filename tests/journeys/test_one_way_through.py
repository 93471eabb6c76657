"""The main job from end to end, as the panel's people do it in their browsers.

It begins with accounts and the panel's settings. What is typed is the demo panel's.
"""

import io
import re
from collections.abc import Callable, Sequence
from dataclasses import asdict
from datetime import timedelta
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from demo import content
from pcp_scrutiny import history
from pcp_scrutiny.accounts.models import User
from pcp_scrutiny.panel.models import Panel
from tests.journeys import officer as the_officer
from tests.journeys.arranging import add_an_item, call_a_meeting
from tests.journeys.person import Person
from tests.journeys.working import QUEUED, work_off_the_queue


@pytest.fixture
def people(transactional_db: None, settings) -> dict[str, User]:
    """Accounts and the panel's settings, and a worker that has to be started to do its work."""
    settings.TASKS = QUEUED
    history.create(Panel, by=None, why="Set up", pk=1, **asdict(content.PANEL))
    return {role: let_in(role) for role in ("officer", "clerk", "member")}


def let_in(role: str) -> User:
    user = User(email=f"{role}@panel.example", name=f"{role.title()} of the Panel")
    setattr(user, f"is_{role}", True)
    user.set_password(content.PASSWORD)
    return history.save(user, by=None, why="Added")


def test_from_a_draft_plan_to_the_next_agenda_pack(
    people: dict[str, User], new_page: Callable[..., Page], axe
) -> None:
    officer = Person(new_page(), axe)
    officer.sign_in(people["officer"].email, content.PASSWORD)
    the_officer.add_the_draft(officer)
    the_officer.record_the_meeting(officer)
    the_officer.record_recommendations(officer, by=people["officer"])
    the_officer.send_recommendations(officer)
    the_officer.add_the_letter(officer)
    the_officer.add_the_issued_plan(officer)
    the_officer.decide_on_outcomes(officer)

    member = Person(new_page("phone"), axe)
    member.sign_in(people["member"].email, content.PASSWORD)
    read_a_recommendation(member)
    follow_a_note_in_the_margin(member)

    clerk = Person(new_page(), axe)
    clerk.sign_in(people["clerk"].email, content.PASSWORD)
    finish_the_minutes(clerk)
    prepare_the_next_meeting(clerk)
    check_pack(make_the_packs(clerk))
    for person in (officer, member, clerk):
        person.has_looked_everywhere()


# --- The member, on a phone -------------------------------------------------------------------


def read_a_recommendation(member: Person) -> None:
    """The whole loop on one page."""
    member.press("Menu")
    member.press("Recommendations")
    member.arrive("Recommendations")
    member.press("2026/07")
    member.arrive("Recommendation 2026/07")
    titles = member.page.get_by_role("listitem").get_by_role("heading", level=3)
    expect(titles).to_have_text(
        [
            "Raised by the panel",
            "Sent to the Police and Crime Commissioner",
            "Answered by the Police and Crime Commissioner",
            "What the plan then said",
        ]
    )
    then = member.page.get_by_role("listitem").filter(has_text="What the plan then said")
    expect(then).to_contain_text("Borne out")
    expect(then.get_by_role("deletion").locator("visible=true").first).to_be_visible()
    expect(then.get_by_role("insertion").locator("visible=true").first).to_be_visible()
    expect(then).to_contain_text("Confirmed by Officer of the Panel.")


def follow_a_note_in_the_margin(member: Person) -> None:
    """From a paragraph of the revised plan to the recommendation that produced it."""
    member.press("Menu")
    member.press("Plans")
    member.arrive("Plans")
    member.press("Issued plan")
    member.arrive("Issued plan, 1 September 2026")
    notes = member.page.get_by_role("complementary", name="Notes on paragraph 29")
    expect(notes).to_contain_text("Borne out")
    notes.get_by_role("link", name="2026/07").click()
    member.arrive("Recommendation 2026/07")


# --- The clerk --------------------------------------------------------------------------------


def finish_the_minutes(clerk: Person) -> None:
    """Only a finished draft can be put before the next meeting."""
    clerk.press("Meetings")
    clerk.arrive("Meetings")
    clerk.press("12 June 2026")
    clerk.arrive("Friday 12 June 2026, 10:30am")
    clerk.press("Minutes")
    clerk.arrive("Minutes")
    clerk.press("Finish the draft")
    clerk.arrive("Finish the draft")
    clerk.press("Finish the draft as it is")
    expect(clerk.page.get_by_role("alert")).to_contain_text("Success")
    clerk.look()


def prepare_the_next_meeting(clerk: Person) -> None:
    """The next meeting with its papers: the previous minutes, the tracker."""
    clerk.press("Meetings")
    clerk.arrive("Meetings")
    next_month = timezone.localdate() + timedelta(days=30)
    call_a_meeting(clerk, next_month, "2pm", "The Guildhall, Kelminster")
    add_an_item(clerk, "Minutes of the previous meeting", "To approve the minutes.")
    clerk.press("Add a paper under item 1")
    clerk.arrive("Add a paper under item 1")
    clerk.choose("Minutes of an earlier meeting")
    clerk.press("Continue")
    clerk.sees("Meeting whose minutes they are")
    clerk.look()
    clerk.field("Meeting whose minutes they are").select_option(index=1)
    clerk.type("Label", "Paper A")
    clerk.press("Save")
    clerk.sees("Paper A: Minutes of the meeting held on 12 June 2026")
    add_an_item(clerk, "What became of the panel’s recommendations", "To note the tracker.")
    clerk.press("Add a paper under item 2")
    clerk.arrive("Add a paper under item 2")
    clerk.choose("Recommendation tracker")
    clerk.press("Continue")
    clerk.sees("Label")
    clerk.look()
    clerk.type("Label", "Paper B")
    clerk.press("Save")
    clerk.sees("Paper B: Recommendation tracker")


def make_the_packs(clerk: Person) -> bytes:
    """The packs wait for the worker; when one is made, its page says so, and the clerk publishes
    both and downloads the public one."""
    clerk.press("Make the packs")
    clerk.arrive("Public pack")
    clerk.sees("The pack is waiting for its turn.")
    work_off_the_queue()
    clerk.sees("Checksum (SHA-256)")  # by itself: the page asks every few seconds
    clerk.look()
    clerk.press("Publish")
    clerk.arrive("Publish: Public pack")
    clerk.press("Publish")
    clerk.sees("The public pack and the full pack are published.")
    clerk.look()
    with clerk.page.expect_download() as download:
        clerk.press("Download the PDF")
    assert download.value.suggested_filename.endswith("-public-pack-version-1.pdf")
    return Path(download.value.path()).read_bytes()


def check_pack(data: bytes) -> None:
    """A tagged PDF with bookmarks, links and a language; its agenda has page numbers."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert pdf.Root.MarkInfo.Marked
        assert "/K" in pdf.Root.StructTreeRoot
        assert str(pdf.Root.Lang).lower() == "en-gb"
        with pdf.open_outline() as outline:
            bookmarks = [mark.title for top in outline.root for mark in (top, *top.children)]
        links = [
            annotation
            for page in pdf.pages
            for annotation in page.get("/Annots", [])
            if annotation.Subtype == "/Link"
        ]
    assert any("Agenda" in title for title in bookmarks)
    assert any("What became of the panel’s recommendations" in title for title in bookmarks)
    assert links
    pages = text_of(data)
    assert "Page 1" in pages[0]
    assert f"Page {len(pages)}" in pages[-1]
    [agenda] = [text for text in pages if "Business" in text]
    tracker = next(
        number for number, text in enumerate(pages, start=1) if "Paper B" in text and text != agenda
    )
    assert re.search(rf"What became of the panel.s recommendations(.|\n)*\b{tracker}\b", agenda)
    assert "2026/17" in "".join(pages[tracker - 1 :])


def text_of(data: bytes) -> Sequence[str]:
    pdf = pypdfium2.PdfDocument(data)
    try:
        return [page.get_textpage().get_text_range() for page in pdf]
    finally:
        pdf.close()
