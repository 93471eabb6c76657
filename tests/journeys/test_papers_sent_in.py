"""A clerk puts a paper that was sent in on the agenda, sees what it lacks, and replaces it."""

from collections.abc import Callable
from datetime import timedelta

from django.utils import timezone
from playwright.sync_api import FilePayload, Page, expect

from meetings.models import Paper
from tests.factories.accounts import UserFactory
from tests.factories.files import tagged_pdf, untagged_pdf
from tests.factories.meetings import AgendaItemFactory, MeetingFactory, PaperFactory
from tests.journeys.person import Person

TITLE = "Performance report"


def file(data: bytes, name: str = "performance.pdf") -> FilePayload:
    return {"name": name, "mimeType": "application/pdf", "buffer": data}


def choose(clerk: Person, chosen: FilePayload) -> None:
    clerk.page.locator("input[type=file]").set_input_files(chosen)


def test_clerk_adds_a_paper_that_was_sent_in(
    transactional_db: None, new_page: Callable[..., Page], axe
) -> None:
    meeting = MeetingFactory(starts_at=timezone.now() + timedelta(days=60))
    first = AgendaItemFactory(meeting=meeting, title="Performance")
    second = AgendaItemFactory(meeting=meeting, title="Money")
    PaperFactory(item=second, label="Paper A", title="The budget")
    clerk = Person(new_page("laptop", user=UserFactory(is_clerk=True)), axe)
    clerk.page.goto(meeting.get_absolute_url())
    add_it(clerk)
    replace_it(clerk)
    move_its_item(clerk)
    assert list(Paper.objects.order_by("item__position").values_list("title", "label")) == [
        ("The budget", "Paper A"),
        (TITLE, "Paper B"),
    ]
    assert first.papers.get().file.content.read() == tagged_pdf()
    clerk.has_looked_everywhere()


def add_it(clerk: Person) -> None:
    """With the wrong file first: what was typed stays."""
    clerk.press("Add a paper under item 1")
    clerk.arrive("Add a paper under item 1")
    clerk.choose("A PDF or Word document")
    clerk.press("Continue")
    clerk.arrive("Add a paper under item 1")
    clerk.type("Label", "Paper B")
    clerk.type("Background papers", "Returns of the control room")
    choose(clerk, file(b"%PDF-1.7 and no more"))
    clerk.press("Save")
    clerk.sees("The file is damaged and cannot be opened")
    clerk.look()
    expect(clerk.field("Background papers")).to_have_value("Returns of the control room")
    choose(clerk, file(untagged_pdf()))
    clerk.press("Save")
    clerk.arrive(f"Paper A: {TITLE}")
    clerk.sees("Paper A is now Paper B.")
    clerk.sees("It is not tagged")
    clerk.sees("Returns of the control room")
    clerk.page.get_by_text("The words of this paper").click()
    clerk.sees("Response times are down.")


def replace_it(clerk: Person) -> None:
    """The author sends it again, with tags."""
    clerk.press("Change this paper or replace its file")
    clerk.arrive("Change Paper A")
    choose(clerk, file(tagged_pdf(), "performance-2.pdf"))
    clerk.press("Save")
    clerk.arrive(f"Paper A: {TITLE}")
    clerk.sees("performance-2.pdf")
    clerk.sees("Nothing was found in the file")


def move_its_item(clerk: Person) -> None:
    clerk.press("Back to the agenda")
    clerk.sees("PDF, 1 page")
    clerk.look()
    clerk.press("Move down item 1")
    clerk.sees("Paper A is now Paper B, and Paper B is now Paper A.")
    clerk.look()
