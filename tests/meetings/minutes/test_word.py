"""The minutes as a Word document, opened again."""

import io
import zipfile
from datetime import time

import pytest
from docx import Document
from docx.oxml.ns import qn

from meetings import minutes
from meetings.numbering import BY_YEAR
from pcp_scrutiny.panel.models import Panel
from tests.factories.meetings import (
    ActionFactory,
    AgendaItemFactory,
    AttendanceFactory,
    DeclarationFactory,
    MeetingFactory,
    MinuteEntryFactory,
    PanelMemberFactory,
    VoteFactory,
)

OFFICE = "Police and Crime Commissioner"


def written(meeting, *, is_public=False):
    panel = Panel.current()
    read = minutes.read(meeting, is_public=is_public, office=OFFICE, panel=panel)
    return minutes.as_word(read, panel=panel)


def opened(meeting, **how):
    return Document(io.BytesIO(written(meeting, **how)))


def said(document):
    return [(paragraph.style.name, paragraph.text) for paragraph in document.paragraphs]


@pytest.fixture
def meeting(db):
    meeting = MeetingFactory(title="Panel", closed_at=time(12, 40))
    item = AgendaItemFactory(meeting=meeting, title="The plan")
    MinuteEntryFactory(item=item, text="Members asked:\n\n- how **often**, and\n- by whom.")
    MinuteEntryFactory(item=item, level=1, text="Twice a year.")
    VoteFactory(entry__item=item, entry__text="RESOLVED: That it be noted.", mover="Councillor A")
    ActionFactory(entry__item=item, entry__text="Write to all.", owner="Clerk")
    AttendanceFactory(meeting=meeting, name="Ann", capacity="member", role="Westbrook")
    substitute = {"capacity": "substitute", "substitute_for": PanelMemberFactory(name="Away")}
    AttendanceFactory(meeting=meeting, name="Bob", **substitute)
    DeclarationFactory(meeting=meeting, item=item)
    return meeting


def test_word_has_headings_and_numbers_as_text(meeting):
    found = said(opened(meeting))
    assert ("Title", "Panel: minutes") in found
    assert ("Subtitle", "Held on Friday 11 December 2026 at 10:30am, Council Chamber") in found
    assert ("Heading 1", "1. The plan") in found
    assert ("Minute", "1.1\tMembers asked:") in found
    assert ("Minute Point", "1.1.1\tTwice a year.") in found
    assert ("Resolution", "1.2\tRESOLVED: That it be noted.") in found
    assert ("Minute Note", "Clerk") in found
    assert any(text.startswith("Proposed by Councillor A") for _, text in found)
    assert "The meeting closed at 12:40pm." in [text for _, text in found]
    assert any(text.startswith("Councillor Interested declared") for _, text in found)


def test_word_keeps_lists_and_bold_words(meeting):
    document = opened(meeting)
    listed = next(p for p in document.paragraphs if "often" in p.text)
    assert listed.text == "•\thow often, and"
    assert [run.text for run in listed.runs if run.bold] == ["often"]
    assert listed.paragraph_format.left_indent > listed.style.paragraph_format.left_indent


def test_word_has_a_table_of_those_present_with_a_header(meeting):
    [table] = opened(meeting).tables
    assert [cell.text for cell in table.rows[0].cells] == ["Attendance", "Names"]
    assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    assert [[cell.text for cell in row.cells] for row in list(table.rows)[1:]] == [
        ["Members present", "Ann (Westbrook)"],
        ["Substitute members present", "Bob, for Away"],
    ]


def test_word_says_draft_at_the_head_of_every_page_until_approved(meeting):
    draft = opened(meeting)
    assert "DRAFT" in draft.sections[0].header.paragraphs[0].text
    assert not draft.sections[0].different_first_page_header_footer
    approved = opened(MeetingFactory(state="approved minutes", approved_at="2027-02-05T00:00Z"))
    assert "DRAFT" not in approved.sections[0].header.paragraphs[0].text
    assert any("Signed" in text for _, text in said(approved))
    assert ("Normal", "Approved on 5 February 2027.") in said(approved)


def test_word_is_in_british_english_and_names_nobody_who_made_it(meeting, officer):
    document = opened(meeting)
    languages = {lang.get(qn("w:val")) for lang in document.styles.element.iter(qn("w:lang"))}
    assert languages == {"en-GB"}
    properties = document.core_properties
    assert properties.title == "Panel, 11 December 2026. Draft minutes"
    assert properties.author == properties.last_modified_by == Panel.current().name
    assert properties.created.isoformat()[:10] == "2026-12-11"


def test_word_is_the_same_bytes_for_the_same_minutes(meeting):
    first = written(meeting)
    assert first == written(meeting)
    with zipfile.ZipFile(io.BytesIO(first)) as archive:
        assert {info.date_time[0] for info in archive.infolist()} == {1980}


def test_word_keeps_typed_tables_links_and_what_xml_cannot_hold(db):
    entry = MinuteEntryFactory(
        text="See [the plan](https://example.org/plan).\x0b\n\n| Year | Crimes |\n|---|---|\n"
        "| 2025 | 10 |\n\n> As quoted.\n\n1. one\n2. two"
    )
    document = opened(entry.item.meeting)
    assert document.tables[-1].rows[1].cells[1].text == "10"
    found = [text for _, text in said(document)]
    assert "1.1\tSee the plan." in found
    assert "As quoted." in found
    assert found[-2:] == ["1.\tone", "2.\ttwo"]
    targets = {rel.target_ref for rel in document.part.rels.values() if rel.is_external}
    assert targets == {"https://example.org/plan"}


def test_word_numbers_as_the_panel_does(panel_numbers, meeting):
    panel_numbers(BY_YEAR)
    found = said(opened(meeting))
    assert ("Heading 1", "1/26 The plan (item 1)") in found
    assert ("Minute Point", "1/26.1.1\tTwice a year.") in found


def test_word_in_full_says_that_it_is_not_for_publication(db):
    item = AgendaItemFactory(restricted_under=3, title="A contract", public_summary="Said.")
    MinuteEntryFactory(item=item)
    document = opened(item.meeting)
    assert "NOT FOR PUBLICATION" in document.sections[0].header.paragraphs[1].text
    found = said(document)
    assert ("Heading 1", "1. A contract") in found
    assert ("Normal", "Summary for the public: Said.") in found
