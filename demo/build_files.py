"""Makes the files of demo/files from the texts: ``python -m demo.build_files``.

The draft has Word's automatic numbering, so its text contains no numbers; the issued plan has
its numbers typed in, as a plan that has been through many hands often does. The same texts give
the same bytes every time.
"""

import io
import re
import zipfile
from datetime import datetime
from pathlib import Path

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_BREAK, WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt
from docx.text.paragraph import Paragraph

from . import build_papers, sources
from .content import LETTER
from .sent_in import DUTY, Heading, Sheet, Table
from .sources import Passage, PlanSource

FILES = Path(__file__).parent / "files"
WORDS_ON_A_PAGE = 420
LEVELS = (("decimal", "%1."), ("lowerLetter", "(%2)"), ("upperLetter", "%3."))
INDENTS = (Cm(1.1), Cm(2.1), Cm(2.1))
MARKED_BOLD = re.compile(r"\*\*(.+?)\*\*")


def plan_file(source: PlanSource, *, saved: datetime, automatic: bool) -> bytes:
    """The plan as a Word document, numbered by Word or by hand."""
    document = _new_document(source.title, source.author, saved)
    section = document.sections[0]
    section.different_first_page_header_footer = True
    section.first_page_header.paragraphs[0].text = source.subtitle
    section.header.paragraphs[0].text = f"{source.title}: {source.subtitle}"
    _add_field(section.footer.paragraphs[0], "PAGE", "1")
    document.add_paragraph(source.title, style="Title")
    _add_contents(document, source)
    numbering = _add_numbering(document) if automatic else 0
    heading: tuple[str, ...] = ()
    for passage in source.passages:
        for level, words in enumerate(passage.heading, start=1):
            if heading[:level] != passage.heading[:level]:
                added = document.add_heading(words, level)
                added.paragraph_format.page_break_before = level == 1
        heading = passage.heading
        _add_passage(document, passage, numbering)
    return _same_bytes(document)


def letter_file(*, saved: datetime) -> bytes:
    """The letter as a Word document: the panel's points are bullets, the answers are not."""
    source = sources.letter(LETTER.text)
    document = _new_document(
        "Response to the report of the Police and Crime Panel",
        "Office of the Police and Crime Commissioner for Estermere",
        saved,
    )
    for words in source.opening:
        _add_words(document.add_paragraph(), words)
    for point, answer in source.pairs:
        _add_words(document.add_paragraph(style="List Bullet"), point)
        for words in answer:
            _add_words(document.add_paragraph(), words)
    for words in source.closing:
        _add_words(document.add_paragraph(), words)
    return _same_bytes(document)


def paper_file(sheet: Sheet, *, saved: datetime) -> bytes:
    """A paper for a meeting as a Word document, with real headings and heads of columns."""
    document = _new_document(sheet.title, sheet.author, saved)
    document.add_heading(sheet.title, 1)
    for part in sheet.parts:
        if isinstance(part, Heading):
            document.add_heading(part.words, 2)
        elif isinstance(part, Table):
            _add_table(document, part)
        else:
            document.add_paragraph(part)
    return _same_bytes(document)


def _add_table(document: WordDocument, table: Table) -> None:
    document.add_paragraph(style="Caption").add_run(table.caption)
    added = document.add_table(len(table.rows), len(table.rows[0]), style="Table Grid")
    for row, words in zip(added.rows, table.rows, strict=True):
        for cell, said in zip(row.cells, words, strict=True):
            cell.text = said
    is_head = OxmlElement("w:tblHeader")
    added.rows[0]._tr.get_or_add_trPr().append(is_head)


def letter_text() -> str:
    """The letter as plain text, as it comes when someone copies it out of Word."""
    source = sources.letter(LETTER.text)
    blocks = list(source.opening)
    for point, answer in source.pairs:
        blocks += [f"• {point}", *answer]
    blocks += source.closing
    return MARKED_BOLD.sub(r"\1", "\n\n".join(blocks)) + "\n"


def _new_document(title: str, author: str, saved: datetime) -> WordDocument:
    document = Document()
    about = document.core_properties
    about.title, about.author, about.last_modified_by = title, author, author
    about.created = about.modified = saved
    about.language, about.comments, about.revision = "en-GB", "", 1
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), "en-GB")
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Arial", Pt(11)
    normal.paragraph_format.space_after = Pt(8)
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    return document


def _add_contents(document: WordDocument, source: PlanSource) -> None:
    """A list of contents as Word leaves it: a field with its last result, page numbers and all."""
    document.add_page_break()
    document.add_paragraph(style="Normal").add_run("Contents").bold = True
    lines = _pages(source)
    for level in (1, 2):
        document.styles.add_style(f"toc {level}", WD_STYLE_TYPE.PARAGRAPH, builtin=True)
    for place, (level, words, page) in enumerate(lines):
        line = document.add_paragraph(style=f"toc {level}")
        line.paragraph_format.left_indent = Cm(0.6) * (level - 1)
        line.paragraph_format.tab_stops.add_tab_stop(
            Cm(15.5), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS
        )
        if place == 0:
            _begin_field(line, r'TOC \o "1-2" \h \z \u')
        line.add_run(f"{words}\t{page}")
        if place == len(lines) - 1:
            _mark_field(line, "end")


