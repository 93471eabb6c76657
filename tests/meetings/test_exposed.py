"""What a public pack holds that has become exempt: it stays so whatever is tidied up afterwards."""

import pytest

from meetings import actions, exposed
from meetings.models import AgendaItem, MinuteEntry, Pack, Paper
from pcp_scrutiny import history
from tests.factories.files import tagged_pdf
from tests.factories.meetings import (
    AgendaItemFactory,
    MinuteEntryFactory,
    PaperFactory,
    UploadedPaperFactory,
)
from tests.factories.plans import ReceivedFileFactory
from tests.meetings.making import make, publish

HELD = ["It holds Paper B under item 1, which has become exempt since."]


@pytest.fixture
def paper(db):
    """The second of two papers under one item."""
    first = PaperFactory(label="Paper A", title="Open report")
    return UploadedPaperFactory(item=first.item, label="Paper B", title="Zanzibar")


def change(record, **fields):
    for name, value in fields.items():
        setattr(record, name, value)
    return history.save(record, by=None, why="Tried")


def reword(paper):
    change(paper, title="Some matter")


def replace_its_file(paper):
    file = ReceivedFileFactory(data=tagged_pdf())
    change(paper, file=file, printed=file)


def open_in_other_words(paper):
    change(paper, title="Some matter", restricted_under=None)


def remove(paper):
    actions.remove_paper(paper, by=None)


@pytest.mark.parametrize("tidy", [reword, replace_its_file, open_in_other_words, remove])
def test_paper_that_became_exempt_is_exposed_whatever_is_tidied_up(paper, clerk, tidy):
    pack = publish(paper.item.meeting, by=clerk)
    assert exposed.reasons(pack) == []
    assert exposed.is_handed_out(pack)
    change(paper, restricted_under=3)
    tidy(Paper.objects.get(pk=paper.pk))
    pack = Pack.objects.get(pk=pack.pk)
    assert exposed.reasons(pack) == HELD
    assert not exposed.is_handed_out(pack)


def test_item_that_became_exempt_is_exposed_with_papers_that_were_removed(paper, clerk):
    pack = publish(paper.item.meeting, by=clerk)
    change(paper.item, restricted_under=3)
    for each in Paper.objects.all():
        remove(each)
    actions.remove_item(AgendaItem.objects.get(), by=clerk)
    assert exposed.reasons(pack) == [
        HELD[0].replace("Paper B", "Paper A"),
        *HELD,
        "It holds the title of item 1, which has become exempt since.",
    ]


def test_restriction_that_was_taken_back_exposes_nothing(paper, clerk):
    pack = publish(paper.item.meeting, by=clerk)
    change(paper, restricted_under=3)
    change(paper, restricted_under=None)
    change(paper.item, restricted_under=3)
    change(paper.item, restricted_under=None)
    assert exposed.reasons(pack) == []
    remove(paper)
    assert exposed.reasons(pack) == []


def test_what_was_withheld_when_it_was_published_is_not_exposed(paper, clerk):
    change(paper, restricted_under=3)
    AgendaItemFactory(meeting=paper.item.meeting, restricted_under=1)
    pack = publish(paper.item.meeting, by=clerk)
    change(paper, title="Some matter")
    remove(paper)
    assert exposed.reasons(pack) == []


def test_full_pack_is_handed_out_and_one_that_is_not_made_is_not(paper, clerk):
    pack = make(paper.item.meeting, audience="full")
    change(paper, restricted_under=3)
    assert exposed.is_handed_out(pack)
    pack.state = Pack.State.FAILED
    assert not exposed.is_handed_out(pack)


def test_pack_that_is_not_published_is_judged_from_when_it_was_made(paper):
    pack = make(paper.item.meeting)
    reword(paper)
    assert exposed.is_handed_out(pack)
    change(paper, restricted_under=3)
    assert exposed.reasons(pack) == HELD


def test_supplement_names_only_items_that_it_has_papers_of(paper, clerk):
    other = AgendaItemFactory(meeting=paper.item.meeting)
    publish(paper.item.meeting, by=clerk)
    PaperFactory(item=paper.item)
    supplement = publish(paper.item.meeting, supplement=1, by=clerk)
    change(other, restricted_under=3)
    assert exposed.reasons(supplement) == []
    change(paper.item, restricted_under=3)
    assert len(exposed.reasons(supplement)) == 2


@pytest.fixture
def minuted(db):
    """A minute that the pack of the next meeting prints."""
    entry = MinuteEntryFactory(item__meeting__state="draft minutes", text="Zanzibar was named.")
    PaperFactory(kind="minutes", text="", minutes_of=entry.item.meeting)
    return entry


def test_minute_that_became_exempt_is_exposed_when_it_is_removed(minuted, clerk):
    pack = publish(Paper.objects.get().item.meeting, by=clerk)
    assert exposed.reasons(pack) == []
    change(minuted, restricted_under=3)
    history.delete(MinuteEntry.objects.get(), by=clerk, why="Tried")
    assert exposed.reasons(pack) == [
        "It holds a minute under item 1 of an earlier meeting, which has become exempt since."
    ]


def test_papers_from_the_record_are_read_again(minuted, clerk):
    said = "The Quillfeather settlement was sixty-one thousand pounds and eleven pence."
    pack = publish(Paper.objects.get().item.meeting, by=clerk)
    pack = make(pack.meeting, edition=f"<p>{said}</p>")
    elsewhere = MinuteEntryFactory(item__meeting__state="draft minutes", text=said)
    assert exposed.reasons(pack) == []
    change(elsewhere, restricted_under=3)
    [told] = exposed.reasons(pack)
    assert told.startswith("The HTML edition holds part of the text of a minute under item 1")


def test_asking_takes_few_queries(paper, clerk, django_assert_num_queries):
    pack = publish(paper.item.meeting, by=clerk)
    with django_assert_num_queries(2):  # its papers and items
        exposed.reasons(pack)
    for _ in range(2):
        PaperFactory(item=paper.item)
    pack = publish(paper.item.meeting, by=clerk)
    with django_assert_num_queries(2):
        exposed.reasons(pack)
