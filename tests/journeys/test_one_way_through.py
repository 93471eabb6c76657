"""The main job from end to end, as the panel's people do it in their browsers.

It begins with accounts and the panel's settings. What is typed is the demo panel's.
"""

import io
import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import asdict
from datetime import date, timedelta
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from django.conf import settings as django_settings
from django.utils import timezone
from django_tasks_db.management.commands.db_worker import Worker
from playwright.sync_api import Page, expect

from demo import content, truth
from demo.records import Point
from meetings.models import AgendaItem
from pcp_scrutiny import history
from pcp_scrutiny.accounts.models import User
from pcp_scrutiny.documents.models import ReceivedFile
from pcp_scrutiny.panel.models import Panel
from plans.models import PlanVersion
from recommendations import actions
from recommendations.models import Outcome, Recommendation, Response, ResponseLetter
from tests.journeys.person import Person

FILES = Path(django_settings.BASE_DIR) / "demo" / "files"
DRAFT, ISSUED = content.PLAN_VERSIONS
JUNE = content.MEETINGS[0]
POINTS = [point for point in content.POINTS if point.route == Recommendation.Route.PLAN]
TYPED = ("2026/07", "2026/09", "2026/17", "2026/18")
ANSWERED = re.compile(r"Answered by")
REVISIONS = Counter(revision.kind for revision in truth.revisions())
NOT_SO = "The letter means paragraph 17, where the number of places is not given either."


@pytest.fixture
def people(transactional_db: None, settings) -> dict[str, User]:
    """Accounts and the panel's settings, and a worker that has to be started to do its work."""
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
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
    add_the_draft(officer)
    record_the_meeting(officer)
    record_recommendations(officer, by=people["officer"])
    send_recommendations(officer)
    add_the_letter(officer)
    add_the_issued_plan(officer)
    decide_on_outcomes(officer)

    member = Person(new_page("phone"), axe)
    member.sign_in(people["member"].email, content.PASSWORD)
    read_a_recommendation(member)
    follow_a_note_in_the_margin(member)

    clerk = Person(new_page(), axe)
    clerk.sign_in(people["clerk"].email, content.PASSWORD)
    finish_the_minutes(clerk)
    prepare_the_next_meeting(clerk)
    check_pack(make_the_public_pack(clerk))
    for person in (officer, member, clerk):
        person.has_looked_everywhere()


# --- The officer ------------------------------------------------------------------------------


def add_the_draft(officer: Person) -> None:
    """A Word document comes in and is read; one paragraph is put right; then it is locked."""
    officer.press("Plans")
    officer.arrive("Plans")
    officer.press("Add a plan")
    officer.arrive("Add a plan")
    officer.type("Title of the plan", "Police and Crime Plan 2026–2030")
    officer.press("Add plan")
    officer.arrive("Add a version")
    officer.choose("Draft")
    officer.type_date("Date of the version", DRAFT.dated)
    officer.upload(FILES / "draft-plan.docx")
    officer.press("Add version")

    officer.arrive("Draft, 22 May 2026: correct what was read")
    officer.sees("paragraphs have been read")
    row = officer.page.get_by_role("row").filter(
        has=officer.page.get_by_role("rowheader", name="37(b)", exact=True)
    )
    expect(row).to_contain_text("the new provider")
    officer.press("Edit paragraph 67")
    officer.arrive("Correct paragraph 67")
    box = officer.page.get_by_label("Text", exact=True)
    box.focus()
    box.press("Control+End")
    box.press_sequentially(" Both services share the workshop.")
    officer.press("Save")
    officer.sees("Paragraph 67 has been corrected.")
    officer.sees("Both services share the workshop.")
    officer.press("Lock this version")
    officer.arrive("Lock Draft, 22 May 2026?")
    officer.press("Lock this version")
    officer.arrive("Draft, 22 May 2026")
    officer.sees("Its text will not change any more.")


def record_the_meeting(officer: Person) -> None:
    """The meeting of June, and the item under which the plan was considered."""
    officer.press("Meetings")
    officer.arrive("Meetings")
    call_a_meeting(officer, JUNE.day, "10:30am", JUNE.venue)
    add_an_item(officer, "The draft Police and Crime Plan", "To review the draft Plan.")


