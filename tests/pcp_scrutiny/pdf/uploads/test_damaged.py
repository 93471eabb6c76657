"""Whatever is wrong with a file, it is either used or refused with a sentence."""

import logging
import random
import re
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pcp_scrutiny.pdf.uploads import Unusable, checking, cleaning, fitting
from tests.pcp_scrutiny.pdf.uploads import files, hostile, reading

pytestmark = pytest.mark.filterwarnings("ignore:Unexpected end of stream")


@cache
def samples() -> list[bytes]:
    """Whole files, so written that their inside can be reached by changing single bytes."""
    with files.opened(files.tagged("<h1>A</h1><p><a href='#b'>B</a><h2 id=b>B</h2>")) as tagged:
        return [
            files.saved(tagged, compress_streams=False),
            files.saved(hostile.hostile(), compress_streams=False),
            files.tagged(),
        ]


def use(data: bytes) -> None:
    """All that is done with a file; what comes out is a PDF with as many pages as were told."""
    logging.disable()
    try:
        facts = checking.inspect(data, "a.pdf")
        fitted = fitting.fit(cleaning.clean(data), first_band=20)
    except Unusable as told:
        fitted, said = b"", str(told)
    finally:
        logging.disable(logging.NOTSET)
    if not fitted:
        assert re.search(r"\. [A-Z].*\.$", said)  # what is wrong, and what to do
        return
    with files.opened(fitted) as pdf:
        assert len(pdf.pages) == facts.pages


@given(st.integers(0, 2), st.floats(0, 1))
def test_a_file_that_was_cut_short_is_used_or_refused(which, share):
    data = samples()[which]
    use(data[: int(len(data) * share)])


@given(st.integers(0, 2), st.integers(0, 2**32), st.integers(1, 40))
def test_a_file_with_changed_bytes_is_used_or_refused(which, seed, count):
    data, chance = bytearray(samples()[which]), random.Random(seed)
    for _ in range(count):
        data[chance.randrange(len(data))] = chance.randrange(256)
    use(bytes(data))


_TOKENS = [b"<<", b">>", b"[", b"]", b"null", b"-1", b"99999999999", b"/K", b"1 0 R", b"(", b"R"]


def changed(data: bytes, seed: int, count: int) -> bytes:
    """Changed where it means something: references, names and numbers of other kinds."""
    chance = random.Random(seed)
    parts = re.split(rb"(\s+)", data)
    for _ in range(count):
        place = chance.randrange(len(parts))
        if not parts[place].isspace():
            pool = [chance.choice(_TOKENS), chance.choice(parts), b"%d 0 R" % chance.randrange(60)]
            parts[place] = chance.choice(pool)
    return b"".join(parts)


@given(st.integers(0, 1), st.integers(0, 2**32), st.integers(1, 12))
def test_a_file_with_changed_words_is_used_or_refused(which, seed, count):
    use(changed(samples()[which], seed, count))


@given(st.integers(0, 2**32), st.integers(1, 12))
def test_nothing_forbidden_comes_through_where_something_else_belongs(seed, count):
    """An annotation where a name belongs, a file where a page does, and so on."""
    logging.disable()
    try:
        harmless = cleaning.clean(changed(samples()[1], seed, count))
    except Unusable:
        return
    finally:
        logging.disable(logging.NOTSET)
    with files.opened(harmless) as pdf:
        if "/StructTreeRoot" in pdf.Root:
            del pdf.Root.StructTreeRoot.RoleMap  # its keys are any names
        assert reading.keys(files.saved(pdf)) & hostile.FORBIDDEN == set()


def test_a_dictionary_is_no_type():
    pdf = hostile.hostile()
    for owner in (pdf.pages[0].obj, pdf.Root.StructTreeRoot.K.K[0]):
        owner.Type = pdf.Root.AF[0]
    assert "/EF" not in reading.keys(cleaning.clean(files.saved(pdf)))


def test_a_file_whose_trailer_says_too_little_is_used():
    data = (
        b"%PDF-1.3\n1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj\n"
        b"2 0 obj <</Type /Pages /Kids [3 0 R]>> endobj\n"
        b"3 0 obj <</Type /Page /MediaBox [0 0 595 842]>> endobj\n"
        b"trailer <</Root 1 0 R>>\nstartxref\n0\n%%EOF\n"
    )
    with files.opened(cleaning.clean(data)) as pdf:
        assert len(pdf.pages) == 1
