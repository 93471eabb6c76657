"""What a pack prints, for the public and in full."""

import io
import itertools
import re

import pikepdf
import pypdfium2
import pytest
from django.template.loader import render_to_string

from meetings import packs
from pcp_scrutiny import history, pdf
from pcp_scrutiny.panel.models import Panel
from tests.factories.meetings import (
    ActionFactory,
    AgendaItemFactory,
    AttendanceFactory,
    DeclarationFactory,
    MeetingFactory,
    MinuteEntryFactory,
    PanelMemberFactory,
    PaperFactory,
    VoteFactory,
)
from tests.factories.recommendations import RecommendationFactory

SECRET = "Zanzibar"


def text_of(content):
    opened = pypdfium2.PdfDocument(content)
    return "\n".join(page.get_textpage().get_text_bounded() for page in opened)


def html_of(meeting, *, is_public):
    content = packs.read(meeting, is_public=is_public)
    return render_to_string(
        "documents/pack.html", {"pack": content, "meeting": meeting, "panel": Panel.current()}
    )


def everything_in(content):
    """Every string and every stream of a PDF, decompressed, as one text."""
    parts = [text_of(content)]
    with pikepdf.open(io.BytesIO(content)) as opened:
        for thing in opened.objects:
            if isinstance(thing, pikepdf.Stream):
                parts.append(thing.read_bytes().decode("latin-1"))
            parts.append(repr(thing))
        with opened.open_outline() as outline:
            parts.append(repr(outline))
    return "\n".join(parts)


@pytest.fixture
def meeting(db):
    """A meeting whose open, restricted and half-restricted items all say something secret where
    the public must not read it, in its papers and in the minutes of the meeting before."""
    last = MeetingFactory(title="Last time", state="draft minutes")
    secret = f"{SECRET} was discussed."
    open_before = AgendaItemFactory(meeting=last, title="Known before")
    MinuteEntryFactory(item=open_before, text="Members welcomed the report.")
    VoteFactory(entry__item=open_before, mover="Councillor Open")
    exempt_before = AgendaItemFactory(meeting=last, title=SECRET, restricted_under=1)
    MinuteEntryFactory(item=exempt_before, text=secret)
    ActionFactory(entry__item=exempt_before, owner=SECRET)
    DeclarationFactory(meeting=last, item=exempt_before, interest=secret)
    AttendanceFactory(meeting=last, name="Councillor Present")
    meeting = MeetingFactory(title="This time")
    first = AgendaItemFactory(meeting=meeting, title="Minutes")
    PaperFactory(item=first, kind="minutes", label="Paper A", text="", minutes_of=last)
    mixed = AgendaItemFactory(meeting=meeting, title="Mixed")
    PaperFactory(item=mixed, label="Paper B", title="Open report", text="# Costs\n\nKnown costs.")
    PaperFactory(item=mixed, label=f"Paper {SECRET}", title=SECRET, text=secret, restricted_under=3)
    closed = AgendaItemFactory(
        meeting=meeting,
        title=SECRET,
        purpose=secret,
        presenter=SECRET,
        special_circumstances=secret,
        restricted_under=7,
    )
    PaperFactory(item=closed, title=SECRET, text=secret)
    PanelMemberFactory(name="Councillor Serving")
    return meeting


def test_public_pack_holds_nothing_restricted_anywhere(meeting):
    content = packs.make(meeting, is_public=True)
    assert SECRET.lower() not in everything_in(content).lower()


def test_public_tracker_leaves_out_what_was_said_in_private(meeting):
    exempt = AgendaItemFactory(meeting=MeetingFactory(), restricted_under=1)
    RecommendationFactory(raised_in__item=exempt, text=f"The panel recommends {SECRET}.")
    RecommendationFactory(text="The panel recommends openness.")
    item = AgendaItemFactory(meeting=meeting, title="Tracker")
    PaperFactory(item=item, kind="tracker", label="Paper C", title="Tracker", text="")
    content = packs.make(meeting, is_public=True)
    assert SECRET.lower() not in everything_in(content).lower()
    assert "openness" in text_of(content)


def test_public_pack_says_what_it_withholds_and_why(meeting):
    text = " ".join(text_of(packs.make(meeting, is_public=True)).split())
    assert "Not for publication: paragraph 7 of Part 1 of Schedule 12A" in text
    assert "A paper under this item is left out. Not for publication: paragraph 3" in text
    assert "2. Not for publication" in text
    assert "Public pack" in text
    assert "Known costs." in text
    assert "Members welcomed the report." in text


def test_full_pack_holds_it_and_marks_every_page_of_it(meeting):
    content = packs.make(meeting, is_public=False)
    pages = [page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(content)]
    exempt = [page for page in pages[2:] if SECRET in page]
    assert len(exempt) >= 3
    assert all("NOT FOR PUBLICATION (Schedule 12A" in page for page in exempt)
    assert "not for publication" in pages[0]


