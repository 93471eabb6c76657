"""Pictures keep what draws them and lose what is said about them."""

import io

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pikepdf import Name
from PIL import Image

from pcp_scrutiny.pdf.uploads import pictures


def image(data: bytes, kind: str) -> pikepdf.Stream:
    pdf = pikepdf.new()
    stream = pdf.make_stream(data)
    stream.Filter = Name(kind)
    pictures.strip(stream)
    return stream.read_raw_bytes()


def jpeg(**options: object) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (8, 8), (200, 30, 60)).save(out, "JPEG", **options)
    return out.getvalue()


def test_a_jpeg_loses_what_is_said_about_it_and_looks_the_same():
    exif = Image.Exif()
    exif[0x010E] = "SECRET place"
    data = jpeg(exif=exif, comment=b"SECRET comment", icc_profile=b"SECRET profile")
    assert data.count(b"SECRET") == 3
    kept = image(data, "/DCTDecode")
    assert b"SECRET" not in kept
    before, after = (Image.open(io.BytesIO(each)) for each in (data, kept))
    assert before.tobytes() == after.tobytes()


def test_what_follows_the_end_of_a_jpeg_goes():
    assert b"SECRET" not in image(jpeg() + b"SECRET", "/DCTDecode")


def test_a_jpeg_without_anything_about_it_stays_as_it_is():
    data = jpeg()
    assert image(data, "/DCTDecode") == data


def test_the_colours_of_adobe_jpegs_can_still_be_told():
    out = io.BytesIO()
    Image.new("CMYK", (8, 8)).save(out, "JPEG")
    assert b"Adobe" in image(out.getvalue(), "/DCTDecode")


def test_a_jpeg_2000_loses_what_is_said_about_it():
    def box(kind: bytes, content: bytes) -> bytes:
        return (8 + len(content)).to_bytes(4, "big") + kind + content

    start = b"\x00\x00\x00\x0cjP  \r\n\x87\n" + box(b"ftyp", b"jp2 ")
    drawn = box(b"jp2h", b"header") + box(b"jp2c", b"codestream")
    data = start + box(b"xml ", b"SECRET") + box(b"uuid", b"SECRET") + drawn
    assert image(data, "/JPXDecode") == start + drawn
    assert image(b"\xff\x4f\xff\x51codestream", "/JPXDecode") == b"\xff\x4f\xff\x51codestream"


@given(st.binary(max_size=200), st.sampled_from(["/DCTDecode", "/JPXDecode"]))
def test_no_bytes_bring_it_down(data, kind):
    assert len(image(b"\xff\xd8" + data, kind)) <= len(data) + 2


@pytest.mark.parametrize("kind", ["/FlateDecode", "/CCITTFaxDecode"])
def test_other_pictures_are_not_touched(kind):
    assert image(b"\xff\xd8\xff\xe1\x00\x04xx", kind) == b"\xff\xd8\xff\xe1\x00\x04xx"
