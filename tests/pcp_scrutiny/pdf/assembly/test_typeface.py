"""Our typeface sets what people typed, and what it cannot set it replaces."""

import pytest

from pcp_scrutiny.pdf.assembly import Heading, band, typeface


def settable(text: str) -> str:
    return "".join(run.text for run in typeface.runs(text))


@pytest.mark.parametrize(
    ("typed", "drawn"),
    [
        ("Łódź’s plan – £5", "Łódź’s plan – £5"),
        ("non‑breaking\u00a0ﬁt", "non-breaking\u00a0fit"),
        ("a → b", "a › b"),
        ("Ω and 計画", "? and ??"),
        ("done ✅ 😀", "done  "),
        ("ṩ", "s"),
    ],
)
def test_what_the_typeface_lacks_is_replaced(typed, drawn):
    assert settable(typed) == drawn


def test_lines_fit_their_room_and_lose_no_letter():
    text = "The Police and Crime Plan " * 4 + "x" * 90
    found = typeface.lines(text, 20)
    assert len(found) > 4
    assert all(typeface.width(line) <= 20 for line in found)
    assert "".join(found).replace(" ", "") == text.replace(" ", "")


def test_band_is_what_headings_take():
    short, long = Heading(2, "Item 5"), Heading(3, "A long title of a paper " * 6)
    assert band([]) == 0
    assert band([short]) == pytest.approx(12 * 1.2 * 25.4 / 72 + 2 + 0.6 + 6)
    assert band([short, long]) > band([short]) + 15
    assert band([long], is_wide=True) < band([long])
