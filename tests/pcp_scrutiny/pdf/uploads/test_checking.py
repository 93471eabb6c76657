"""A file that was sent in is looked through, or refused with what to do."""

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

from pcp_scrutiny.pdf.uploads import Unusable, check_size, checking, facts, limits
from tests.pcp_scrutiny.pdf.uploads import files


def refused(data: bytes, name: str = "paper.pdf") -> str:
    with pytest.raises(Unusable) as told:
        checking.inspect(data, name)
    return str(told.value)


def test_a_tagged_file_lacks_nothing():
    found = checking.inspect(files.tagged(), "paper.pdf")
    assert (found.pages, found.is_tagged, found.claims_ua) == (1, True, True)
    assert (found.language, found.title, found.author) == ("en-GB", "A title", "A. Author")
    assert found.title
    assert (found.lacks, found.notes) == ([], [])


def test_a_plain_file_is_said_to_lack_its_tags_and_language():
    found = checking.inspect(files.plain(), "paper.pdf")
    assert found.lacks == ["untagged", "language"]
    assert not found.is_tagged
    assert not found.claims_ua


def test_another_language_is_noted():
    found = checking.inspect(files.tagged(language="cy"), "paper.pdf")
    assert (found.lacks, found.notes) == ([], ["foreign"])


def test_a_picture_of_a_page_is_a_scan():
    assert checking.inspect(files.saved(files.drawn()), "a.pdf").lacks[0] == "scan"
    pdf = files.drawn(pages=2)
    pdf.pages[0].Contents = pdf.make_stream(b"BT /F1 12 Tf 50 700 Td (Words) Tj ET")
    assert checking.inspect(files.saved(pdf), "a.pdf").lacks[0] == "scanned-pages"


def test_typefaces_that_are_not_inside_are_noticed():
    data = files.saved(files.drawn(b"BT /F1 12 Tf 50 700 Td (Words) Tj ET"))
    assert "fonts" in checking.inspect(data, "a.pdf").lacks


def test_text_without_known_letters_is_noticed():
    with files.opened(files.tagged()) as pdf:
        for font in pdf.pages[0].Resources.Font.values():
            del font["/ToUnicode"]
        assert checking.inspect(files.saved(pdf), "a.pdf").lacks == ["letters"]


def test_pictures_without_words_are_noticed():
    with files.opened(files.tagged()) as pdf:
        pdf.Root.StructTreeRoot.K[0].K.append(Dictionary(S=Name.Figure))
        assert checking.inspect(files.saved(pdf), "a.pdf").lacks == ["alternatives"]


def test_a_file_with_some_untagged_pages_is_not_tagged():
    with files.opened(files.tagged()) as pdf, files.drawn() as other:
        pdf.pages.append(other.pages[0])
        found = checking.inspect(files.saved(pdf), "a.pdf")
    assert "part-tagged" in found.lacks
    assert not found.is_tagged


@pytest.mark.parametrize(
    ("subtype", "note"),
    [("/Widget", "form"), ("/Square", "marks"), ("/Text", "comments"), ("/Movie", "scripts")],
)
def test_what_stands_on_the_pages_is_noted(subtype, note):
    annotation = Dictionary(Subtype=Name(subtype), Rect=Array([0, 0, 10, 10]))
    data = files.saved(files.drawn(Annots=Array([annotation])))
    assert note in checking.inspect(data, "a.pdf").notes


def test_text_outside_the_visible_part_is_noted():
    words = b"BT /F1 12 Tf 50 700 Td (Seen by all) Tj 0 -650 Td (Cut off, but there) Tj ET"
    cut = files.saved(files.drawn(words, CropBox=Array([0, 400, 595, 842])))
    assert "cropped" in checking.inspect(cut, "a.pdf").notes
    assert "cropped" not in checking.inspect(files.saved(files.drawn(words)), "a.pdf").notes


def test_large_pages_are_noted():
    assert "large" in checking.inspect(files.saved(files.drawn(box=(0, 0, 1684, 2384))), "a").notes


