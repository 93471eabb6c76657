"""What the page of a paper shows of its file."""

import pytest

from meetings import paper_pages
from meetings.paper_pages import Line
from pcp_scrutiny.documents import Block
from tests.factories.files import tagged_pdf
from tests.factories.meetings import UploadedPaperFactory


def test_blocks_are_lines_and_a_row_of_a_table_is_one():
    blocks = [
        Block("Costs", kind="heading", level=1),
        Block("Two were asked for.", label="4."),
        Block("Fuel", kind="cell", table=1, row=1, column=1),
        Block("", kind="cell", table=1, row=1, column=2),
        Block("£40", kind="cell", table=1, row=1, column=3),
        Block("Oil", kind="cell", table=1, row=2, column=1),
    ]
    assert list(paper_pages.lines(blocks)) == [
        Line("Costs", is_heading=True),
        Line("4. Two were asked for."),
        Line("Fuel; £40"),
        Line("Oil"),
    ]


@pytest.mark.django_db
def test_a_long_text_is_broken_off():
    long = UploadedPaperFactory(data=tagged_pdf(text="Many words. " * 700))
    assert paper_pages.of_paper(long)["lines"][-1] == Line(paper_pages.MORE)


@pytest.mark.django_db
def test_a_paper_of_many_pages_is_not_read_for_its_page():
    paper = UploadedPaperFactory(pages=21)
    assert paper_pages.of_paper(paper)["lines"] == []
