"""No sequence of actions breaks an invariant: the real actions, on a real database, in any order.

Each rule tries what an officer may try, sensible or not. What is refused must say why, and leave
nothing behind; after every step the rules of the domain are held against the whole record.
"""

from collections.abc import Callable
from contextlib import ExitStack
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import models, transaction
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    rule,
    run_state_machine_as_test,
)

from pcp_scrutiny import history
from recommendations import actions, loop
from recommendations.models import Assessment, Judgement, Outcome, Recommendation, Response
from tests.factories.accounts import UserFactory
from tests.factories.meetings import MeetingFactory
from tests.factories.recommendations import (
    EntryFactory,
    ItemFactory,
    answer,
    letter_with,
    recommend,
    version_of,
)
from tests.recommendations.invariants import HISTORIED, TODAY, Invariants, fields_of, texts

DRAFT = [
    ("1", "Every ward will have a named officer whom residents can reach by telephone."),
    ("2", "I will publish each quarter the number of hours that officers spend on patrol."),
    ("3", "The rural team will meet the farm watch groups in the spring of each year."),
]
ISSUED = [
    DRAFT[0],
    ("2", "I will publish each month the number of hours that officers spend on foot patrol."),
    ("3", "A new unit for heritage crime will begin its work."),
    ("4", DRAFT[2][1]),
]
DAYS = st.sampled_from([date(2026, 6, 1), *(date(2026, m, d) for m in (6, 7, 8) for d in (12, 30))])
PLACES = st.sampled_from(["", "1", "2", "1, 2", "3", "2, 3", "80"])
LATER = st.sampled_from([14, 30, 0, -90])  # days
REASONS = st.sampled_from(["The office asked for time.", "The panel met later.", ""])
PICK = st.integers(0, 99)
ANSWERS = st.sampled_from(Response.Decision.values)
DECISIONS = st.sampled_from(Judgement.Decision.values)
VERBS: list[tuple[str, type[models.Model] | None, dict[str, Any]]] = []
"""What an officer does: the method, the records it needs, and what it is given."""


def verb(
    needs: type[models.Model] | None = None, **given: Any
) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """One of the things that an officer does. They are drawn by one rule: of several rules
    Hypothesis leaves some out of each example, and of few examples much would stay untried."""

    def decorate(method: Callable[..., None]) -> Callable[..., None]:
        VERBS.append((method.__name__, needs, given))
        return method

    return decorate


