"""The document: its head, who was there, each item with its minutes, and its end."""

import io
import zipfile
from datetime import UTC

import docx
from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm
from docx.text.paragraph import Paragraph

from pcp_scrutiny.components.templatetags.formats import date_gds, time_gds
from pcp_scrutiny.panel.models import Panel

from ... import exempt
from ...models import Declaration
from ...people import declared
from ..reading import Minute, MinutedItem, Minutes, Run
from . import styles
from .running_text import Writer, clean, heads

EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest a ZIP archive can say


def as_word(minutes: Minutes, *, panel: Panel) -> bytes:
    """The minutes as a .docx file. The same minutes are the same bytes."""
    document = docx.Document()
    step = styles.LONG_STEP if minutes.has_long_numbers else styles.STEP
    styles.dress(document, step=step)
    _describe(document, minutes, panel)
    _margins(document, minutes)
    _head(document, minutes, panel)
    for minuted in minutes.items:
        _item(document, minuted, step)
    _end(document, minutes)
    return _saved(document)


def _named(minutes: Minutes) -> str:
    kind = "Draft minutes" if minutes.is_draft else "Minutes"
    return f"{minutes.meeting.title}, {date_gds(minutes.meeting.starts_at)}. {kind}"


def _describe(document: Document, minutes: Minutes, panel: Panel) -> None:
    """Say what it is, of whom, and nothing of who made it or when."""
    properties = document.core_properties
    properties.title = clean(_named(minutes))
    properties.author = properties.last_modified_by = clean(panel.name)
    properties.comments = properties.keywords = ""
    properties.language = "en-GB"
    properties.created = properties.modified = minutes.meeting.starts_at.astimezone(UTC)


def _margins(document: Document, minutes: Minutes) -> None:
    """At the head of every page that it is a draft, or not for publication; its number below."""
    section = document.sections[0]
    lines = []
    if minutes.is_draft:
        lines.append("DRAFT: not approved, and may change")
    if minutes.is_restricted:
        lines.append("NOT FOR PUBLICATION: contains exempt information")
    header = section.header
    for place, line in enumerate(lines):
        paragraph = header.paragraphs[0] if place == 0 else header.add_paragraph()
        paragraph.style = document.styles[styles.DRAFT]
        paragraph.add_run(line)
    foot = section.footer.paragraphs[0]
    foot.add_run(clean(f"{_named(minutes)}. Page "))
    _page_number(foot)


def _page_number(paragraph: Paragraph) -> None:
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    run = paragraph.add_run("1")
    field.append(run._r)
    paragraph._p.append(field)


def _head(document: Document, minutes: Minutes, panel: Panel) -> None:
    meeting = minutes.meeting
    if panel.host_authority:
        document.add_paragraph(clean(panel.host_authority))
    document.add_paragraph(clean(f"{meeting.title}: minutes"), style="Title")
    day = f"{meeting.day:%A} {date_gds(meeting.day)}"
    held = f"Held on {day} at {time_gds(meeting.starts_at)}, {meeting.venue}"
    document.add_paragraph(clean(held), style="Subtitle")
    if not minutes.is_draft:
        minute = f" (minute {minutes.approved_by} of that meeting)" if minutes.approved_by else ""
        document.add_paragraph(f"Approved on {date_gds(meeting.approved_at)}{minute}.")
    groups = list(minutes.present)
    if minutes.apologies:
        groups.append(("Apologies", minutes.apologies))
    if groups:
        _present(document, groups)
    for declaration in minutes.declarations:
        document.add_paragraph(clean(_declared(declaration)))


def _present(document: Document, groups: list) -> None:
    table = document.add_table(1, 2, style="Table Grid")
    for cell, words in zip(table.rows[0].cells, ("Attendance", "Names"), strict=True):
        cell.paragraphs[0].add_run(words).bold = True
    for heading, people in groups:
        row = table.add_row()
        row.cells[0].paragraphs[0].add_run(clean(heading)).bold = True
        names = [f"{person}{f', {person.remarks}' if person.remarks else ''}" for person in people]
        row.cells[1].paragraphs[0].add_run(clean(names[0]))
        for name in names[1:]:
            row.cells[1].add_paragraph(clean(name))
    for row in table.rows:
        row.cells[0].width, row.cells[1].width = Cm(5), Cm(11.6)
    heads(table)
    document.add_paragraph()


