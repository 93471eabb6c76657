"""Where pages go on A4: reckoned, without any file."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pcp_scrutiny.pdf.uploads import placing
from pcp_scrutiny.pdf.uploads.boxes import Visible
from pcp_scrutiny.pdf.uploads.limits import POINTS_PER_MM
from pcp_scrutiny.pdf.uploads.placing import A4, Ink, place, place_all, upright

MM = POINTS_PER_MM
ORDINARY = Ink(25 * MM, 25 * MM, 185 * MM, 272 * MM)


def placed(ink: Ink, size: tuple[float, float], **options: float) -> tuple[placing.Place, Ink]:
    found = place(size, ink, **options)
    return found, Ink(
        found.scale * ink.left + found.x,
        found.scale * ink.bottom + found.y,
        found.scale * ink.right + found.x,
        found.scale * ink.top + found.y,
    )


def test_a_page_with_free_margins_stays_as_it_is():
    found = place(A4, ORDINARY)
    assert (found.scale, found.x, found.y) == (1, 0, 0)
    assert (found.width, found.height) == A4


def test_a_page_with_something_in_one_band_is_moved_but_not_made_smaller():
    found, ink = placed(Ink(25 * MM, 10 * MM, 185 * MM, 250 * MM), A4)
    assert (found.scale, found.x) == (1, 0)
    assert ink.bottom == pytest.approx(placing.FOOT_BAND * MM)


def test_a_page_drawn_on_all_over_is_made_smaller_and_stands_in_the_middle():
    found, ink = placed(Ink(0, 0, *A4), A4)
    assert 0.87 < found.scale < 0.89
    assert ink.left == pytest.approx(A4[0] - ink.right)


def test_headings_on_the_first_page_have_their_room():
    found, ink = placed(ORDINARY, A4, first_band=30)
    assert found.scale < 1
    assert ink.top <= A4[1] - 50 * MM + 0.01


SMALL = ((148 * MM, 210 * MM), (210 * MM, 148 * MM), (50 * MM, 20 * MM))


@pytest.mark.parametrize("size", SMALL)
def test_a_small_page_stands_at_the_top_in_the_middle_and_is_not_made_larger(size):
    found, ink = placed(Ink(5, 5, size[0] - 5, size[1] - 5), size)
    assert found.scale == 1
    assert (found.width, found.height) == A4
    assert found.x == pytest.approx((A4[0] - size[0]) / 2, abs=placing._NEARLY)
    assert ink.top == pytest.approx(A4[1] - placing.HEAD_BAND * MM)


def test_a_small_page_with_margins_of_its_own_keeps_them():
    found = place((148 * MM, 210 * MM), Ink(60, 60, 360, 210 * MM - 60))
    assert found.y == pytest.approx(A4[1] - 210 * MM)


def test_a_small_page_stands_directly_below_the_headings():
    _, ink = placed(Ink(60, 60, 360, 210 * MM - 60), (148 * MM, 210 * MM), first_band=40)
    assert ink.top == pytest.approx(A4[1] - 60 * MM)


def test_letter_paper_is_not_made_smaller():
    found = place((612, 792), Ink(72, 60, 540, 720))
    assert found.scale == 1


def test_a_page_across_is_put_on_a_sheet_across():
    found = place((A4[1], A4[0]), Ink(60, 60, 780, 540))
    assert (found.width, found.height) == (A4[1], A4[0])
    assert found.scale == 1


def test_a_large_page_is_made_to_fit_with_its_margins():
    found, ink = placed(Ink(25 * MM, 25 * MM, 272 * MM, 395 * MM), (297 * MM, 420 * MM))
    assert 0.68 < found.scale < 0.71
    assert ink.left > 15 * MM


ALL_OVER = Ink(0, 0, *A4)
NEARLY_ALL_OVER = Ink(0, 20, A4[0], A4[1] - 20)


def test_pages_of_one_size_that_are_made_smaller_are_made_equally_small():
    inks = [NEARLY_ALL_OVER, NEARLY_ALL_OVER, ORDINARY, ALL_OVER]
    scales = [found.scale for found in place_all([(A4, ink) for ink in inks])]
    assert scales[0] == scales[1] == scales[3] == place(A4, ALL_OVER).scale
    assert scales[2] == 1


def test_the_room_for_headings_makes_only_the_first_page_smaller():
    first, second, large = place_all(
        [(A4, ORDINARY), (A4, NEARLY_ALL_OVER), ((842, 1191), Ink(0, 0, 842, 1191))], first_band=60
    )
    assert first.scale < second.scale == place(A4, NEARLY_ALL_OVER).scale
    assert large.scale < second.scale


def test_an_empty_page_is_taken():
    assert place(A4, None).scale == 1
    assert place((5_000 * MM, 3_000 * MM), None).scale == 1


@given(
    st.floats(15, 50_000),
    st.floats(15, 50_000),
    *(st.floats(0, 1) for _ in range(4)),
    st.floats(0, 90),
)
def test_ink_is_always_on_the_sheet_and_outside_the_bands(width, height, a, b, c, d, band):
    left, right = sorted((a * width, b * width))
    bottom, top = sorted((c * height, d * height))
    found, ink = placed(Ink(left, bottom, right, top), (width, height), first_band=band)
    assert found.scale <= 1
    assert sorted((found.width, found.height)) == sorted(A4)
    assert ink.bottom >= placing.FOOT_BAND * MM - 0.01
    assert ink.top <= found.height - max(placing.HEAD_BAND, band and 20 + band) * MM + 0.01
    assert ink.left >= -placing._NEARLY
    assert ink.right <= found.width + placing._NEARLY


@pytest.mark.parametrize(
    ("turn", "corner"), [(0, (0, 0)), (90, (0, 200)), (180, (400, 200)), (270, (200, 0))]
)
def test_upright_turns_a_page_about_its_own_corner(turn, corner):
    box = Visible(-50, 10, 150, 110, turn=turn, unit=2)
    matrix = upright(box)
    if turn in (90, 270):
        corner = {90: (0, 400), 270: (200, 0)}[turn]
    assert matrix.point(-50, 10) == corner
    corners = [matrix.point(x, y) for x in (-50, 150) for y in (10, 110)]
    assert (min(x for x, _ in corners), min(y for _, y in corners)) == (0, 0)
    assert (max(x for x, _ in corners), max(y for _, y in corners)) == box.size
