"""Word documents that are damaged, or made to do harm."""

import struct
import zipfile
from contextlib import suppress

import pytest

from pcp_scrutiny.documents import Unreadable, limits, read
from tests.pcp_scrutiny.documents import files

ENTITIES = "".join(f'<!ENTITY lol{n} "{f"&lol{n - 1};" * 10 if n else "lol"}">' for n in range(10))


def refusal(data: bytes) -> str:
    with pytest.raises(Unreadable) as refused:
        read(data, "plan.docx")
    return str(refused.value)


def with_document(xml: str | bytes) -> bytes:
    return files.zipped(files.word_parts("") | {"word/document.xml": xml})


@pytest.mark.parametrize("kept", [10, 100, 2000])
def test_a_cut_off_file_is_damaged(kept):
    assert "damaged" in refusal(files.real_word()[:kept]) or kept == 10


def test_a_file_without_its_main_part_is_damaged():
    parts = files.word_parts("")
    del parts["word/document.xml"]
    assert "damaged" in refusal(files.zipped(parts))
    assert "damaged" in refusal(with_document("<w:document"))
    assert "damaged" in refusal(with_document(""))


def test_a_member_that_fails_its_checksum_is_damaged():
    data = bytearray(files.zipped(files.word_parts("x" * 500), zipfile.ZIP_STORED))
    data[data.index(b"x" * 500) + 10] ^= 1
    assert "damaged" in refusal(bytes(data))


def test_a_member_with_a_password_is_locked():
    data = bytearray(files.word(files.paragraph("Text")))
    place = 0
    while (place := data.find(b"PK\x01\x02", place)) >= 0:
        data[place + 8] |= 1
        place += 4
    assert "protected by a password" in refusal(bytes(data))


def test_a_member_that_unpacks_to_far_more_is_a_bomb():
    bomb = "<w:p/>" * (8 * 1024 * 1024 // 6)
    assert "unpacks to far more" in refusal(files.word(bomb))
    bystander = files.word_parts("") | {"word/media/picture.bmp": bytes(8 * 1024 * 1024)}
    assert "unpacks to far more" in refusal(files.zipped(bystander))


def test_a_member_that_lies_about_its_size_is_not_unpacked():
    body = files.paragraph("Text") + " " * (40 * 1024 * 1024)
    data = bytearray(files.word(body))
    entry = data.index(b"word/document.xml", data.index(b"PK\x01\x02")) - 46
    struct.pack_into("<I", data, entry + 24, 1000)
    assert refusal(bytes(data))


def test_more_members_than_the_limit_are_refused():
    many = {f"word/media/{n}.txt": b"" for n in range(limits.MAX_MEMBERS)}
    assert "unpacks to far more" in refusal(files.zipped(files.word_parts("") | many))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_are_refused_and_not_expanded(encoding, tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("do not read me")
    body = "<w:body><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:body>"
    namespace = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    for entities, use in (
        (f'<!ENTITY file SYSTEM "{secret.as_uri()}">', "&file;"),
        (ENTITIES, "&lol9;"),
        ('<!ENTITY % far SYSTEM "http://example.invalid/x.dtd"> %far;', "x"),
        ("", "x"),
    ):
        xml = (
            f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE w [{entities}]>'
            f"<w:document {namespace}>{body.format(use)}</w:document>"
        )
        message = refusal(with_document(xml.encode(encoding)))
        assert "instructions that Word never writes" in message or "damaged" in message


def test_links_that_lead_outside_are_not_followed(tmp_path):
    (tmp_path / "styles.xml").write_text("<broken")
    parts = files.word_parts(files.paragraph("Text"))
    parts["word/_rels/document.xml.rels"] = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Type="x/styles" Target="../../..{tmp_path}/styles.xml"/>'
        '<Relationship Type="x/numbering" Target="http://example.invalid/n" TargetMode="External"/>'
        "</Relationships>"
    )
    assert read(files.zipped(parts), "plan.docx").text == "Text"


def test_elements_nested_without_end_are_refused():
    deep = "<w:ins>" * 5000 + "</w:ins>" * 5000
    assert "damaged" in refusal(files.word(f"<w:p>{deep}</w:p>"))
    for depth in (100, 200, 250):
        nested = "<w:sdt>" * depth + files.paragraph("Text") + "</w:sdt>" * depth
        try:
            assert read(files.word(nested), "plan.docx").text == "Text"
        except Unreadable:
            assert depth > 200


def test_numbers_beyond_reason_do_no_harm():
    huge = "9" * 5000
    cells = files.row(files.cell("A", f'<w:gridSpan w:val="{huge}"/>'), "B")
    wide = files.row(files.cell("A", '<w:gridSpan w:val="999999999"/>'), "B")
    assert read(files.word(files.table(cells, wide)), "plan.docx").blocks[-1].column == 64


def test_a_part_damaged_at_random_is_read_or_refused():
    """The zip is whole, so that the damage reaches the XML."""
    parts = files.word_parts(
        files.table(files.row("a", "b")) + files.paragraph("Text", numbered=(1, 0)),
        numbering=files.definition(0, files.level(0, "decimal", "%1.")) + files.listed(1, 0),
        styles=files.style("Normal"),
    )
    for seed in range(300):
        name = sorted(parts)[seed % len(parts)]
        spoilt = files.damaged(str(parts[name]).encode(), seed)
        with suppress(Unreadable):
            read(files.zipped(parts | {name: spoilt}), "plan.docx")


def test_a_file_damaged_at_random_is_read_or_refused():
    for seed in range(300):
        with suppress(Unreadable):
            read(files.damaged(files.real_word(), seed), "plan.docx")