def record_recommendations(officer: Person, *, by: User) -> None:
    """Four through the page, as someone types them; the rest by the action behind it."""
    officer.press("Minutes")
    officer.arrive("Minutes")
    officer.press("Record a recommendation under item 1")
    officer.arrive("Record a recommendation")
    typed = [point for point in POINTS if point.reference in TYPED]
    for point in typed:
        type_recommendation(officer, point)
        is_last = point is typed[-1]
        officer.press("Save" if is_last else "Save and add another")
        officer.sees(f"Recommendation {point.reference} has been recorded.")
    officer.arrive("Recommendation 2026/18")
    officer.sees("paragraph 17")
    record_the_others(by)


def type_recommendation(officer: Person, point: Point) -> None:
    officer.type("Reference", point.reference)
    officer.choose(point.kind.capitalize())
    officer.type("What the panel said", point.text)
    officer.type("Suggested wording", point.suggested_wording)
    expect(officer.field("Version of the plan it is about")).to_contain_text("Draft, 22 May 2026")
    officer.type("Theme", point.theme)
    officer.type("Paragraphs of the plan it cites", ", ".join(point.cites))


def record_the_others(by: User) -> None:
    item, version = AgendaItem.objects.get(), PlanVersion.objects.get()
    for point in POINTS:
        if point.reference not in TYPED:
            recommendation = Recommendation(
                reference=point.reference,
                kind=point.kind,
                text=point.text,
                suggested_wording=point.suggested_wording,
                version=version,
            )
            actions.record_recommendation(
                recommendation, item=item, cites=", ".join(point.cites), by=by
            )


def send_recommendations(officer: Person) -> None:
    officer.press("Record that it was sent")
    officer.arrive("Record that recommendations were sent")
    officer.sees("20 recommendations on this version have not been sent")
    officer.type_date("When were they sent?", content.SENT)
    officer.type_date("When does the panel want a response by?", POINTS[0].due)
    officer.press("Record as sent")
    officer.arrive("Recommendations")
    officer.sees("Recorded as sent: 20.")


def add_the_letter(officer: Person) -> None:
    """The letter comes in; it is read beside its own text; nothing is kept before it is
    confirmed."""
    officer.press("Letters from the PCC")
    officer.arrive("Letters from the Police and Crime Commissioner")
    officer.press("Add a letter")
    officer.arrive("Add a letter from the Police and Crime Commissioner")
    officer.upload(FILES / "response-letter.docx")
    officer.press("Read the letter")

    officer.arrive("Check what was read")
    officer.sees("20 points were read from response-letter.docx.")
    beside = officer.page.get_by_role("region", name="The letter as received")
    expect(beside).to_contain_text("paragraph 78")
    point = officer.page.get_by_role("region", name="Point 18 of 20")
    expect(point.get_by_label("Answers recommendation")).to_contain_text("2026/18")
    expect(point.get_by_label("Places in the plan it cites")).to_have_value("78")
    expect(point.get_by_label("Decision")).to_have_value("accepted")
    letter, answers = beside.bounding_box(), point.bounding_box()
    assert letter["x"] + letter["width"] <= answers["x"]
    assert kept() == (0, 0, 1)

    refused = officer.page.get_by_role("region", name="Point 19 of 20")
    refused.get_by_label("Words that decide it").fill("It is not for the Plan to lay down.")
    officer.press("Confirm these answers")
    officer.arrive("Letter of 20 July 2026")
    officer.sees("20 points answered")
    assert kept() == (1, 20, 2)
    corrected = Response.objects.get(recommendation__reference="2026/19")
    assert corrected.reason == "It is not for the Plan to lay down."


def kept() -> tuple[int, int, int]:
    """How many letters, responses and received files there are in the database."""
    return (ResponseLetter.objects.count(), Response.objects.count(), ReceivedFile.objects.count())


def add_the_issued_plan(officer: Person) -> None:
    """The issued plan comes in, is compared with the draft, and is locked."""
    officer.press("Plans")
    officer.arrive("Plans")
    officer.press("Add a version")
    officer.arrive("Add a version")
    officer.choose("Issued plan")
    officer.type_date("Date of the version", ISSUED.dated)
    expect(officer.field("Version that it revises")).to_contain_text("Draft, 22 May 2026")
    officer.upload(FILES / "issued-plan.docx")
    officer.press("Add version")
    officer.arrive("Issued plan, 1 September 2026: correct what was read")
    officer.press("Read it as a document")
    officer.arrive("Issued plan, 1 September 2026")
    officer.press("What changed from Draft, 22 May 2026")
    officer.arrive("Issued plan, 1 September 2026: what changed")
    for kind in ("reworded", "added", "removed", "moved", "split", "merged"):
        officer.sees(f"{kind.capitalize()} ({REVISIONS[kind]})")
    officer.page.go_back()
    officer.press("Correct and lock")
    officer.press("Lock this version")
    officer.arrive("Lock Issued plan, 1 September 2026?")
    officer.press("Lock this version")
    officer.arrive("Issued plan, 1 September 2026")


