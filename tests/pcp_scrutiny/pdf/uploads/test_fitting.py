"""Pages of any kind come out upright on A4, with their bands free and all that is on them moved."""

import pikepdf
import pypdfium2
import pytest
from pikepdf import Array, Dictionary, Name

from pcp_scrutiny.pdf.uploads import cleaning, fitting, placing
from pcp_scrutiny.pdf.uploads.limits import POINTS_PER_MM
from tests.pcp_scrutiny.pdf.uploads import files, reading

A4 = [round(side) for side in placing.A4]
# A black square in the lower left corner of the page, a grey one in the upper right.
CORNERS = b"0 g 0 0 60 60 re f 0.6 g %d %d 60 60 re f"


def fitted(pdf: pikepdf.Pdf, **options: float) -> bytes:
    return fitting.fit(cleaning.clean(files.saved(pdf)), **options)


def picture(data: bytes, page: int = 0):
    return pypdfium2.PdfDocument(data)[page].render().to_pil().convert("L")


def where(image, shade: int) -> tuple[int, int, int, int]:
    """The bounds of what is about of this shade, from the upper left."""
    return image.point(lambda value: 255 * (abs(value - shade) < 25)).getbbox()


def size(data: bytes, page: int = 0) -> list[int]:
    with files.opened(data) as pdf:
        return [round(float(side)) for side in pdf.pages[page].obj.MediaBox]


def test_an_ordinary_page_is_not_moved():
    data = cleaning.clean(files.plain())
    assert picture(fitting.fit(data)).tobytes() == picture(data).tobytes()
    assert size(fitting.fit(data)) == [0, 0, *A4]


def test_the_same_file_gives_the_same_bytes():
    data = cleaning.clean(files.tagged())
    assert fitting.fit(data, first_band=30) == fitting.fit(data, first_band=30)


@pytest.mark.parametrize("box", [(0, 0, 595, 842), (-300, -400, 295, 442), (1000, 50, 1595, 892)])
@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_a_turned_page_comes_out_upright_with_its_bands_free(turn, box):
    content = b"1 0 0 1 %d %d cm " % box[:2] + CORNERS % (535, 782)
    data = fitted(files.drawn(content, box=box, Rotate=turn))
    sheet = A4 if turn in (0, 180) else A4[::-1]
    assert size(data) == [0, 0, *sheet]
    image = picture(data)
    black, grey = where(image, 0), where(image, 153)
    is_left = turn in (0, 90)
    is_low = turn in (0, 270)
    assert (black[0] < grey[0]) == is_left
    assert (black[1] > grey[1]) == is_low
    _assert_bands_are_free(image)


def _assert_bands_are_free(image, head: float = placing.HEAD_BAND) -> None:
    ink = image.point(lambda value: 255 * (value < 240)).getbbox()
    assert ink[1] >= head * POINTS_PER_MM - 1
    assert ink[3] <= image.height - placing.FOOT_BAND * POINTS_PER_MM + 1
    assert ink[0] >= 0
    assert ink[2] <= image.width


@pytest.mark.parametrize(
    ("wide", "high"),
    [(842, 1191), (420, 595), (612, 792), (20, 20), (14_000, 9_000), (595, 5_000), (3_000, 100)],
)
def test_pages_of_odd_sizes_come_out_on_a4(wide, high):
    corners = b"0 g 0 0 4 4 re f 0.6 g %d %d 4 4 re f" % (wide - 4, high - 4)
    data = fitted(files.drawn(corners, box=(0, 0, wide, high)))
    assert sorted(size(data)[2:]) == A4
    _assert_bands_are_free(picture(data))


def test_the_first_page_leaves_room_for_headings_and_the_others_do_not():
    pdf = files.drawn(CORNERS % (535, 700), pages=2)
    data = fitted(pdf, first_band=40)
    _assert_bands_are_free(picture(data), head=60)
    assert where(picture(data, 1), 153)[1] < 60 * POINTS_PER_MM


def test_what_the_crop_cut_off_is_not_seen():
    pdf = files.drawn(CORNERS % (535, 782), CropBox=Array([0, 0, 300, 842]))
    image = picture(fitted(pdf))
    assert where(image, 0)
    assert not where(image, 153)


def test_the_unit_of_a_page_is_applied():
    data = fitted(files.drawn(b"0 g 10 10 20 20 re f", box=(0, 0, 100, 100), UserUnit=5))
    black = where(picture(data), 0)
    assert black[2] - black[0] == pytest.approx(100, abs=2)


