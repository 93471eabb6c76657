"""No word that was minuted in private is in a recommendation that anyone may read."""

from datetime import date
from uuid import uuid4

import pytest

from meetings import actions as minutes
from meetings.actions import exclusion
from meetings.minuting.taking import read_changes
from meetings.models import MinuteEntry
from pcp_scrutiny import history
from recommendations import actions
from recommendations.models import Recommendation
from recommendations.register import books
from tests.factories.meetings import AgendaItemFactory

pytestmark = pytest.mark.django_db
SECRET = "SECRET contract price 1m"


@pytest.fixture
def item():
    return AgendaItemFactory()


def public() -> list[str]:
    return list(Recommendation.objects.public().values_list("text", flat=True))


def minute(item, text, *, by, level=1, kind="discussion") -> MinuteEntry:
    return minutes.add_entry(MinuteEntry(item=item, text=text, kind=kind, level=level), by=by)


@pytest.fixture
def said(item, officer):
    """A recommendation with a point, a resolution and another point under it."""
    return [
        minute(item, "Publish the survey:", by=officer, level=0, kind="recommendation"),
        minute(item, "by May.", by=officer),
        minute(item, "The public leave.", by=officer, kind="resolution"),
        minute(item, SECRET, by=officer),
    ]


def send(officer) -> None:
    sent = list(Recommendation.objects.all())
    actions.send_recommendations(sent, sent_on=date(2026, 12, 12), due_on=None, by=officer)


def fresh(entry: MinuteEntry) -> MinuteEntry:
    return MinuteEntry.objects.select_related("item__meeting").get(pk=entry.pk)


def test_words_typed_while_the_public_is_out_are_not_taken_in(item, officer):
    typed = [
        {"kind": "recommendation", "text": "Publish the survey."},
        {"kind": "resolution", "text": "The public leave.", "level": 1, "excludes": 3},
        {"kind": "discussion", "text": SECRET, "level": 1},
    ]
    for words in typed:
        sent = {"changes": [{"uid": str(uuid4()), "item": item.pk, **words}]}
        minutes.take(read_changes(sent)[0], meeting=item.meeting, by=officer)
    assert MinuteEntry.objects.get(text=SECRET).restricted_under == 3
    assert Recommendation.objects.get().text == "Publish the survey."
    assert public() == ["Publish the survey."]


def test_words_leave_it_when_the_public_is_excluded_later_and_come_back(said, officer):
    exclusion.exclude_public(fresh(said[2]), paragraph=3, by=officer)
    assert Recommendation.objects.get().text == "Publish the survey:\n- by May."
    exclusion.stop_excluding(fresh(said[2]), by=officer, because="It was withdrawn.")
    assert public() == [f"Publish the survey:\n- by May.\n- {SECRET}"]


def test_one_that_was_sent_with_words_that_are_withheld_now_is_withheld(said, officer):
    send(officer)
    assert len(public()) == 1
    exclusion.exclude_public(fresh(said[2]), paragraph=3, by=officer)
    assert SECRET in Recommendation.objects.get().text
    assert public() == []
    secret = fresh(said[3])
    secret.text = "Other words."
    minutes.change_entry(secret, by=officer)
    assert public() == []
    assert not books.book(on=date(2027, 1, 1), is_public=True).positions


def test_words_that_were_sent_and_moved_into_private_matter_since_are_withheld(said, officer):
    send(officer)
    exempt = AgendaItemFactory(meeting=said[0].item.meeting, restricted_under=3)
    minutes.move_entry(fresh(said[3]), item=exempt, after=minutes.entries.LAST, by=officer)
    assert public() == []


def test_one_sent_without_such_words_stays_public(item, officer):
    head = minute(item, "Publish the survey.", by=officer, level=0, kind="recommendation")
    send(officer)
    out = minute(head.item, "The public leave.", by=officer, kind="resolution")
    exclusion.exclude_public(out, paragraph=3, by=officer)
    minute(head.item, SECRET, by=officer)
    assert public() == ["Publish the survey."]


def test_the_books_of_then_do_not_hold_what_is_withheld_now(said, officer):
    then = history.now()
    exclusion.exclude_public(fresh(said[2]), paragraph=3, by=officer)
    for as_at in (then, None):
        # It took in points that are open beside one that is not: it is withheld whole.
        assert not books.book(on=date(2027, 1, 1), as_at=as_at, is_public=True).positions
        assert books.book(on=date(2027, 1, 1), as_at=as_at).positions