def decide_on_outcomes(officer: Person) -> None:
    """What the system proposes is what a careful reader finds; one is confirmed, one rejected."""
    officer.press("What became of the panel’s points")
    officer.arrive("What became of the panel’s points")
    found = {(o.recommendation.reference, o.place, o.verdict) for o in Outcome.objects.all()}
    assert found == {
        (expected.reference, place, verdict)
        for expected in truth.EXPECTED
        for place, verdict in expected.places
    }
    borne_out = officer.page.get_by_role("region", name="2026/07", exact=True)
    borne_out.get_by_role("button", name="Confirm").press("Enter")
    officer.sees("Confirmed by Officer of the Panel.")
    not_borne_out = officer.page.get_by_role("region", name="2026/17", exact=True)
    expect(not_borne_out).to_contain_text("Not borne out")
    not_found = officer.page.get_by_role("region", name="2026/18", exact=True)
    expect(not_found).to_contain_text("Not found")
    not_found.get_by_role("link", name="Reject").click()
    officer.arrive("Reject an outcome")
    officer.press("Reject")
    officer.sees("Enter why this is not so")
    officer.type("Why is this not so?", NOT_SO)
    officer.press("Reject")
    officer.arrive("What became of the panel’s points")
    officer.sees(f"Rejected by Officer of the Panel: {NOT_SO}")
    states = Counter(Outcome.objects.values_list("state", flat=True))
    assert (states["confirmed"], states["rejected"]) == (1, 1)


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
    clerk.field("Meeting whose minutes they are").select_option(index=1)
    clerk.type("Label", "Paper A")
    clerk.press("Save")
    clerk.sees("Paper A: Minutes of the meeting held on 12 June 2026")
    add_an_item(clerk, "What became of the panel’s recommendations", "To note the tracker.")
    clerk.press("Add a paper under item 2")
    clerk.arrive("Add a paper under item 2")
    clerk.choose("Recommendation tracker")
    clerk.type("Label", "Paper B")
    clerk.press("Save")
    clerk.sees("Paper B: Recommendation tracker")


def make_the_public_pack(clerk: Person) -> bytes:
    """The pack waits for the worker; when it is made, the page says so and the clerk downloads
    it."""
    clerk.press("Make the public pack")
    clerk.arrive("Public pack")
    clerk.sees("The pack is waiting for its turn.")
    work_off_the_queue()
    clerk.sees("Checksum (SHA-256)")  # by itself: the page asks every few seconds
    clerk.look()
    with clerk.page.expect_download() as download:
        clerk.press("Download the PDF")
    assert download.value.suggested_filename.endswith("-public-pack.pdf")
    return Path(download.value.path()).read_bytes()


def work_off_the_queue() -> None:
    """What the worker does, in this process: it ends when nothing is waiting."""
    Worker(
        queue_names=["default"],
        interval=0,
        batch=True,
        backend_name="default",
        startup_delay=False,
        max_tasks=None,
        worker_id="journey",
        excluded_queue_names=[],
    ).run()


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
        total = len(pdf.pages)
    assert any("Agenda" in title for title in bookmarks)
    assert any("What became of the panel’s recommendations" in title for title in bookmarks)
    assert links
    pages = text_of(data)
    assert f"Page 1 of {total}" in pages[0]
    assert f"Page {total} of {total}" in pages[-1]
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


# --- Meetings, as officers and clerks both arrange them -----------------------------------------


def call_a_meeting(person: Person, day: date, time: str, venue: str) -> None:
    person.press("Add a meeting")
    person.arrive("Add a meeting")
    person.type_date("Date and time", day)
    person.type("Time", time)
    person.type("Venue", venue)
    person.press("Save")
    person.sees("The meeting is in the calendar.")
    person.look()


def add_an_item(person: Person, title: str, purpose: str) -> None:
    person.press("Add an item")
    person.arrive("Add an agenda item")
    person.type("Title", title)
    person.type("What the panel is asked to do", purpose)
    person.press("Save")
    person.sees("is on the agenda.")
    person.look()