def _item(document: Document, minuted: MinutedItem, step: float) -> None:
    document.add_paragraph(clean(heading_of(minuted)), style="Heading 1")
    if minuted.restricted_under:
        _withheld(document, minuted.restricted_under)
    if minuted.public_summary and (minuted.item is None or minuted.restricted_under):
        _summary(document, minuted.public_summary, is_public=minuted.item is None)
    if minuted.urgency:
        document.add_paragraph(clean(minuted.urgency))
    for declaration in minuted.declarations:
        document.add_paragraph(clean(_declared(declaration)))
    for run in minuted.runs:
        _run(document, run, step)
    if minuted.nothing:
        document.add_paragraph(minuted.nothing)


def heading_of(minuted: MinutedItem) -> str:
    """The words at the head of an item."""
    if minuted.item is None:
        return f"{minuted.number}. Not for publication"
    if minuted.number == minuted.item.number:
        return f"{minuted.number}. {minuted.item.title}"
    return f"{minuted.number} {minuted.item.title} (item {minuted.item.number})"


def _run(document: Document, run: Run, step: float) -> None:
    if run.restricted_under:
        _withheld(document, run.restricted_under, place=run.place)
    if run.summary:
        _summary(document, run.summary, is_public=not run.minutes)
    for minute in run.minutes:
        _minute(document, minute, step)
    if run.restricted_under and run.minutes:
        document.add_paragraph("End of what is not for publication.", style=styles.NOTE)


def _withheld(document: Document, paragraph: int, *, place: str = "") -> None:
    words = exempt.sentence(paragraph)
    document.add_paragraph(f"{place}. {words}" if place else words, style=styles.PRIVATE)


def _summary(document: Document, summary: str, *, is_public: bool) -> None:
    lead = "" if is_public else "Summary for the public: "
    for place, line in enumerate(clean(summary).splitlines()):
        document.add_paragraph(f"{lead if place == 0 else ''}{line}")


def _minute(document: Document, minute: Minute, step: float) -> None:
    level = min(minute.entry.level, len(styles.ENTRY) - 1)
    is_resolved = minute.is_resolved and level == 0
    first = styles.RESOLUTION if is_resolved else styles.ENTRY[level]
    then = f"{styles.RESOLUTION} Continued" if is_resolved else styles.CONTINUED[level]
    indent = step * (level + 1)
    Writer(document, first, then, minute.number, indent).write(minute.text, lead=minute.lead)
    after = [minute.vote, _task(minute), minute.public]
    for correction in minute.corrections:
        said = "As drafted it read" if correction.is_made else "It is to read"
        after.append(f"{correction.words}. {said}: “{correction.text}”")
    for words in filter(None, after):
        document.add_paragraph(clean(words), style=styles.NOTE)


def _task(minute: Minute) -> str:
    if minute.action is None:
        return ""
    due = f", by {date_gds(minute.action.due_on)}" if minute.action.due_on else ""
    return f"{minute.action.owner}{due}" if minute.action.owner else ""


def _declared(declaration: Declaration) -> str:
    return declared.in_words(declaration.name, declaration.interest, withdrew=declaration.withdrew)


def _end(document: Document, minutes: Minutes) -> None:
    if minutes.meeting.closed_at:
        closed = f"The meeting closed at {time_gds(minutes.meeting.closed_at)}."
        document.add_paragraph(closed).paragraph_format.space_before = Cm(0.6)
    if not minutes.is_draft:
        signed = f"Signed (chair): {'_' * 34}   Date: {'_' * 16}"
        document.add_paragraph(signed, style=styles.SIGNED)


def _saved(document: Document) -> bytes:
    """The file without the hour at which each part of it was written."""
    made, finished = io.BytesIO(), io.BytesIO()
    document.save(made)
    with zipfile.ZipFile(made) as parts, zipfile.ZipFile(finished, "w") as archive:
        for name in parts.namelist():
            info = zipfile.ZipInfo(name, EPOCH)
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, parts.read(name))
    return finished.getvalue()
