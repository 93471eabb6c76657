"""Nothing comes out of cleaning but what printing and reading out need."""

import io

import pikepdf
import pypdfium2
import pytest
from pikepdf import Array, Dictionary, Name, String

from pcp_scrutiny.pdf.uploads import Unusable, cleaning
from tests.pcp_scrutiny.pdf.uploads import files, hostile, reading

ALL = (
    "<h1>A paper</h1><p>See <a href='https://example.org/'>our site</a> and <a href='#b'>B</a>."
    "<table><thead><tr><th id=h>Year</th><th>Number</th></tr></thead><tr><th>2026</th><td>3</td>"
    "</tr></table><ul><li>One<li>Two</ul><h2 id=b style='break-before:page'>B</h2><p>End."
)


def text(data: bytes) -> str:
    document = pypdfium2.PdfDocument(data)
    return "\n".join(page.get_textpage().get_text_range() for page in document)


def cleaned(pdf: pikepdf.Pdf) -> pikepdf.Pdf:
    return files.opened(cleaning.clean(files.saved(pdf)))


def operators(page: pikepdf.Page) -> list[str]:
    return [str(each.operator) for each in pikepdf.parse_content_stream(page)]


@pytest.fixture(scope="module")
def harmless() -> bytes:
    return cleaning.clean(files.saved(hostile.hostile()))


def test_nothing_secret_is_left_in_any_byte(harmless):
    assert any(b"Shown" in each for each in reading.words(harmless))
    assert [each for each in reading.words(harmless) if b"SECRET" in each] == []


def test_no_forbidden_key_is_left(harmless):
    assert reading.keys(harmless) & hostile.FORBIDDEN == set()
    with files.opened(harmless) as pdf:
        assert set(pdf.Root.keys()) <= {
            *("/Type", "/Pages", "/StructTreeRoot", "/MarkInfo", "/Outlines", "/Lang"),
        }
        assert set(pdf.trailer.keys()) <= {
            *("/Root", "/Size", "/ID", "/Type", "/W", "/Index", "/Length", "/Filter"),
            "/DecodeParms",
        }


def test_what_is_seen_is_still_seen(harmless):
    said = text(harmless)
    assert "Shown" in said
    assert "Shown too" in said
    assert "Filled in" in said


def test_links_to_the_web_mailboxes_and_inside_stay(harmless):
    with files.opened(harmless) as pdf:
        links = list(pdf.pages[0].Annots)
        assert all(each.Subtype == Name.Link and each.Contents == "A link" for each in links)
        assert [str(each.A.URI) for each in links if "/A" in each] == [
            "https://example.org/?q=1#x",
            "mailto:clerk@example.org",
            "https://example.org/",
        ]
        inside = [each.Dest for each in links if "/Dest" in each]
        assert [each[0].objgen for each in inside] == [pdf.pages[1].objgen]


def test_bookmarks_stay_with_their_titles_and_pages(harmless):
    with files.opened(harmless) as pdf, pdf.open_outline() as outline:
        assert [each.title for each in outline.root] == ["Part one", "Part two"]
        assert outline.root[0].destination is None
        assert pikepdf.Page(outline.root[1].destination[0]).index == 1


def test_the_structure_keeps_what_is_left_and_fits_it(harmless):
    with files.opened(harmless) as pdf:
        roles = [role for _, role in reading.tags(pdf)]
        assert roles == ["/Document", "/Shown", "/Link", "/Form", "/Form"]
        assert pdf.Root.StructTreeRoot.RoleMap.Shown == Name.P
        shown = pdf.Root.StructTreeRoot.K[0].K[0]
        assert set(shown.keys()) == {"/S", "/P", "/K", "/Pg", "/Alt"}
        assert str(shown.P.S) == "/Document"


def test_the_same_file_gives_the_same_bytes():
    data = files.saved(hostile.hostile())
    assert cleaning.clean(data) == cleaning.clean(data)


