"""Parts become one PDF with its numbers, bookmarks, links and claims."""

import pypdfium2
import pytest

from pcp_scrutiny.pdf import reading
from pcp_scrutiny.pdf.assembly import Bookmark, Heading, Part, assemble
from tests.pcp_scrutiny.pdf.assembly.parts import opened, packed, part, upload

FRONT = (
    '<h1>Agenda pack</h1><p>See <a href="https://pack.invalid/paper-1">Paper A</a>, '
    '<a href="https://pack.invalid/paper-1#end">its end</a> and '
    '<a href="https://pack.invalid/paper-2">a paper withheld</a>, or '
    '<a href="mailto:clerk@panel.example">clerk@panel.example</a>.</p>'
)
PAPER = (
    '<h4>Why</h4><p><a href="#end">On</a></p><section class="doc-page"><h4 id="end">End</h4>'
    "<h5>Deeper</h5></section>"
)


@pytest.fixture(scope="module")
def parts() -> list[Part]:
    headings = [Heading(2, "Item 5: The plan"), Heading(3, "Paper A: Łódź & <others>")]
    sheet = part(
        "withheld-9", "<p>Not for publication</p>", numbers=["4-11"], headings=headings[:1]
    )
    paper = part("paper-1", PAPER, first=2, bookmark="Paper A", level=2, headings=headings,
                 above=[Bookmark("5. The plan")], head="Item 5", watermark="DRAFT")  # fmt: skip
    return [part("front", FRONT), paper, sheet]


@pytest.fixture(scope="module")
def pack(parts):
    return packed(*parts)


def test_pages_are_stamped_and_labelled_with_their_numbers(pack):
    document = pypdfium2.PdfDocument(pack.content)
    texts = [page.get_textpage().get_text_bounded() for page in document]
    stamped = ["Page 1", "Page 2", "Page 3", "Pages 4 to 11"]
    assert all(number in text for number, text in zip(stamped, texts, strict=True))
    assert [document.get_page_label(page) for page in range(4)] == ["1", "2", "3", "4-11"]
    assert all("A panel, 11 December 2026. Public pack" in text for text in texts)
    assert ["DRAFT" in text for text in texts] == [False, True, True, False]


def test_bookmarks_go_from_items_down_to_headings(pack):
    found = [(each.depth, each.title, each.page) for each in reading.bookmarks(pack.content)]
    assert found == [
        (1, "Agenda pack", 0),
        (1, "5. The plan", 1),
        (2, "Paper A", 1),
        (3, "Why", 1),
        (3, "End", 2),
        (4, "Deeper", 2),
    ]


def test_links_between_parts_lead_there_and_lose_only_what_is_not_in_the_pack(pack):
    with opened(pack) as pdf:
        places = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
        links = list(pdf.pages[0].Annots)
        assert [str(link.Contents) for link in links] == [
            "Paper A", "its end", "clerk@panel.example",
        ]  # fmt: skip
        assert [places[link.Dest[0].objgen] for link in links[:2]] == [1, 2]
        assert str(links[2].A.URI) == "mailto:clerk@panel.example"
        assert places[pdf.pages[1].Annots[0].Dest[0].objgen] == 2
        assert b"pack.invalid" not in b"".join(map(bytes, [pack.content]))
    text = pypdfium2.PdfDocument(pack.content)[0].get_textpage().get_text_bounded()
    assert "a paper withheld" in text


def test_parts_can_be_linked_to_from_outside(pack):
    with opened(pack) as pdf:
        names = list(pdf.Root.Names.Dests.Names)[::2]
        assert [str(name) for name in names] == ["front", "paper-1", "withheld-9"]


def test_headings_are_read_before_the_part_that_they_are_drawn_on(pack):
    found = [p for p in reading.pieces(pack.content) if isinstance(p, reading.Heading)]
    assert [(each.level, each.text) for each in found] == [
        (1, "Agenda pack"), (2, "Item 5: The plan"), (3, "Paper A: Łódź & <others>"),
        (4, "Why"), (4, "End"), (5, "Deeper"), (2, "Item 5: The plan"),
    ]  # fmt: skip
    assert reading.faults(pack.content) == []


def test_a_heading_that_cannot_be_set_is_read_out_as_it_was_typed():
    pack = packed(part("one", "<p>x</p>", headings=[Heading(2, "Ω: 計画 and a plan?")]))
    assert reading.pieces(pack.content) == [reading.Heading(2, "Ω: 計画 and a plan?")]
    text = pypdfium2.PdfDocument(pack.content)[0].get_textpage().get_text_bounded()
    assert "?: ?? and a plan?" in text


def test_the_pack_says_what_it_is(pack):
    with opened(pack) as pdf:
        assert str(pdf.Root.Lang) == "en-GB"
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        assert str(pdf.docinfo.Title) == "A pack"
        assert set(pdf.docinfo.keys()) == {"/Title", "/Author"}
        with pdf.open_metadata() as metadata:
            assert metadata["pdfuaid:part"] == "1"
            assert metadata["dc:title"] == "A pack"
            assert not {key for key in metadata if "Date" in key}
    assert pack.claims_ua


def test_the_same_parts_give_the_same_bytes(pack, parts):
    assert packed(*parts).content == pack.content


def test_two_parts_of_the_same_content_have_names_of_their_own():
    table = (
        "<table><thead><tr><th>A</th><th>B</th></tr></thead><tr><td>1</td><td>2</td></tr></table>"
    )
    pack = packed(part("one", f"<h1>x</h1>{table}"), part("two", f"<h1>x</h1>{table}", first=2))
    assert reading.faults(pack.content) == []


def test_one_untagged_upload_keeps_the_pack_from_its_claim(parts):
    foreign = Part("paper-7", upload(tags=False), numbers=["12"], is_upload=True,
                   headings=[Heading(3, "Paper B")], bookmark="Paper B")  # fmt: skip
    pack = packed(*parts, foreign)
    assert (pack.untagged, pack.claims_ua) == (["paper-7"], False)
    with opened(pack) as pdf, pdf.open_metadata() as metadata:
        assert "pdfuaid:part" not in metadata
        assert pdf.Root.MarkInfo.Marked
    assert reading.Heading(3, "Paper B") in reading.pieces(pack.content)


def test_parts_need_a_number_for_each_page_and_a_name_of_their_own(parts):
    with pytest.raises(ValueError, match="paper-1 has 2 pages and 1 numbers"):
        packed(Part("paper-1", parts[1].content, numbers=["1"]))
    with pytest.raises(ValueError, match="same name"):
        assemble([parts[0], parts[0]], title="T", author="A")