def test_pack_has_front_sheet_agenda_and_papers_in_order(meeting):
    headings = re.findall(r"<h(\d)[^>]*>\s*([^<]+?)\s*</h", html_of(meeting, is_public=True))
    assert headings[:5] == [
        ("1", "This time"),
        ("2", "Members of the panel"),
        ("2", "Agenda"),
        ("2", "Item 1: Minutes"),
        ("3", headings[4][1]),
    ]
    levels = [int(level) for level, _ in headings]
    assert all(b - a <= 1 for a, b in itertools.pairwise(levels))


def test_agenda_gives_the_page_of_each_item(meeting):
    content = packs.make(meeting, is_public=False)
    pages = [page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(content)]
    page = next(n for n, text in enumerate(pages, 1) if "Item 2: Mixed" in text)
    assert re.search(rf"Mixed\s+{page}\b|Mixed[^I]*?\b{page}\b", pages[1])


def test_pack_is_tagged_and_has_bookmarks(meeting):
    with pikepdf.open(io.BytesIO(packs.make(meeting, is_public=True))) as opened:
        assert opened.Root.MarkInfo.Marked
        assert "/StructTreeRoot" in opened.Root
        assert str(opened.Root.Lang) == "en-GB"
        with opened.open_outline() as outline:
            assert [item.title for item in outline.root] == ["This time"]
            titles = [item.title for item in outline.root[0].children]
    assert titles == ["Members of the panel", "Agenda", "Item 1: Minutes", "Item 2: Mixed"]


@pytest.mark.parametrize("is_public", [True, False])
def test_pack_is_the_same_bytes_from_the_same_record(meeting, is_public):
    assert packs.make(meeting, is_public=is_public) == packs.make(meeting, is_public=is_public)


def test_pack_says_which_paper_has_no_text(db):
    paper = PaperFactory(label="Paper B", title="Costs", text=" ")
    with pytest.raises(packs.CannotMake, match="Paper B: Costs has no text yet"):
        packs.make(paper.item.meeting, is_public=False)


def test_pack_says_which_paper_nobody_can_make(db):
    paper = PaperFactory(label="Paper C", title="Costs", kind="no such kind")
    with pytest.raises(packs.CannotMake, match="Paper C: Costs could not be made"):
        packs.make(paper.item.meeting, is_public=False)


def test_pack_says_which_minutes_are_of_no_meeting(db):
    paper = PaperFactory(label="Paper A", kind="minutes", text="")
    with pytest.raises(packs.CannotMake, match="which meeting’s minutes"):
        packs.make(paper.item.meeting, is_public=False)


@pytest.mark.parametrize("state", ["planned", "agenda published", "in progress"])
@pytest.mark.parametrize("is_public", [True, False])
def test_pack_never_prints_notes_as_minutes(meeting, state, is_public):
    paper = meeting.items.first().papers.get()
    paper.minutes_of.state = state
    history.save(paper.minutes_of, by=None, why="Still being minuted")
    with pytest.raises(packs.CannotMake, match="are not finished"):
        packs.make(meeting, is_public=is_public)


def test_pack_of_an_empty_agenda_is_a_front_sheet(db):
    assert "There is nothing on the agenda." in text_of(
        packs.make(MeetingFactory(), is_public=True)
    )


@pytest.mark.parametrize("rows", [1, 3])
def test_read_asks_as_much_for_one_as_for_three(db, rows, django_assert_num_queries):
    meeting = MeetingFactory()
    for _ in range(rows):
        PaperFactory(item=AgendaItemFactory(meeting=meeting))
        AgendaItemFactory(meeting=meeting, restricted_under=1)
    with django_assert_num_queries(7):
        packs.read(meeting, is_public=True)


def test_minutes_say_draft_until_they_are_approved(meeting):
    last = meeting.items.first().papers.get().minutes_of
    content = packs.make_minutes(last, is_public=False)
    assert "DRAFT: these minutes have not been approved" in text_of(content)
    assert "Draft minutes" in text_of(content)
    assert "RESOLVED:" in text_of(content)
    assert pdf.count_pages(content) >= 1


def test_public_minutes_leave_out_what_is_exempt(db):
    meeting = MeetingFactory(state="draft minutes")
    for under, words in ((None, "Said in the open."), (1, "Said behind closed doors.")):
        item = AgendaItemFactory(meeting=meeting, restricted_under=under)
        MinuteEntryFactory(item=item, text=words)
    public, full = (text_of(packs.make_minutes(meeting, is_public=p)) for p in (True, False))
    assert "Said in the open." in public
    assert "behind closed doors" not in public
    assert "Said behind closed doors." in full


def test_file_name_holds_no_time_of_making(meeting):
    assert packs.file_name(meeting, "public-pack") == "this-time-2026-12-11-public-pack.pdf"
