"""Which version of a pack it is, and what stands on it."""

import io

import pypdfium2

from meetings import packs
from meetings.packs import versions
from pcp_scrutiny import history
from tests.factories.meetings import PaperFactory
from tests.meetings.packs.publishing import published


def words_of(content: bytes) -> str:
    return " ".join(
        page.get_textpage().get_text_bounded()
        for page in pypdfium2.PdfDocument(io.BytesIO(content))
    )


def as_published(paper, *, audience="public", version=1):
    """The pack as it now is, published."""
    meeting = paper.item.meeting
    digest = packs.plan(meeting, audience=audience).digest
    return published(
        meeting, [paper], pages=3, audience=audience, version=version, made_from=digest
    )


def number_of(meeting, audience):
    digest = packs.plan(meeting, audience=audience).digest
    return versions.number(meeting, audience=audience, supplement=0, digest=digest)


def test_first_pack_is_the_first_version_and_does_not_say_so(db):
    paper = PaperFactory()
    assert number_of(paper.item.meeting, "public") == 1
    made = packs.make(paper.item.meeting, audience="public")
    assert "ersion 1" not in words_of(made.content)
    assert made.manifest[0]["version"] == 1


def test_published_pack_stays_its_version_while_the_record_says_the_same(db):
    paper = PaperFactory()
    as_published(paper)
    assert number_of(paper.item.meeting, "public") == 1
    assert number_of(paper.item.meeting, "full") == 1


def test_changed_record_makes_the_next_version_for_both_and_says_what_it_replaces(db):
    paper = PaperFactory(text="Words.")
    as_published(paper)
    paper.text = "Other words."
    history.save(paper, by=None, why="Test")
    meeting = paper.item.meeting
    assert (number_of(meeting, "public"), number_of(meeting, "full")) == (2, 2)
    made = packs.make(meeting, audience="public")
    words = words_of(made.content)
    assert "Version 2. It replaces the pack that was published on 3 December 2026" in words
    assert "Public pack, version 2" in words
    assert "Version 2" in made.edition
    assert made.manifest[0]["version"] == 2


def test_version_is_no_part_of_the_digest_and_the_same_bytes_come_after_publication(db):
    paper = PaperFactory(text="Words.")
    as_published(paper)
    paper.text = "Other words."
    history.save(paper, by=None, why="Test")
    before = packs.make(paper.item.meeting, audience="public")
    as_published(paper, version=2)
    after = packs.make(paper.item.meeting, audience="public")
    assert (before.digest, before.content) == (after.digest, after.content)


def test_other_audience_of_another_record_is_the_next_version(db):
    paper = PaperFactory(text="Words.")
    as_published(paper)
    paper.text = "Other words."
    history.save(paper, by=None, why="Test")
    as_published(paper, audience="full", version=2)
    assert number_of(paper.item.meeting, "public") == 2
    paper.text = "Words once more."
    history.save(paper, by=None, why="Test")
    assert number_of(paper.item.meeting, "public") == 3
