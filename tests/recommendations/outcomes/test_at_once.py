"""An officer decides at the moment at which the machine looks again."""

from threading import Event, Thread

import pytest
from django.db import connection, transaction

from recommendations import actions
from recommendations.models import Outcome
from recommendations.outcomes import proposing
from tests.factories.accounts import UserFactory
from tests.factories.recommendations import answer, letter_with, recommend, version_of

WAITING = "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'"


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has one writer at a time")
def test_what_is_confirmed_while_the_machine_looks_again_stays():
    officer = UserFactory(is_officer=True)
    draft = version_of([("1", "Patrols in town."), ("2", "Speeding on roads.")], by=officer)
    said = recommend(draft, by=officer, text="Paragraph 2 should name villages.", cites="2")
    letter_with(answer(said, "I have amended Para 2.", "accepted", cites="2"), by=officer)
    issued = version_of(
        [("1", "Patrols in town."), ("2", "Speeding in villages and on roads.")],
        revises=draft,
        by=officer,
    )
    outcome = Outcome.objects.get(version=issued)
    # As if the machine found nothing any more: it would take back what is only proposed.
    response = outcome.response
    response.decision, response.text = "noted", "Thank you."
    confirmed, go_on = Event(), Event()

    def confirm() -> None:
        try:
            with transaction.atomic():
                actions.confirm_outcome(outcome, by=officer)
                confirmed.set()
                go_on.wait(20)
        finally:
            connection.close()

    def look_again() -> None:
        try:
            with transaction.atomic():
                response.citations.all().delete()
                response.save_without_historical_record()
                proposing.propose(issued, by=officer)
        finally:
            connection.close()

    deciding, looking = Thread(target=confirm), Thread(target=look_again)
    deciding.start()
    assert confirmed.wait(20)
    looking.start()
    _until_someone_waits()
    go_on.set()
    deciding.join()
    looking.join()
    kept = Outcome.objects.get(pk=outcome.pk)
    assert (kept.state, kept.decided_by, kept.verdict) == ("confirmed", officer, "borne out")


def _until_someone_waits() -> None:
    with connection.cursor() as cursor:
        for _ in range(2_000):
            cursor.execute(WAITING)
            if cursor.fetchone()[0]:
                return
            cursor.execute("SELECT pg_sleep(0.01)")
    raise AssertionError("Nobody waits for the officer’s decision.")
