"""What the officer does on the one way through, from the draft plan to the outcomes."""

from collections import Counter
from pathlib import Path

from django.conf import settings
from playwright.sync_api import expect

from demo import content, truth
from demo.records import Point
from meetings.models import AgendaItem
from pcp_scrutiny.accounts.models import User
from pcp_scrutiny.documents.models import ReceivedFile
from plans.models import PlanVersion
from recommendations import actions
from recommendations.models import Outcome, Recommendation, Response, ResponseLetter
from tests.journeys.arranging import add_an_item, call_a_meeting
from tests.journeys.person import Person

FILES = Path(settings.BASE_DIR) / "demo" / "files"
DRAFT, ISSUED, _ = content.PLAN_VERSIONS
JUNE = content.MEETINGS[0]
POINTS = [point for point in content.POINTS if point.route == Recommendation.Route.PLAN]
TYPED = ("2026/07", "2026/09", "2026/17", "2026/18")
REVISIONS = Counter(revision.kind for revision in truth.revisions())
NOT_SO = "The letter means paragraph 17, where the number of places is not given either."


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
    officer.look()
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
    officer.arrive("Send recommendations")
    officer.sees("20 recommendations on this version have not been sent")
    officer.type_date("When were they sent?", content.SENT)
    officer.type_date("When does the panel want a response by?", POINTS[0].due)
    officer.press("Record as sent")
    officer.arrive("Letter to the Police and Crime Commissioner")
    officer.sees("Recorded as sent: 20.")
    officer.press("Recommendations")
    officer.arrive("Recommendations")


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
    officer.sees("The letter answers 20 points.")
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
