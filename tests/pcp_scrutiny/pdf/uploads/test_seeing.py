"""What of a fitted page is seen."""

import pikepdf
import pytest
from pikepdf import Array

from pcp_scrutiny import documents
from pcp_scrutiny.pdf.uploads import fitting, seeing
from tests.pcp_scrutiny.pdf.uploads import files

WORDS = b"BT /F1 12 Tf 72 %d Td (%b) Tj ET\n"


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_what_was_cropped_away_is_not_read(turn):
    pdf = files.drawn(WORDS % (700, b"Shown") + WORDS % (90, b"Cropped"), Rotate=turn)
    pdf.pages[0].CropBox = Array([0, 100, 595, 842])
    trimmed = seeing.trim(fitting.fit(files.saved(pdf)))
    read = documents.read(trimmed, "paper.pdf")
    assert [block.text for block in read.blocks] == ["Shown"]


def test_a_page_that_was_not_moved_stays_as_it_is():
    fitted = fitting.fit(files.plain())
    with files.opened(seeing.trim(fitted)) as trimmed, files.opened(fitted) as before:
        assert [list(page.mediabox) for page in trimmed.pages] == [
            list(page.mediabox) for page in before.pages
        ]
        assert isinstance(trimmed, pikepdf.Pdf)