@pytest.mark.parametrize(("direction", "runs"), [("1 0 0 1", 0), ("0 1 -1 0", 90)])
@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_a_page_on_its_side_is_noted_as_it_is_shown(direction, runs, turn):
    """Words that run up, on a page that is shown turned to the right, are read as they should."""
    words = f"BT /F1 9 Tf {direction} 300 300 Tm (Most of the words of this page) Tj ET".encode()
    page = files.drawn(words + b" BT /F1 9 Tf 50 50 Td (Page 1) Tj ET", Rotate=turn)
    upright = files.drawn(b"BT /F1 9 Tf 50 50 Td (Words that run as they should) Tj ET")
    upright.pages.append(page.pages[0])
    notes = checking.inspect(files.saved(upright), "a.pdf").notes
    assert ("sideways" in notes) == (runs != turn)


def test_a_few_letters_that_run_up_are_no_page_on_its_side():
    labels = b"BT /F1 9 Tf 0 1 -1 0 300 300 Tm (Offences) Tj ET"
    assert "sideways" not in checking.inspect(files.saved(files.drawn(labels)), "a.pdf").notes


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "is empty"),
        (b"<!DOCTYPE html><html><p>Not found</p>", "looks like a web page"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF\x00" + bytes(range(200)), "looks like a picture"),
        (b"PK\x03\x04" + bytes(40), "looks like a zip file"),
        (b"Dear Sir", "looks like plain text"),
        (b"%PDF-1.7\nnothing else", "damaged"),
    ],
)
def test_a_file_that_is_no_pdf_is_refused(data, said):
    assert said in refused(data)


def test_a_file_that_needs_a_password_is_refused():
    locked = files.saved(files.drawn(), encryption=pikepdf.Encryption(owner="o", user="u"))
    assert "password" in refused(locked)


def test_a_file_that_may_not_be_printed_is_refused():
    allow = pikepdf.Permissions(print_lowres=False, print_highres=False)
    locked = files.saved(files.drawn(), encryption=pikepdf.Encryption(owner="o", allow=allow))
    assert "cannot be printed" in refused(locked)


def test_a_file_that_is_only_locked_against_changes_is_taken():
    allow = pikepdf.Permissions(modify_other=False, extract=False)
    locked = files.saved(files.drawn(), encryption=pikepdf.Encryption(owner="o", allow=allow))
    assert "protected" in checking.inspect(locked, "a.pdf").notes


def test_too_many_pages_are_refused():
    assert "2,000 pages" in refused(files.saved(files.drawn(pages=2_000)))


def test_a_file_without_pages_is_refused():
    assert "no pages" in refused(files.saved(pikepdf.new()))


@pytest.mark.parametrize("box", [(0, 0, 0, 0), (0, 0, 5, 5), (0, 0, 1e6, 10), (0, 0, 100, 1e9)])
def test_pages_of_no_sensible_size_are_refused(box):
    assert "Page 1 of the file has no size" in refused(files.saved(files.drawn(box=box)))


def test_passages_marked_but_not_redacted_are_refused():
    mark = Dictionary(Subtype=Name.Redact, Rect=Array([0, 0, 10, 10]))
    pdf = files.drawn(pages=2)
    pdf.pages[1].Annots = Array([mark])
    assert "Passages on page 2" in refused(files.saved(pdf))


def test_a_portfolio_and_a_form_for_one_reader_are_refused():
    pdf = files.drawn()
    pdf.Root.Collection = Dictionary()
    assert "portfolio" in refused(files.saved(pdf))
    del pdf.Root.Collection
    pdf.Root.AcroForm = Dictionary(XFA=pdf.make_stream(b"<xdp/>"), Fields=Array())
    pdf.Root.NeedsRendering = True
    assert "only Adobe Reader" in refused(files.saved(pdf))


def test_check_size_refuses_before_anything_is_read():
    check_size(limits.MAX_BYTES, "a.pdf")
    for size, said in ((0, "is empty"), (300 * 1024 * 1024, "is larger than 100 MB")):
        with pytest.raises(Unusable, match=said):
            check_size(size, "a.pdf")


def test_page_trees_that_go_in_circles_are_refused():
    pdf = files.drawn()
    pdf.Root.Pages.Kids.append(pdf.Root.Pages)
    assert "damaged" in refused(files.saved(pdf))


@pytest.mark.parametrize("code", [*facts.LACKS, *facts.NOTES])
def test_every_code_says_what_to_do(code):
    said = facts.sentence(code)
    assert said.count(". ") >= 1
    assert said.endswith(".")
    assert facts.is_barrier(code) == (code in facts.LACKS)
