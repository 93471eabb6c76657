"""What is left of a Word document before it is converted."""

import io
import zipfile

import pytest
from lxml import etree

from pcp_scrutiny.pdf.uploads import Unusable
from pcp_scrutiny.pdf.uploads.word.package import reduced
from tests.pcp_scrutiny.pdf.uploads.word import papers

ADDRESS = "http://outside.invalid"


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def left(data: bytes) -> dict[str, bytes]:
    return parts(reduced(data, "paper.docx"))


def text(part: bytes) -> list[str]:
    return [e.text for e in etree.fromstring(part).iter("{*}t") if e.text]


def refused(data: bytes, name: str = "paper.docx") -> str:
    with pytest.raises(Unusable) as told:
        reduced(data, name)
    return str(told.value)


def test_nothing_leads_outside_any_more():
    found = left(papers.reaching(ADDRESS))
    assert set(found) == {
        *("[Content_Types].xml", "_rels/.rels", "word/document.xml", "word/settings.xml"),
        "word/_rels/document.xml.rels",
    }
    for content in found.values():
        for word in (
            b"outside.invalid",
            b"SECRET",
            b"file:",
            b"INCLUDE",
            b"altChunk",
            b"OLEObject",
        ):
            assert word not in content


def test_the_words_stay_and_so_do_links_to_the_web():
    found = left(papers.reaching(ADDRESS))
    said = text(found["word/document.xml"])
    assert said == [
        "Words of the paper.",
        *(f"Shown {number}" for number in range(1, 7)),
        *("Simply shown", "Our site", "A file"),
    ]
    assert b"https://example.org/" in found["word/_rels/document.xml.rels"]


def test_an_ordinary_document_keeps_what_is_printed():
    data = papers.ordinary()
    before, after = parts(data), left(data)
    assert text(after["word/document.xml"]) == text(before["word/document.xml"])
    assert {"word/styles.xml", "word/numbering.xml", "docProps/core.xml"} <= set(after)
    assert reduced(data, "a.docx") == reduced(data, "a.docx")


def test_pictures_inside_stay_and_others_go():
    links = papers.link("p", "image", "media/p.png") + papers.link("s", "image", "media/s.svg")
    found = left(
        papers.made(
            papers.picture("p", "embed") + papers.picture("s", "embed"),
            links=links,
            word__media__p_png=papers.PNG,
            word__media__s_svg=b'<svg xmlns="http://www.w3.org/2000/svg"/>',
        )
    )
    assert found["word/media/p.png"] == papers.PNG
    assert "word/media/s.svg" not in found
    assert found["word/document.xml"].count(b"r:embed") == 1


def test_fields_within_the_document_stay():
    found = left(papers.made(papers.field("PAGE", "1") + papers.field("TOC \\o", "Contents")))
    assert found["word/document.xml"].count(b"instrText") == 8  # two runs each, begun and ended


def test_a_field_inside_the_code_of_another_shows_nothing():
    inner = papers.field('QUOTE "SECRET"', "SECRET").removeprefix("<w:p>").removesuffix("</w:p>")
    body = papers.field("INCLUDETEXT", "Shown").replace(
        "<w:r><w:instrText>INCLU</w:instrText></w:r>",
        f"<w:r><w:instrText>INCLU</w:instrText></w:r>{inner}",
    )
    assert inner in body
    found = left(papers.made(body))["word/document.xml"]
    assert text(found) == ["Shown"]
    assert b"SECRET" not in found


def test_a_field_that_never_ends_is_taken_out():
    body = papers.field("DDEAUTO x", "Shown").replace('"end"', '"begin"')
    assert b"DDE" not in left(papers.made(body))["word/document.xml"]


def test_what_is_embedded_goes_but_its_picture_stays():
    body = (
        '<w:p><w:r><w:object><v:shape><v:imagedata r:id="p"/></v:shape><o:OLEObject r:id="o"/>'
        "</w:object></w:r></w:p>"
    )
    links = papers.link("p", "image", "media/p.png") + papers.link("o", "oleObject", "o.bin")
    data = papers.made(body, links=links, word__media__p_png=papers.PNG, word__o_bin=b"SECRET")
    found = left(data)
    assert (
        b'<w:pict><v:shape><v:imagedata r:id="p"/></v:shape></w:pict>' in found["word/document.xml"]
    )
    assert "word/o.bin" not in found


def test_macros_are_refused():
    assert "holds macros" in refused(papers.made("", word__vbaProject_bin=b"x"))
    macro = "application/vnd.ms-word.document.macroEnabled.main+xml"
    types = f'<Override PartName="/word/document.xml" ContentType="{macro}"/>'
    assert "holds macros" in refused(papers.made("", types=types))


@pytest.mark.parametrize("change", ["ins", "del", "moveFrom", "moveTo"])
def test_changes_that_are_still_tracked_are_refused(change):
    body = f"<w:p><w:{change}><w:r><w:t>x</w:t></w:r></w:{change}></w:p>"
    assert "Accept All Changes" in refused(papers.made(body))


def test_a_part_that_is_two_things_at_once_is_refused():
    links = papers.link("a", "font", "settings.ttf") + papers.link("b", "settings", "settings.ttf")
    assert "damaged" in refused(papers.made("", links=links, word__settings_ttf=b"<x/>"))


def test_relationships_cannot_be_smuggled_in_as_a_font():
    links = papers.link("a", "font", "_rels/other.xml.rels")
    found = left(papers.made("", links=links, word___rels__other_xml_rels=b"SECRET"))
    assert not any(b"SECRET" in content for content in found.values())


@pytest.mark.parametrize("kept", [30, 200, 500])
def test_a_file_that_was_cut_short_is_refused(kept):
    assert "damaged" in refused(papers.ordinary()[:kept])


def test_a_document_type_declaration_is_refused():
    entities = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
    data = parts(papers.made(""))
    data["word/document.xml"] = entities.encode() + data["word/document.xml"]
    assert "document type declaration" in refused(papers.zipped(data))


def test_a_file_that_unpacks_to_too_much_is_refused():
    data = papers.made("", word__media__p_png=papers.PNG + bytes(50 * 1024 * 1024))
    assert "unpacks to far more" in refused(data)
