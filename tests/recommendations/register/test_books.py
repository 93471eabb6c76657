"""The register as a whole: gathered, kept, searched."""

from datetime import date, timedelta
from threading import Event, Thread

import pytest
from django.db import connection, transaction
from django.utils import timezone

from pcp_scrutiny import history
from recommendations import register
from recommendations.models import Recommendation
from tests.factories.recommendations import (
    JudgementFactory,
    OutcomeFactory,
    RecommendationFactory,
    ResponseFactory,
    decided,
)

DAY = date(2026, 8, 1)


@pytest.mark.django_db
def test_book_holds_every_recommendation_by_reference():
    for reference in ("2026/10", "2026/9", "2025/30"):
        RecommendationFactory(reference=reference)
    book = register.book(on=DAY)
    assert [p.reference for p in book] == ["2025/30", "2026/9", "2026/10"]
    first = book.positions[0]
    assert first.pk in book
    assert book[first.pk] is first
    assert len(book) == 3


@pytest.mark.django_db
def test_book_leaves_out_an_outcome_that_was_rejected():
    recommendation = decided("rejected", verdict="not found").recommendation
    assert not register.book(on=DAY)[recommendation.pk].to_confirm
    OutcomeFactory(recommendation=recommendation, place="9")
    assert register.book(on=date(2026, 9, 30))[recommendation.pk].to_confirm


@pytest.mark.django_db
def test_position_of_one_is_that_of_the_book():
    recommendation = ResponseFactory().recommendation
    JudgementFactory(recommendation=recommendation)
    ResponseFactory()
    expected = register.book(on=DAY)[recommendation.pk]
    assert register.position_of(recommendation, on=DAY) == expected
    assert register.position_of(recommendation, on=DAY, as_at=timezone.now()) == expected
    with pytest.raises(LookupError, match="was not recorded then"):
        register.position_of(
            recommendation, on=DAY, as_at=timezone.now() - timedelta(days=365 * 50)
        )


@pytest.mark.django_db
@pytest.mark.parametrize("number", [1, 3])
def test_book_takes_a_fixed_number_of_queries(django_assert_num_queries, number):
    for _ in range(number):
        recommendation = ResponseFactory().recommendation
        OutcomeFactory(recommendation=recommendation)
        JudgementFactory(recommendation=recommendation)
    with django_assert_num_queries(8):
        register.book(on=DAY)
    with django_assert_num_queries(9):
        register.book(on=DAY, as_at=timezone.now())


@pytest.mark.django_db(transaction=True)
def test_book_is_kept_until_something_is_written(django_assert_num_queries):
    recommendation = RecommendationFactory()
    register.book(on=DAY)
    with django_assert_num_queries(1):
        assert register.book(on=DAY)[recommendation.pk].theme == ""
    recommendation.theme = "Roads"
    history.save(recommendation, by=None, why="Corrected")
    assert register.book(on=DAY)[recommendation.pk].theme == "Roads"
    meeting = recommendation.raised_in.item.meeting
    meeting.starts_at += timedelta(days=7)
    history.save(meeting, by=None, why="Moved")
    moved = timezone.localtime(meeting.starts_at).date()
    assert register.book(on=DAY)[recommendation.pk].raised_on == moved


@pytest.mark.django_db(transaction=True)
def test_book_forgets_what_was_taken_back():
    RecommendationFactory()
    with transaction.atomic():
        taken_back = RecommendationFactory()
        assert taken_back.pk in register.book(on=DAY)
        transaction.set_rollback(True)
    assert len(register.book(on=DAY)) == Recommendation.objects.count() == 1


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has one writer at a time")
def test_book_is_not_kept_while_an_earlier_change_is_still_to_be_committed():
    """The change that was numbered first is committed last."""
    first, second = RecommendationFactory(), RecommendationFactory()
    written, go_on = Event(), Event()

    def slowly() -> None:
        try:
            with transaction.atomic():
                _theme(first.pk, "Roads")
                written.set()
                go_on.wait(20)
        finally:
            connection.close()

    other = Thread(target=slowly)
    other.start()
    assert written.wait(20)
    _theme(second.pk, "Youth")
    assert register.book(on=DAY)[first.pk].theme == ""
    go_on.set()
    other.join()
    book = register.book(on=DAY)
    assert (book[first.pk].theme, book[second.pk].theme) == ("Roads", "Youth")


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has one writer at a time")
def test_book_is_kept_while_something_else_is_written(django_assert_num_queries):
    """Transactions are numbered for all databases of a server: theirs do not count."""
    recommendation = RecommendationFactory()
    numbered, go_on = Event(), Event()

    def elsewhere() -> None:
        try:
            with transaction.atomic(), connection.cursor() as cursor:
                cursor.execute("SELECT pg_current_xact_id()")
                numbered.set()
                go_on.wait(20)
        finally:
            connection.close()

    other = Thread(target=elsewhere)
    other.start()
    assert numbered.wait(20)
    register.book(on=DAY)
    with django_assert_num_queries(1):
        assert recommendation.pk in register.book(on=DAY)
    go_on.set()
    other.join()


def _theme(pk, theme):
    recommendation = Recommendation.objects.get(pk=pk)
    recommendation.theme = theme
    history.save(recommendation, by=None, why="Corrected")
