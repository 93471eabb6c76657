"""Whatever is done to minutes: what lies between an exclusion and its end is never public, and
what was private once stays so unless someone says why it may not. Nor is a word of it in a public
recommendation."""

import itertools
import re
from collections.abc import Callable
from contextlib import suppress
from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import QuerySet
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from meetings import actions
from meetings.actions import exclusion
from meetings.models import AgendaItem, Exclusion, Meeting, MinuteEntry
from recommendations.actions import send_recommendations
from recommendations.models import Recommendation
from tests.factories.meetings import AgendaItemFactory, MeetingFactory

ITEMS = 3
NUMBERS = itertools.count()
N = st.integers(0, 11)
PARAGRAPH = st.sampled_from([1, 3, 7])
DEED = st.one_of(
    st.tuples(st.just("exclude"), N, PARAGRAPH),
    st.tuples(st.just("readmit"), N, N),
    st.tuples(st.just("let out"), N, N),
    st.tuples(st.just("keep out"), N, N),
    st.tuples(st.just("minute"), N, N),
    st.tuples(st.just("reword"), N, N),
    st.tuples(st.just("remove"), N, N),
    st.tuples(st.just("move"), N, N),
    st.tuples(st.just("reorder"), N, N),
    st.tuples(st.just("exempt"), N, st.none() | PARAGRAPH),
    st.tuples(st.just("recommend"), N, st.sampled_from([0, 1, 2])),
    st.tuples(st.just("send"), N, N),
)
WORD = re.compile(r"secret-\w+")


def in_order(meeting: Meeting) -> list[MinuteEntry]:
    found = MinuteEntry.objects.filter(item__meeting=meeting).select_related("item__meeting")
    return list(found.order_by("item__position", "position", "pk"))


def do(meeting: Meeting, deed: str, which: int, with_: int | None, *, because: str = "") -> None:
    """Try something with one of the entries or items."""
    entries, items = in_order(meeting), list(meeting.items.order_by("position"))
    entry, item = entries[which % len(entries)], items[which % len(items)]
    other = items[(with_ or 0) % len(items)]
    deeds: dict[str, Callable[[], object]] = {
        "exclude": lambda: exclusion.exclude_public(
            entry, paragraph=with_ or 1, by=None, because=because
        ),
        "readmit": lambda: exclusion.readmit_public(entry, by=None, because=because),
        "let out": lambda: exclusion.stop_excluding(entry, by=None, because=because),
        "keep out": lambda: exclusion.stop_readmitting(entry, by=None, because=because),
        "minute": lambda: actions.add_entry(
            _said(other, level=which % 3), by=None, after=_after(other)
        ),
        "reword": lambda: actions.change_entry(_as_discussion(entry), by=None),
        "recommend": lambda: actions.change_entry(_recommended(entry, with_ or 0), by=None),
        "send": lambda: send_recommendations(
            list(Recommendation.objects.filter(sent_on=None)[:1]),
            sent_on=date(2026, 12, 12),
            due_on=None,
            by=None,
        ),
        "remove": lambda: len(entries) > 1 and actions.remove_entry(entry, by=None),
        "move": lambda: actions.move_entry(entry, item=other, after=_after(other), by=None),
        "reorder": lambda: actions.move_item(item, up=bool((with_ or 0) % 2), by=None),
        "exempt": lambda: actions.change_item(_exempt(item, with_), by=None, opening=because),
    }
    with suppress(ValidationError), transaction.atomic():
        deeds[deed]()


def _after(item: AgendaItem) -> MinuteEntry | object:
    return item.entries.order_by("position").first() or actions.entries.LAST


def _said(item: AgendaItem, *, level: int = 0) -> MinuteEntry:
    """A minute with a word of its own, which no other holds."""
    text = f"secret-{next(NUMBERS):04}"
    return MinuteEntry(item=item, text=text, kind="resolution", level=level)


def _recommended(entry: MinuteEntry, level: int) -> MinuteEntry:
    entry.kind, entry.level = "recommendation", level
    return entry


def _as_discussion(entry: MinuteEntry) -> MinuteEntry:
    entry.kind = "discussion"
    return entry


def _exempt(item: AgendaItem, paragraph: int | None) -> AgendaItem:
    item.restricted_under = paragraph
    return item


def private_by_law(meeting: Meeting) -> set[int]:
    """What lies under an exempt item, or between an exclusion and its end."""
    under = dict(Exclusion.objects.values_list("entry_id", "until_id"))
    is_out, private = False, set()
    for entry in in_order(meeting):
        if entry.pk in under.values():
            is_out = False
        if entry.item.restricted_under or (is_out and entry.pk not in under):
            private.add(entry.pk)
        is_out = is_out or entry.pk in under
    return private


def words_of(records: QuerySet) -> set[str]:
    return {word for text in records.values_list("text", flat=True) for word in WORD.findall(text)}


def begun() -> Meeting:
    meeting = MeetingFactory()
    for _ in range(ITEMS):
        item = AgendaItemFactory(meeting=meeting)
        for _ in range(3):
            actions.add_entry(_said(item), by=None)
    return meeting


@pytest.mark.django_db
@settings(
    max_examples=30,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(deeds=st.lists(DEED, min_size=1, max_size=12), say_why=st.booleans())
def test_nothing_private_comes_out_by_accident(deeds, say_why):
    with transaction.atomic():
        meeting, secret, let_in = begun(), set(), set()
        for deed, which, with_ in deeds:
            do(meeting, deed, which, with_, because="It may be known." if say_why else "")
            public = set(MinuteEntry.objects.public().values_list("pk", flat=True))
            private = private_by_law(meeting)
            assert not public & private
            assert not words_of(Recommendation.objects.public()) & words_of(
                MinuteEntry.objects.filter(pk__in=private)
            )
            # The minute with which they are let in says itself that it is public.
            let_in |= set(Exclusion.objects.exclude(until=None).values_list("until", flat=True))
            assert say_why or not public & (secret - let_in)
            secret |= private
        transaction.set_rollback(True)
