"""The plan of a pack: what it depends on, what it does not, and all that keeps it from being
made."""

import pytest

from meetings import packs
from meetings.models import Paper
from pcp_scrutiny import history
from tests.factories.meetings import (
    AgendaItemFactory,
    MeetingFactory,
    PaperFactory,
    UploadedPaperFactory,
)


@pytest.fixture
def two(db):
    """A meeting with two items, each with a paper."""
    meeting = MeetingFactory()
    for title in ("First", "Second"):
        item = AgendaItemFactory(meeting=meeting, title=title)
        PaperFactory(item=item, label=f"Paper {title[0]}", text=f"{title} words.")
    return meeting


def swap(meeting):
    """Change the order of its two items."""
    for item in meeting.items.all():
        item.position = 3 - item.position
        item.number = str(item.position)
        history.save(item, by=None, why="Moved")


def sources(meeting, audience="full"):
    plan = packs.plan(meeting, audience=audience)
    return {part.name: part.source for part in plan.parts}


def test_moving_items_renders_no_paper_again(two):
    before = sources(two)
    digest = packs.plan(two, audience="full").digest
    swap(two)
    assert sources(two) == before
    assert packs.plan(two, audience="full").digest != digest


def test_changing_one_paper_renders_that_one(two):
    before = sources(two)
    paper = Paper.objects.get(label="Paper S")
    paper.text = "Other words."
    history.save(paper, by=None, why="Changed")
    after = sources(two)
    assert {name for name in after if after[name] != before[name]} == {f"paper-{paper.pk}"}


def test_a_part_says_nothing_of_its_place_on_the_agenda(two):
    (_, part) = packs.plan(two, audience="full").parts
    assert "Item 2" not in part.source.html
    assert [(one.level, one.text) for one in part.headings] == [
        (2, "Item 2: Second"),
        (3, str(part.entry.paper)),
    ]
    assert [(one.level, one.title) for one in part.above] == [(1, "2. Second")]
    assert part.entry.head == "Item 2, Paper S"


def test_only_the_first_paper_of_an_item_has_its_heading(two):
    PaperFactory(item=two.items.first(), title="Another")
    _, another, _ = packs.plan(two, audience="full").parts
    assert [one.text for one in another.headings] == ["Another"]
    assert another.above == []


def test_the_head_of_a_restricted_paper_says_so_on_every_page(two):
    paper = Paper.objects.get(label="Paper S")
    paper.restricted_under = 3
    history.save(paper, by=None, why="Restricted")
    (_, part) = packs.plan(two, audience="full").parts
    assert part.entry.head == "Item 2, Paper S: NOT FOR PUBLICATION (Schedule 12A, paragraph 3)"


def test_an_upload_is_known_by_its_checksum(db):
    paper = UploadedPaperFactory()
    (part,) = packs.plan(paper.item.meeting, audience="full").parts
    assert (part.source.upload, part.source.sha256) == (
        paper.printed.content.name,
        paper.printed.sha256,
    )
    assert part.source.html == ""


def test_restricting_an_upload_makes_another_pack(db):
    paper = UploadedPaperFactory()
    digests = {packs.plan(paper.item.meeting, audience=one).digest for one in ("public", "full")}
    paper.restricted_under = 3
    history.save(paper, by=None, why="Restricted")
    after = {packs.plan(paper.item.meeting, audience=one).digest for one in ("public", "full")}
    assert not digests & after


def test_failed_names_every_paper_and_why(two):
    for label in ("Paper F", "Paper S"):
        paper = Paper.objects.get(label=label)
        paper.text = " "
        history.save(paper, by=None, why="Emptied")
    keys = list(Paper.objects.order_by("item__position").values_list("pk", flat=True))
    for audience in ("public", "full"):
        with pytest.raises(packs.Failed) as failed:
            packs.plan(two, audience=audience)
        assert [failure["paper"] for failure in failed.value.failures] == keys
        assert all("has no text yet" in failure["reason"] for failure in failed.value.failures)
    assert packs.digest_now(two, audience="full") == ""


def test_failed_is_why_a_pack_cannot_be_made(db):
    paper = PaperFactory(label="Paper C", title="Costs", kind="no such kind")
    with pytest.raises(packs.CannotMake, match="Paper C: Costs could not be made"):
        packs.plan(paper.item.meeting, audience="full")


def test_failed_says_which_minutes_are_of_no_meeting(db):
    paper = PaperFactory(label="Paper A", kind="minutes", text="")
    with pytest.raises(packs.CannotMake, match="which meeting’s minutes"):
        packs.plan(paper.item.meeting, audience="full")


@pytest.mark.parametrize("state", ["planned", "agenda published", "in progress"])
@pytest.mark.parametrize("audience", ["public", "full"])
def test_notes_are_never_printed_as_minutes(meeting, state, audience):
    paper = meeting.items.first().papers.get()
    paper.minutes_of.state = state
    history.save(paper.minutes_of, by=None, why="Still being minuted")
    with pytest.raises(packs.CannotMake, match="are not finished"):
        packs.plan(meeting, audience=audience)