def test_cleaning_again_changes_nothing_that_is_seen(harmless):
    again = cleaning.clean(harmless)
    assert text(again) == text(harmless)
    assert reading.keys(again) <= reading.keys(harmless)


def test_a_tagged_file_keeps_its_structure_links_and_claim():
    data = files.tagged(ALL)
    with files.opened(data) as before, files.opened(cleaning.clean(data)) as after:
        assert reading.tags(after) == reading.tags(before)
        assert len(after.pages) == len(before.pages) == 2
        reading.check_marks(after)
        links = [each for page in after.pages for each in page.get("/Annots", [])]
        assert len(links) == 2
        assert all("/StructParent" in each for each in links)
        assert "/Info" not in after.trailer
        with after.open_metadata() as metadata:
            assert metadata["pdfuaid:part"] == "1"
            assert "dc:title" not in metadata
        assert str(after.Root.Lang) == "en-GB"
    assert text(cleaning.clean(data)) == text(data)


def test_header_cells_keep_their_ids_and_those_they_head():
    with files.opened(cleaning.clean(files.tagged(ALL))) as pdf:
        names = pdf.Root.StructTreeRoot.IDTree.Names
        ids = {bytes(names[place]) for place in range(0, len(names), 2)}
        headed = {
            bytes(each)
            for found in pdf.objects
            if isinstance(found, Dictionary) and found.get("/S") == Name.TD
            for each in found.A.Headers
        }
        assert headed
        assert headed <= ids


def test_a_locked_file_comes_out_open():
    locked = files.saved(files.drawn(), encryption=pikepdf.Encryption(owner="o"))
    with files.opened(cleaning.clean(locked)) as pdf:
        assert not pdf.is_encrypted


def test_the_crop_becomes_the_page():
    pdf = files.drawn(CropBox=Array([100, 100, 300, 1_000]), Rotate=-90, UserUnit=2)
    with cleaned(pdf) as after:
        page = after.pages[0].obj
        assert [float(each) for each in page.MediaBox] == [100, 100, 300, 842]
        assert (page.Rotate, page.UserUnit) == (270, 2)
        assert "/CropBox" not in page


def test_what_a_page_has_from_those_above_it_stays():
    pdf = files.drawn(b"BT /F1 12 Tf 50 700 Td (From above) Tj ET")
    page, tree = pdf.pages[0].obj, pdf.Root.Pages
    tree.Resources, tree.MediaBox, tree.Rotate = page.Resources, page.MediaBox, 90
    del page["/Resources"], page["/MediaBox"]
    data = cleaning.clean(files.saved(pdf))
    assert "From above" in text(data)
    with files.opened(data) as after:
        assert after.pages[0].obj.Rotate == 90
        assert set(after.Root.Pages.keys()) == {"/Type", "/Kids", "/Count"}


def test_a_text_field_without_an_appearance_shows_what_was_filled_in():
    pdf = files.drawn()
    widget = Dictionary(
        *(),
        Type=Name.Annot,
        Subtype=Name.Widget,
        FT=Name.Tx,
        T=String("name"),
        V=String("Estermere"),
        Rect=Array([50, 50, 250, 70]),
        F=4,
        DA=String("/Helv 10 Tf"),
    )
    pdf.pages[0].Annots = Array([pdf.make_indirect(widget)])
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    pdf.Root.AcroForm = Dictionary(
        Fields=pdf.pages[0].Annots, DR=Dictionary(Font=Dictionary(Helv=font))
    )
    assert "Estermere" in text(cleaning.clean(files.saved(pdf)))


def test_fields_that_are_not_printed_are_not_printed():
    pdf = files.drawn()
    look = pdf.make_stream(b"9 9 9 9 re f", Subtype=Name.Form, BBox=Array([0, 0, 9, 9]))
    for flags, count in ((0, 0), (4, 1), (6, 0), (36, 0)):
        pdf.pages[0].Annots = Array(
            [
                Dictionary(
                    Subtype=Name.Stamp, Rect=Array([0, 0, 9, 9]), F=flags, AP=Dictionary(N=look)
                )
            ]
        )
        with cleaned(pdf) as after:
            assert operators(after.pages[0]).count("Do") == count