def _pages(source: PlanSource) -> list[tuple[int, str, int]]:
    """Each heading with its level and a page that is about right."""
    lines: list[tuple[int, str, int]] = []
    heading: tuple[str, ...] = ()
    page, words = 2, 0
    for passage in source.passages:
        for level, title in enumerate(passage.heading, start=1):
            if heading[:level] == passage.heading[:level]:
                continue
            if level == 1:
                page, words = page + 1, 0
            lines.append((level, title, page))
        heading = passage.heading
        words += len(passage.text.split())
        if words > WORDS_ON_A_PAGE:
            page, words = page + 1, 0
    return lines


def _add_numbering(document: WordDocument) -> int:
    """A list of three levels (1. (a) A.); returns the number by which paragraphs refer to it."""
    numbering = document.part.numbering_part.element
    abstract = max(
        (int(found.get(qn("w:abstractNumId"))) for found in numbering.iter(qn("w:abstractNum"))),
        default=0,
    )
    levels = "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/><w:pPr>'
        f'<w:ind w:left="{INDENTS[level].twips}" w:hanging="{Cm(1.1).twips}"/></w:pPr></w:lvl>'
        for level, (form, text) in enumerate(LEVELS)
    )
    definition = parse_xml(
        f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{abstract + 1}">'
        f'<w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
    )
    numbering.insert(0, definition)
    return numbering.add_num(abstract + 1).numId


def _add_passage(document: WordDocument, passage: Passage, numbering: int) -> None:
    """Add it, numbered by the list ``numbering``, or by hand where that is 0."""
    if not passage.label:
        document.add_paragraph(passage.text)
        return
    number, level = passage.label + ".", 0
    if passage.label.endswith(")"):
        number, level = passage.label[passage.label.index("(") :], 1
    elif " " in passage.label:
        number, level = passage.label.rpartition(" ")[2] + ".", 2
    if numbering:
        paragraph = document.add_paragraph(passage.text)
        properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
        properties.get_or_add_ilvl().val = level
        properties.get_or_add_numId().val = numbering
        return
    paragraph = document.add_paragraph(f"{number}\t{passage.text}")
    paragraph.paragraph_format.left_indent = INDENTS[level]
    paragraph.paragraph_format.first_line_indent = -Cm(1.1)


def _add_words(paragraph: Paragraph, words: str) -> None:
    """Add text with its ``**bold**`` and its line breaks."""
    for place, part in enumerate(MARKED_BOLD.split(words)):
        for line_number, line in enumerate(part.split("\n")):
            run = paragraph.add_run()
            if line_number:
                run.add_break(WD_BREAK.LINE)
            run.add_text(line)
            run.bold = True if place % 2 else None


def _add_field(paragraph: Paragraph, instruction: str, result: str) -> None:
    _begin_field(paragraph, instruction)
    paragraph.add_run(result)
    _mark_field(paragraph, "end")


def _begin_field(paragraph: Paragraph, instruction: str) -> None:
    _mark_field(paragraph, "begin")
    words = OxmlElement("w:instrText")
    words.set(qn("xml:space"), "preserve")
    words.text = f" {instruction} "
    paragraph.add_run()._r.append(words)
    _mark_field(paragraph, "separate")


def _mark_field(paragraph: Paragraph, kind: str) -> None:
    mark = OxmlElement("w:fldChar")
    mark.set(qn("w:fldCharType"), kind)
    paragraph.add_run()._r.append(mark)


def _same_bytes(document: WordDocument) -> bytes:
    """The file with the times in its archive set, which would otherwise be those of the making."""
    written, fixed = io.BytesIO(), io.BytesIO()
    document.save(written)
    with zipfile.ZipFile(written) as old, zipfile.ZipFile(fixed, "w") as new:
        for name in old.namelist():
            entry = zipfile.ZipInfo(name, date_time=(2026, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(entry, old.read(name))
    return fixed.getvalue()


def files() -> dict[str, bytes]:
    """Every file by its name."""
    draft, issued = sources.plan("draft-plan"), sources.plan("issued-plan")
    variation = sources.plan("variation")
    return {
        "draft-plan.docx": plan_file(draft, saved=datetime(2026, 5, 22, 9), automatic=True),
        "issued-plan.docx": plan_file(issued, saved=datetime(2026, 9, 1, 9), automatic=False),
        "variation.docx": plan_file(variation, saved=datetime(2026, 11, 13, 9), automatic=False),
        "response-letter.docx": letter_file(saved=datetime(2026, 7, 20, 9)),
        "response-letter.txt": letter_text().encode(),
        "duty-time.docx": paper_file(DUTY, saved=datetime(2026, 11, 9, 9)),
        **build_papers.papers(),
    }


def contents(file: bytes) -> dict[str, bytes]:
    """What a Word file's archive holds, by name, however it is packed; the words of a PDF,
    whatever version of its printer made it; a text file by itself."""
    if file.startswith(b"%PDF"):
        return {"": build_papers.words(file).encode()}
    if not zipfile.is_zipfile(io.BytesIO(file)):
        return {"": file}
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def main() -> None:
    FILES.mkdir(exist_ok=True)
    for name, content in files().items():
        (FILES / name).write_bytes(content)


if __name__ == "__main__":
    main()
