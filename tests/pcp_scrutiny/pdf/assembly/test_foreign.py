"""Uploads with tags keep them, below the headings of the paper that they are."""

import pytest

from pcp_scrutiny.pdf import reading
from pcp_scrutiny.pdf.assembly import Heading, Part
from pcp_scrutiny.pdf.assembly.frames import frame
from tests.pcp_scrutiny.pdf.assembly.parts import opened, packed, part, upload


@pytest.fixture(scope="module")
def pack():
    first = part("front", "<h1>Pack</h1><p>x</p>")
    given = {"headings": [Heading(2, "Item 1"), Heading(3, "Paper A")], "is_upload": True}
    one = Part("paper-1", upload(claims=True), numbers=["2"], **given)
    two = Part("paper-2", upload(claims=True), numbers=["3"], **given)
    return packed(first, one, two)


def test_headings_go_down_and_skip_no_level(pack):
    found = [p for p in reading.pieces(pack.content) if isinstance(p, reading.Heading)]
    own = [(2, "Item 1"), (3, "Paper A"), (4, "Adroddiad"), (5, "Isadran")]
    assert [(each.level, each.text) for each in found] == [(1, "Pack"), *own, *own]


def test_roles_are_standard_ones_and_header_cells_have_a_scope(pack):
    tables = [p for p in reading.pieces(pack.content) if isinstance(p, reading.Table)]
    assert tables[0].rows == (("Blwyddyn", "2026"),)
    assert tables[0].headers == (("Blwyddyn", "/Row"),)
    with opened(pack) as pdf:
        assert "/RoleMap" not in pdf.Root.StructTreeRoot


def test_names_and_keys_of_two_uploads_are_kept_apart(pack):
    assert reading.faults(pack.content) == []
    with opened(pack) as pdf:
        names = [str(each) for each in list(pdf.Root.StructTreeRoot.IDTree.Names)[::2]]
        assert names == ["paper-1-h", "paper-2-h"]


def test_another_language_is_said_of_its_section(pack):
    with opened(pack) as pdf:
        sections = pdf.Root.StructTreeRoot.K[0].K
        assert [str(each.get("/Lang", "")) for each in sections] == ["", "cy-GB", "cy-GB"]


def test_uploads_that_claim_it_leave_the_pack_its_claim(pack):
    assert pack.claims_ua
    unclaimed = packed(Part("paper-1", upload(), numbers=["1"], is_upload=True))
    assert unclaimed.untagged == []
    assert (unclaimed.unclaimed, unclaimed.claims_ua) == (["paper-1"], False)


@pytest.mark.parametrize(
    ("turn", "corner"),
    [(0, (100, 50)), (90, (695, 50)), (180, (695, 892)), (270, (100, 892))],
)
def test_the_frame_of_a_page_begins_at_its_lower_left_as_it_is_seen(turn, corner):
    content = upload(MediaBox=[100, 50, 695, 892], Rotate=turn)
    with opened(packed(Part("a", content, numbers=["1"], is_upload=True))) as pdf:
        seen = frame(pdf.pages[0].obj)
    assert (seen.width, seen.height) == ((595, 842) if turn in (0, 180) else (842, 595))
    assert seen.matrix[4:] == corner


def test_marks_of_the_upload_are_not_used_again_for_its_headings():
    content = upload(tags=False)
    pack = packed(Part("a", content, numbers=["1"], headings=[Heading(3, "A")], is_upload=True))
    with opened(pack) as pdf:
        assert int(pdf.Root.StructTreeRoot.K[0].K[0].K[0].K) == 4
