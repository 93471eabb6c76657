"""The body of a Word document, in order."""

import pytest

from pcp_scrutiny.documents import Block, Unreadable, read
from tests.pcp_scrutiny.documents import files
from tests.pcp_scrutiny.documents.files import cell, paragraph, row, run, style, table

BREAK = '<w:r><w:br w:type="page"/></w:r>'
RENDERED = "<w:r><w:lastRenderedPageBreak/><w:t>{}</w:t></w:r>"


def blocks(body: str, **parts: str) -> tuple[Block, ...]:
    return read(files.word(body, **parts), "plan.docx").blocks


def texts(body: str, **parts: str) -> list[str]:
    return [block.text for block in blocks(body, **parts)]


def field(instruction: str, result: str) -> str:
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f"<w:r><w:instrText>{instruction}</w:instrText></w:r>"
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f'{run(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def box(content: str) -> str:
    """A text box as Word writes it: once for itself, once for older versions."""
    inner = f"<w:txbxContent>{content}</w:txbxContent>"
    return (
        "<w:r><mc:AlternateContent>"
        f'<mc:Choice Requires="wps"><w:drawing><wps:txbx>{inner}</wps:txbx></w:drawing></mc:Choice>'
        f"<mc:Fallback><w:pict><v:textbox>{inner}</v:textbox></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )


def test_headings_come_from_names_ids_outline_levels_and_what_they_are_based_on():
    styles = (
        style("berschrift2", "heading 2")
        + style("Heading3", "Rubrik 3")
        + style("House", based_on="berschrift2")
        + style("Deep", paragraph='<w:outlineLvl w:val="3"/>')
        + style("Plain", based_on="berschrift2", paragraph='<w:outlineLvl w:val="9"/>')
        + style("Loop", based_on="Loop")
        + style("Title")
    )
    body = "".join(
        paragraph("Text", style=name)
        for name in ("berschrift2", "Heading3", "House", "Deep", "Plain", "Loop", "Title")
    )
    body += paragraph("Text", properties='<w:outlineLvl w:val="0"/>')
    assert [block.level for block in blocks(body, styles=styles)] == [2, 3, 2, 4, 0, 0, 1, 1]


def test_headings_are_known_by_id_in_a_file_without_styles():
    assert blocks(paragraph("Aims", style="Heading2"))[0].level == 2


def test_tabs_breaks_hyphens_and_symbols_are_text():
    content = (
        "<w:r><w:t>46.</w:t><w:tab/><w:t>One</w:t><w:br/><w:t>two</w:t><w:noBreakHyphen/>"
        '<w:t>three</w:t><w:softHyphen/><w:sym w:font="Wingdings" w:char="F0FC"/>'
        '<w:sym w:font="Symbol" w:char="B7"/><w:sym w:char="zz"/></w:r>'
    )
    tab_stops = '<w:tabs><w:tab w:val="left" w:pos="720"/></w:tabs>'
    assert texts(paragraph(content, properties=tab_stops)) == ["46.\tOne\ntwo-three✓•"]


def test_tracked_changes_are_read_as_accepted():
    body = paragraph(
        f"{run('Keep ')}<w:ins>{run('added ')}</w:ins>"
        "<w:del><w:r><w:delText>gone </w:delText></w:r></w:del>"
        f"<w:moveFrom>{run('away ')}</w:moveFrom><w:moveTo>{run('here')}</w:moveTo>"
    )
    assert texts(body) == ["Keep added here"]


def test_a_paragraph_whose_end_was_deleted_runs_into_the_next():
    deleted = "<w:rPr><w:del/></w:rPr>"
    body = paragraph("First half, ", properties=deleted) + paragraph("second half.")
    assert texts(body) == ["First half, second half."]
    alone = paragraph("Nothing follows.", properties=deleted)
    assert texts(alone + table(row("a", "b")) + alone) == [
        "Nothing follows.",
        "a",
        "b",
        "Nothing follows.",
    ]


def test_a_drop_capital_joins_its_word():
    frame = '<w:framePr w:dropCap="drop" w:lines="3"/>'
    assert texts(paragraph("O", properties=frame) + paragraph("ur harbours")) == ["Our harbours"]


def test_deleted_rows_and_cells_are_left_out():
    body = table(
        row("Old", "row", properties="<w:del/>"),
        row("Kept", cell("gone", "<w:cellDel/>"), "too"),
    )
    assert [(b.text, b.row, b.column) for b in blocks(body)] == [("Kept", 1, 1), ("too", 1, 3)]


def test_fields_give_their_result_and_not_their_instruction():
    nested = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>IF </w:instrText></w:r>'
        f"{field('PAGE', '3')}"
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f'{run("yes")}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    body = paragraph(f"{run('See ')}{field('REF _Ref1', 'paragraph 46')}{run(', ')}{nested}")
    assert texts(body) == ["See paragraph 46, yes"]
    assert texts(paragraph(f'<w:fldSimple w:instr="DATE">{run("2 March")}</w:fldSimple>')) == [
        "2 March"
    ]


def test_links_controls_and_formulas_keep_their_text():
    body = (
        paragraph(f"<w:hyperlink>{run('the force')}</w:hyperlink>")
        + f"<w:sdt><w:sdtPr/><w:sdtContent>{paragraph('Control')}</w:sdtContent></w:sdt>"
        + "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr>"
        + f"<w:sdtContent>{paragraph('Click here')}</w:sdtContent></w:sdt>"
        + paragraph("<m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath>")
    )
    assert texts(body) == ["the force", "Control", "a+b"]


def test_hidden_text_is_left_out():
    body = paragraph(run("Seen") + run(" unseen", "<w:vanish/>"))
    assert texts(body) == ["Seen"]


def test_a_whole_bold_or_italic_block_says_so():
    styles = style("Strong", run="<w:b/>") + style("Em", run="<w:i/>", kind="character")
    body = (
        paragraph(run("All", "<w:b/>") + run(" bold", "<w:b/>"))
        + paragraph(run("Not", "<w:b/>") + run(" all"))
        + paragraph("By style", style="Strong")
        + paragraph(run("Undone", '<w:b w:val="0"/>'), style="Strong")
        + paragraph(run("Leaning", '<w:rStyle w:val="Em"/>'))
    )
    looks = [(block.bold, block.italic) for block in blocks(body, styles=styles)]
    assert looks == [(True, False), (False, False), (True, False), (False, False), (False, True)]


def test_text_boxes_are_read_once_after_their_paragraph():
    body = paragraph(run("Before ") + box(paragraph("In the box")) + run("after"))
    assert texts(body) == ["Before after", "In the box"]
    old = f"<w:r><w:pict><w:txbxContent>{paragraph('Old box')}</w:txbxContent></w:pict></w:r>"
    assert texts(paragraph(old)) == ["Old box"]


def test_text_boxes_within_text_boxes_are_read_once():
    inner = paragraph(run("Outer") + box(paragraph("Inner")))
    assert texts(paragraph(box(inner))) == ["Outer", "Inner"]


def test_the_contents_list_is_left_out():
    gallery = '<w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/>'
    body = (
        f"<w:sdt>{gallery}</w:docPartObj></w:sdtPr>"
        f"<w:sdtContent>{paragraph('Aims 3')}</w:sdtContent></w:sdt>"
        + paragraph("Contents")
        + paragraph("Aims\t3", style="TOC1")
        + paragraph(run("Aims") + field("PAGEREF _Toc123 \\h", "3"))
        + paragraph("Body")
    )
    assert texts(body, styles=style("TOC1", "toc 1")) == ["Body"]


def test_footnotes_stand_in_brackets_after_their_text():
    notes = (
        '<w:footnote w:id="-1" w:type="separator"><w:p/></w:footnote>'
        f'<w:footnote w:id="2">{paragraph("Source: the Act.")}</w:footnote>'
    )
    mark = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    body = paragraph(run("Heading") + mark, style="Heading1") + paragraph(run("Text") + mark)
    assert texts(body, footnotes=notes) == ["Heading", "[Footnote 1: Source: the Act.]", "Text"]
    assert texts(paragraph(run("Text") + mark), footnotes=notes) == [
        "Text [Footnote 1: Source: the Act.]"
    ]


def test_tables_give_each_cell_its_place_and_merged_cells_once():
    body = table(
        row(cell("Title", '<w:gridSpan w:val="2"/>'), "C1"),
        row(cell("Tall", '<w:vMerge w:val="restart"/>'), "B2", "C2"),
        row(cell("", "<w:vMerge/>"), "B3", "C3"),
    )
    assert [(b.text, b.table, b.row, b.column) for b in blocks(body)] == [
        ("Title", 1, 1, 1),
        ("C1", 1, 1, 3),
        ("Tall", 1, 2, 1),
        ("B2", 1, 2, 2),
        ("C2", 1, 2, 3),
        ("B3", 1, 3, 2),
        ("C3", 1, 3, 3),
    ]


def test_a_cell_is_one_block_with_a_line_for_each_paragraph():
    numbering = files.definition(0, files.level(0, "decimal", "%1.")) + files.listed(1, 0)
    points = paragraph("First", numbered=(1, 0)) + paragraph("Second", numbered=(1, 0))
    found = blocks(table(row(cell(points), "Reply")), numbering=numbering)
    assert [(b.kind, b.label, b.text) for b in found] == [
        ("cell", "1.", "First\n2. Second"),
        ("cell", "", "Reply"),
    ]


def test_a_cell_may_hold_only_its_number():
    numbering = files.definition(0, files.level(0, "decimal", "%1.")) + files.listed(1, 0)
    rows = [row(cell(paragraph("", numbered=(1, 0))), text) for text in ("One", "Two")]
    found = blocks(table(*rows), numbering=numbering)
    assert [(b.label, b.text) for b in found] == [("1.", ""), ("", "One"), ("2.", ""), ("", "Two")]


def test_a_table_within_a_cell_is_a_line_for_each_row():
    inner = table(row("a", "b"), row("c", "d"))
    body = table(row(cell(f"{paragraph('Above')}{inner}{paragraph('Below')}"), "Right"))
    assert texts(body) == ["Above\na | b\nc | d\nBelow", "Right"]


def test_a_table_of_one_column_is_a_frame_around_ordinary_text():
    body = table(row(cell(paragraph("Aims", style="Heading1") + paragraph("Text"))), row("More"))
    assert [(b.kind, b.table) for b in blocks(body)] == [
        ("heading", 0),
        ("paragraph", 0),
        ("paragraph", 0),
    ]


def test_pages_are_none_where_the_file_marks_none():
    document = read(files.word(paragraph("Text")), "plan.docx")
    assert (document.pages, document.blocks[0].page) == (None, None)


def test_pages_turn_at_breaks_and_at_word_s_own_marks_without_counting_twice():
    body = (
        paragraph("One")
        + paragraph(BREAK)
        + paragraph(RENDERED.format("Two"))
        + paragraph(run("Still two") + RENDERED.format("three"))
        + paragraph("Three")
        + paragraph("Four", properties="<w:pageBreakBefore/>")
    )
    document = read(files.word(body), "plan.docx")
    assert [block.page for block in document.blocks] == [1, 2, 2, 3, 4]
    assert document.pages == 4


def test_pages_turn_at_sections_that_begin_one():
    ends = paragraph("One", properties="<w:sectPr/>")
    same = paragraph("Two", properties='<w:sectPr><w:type w:val="nextPage"/></w:sectPr>')
    last = paragraph("Two too") + '<w:sectPr><w:type w:val="continuous"/></w:sectPr>'
    assert [block.page for block in blocks(ends + same + last)] == [1, 2, 2]


def test_an_embedded_document_is_said_and_not_lost_silently():
    with pytest.raises(Unreadable, match="another document embedded"):
        blocks(paragraph("Text") + "<w:altChunk/>")


def test_title_is_the_one_in_the_properties():
    assert read(files.word(paragraph("Text"), title="Our plan"), "plan.docx").title == "Our plan"


def test_strict_open_xml_is_read_too():
    parts = files.word_parts(paragraph("Text"))
    usual = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    parts["word/document.xml"] = str(parts["word/document.xml"]).replace(usual, strict)
    assert read(files.zipped(parts), "plan.docx").text == "Text"
