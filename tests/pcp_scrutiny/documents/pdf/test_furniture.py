"""What stands at the edges of pages."""

from pcp_scrutiny.documents.pdf import furniture
from pcp_scrutiny.documents.pdf.sheets import Piece, Sheet


def sheet(*rows: tuple[float, str]) -> Sheet:
    pieces = [Piece(text, 70, 70 + 5 * len(text), base, 11, False, False) for base, text in rows]
    return Sheet(595, 842, pieces)


def left(*sheets: Sheet) -> list[list[str]]:
    return [[piece.text for piece in pieces] for pieces in furniture.without(sheets)]


def test_repeated_lines_at_the_edges_go_and_those_in_the_middle_stay():
    pages = [sheet((800, "Our Plan"), (400, "Aims"), (40, f"{n} / 3")) for n in (1, 2, 3)]
    assert left(*pages) == [["Aims"]] * 3


def test_headers_of_left_and_right_pages_go():
    pages = [
        sheet((800, "Our Plan" if n % 2 else "Chapter one"), (700, f"Text {n}")) for n in range(8)
    ]
    assert left(*pages) == [[f"Text {n}"] for n in range(8)]


def test_roman_page_numbers_go():
    pages = [sheet((700, "Text"), (40, numeral)) for numeral in ("i", "ii", "iii", "iv")]
    assert left(*pages) == [["Text"]] * 4


def test_a_page_number_goes_even_where_there_is_one_page():
    assert left(sheet((700, "Dear Chair,"), (40, "Page 1 of 1"))) == [["Dear Chair,"]]


def test_what_is_on_one_page_only_stays():
    letter = (sheet((800, "Our ref 12"), (700, "Dear Chair,")), sheet((800, "Yours sincerely")))
    assert left(*letter) == [["Our ref 12", "Dear Chair,"], ["Yours sincerely"]]
    assert left(sheet((40, "46. Patrols"))) == [["46. Patrols"]]


def test_the_first_lines_of_the_text_stay_even_where_they_repeat():
    pages = [
        sheet((800, "Our Plan"), (760, "The panel asks"), (746, f"Text {n}")) for n in range(4)
    ]
    assert left(*pages) == [["The panel asks", f"Text {n}"] for n in range(4)]
