"""What of a page counts as drawn on: all that is seen, and pictures whole."""

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

from pcp_scrutiny.pdf.uploads import boxes, cleaning, fitting, ink, placing
from pcp_scrutiny.pdf.uploads.limits import POINTS_PER_MM
from tests.pcp_scrutiny.pdf.uploads import files


def with_white_picture(content: bytes, **options: object) -> pikepdf.Pdf:
    """A page on which /I is a white picture."""
    pdf = files.drawn(content, **options)
    picture = pdf.make_stream(
        b"\xff",
        Type=Name.XObject,
        Subtype=Name.Image,
        Width=1,
        Height=1,
        ColorSpace=Name.DeviceGray,
        BitsPerComponent=8,
    )
    pdf.pages[0].obj.Resources = Dictionary(XObject=Dictionary(I=picture))
    return pdf


def measured(pdf: pikepdf.Pdf) -> tuple[float, ...] | None:
    shown = [boxes.visible(page.obj) for page in pdf.pages]
    (found,) = ink.measured(files.saved(pdf), shown)
    return found and pytest.approx((found.left, found.bottom, found.right, found.top), abs=2)


def test_a_picture_counts_whole_though_it_is_white():
    assert measured(with_white_picture(b"q 400 0 0 600 100 50 cm /I Do Q")) == (100, 50, 500, 650)


def test_a_picture_on_a_turned_page_is_measured_upright():
    pdf = with_white_picture(b"q 400 0 0 600 100 50 cm /I Do Q", Rotate=90)
    assert measured(pdf) == (50, 95, 650, 495)


def test_what_is_clipped_or_cropped_of_a_picture_does_not_count():
    clipped = b"q 2 0 0 2 0 0 cm 100 100 50 50 re W n 200 0 0 300 50 50 cm /I Do Q"
    assert measured(with_white_picture(clipped)) == (200, 200, 300, 300)
    cropped = with_white_picture(b"q 400 0 0 600 100 50 cm /I Do Q", CropBox=[90, 90, 300, 300])
    assert measured(cropped) == (10, 0, 210, 210)


def test_a_picture_in_a_form_is_measured_where_the_form_is_drawn():
    pdf = with_white_picture(b"q 2 0 0 2 10 10 cm /F Do Q")
    resources = pdf.pages[0].obj.Resources
    resources.XObject.F = pdf.make_stream(
        b"q 10 10 30 30 re W n 100 0 0 100 5 5 cm /I Do Q",
        Type=Name.XObject,
        Subtype=Name.Form,
        BBox=Array([0, 0, 200, 20]),
        Matrix=Array([1, 0, 0, 1, 3, 3]),
        Resources=Dictionary(XObject=Dictionary(I=resources.XObject.I)),
    )
    assert measured(pdf) == (36, 36, 96, 56)


def test_white_paper_that_is_painted_does_not_count():
    assert measured(files.drawn(b"1 g 0 0 595 842 re f")) is None
    assert measured(files.drawn(b"1 g 0 0 595 842 re f 0 g 50 50 20 20 re f")) == (50, 50, 70, 70)


def test_no_edge_of_a_scan_reaches_into_the_bands():
    pdf = with_white_picture(b"q 595 0 0 842 0 0 cm /I Do Q 0 g 200 400 9 9 re f")
    data = fitting.fit(cleaning.clean(files.saved(pdf)), first_band=30)
    with files.opened(data) as fitted:
        (found,) = ink.measured(data, [boxes.visible(fitted.pages[0].obj)])
    assert found.top <= placing.A4[1] - 50 * POINTS_PER_MM + 1
    assert found.bottom >= placing.FOOT_BAND * POINTS_PER_MM - 1
