"""Where a document's title comes from."""

import pytest

from pcp_scrutiny.documents.blocks import Block
from pcp_scrutiny.documents.titles import title_of

BLOCKS = (Block("Draft"), Block("Safer Harbours\n2027", kind="heading", level=1))


@pytest.mark.parametrize("stated", ["", " ", "Document1", "untitled", "Microsoft Word - Title.doc"])
def test_title_is_the_first_heading_where_the_file_states_none(stated):
    assert title_of(stated, BLOCKS) == "Safer Harbours"


def test_title_is_the_first_line_where_there_is_no_heading():
    assert title_of("", BLOCKS[:1]) == "Draft"
    assert title_of("", ()) == ""


def test_title_is_the_one_stated_without_the_printer_s_words():
    assert title_of("Microsoft Word - Harbour plan.docx", BLOCKS) == "Harbour plan"
    assert len(title_of("long " * 100, BLOCKS)) <= 200