def test_marks_are_drawn_into_their_rectangle():
    pdf = files.drawn(b"")
    look = pdf.make_stream(
        b"0 g 0 0 10 10 re f",
        Subtype=Name.Form,
        BBox=Array([0, 0, 10, 10]),
        Matrix=Array([0, 1, -1, 0, 0, 0]),
    )
    pdf.pages[0].Annots = Array(
        [
            Dictionary(
                Subtype=Name.Square, Rect=Array([100, 200, 300, 400]), F=4, AP=Dictionary(N=look)
            )
        ]
    )
    picture = pypdfium2.PdfDocument(cleaning.clean(files.saved(pdf)))[0].render().to_pil()
    black = picture.convert("L").point(lambda value: 255 * (value < 128)).getbbox()
    assert black == pytest.approx((100, 842 - 400, 300, 842 - 200), abs=1)


@pytest.mark.parametrize(
    "content", [b"q q q BT /F1 9 Tf", b"Q Q 1 0 0 1 9 9 cm", b"/P <</MCID 0>> BDC q", b"("]
)
def test_content_that_is_out_of_balance_is_taken(content):
    assert len(cleaned(files.drawn(content)).pages) == 1


def test_a_bomb_is_refused(monkeypatch):
    monkeypatch.setattr("pcp_scrutiny.pdf.uploads.limits.MAX_DRAWING_BYTES", 10_000)
    with pytest.raises(Unusable, match="unpacks to far more"):
        cleaning.clean(files.saved(files.drawn(b" " * 20_000)))


def test_a_picture_too_large_to_print_is_refused():
    pdf = files.drawn(b"/Im Do")
    picture = pdf.make_stream(b"x", Subtype=Name.Image, Width=100_000, Height=100_000)
    pdf.pages[0].Resources.XObject = Dictionary(Im=picture)
    with pytest.raises(Unusable, match="picture that is too large"):
        cleaning.clean(files.saved(pdf))


def test_what_only_other_pages_draw_is_not_kept():
    """A page taken out of a longer file often brings the pictures of all its pages."""
    pdf = files.drawn(b"/Seen Do", pages=1)
    pdf.pages[0].Resources.XObject = Dictionary(
        Seen=pdf.make_stream(b"% seen", Subtype=Name.Form, BBox=Array([0, 0, 9, 9])),
        Unseen=pdf.make_stream(b"% SECRET", Subtype=Name.Form, BBox=Array([0, 0, 9, 9])),
    )
    data = cleaning.clean(files.saved(pdf))
    assert not any(b"SECRET" in each for each in reading.words(data))
    assert any(b"% seen" in each for each in reading.words(data))


def test_the_result_can_be_opened_by_others():
    data = cleaning.clean(files.tagged(ALL))
    assert len(pypdfium2.PdfDocument(io.BytesIO(data))) == 2
    with files.opened(data) as pdf:
        assert pdf.check_pdf_syntax() == []


def test_how_a_picture_is_packed_stays_even_if_in_part_only():
    pdf = files.drawn(b"/Im Do")
    picture = pdf.make_stream(b"00>", Subtype=Name.Image, Width=8, Height=1, ImageMask=True)
    picture.Filter = Array([Name.ASCIIHexDecode, Name.CCITTFaxDecode])
    picture.DecodeParms = Array([None, Dictionary(K=-1, Columns=8)])
    pdf.pages[0].Resources.XObject = Dictionary(Im=picture)
    with cleaned(pdf) as after:
        kept = after.pages[0].Resources.XObject.Im
        assert list(kept.DecodeParms) == [None, Dictionary(K=-1, Columns=8)]