def test_patterns_stay_where_they_were_drawn():
    """A shading from black to white, on the left half of the page only."""
    pdf = files.drawn(b"/Pattern cs /P1 scn 0 0 300 842 re f 0 g 400 0 9 842 re f")
    shading = Dictionary(
        ShadingType=2,
        ColorSpace=Name.DeviceGray,
        Coords=Array([0, 0, 300, 0]),
        Function=Dictionary(FunctionType=2, Domain=Array([0, 1]), C0=[0], C1=[0.9], N=1),
    )
    pattern = Dictionary(PatternType=2, Shading=shading, Matrix=Array([1, 0, 0, 1, 0, 0]))
    pdf.pages[0].Resources.Pattern = Dictionary(P1=pdf.make_indirect(pattern))
    data = cleaning.clean(files.saved(pdf))
    before, after = picture(data), picture(fitting.fit(data))
    left, top, _, bottom = after.point(lambda value: 255 * (value < 240)).getbbox()
    scale = (bottom - top) / 842
    for share in (0.05, 0.25, 0.45):
        there = after.getpixel((int(left + 595 * share * scale), (top + bottom) // 2))
        assert there == pytest.approx(before.getpixel((int(595 * share), 421)), abs=12)


def test_tiling_patterns_are_copied_for_each_page():
    pdf = files.drawn(b"/Pattern cs /P1 scn 0 0 595 842 re f", pages=2)
    tile = pdf.make_stream(
        b"0 g 0 0 5 5 re f",
        PatternType=1,
        PaintType=1,
        TilingType=1,
        BBox=Array([0, 0, 10, 10]),
        XStep=10,
        YStep=10,
        Resources=Dictionary(),
    )
    pdf.pages[0].Resources.Pattern = Dictionary(P1=tile)
    with files.opened(fitted(pdf, first_band=50)) as after:
        first, second = (page.obj.Resources.Pattern.P1 for page in after.pages)
        assert first.objgen != second.objgen
        assert float(first.Matrix[0]) < float(second.Matrix[0]) < 1
        assert first.read_bytes() == b"0 g 0 0 5 5 re f"


LINKED = (
    "<style>@page{margin:0}p{margin:0;height:295mm;border:1px solid}</style>"
    "<p><a href='https://example.org/'>Out</a> <a href='#b'>In</a></p><p id=b>There</p>"
)


def test_links_and_their_destinations_move_with_the_page():
    with files.opened(cleaning.clean(files.tagged(LINKED))) as before:
        rectangles = [[float(side) for side in each.Rect] for each in before.pages[0].Annots]
        with files.opened(fitting.fit(cleaning.clean(files.tagged(LINKED)))) as after:
            reading.check_marks(after)
            links = list(after.pages[0].Annots)
            for link, old in zip(links, rectangles, strict=True):
                new = [float(side) for side in link.Rect]
                assert new[2] - new[0] == pytest.approx(0.88 * (old[2] - old[0]), abs=2)
                assert new[3] <= 842 - placing.HEAD_BAND * POINTS_PER_MM + 3
            place = next(each.Dest for each in links if "/Dest" in each)
            assert place[0].objgen == after.pages[1].objgen
            assert float(place[3]) < 842 - placing.HEAD_BAND * POINTS_PER_MM + 5


def test_the_text_below_a_link_is_still_the_link():
    data = fitting.fit(cleaning.clean(files.tagged(LINKED)))
    page = pypdfium2.PdfDocument(data)[0]
    with files.opened(data) as pdf:
        out = [float(side) for side in pdf.pages[0].Annots[0].Rect]
    assert page.get_textpage().get_text_bounded(*out).strip() == "Out"


def test_bookmarks_and_the_boxes_of_figures_move_too():
    with files.opened(files.tagged("<style>@page{margin:0}</style><h1>Here</h1>")) as pdf:
        element = pdf.Root.StructTreeRoot.K[0]
        element.A = Dictionary(O=Name.Layout, BBox=Array([0, 0, 100, 841]))
        data = fitted(pdf, first_band=20)
    with files.opened(data) as after, after.open_outline() as outline:
        assert float(outline.root[0].destination[3]) < 842 - 40 * POINTS_PER_MM + 20
        top = after.Root.StructTreeRoot.K[0]
        assert float(top.A.BBox[3]) < 841


@pytest.mark.parametrize(
    "content",
    [
        b"q q q 0 g 0 0 60 60 re f",
        b"Q Q 0 g 0 0 60 60 re f",
        b"0 g 0 0 60 60 re f q 1 0 0 1 0 0 cm Q Q Q",
        b"BT /F1 9 Tf 20 20 Td (Words) Tj 0 g 0 0 60 60 re f",
        b"/P <</MCID 0>> BDC 0 g 0 0 60 60 re f",
    ],
)
def test_what_is_stamped_after_a_page_is_drawn_in_its_own_place(content):
    with files.opened(fitted(files.drawn(content))) as pdf:
        pdf.pages[0].contents_add(b"0.6 g 100 100 50 50 re f")
        image = picture(files.saved(pdf))
    assert where(image, 153) == pytest.approx((100, 842 - 150, 150, 842 - 100), abs=1)
    assert where(image, 0)
