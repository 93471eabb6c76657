"""Word documents and PDFs of minutes: lists the file numbers itself, tables, running headers."""

import io

import docx
import pytest

from meetings.reading import Minutes, read_minutes
from pcp_scrutiny import documents
from tests.meetings.reading.documents import outline


def read_word(document) -> Minutes:
    out = io.BytesIO()
    document.save(out)
    return read_minutes(documents.read(out.getvalue(), "minutes.docx"))


def table(document, rows) -> None:
    made = document.add_table(rows=0, cols=len(rows[0]))
    for row in rows:
        for cell, text in zip(made.add_row().cells, row, strict=True):
            cell.text = text


def test_word_lists_are_points_and_parts_with_their_numbers() -> None:
    document = docx.Document()
    document.add_paragraph("Estermere Police and Crime Panel")
    document.add_paragraph("12 June 2024")
    document.add_heading("Stop and Search", 1)
    document.add_paragraph("The Panel considered a report. Members noted:")
    document.add_paragraph("searches had risen", style="List Bullet")
    document.add_paragraph("RESOLVED")
    document.add_paragraph("That the report be noted.", style="List Number")
    document.add_paragraph("That the reviews be published.", style="List Number")
    document.add_heading("Close", 1)
    document.add_paragraph("The meeting closed at 4 pm.")
    assert outline(read_word(document)) == [
        "##  Stop and Search",
        "discussion 0  The Panel considered a report. Members noted:",
        "key point 1  searches had risen",
        "resolution 0 1. That the report be noted.",
        "resolution 0 2. That the reviews be published.",
        "##  Close",
        "discussion 0  The meeting closed at 4 pm.",
    ]


def test_a_table_of_minutes_has_an_item_in_each_row() -> None:
    document = docx.Document()
    document.add_paragraph("Minutes of the Estermere Police and Crime Panel, 13 May 2024")
    table(document, [("Name", "Council"), ("Cllr Vane", "Estermere City")])
    document.add_paragraph("")
    table(
        document,
        [
            ("No.", "Minute", "Action"),
            ("1.", "Apologies for absence\nCllr Wray sent apologies.", ""),
            ("2.", "Knife Crime\nRESOLVED: That the strategy be noted.", "Clerk by 1 July"),
        ],
    )
    minutes = read_word(document)
    assert minutes.body == "Estermere Police and Crime Panel"
    assert "Cllr Vane | Estermere City" in minutes.header
    assert outline(minutes) == [
        "## 1. Apologies for absence",
        "discussion 0  Cllr Wray sent apologies.",
        "## 2. Knife Crime",
        "resolution 0  That the strategy be noted.",
        "action 0  Clerk by 1 July",
    ]


def test_a_table_of_actions_has_an_action_in_each_row() -> None:
    document = docx.Document()
    document.add_paragraph("Minutes of the Estermere Police and Crime Panel, 13 May 2024")
    document.add_heading("Action Log", 1)
    document.add_paragraph("The Panel reviewed the log.")
    table(
        document,
        [
            ("Action", "Owner", "Due date"),
            ("Send the figures", "Commissioner", "1 July"),
            ("Book a briefing", "Clerk", "8 July"),
        ],
    )
    assert outline(read_word(document))[2:] == [
        "action 0  Send the figures | Commissioner | 1 July",
        "action 0  Book a briefing | Clerk | 8 July",
    ]


@pytest.fixture(scope="module")
def printed() -> Minutes:
    """Minutes of several pages, printed."""
    from weasyprint import HTML

    members = "<p>Members asked about wildlife crime and the theft of plant from farms.</p>" * 25
    html = f"""<style>@page {{ size: A4; margin: 30mm 20mm;
      @top-center {{ content: 'Estermere Police and Crime Panel, 4 March 2024' }}
      @bottom-center {{ content: 'Page ' counter(page) }} }} body {{ font: 12pt/1.6 serif }}</style>
    <h1>Estermere Police and Crime Panel</h1><p>Minutes of the meeting held on 4 March 2024</p>
    <h2>7/24 Apologies for absence</h2><p>Apologies were received from Councillor Yeo.</p>
    <h2>8/24 Rural Crime</h2>{members}<p><b>RESOLVED:</b></p>
    <ol><li>That the update be noted.</li><li>That plant theft be reported on.</li></ol>"""
    data = HTML(string=html).write_pdf()
    return read_minutes(documents.read(data, "minutes.pdf"))


def test_a_printed_meeting_has_its_panel_day_and_items(printed: Minutes) -> None:
    assert printed.body == "Estermere Police and Crime Panel"
    assert str(printed.date) == "2024-03-04"
    assert [item.number for item in printed.items] == ["7/24", "8/24"]


def test_running_headers_of_a_printed_meeting_are_no_entries(printed: Minutes) -> None:
    entries = printed.items[1].entries
    assert len(entries) >= 26  # a page may end where a paragraph does
    assert [(e.kind, e.number) for e in entries[-2:]] == [
        ("resolution", "1."),
        ("resolution", "2."),
    ]
    assert not any("Page" in entry.text or "2024" in entry.text for entry in entries)
