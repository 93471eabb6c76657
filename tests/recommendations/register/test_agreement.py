"""The states in Python, the states in SQL and the register of the past say the same."""

from datetime import UTC, datetime, timedelta

import pytest

from pcp_scrutiny import history
from recommendations import register, standing, states
from recommendations.models import Judgement, Recommendation, Response

from .records import DAY, MadeUp

pytestmark = pytest.mark.django_db
STATES = ("response", "effect", "judgement", "schedule")
DAYS = [DAY + timedelta(days=days) for days in (-30, -5, 0, 6, 20, 40)]


def made_up(seed, *, happenings=200):
    record = MadeUp(seed)
    for _ in range(happenings):
        record.happens()
    return record


def in_sql(on):
    annotations = {f"{name}_state": getattr(standing, name)(Recommendation, on) for name in STATES}
    found = Recommendation.objects.annotate(due=standing.due(Recommendation, on), **annotations)
    return {
        row[0]: row[1:] for row in found.values_list("pk", "due", *(f"{s}_state" for s in STATES))
    }


def in_python(book):
    return {p.pk: (p.due_on, *(str(getattr(p, name)) for name in STATES)) for p in book}


def test_states_in_sql_are_those_in_python():
    for seed in range(4):
        made_up(seed)
    shown = {name: set() for name in STATES}
    for on in DAYS:
        book = register.book(on=on)
        assert in_sql(on) == in_python(book)
        for name in STATES:
            shown[name] |= {str(getattr(position, name)) for position in book}
    # So that this says something about each of them:
    assert shown["response"] == {*states.Response, *Response.Decision.values}
    assert shown["effect"] == set(states.Effect)
    assert shown["judgement"] == set(Judgement.Decision.values)
    assert shown["schedule"] == set(states.Schedule)


@pytest.mark.parametrize("name", STATES)
def test_questions_find_those_in_each_state(name):
    made_up(1)
    book = register.book(on=DAY)
    for state in {getattr(position, name) for position in book}:
        found = getattr(Recommendation.objects, f"in_{name}")(state, DAY)
        expected = {p.pk for p in book if getattr(p, name) == state}
        assert set(found.values_list("pk", flat=True)) == expected


@pytest.mark.parametrize("seed", range(2))
def test_register_of_the_past_is_what_it_was(seed):
    """What the register showed after each step is what it shows later as at that moment."""
    record, seen = MadeUp(seed), {}
    start = datetime.now(UTC) + timedelta(minutes=1)  # after what the record begins with
    for step in range(50):
        moment = start + timedelta(hours=step)
        with history.as_at(moment):
            record.happens()
        book = register.book(on=DAY)
        words = {word: book.matching(word) for word in ("patrol", "burglar soon", "refresh")}
        seen[moment] = book.positions, words
    for moment, (positions, words) in seen.items():
        book = register.book(on=DAY, as_at=moment)
        assert book.positions == positions
        if step % 9 == 0:
            assert {word: book.matching(word) for word in words} == words


@pytest.mark.parametrize("seed", [3])
def test_public_register_leaves_out_what_is_restricted(seed):
    made_up(seed)
    public = register.book(on=DAY, is_public=True)
    restricted = Recommendation.objects.exclude(raised_in__item__restricted_under=None)
    assert restricted.exists()
    assert not {p.pk for p in public} & set(restricted.values_list("pk", flat=True))
    assert {p.pk for p in public} == set(
        Recommendation.objects.public().values_list("pk", flat=True)
    )
    past = register.book(on=DAY, as_at=history.now(), is_public=True)
    assert past.positions == public.positions