class Panel(Invariants, RuleBasedStateMachine):
    """An officer at work, in any order."""

    @initialize()
    def begin(self) -> None:
        """A draft that the panel considers in June, and minutes of three meetings."""
        self.way_out = ExitStack()
        self.way_out.enter_context(history.as_at(datetime(2026, 11, 22, 9, tzinfo=UTC)))
        self.way_out.enter_context(transaction.atomic())
        self.way_out.callback(transaction.set_rollback, True)
        self.officer = UserFactory(is_officer=True)
        self.draft = version_of(DRAFT, by=self.officer)
        self.issued = None
        self.item = ItemFactory()
        starts = [datetime(2026, month, 4, 10, tzinfo=UTC) for month in (3, 9, 12)]
        self.minutes = [EntryFactory(item=self.item)] + [
            EntryFactory(item__meeting=MeetingFactory(starts_at=start)) for start in starts
        ]
        self.first_due: dict[int, date | None] = {}
        self.confirmed: dict[int, dict[str, Any]] = {}
        self.told: dict[Any, dict[int, dict[str, Any]]] = {}
        self.read: dict[Any, int] = {}
        self.locked = texts()
        self.letters = 0
        for cites in ("2", "1, 3"):
            self.record(cites, about_plan=True)
        self.send(0, date(2026, 6, 30), date(2026, 7, 30))

    def teardown(self) -> None:
        """What there is can be told; then everything is taken back."""
        if hasattr(self, "way_out"):
            with self.way_out:
                self._tell()

    def _tell(self) -> None:
        for made in Recommendation.objects.all():
            page = loop.page_of(made, self.officer, on=TODAY)
            assert [step.on for step in page.steps] == sorted(step.on for step in page.steps)
            assert page.main is not None

    def _rows(self) -> list[int]:
        return [model.history.count() for model in HISTORIED]

    def _one(self, model: type[models.Model], pick: int) -> Any:
        found = list(model.objects.order_by("pk"))
        return found[pick % len(found)]

    def _try(self, act: Callable[[], Any]) -> Any:
        """Do it; where it is refused, it says why and leaves nothing behind."""
        before = self._rows()
        try:
            return act()
        except ValidationError as refused:
            said = refused.messages
        assert said
        assert all(sentence.strip() for sentence in said)
        assert self._rows() == before
        return None

    @rule(data=st.data())
    def work(self, data: st.DataObject) -> None:
        """Do the next thing."""
        may = [(name, given) for name, needs, given in VERBS if not needs or needs.objects.exists()]
        name, given = data.draw(st.sampled_from(may))
        getattr(self, name)(**{key: data.draw(value) for key, value in given.items()})

    # --- What an officer does ---

    @verb(cites=PLACES, about_plan=st.booleans())
    def record(self, cites: str, about_plan: bool) -> None:
        version = self.draft if about_plan else None
        recommend(version, by=self.officer, item=self.item, cites=cites)

    @verb(pick=PICK, theme=st.sampled_from(["", "Patrol"]), cites=PLACES)
    def correct(self, pick: int, theme: str, cites: str) -> None:
        made = self._one(Recommendation, pick)
        made.theme = theme
        actions.correct_recommendation(made, cites=cites, by=self.officer, seen=history.stamp(made))

    @verb(pick=PICK, sent_on=DAYS, due_on=DAYS | st.none())
    def send(self, pick: int, sent_on: date, due_on: date | None) -> None:
        made = self._one(Recommendation, pick)
        was_sent = made.sent_on is not None
        sent = self._try(
            lambda: actions.send_recommendations(
                [made], sent_on=sent_on, due_on=due_on, by=self.officer
            )
        )
        if sent:
            assert not was_sent
            self.first_due[made.pk] = due_on

    @verb(pick=PICK, later=LATER, decided_on=DAYS, reason=REASONS)
    def give_another_day(self, pick: int, later: int, decided_on: date, reason: str) -> None:
        waiting = list(Recommendation.objects.unanswered().filter(due_on__isnull=False))
        made = waiting[0] if later > 0 and waiting else self._one(Recommendation, pick)
        due_on = (made.due_on or TODAY) + timedelta(days=later)
        given = {"due_on": due_on, "decided_on": decided_on, "reason": reason, "by": self.officer}
        seen = actions.due_date_stamp(made)
        if made.due_on is None and made.sent_on is not None:
            if self._try(lambda: actions.set_due_date(made, seen=seen, **given)):
                self.first_due[made.pk] = due_on
        else:
            self._try(lambda: actions.revise_due_date(made, seen=seen, **given))

    @verb(pick=PICK, decision=ANSWERS, cites=PLACES, dated=DAYS)
    def read_a_letter(self, pick: int, decision: str, cites: str, dated: date) -> None:
        made = self._one(Recommendation, pick)
        self.letters += 1
        said = f"On your point {self.letters} I have amended the plan. See Para {cites or 1}."
        reason = {"reason": "" if cites == "80" else "For want of money."}
        refused = reason if decision == Response.Decision.NOT_ACCEPTED else {}
        given = answer(made, said, decision, cites=cites, **refused)
        self._try(lambda: letter_with(given, by=self.officer, dated=dated))

    @verb(needs=Response, pick=PICK, decision=ANSWERS, cites=PLACES)
    def correct_an_answer(self, pick: int, decision: str, cites: str) -> None:
        made = self._one(Response, pick)
        made.decision = decision
        self._try(
            lambda: actions.correct_response(
                made, cites=cites, by=self.officer, seen=history.stamp(made)
            )
        )

    @verb()
    def lock_the_issued_plan_or_look_again(self) -> None:
        if self.issued is None:
            self.issued = version_of(ISSUED, revises=self.draft, by=self.officer)
            self.locked = texts()
        else:
            actions.look_again(self.issued, by=self.officer)

    @verb(needs=Outcome, pick=PICK)
    def confirm(self, pick: int) -> None:
        found = self._one(Outcome, pick)
        actions.confirm_outcome(found, by=self.officer, seen=history.stamp(found))
        self.confirmed[found.pk] = fields_of(Outcome.objects.get(pk=found.pk), Outcome)

    @verb(needs=Outcome, pick=PICK, note=st.sampled_from(["", "It is about another town."]))
    def reject(self, pick: int, note: str) -> None:
        found = self._one(Outcome, pick)
        if self._try(lambda: actions.reject_outcome(found, note=note, by=self.officer)):
            self.confirmed.pop(found.pk, None)

    @verb(pick=PICK, view=st.sampled_from(Assessment.View.values))
    def assess(self, pick: int, view: str) -> None:
        version = self.issued or self.draft
        of = {"recommendation": self._one(Recommendation, pick), "version": version}
        found = Assessment.objects.filter(**of).first() or Assessment(**of)
        seen = history.stamp(found) if found.pk else None
        found.view = view
        self._try(lambda: actions.assess(found, by=self.officer, seen=seen))

    @verb(pick=PICK, minute=PICK, decision=DECISIONS)
    def judge(self, pick: int, minute: int, decision: str) -> None:
        entry = [*self.minutes, None][minute % 5]
        made = Judgement(
            recommendation=self._one(Recommendation, pick), entry=entry, decision=decision
        )
        self._try(lambda: actions.record_judgement(made, by=self.officer))

    @verb(needs=Judgement, pick=PICK, minute=PICK, decision=DECISIONS)
    def correct_a_judgement(self, pick: int, minute: int, decision: str) -> None:
        made = self._one(Judgement, pick)
        made.entry, made.decision = self.minutes[minute % 4], decision
        self._try(lambda: actions.correct_judgement(made, by=self.officer, seen=None))


@pytest.mark.django_db
def test_no_sequence_of_actions_breaks_an_invariant():
    run_state_machine_as_test(
        Panel,
        settings=settings(
            max_examples=6,
            stateful_step_count=30,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
