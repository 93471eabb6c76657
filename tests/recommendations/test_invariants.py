"""No sequence of actions breaks an invariant: the real actions, on a real database, in any order.

Each rule tries what an officer may try, sensible or not. What is refused must say why, and leave
nothing behind; after every step the rules of the domain are held against the whole record.
"""

from collections.abc import Callable
from contextlib import ExitStack
from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import models, transaction
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from meetings.models import MinuteEntry
from pcp_scrutiny import history
from plans.models import Paragraph, Revision
from recommendations import actions, loop, register, states
from recommendations.models import (
    Assessment,
    Citation,
    DueDateRevision,
    Judgement,
    Outcome,
    Recommendation,
    Response,
    ResponseLetter,
)
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

TODAY = date(2026, 11, 22)
HISTORIED = (
    *(Recommendation, DueDateRevision, ResponseLetter, Response, Citation),
    *(Outcome, Assessment, Judgement),
)
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
DAYS = st.sampled_from([date(2026, month, day) for month in (6, 7, 8, 9) for day in (1, 12, 30)])
PLACES = st.sampled_from(["", "1", "2", "1, 2", "3", "2, 3", "80"])
REASONS = st.sampled_from(["", "The office asked for time."])
PICK = st.integers(0, 99)
VOCABULARY = {
    "response": {*states.Response, *Response.Decision.values},
    "effect": set(states.Effect),
    "judgement": set(Judgement.Decision.values),
    "schedule": set(states.Schedule),
}


def fields_of(record: Any, model: type[models.Model]) -> dict[str, Any]:
    """What a record, or a row of its history, says."""
    return {field.attname: getattr(record, field.attname) for field in model._meta.fields}


class Panel(RuleBasedStateMachine):
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
        self.locked = self._texts()
        self.letters = 0
        for cites in ("2", "1, 3"):
            self.record(cites, about_plan=True)

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

    def _texts(self) -> list[tuple[Any, ...]]:
        locked = Paragraph.objects.filter(version__locked_at__isnull=False).order_by("pk")
        return list(locked.values_list("pk", "label", "text", "heading", "position"))

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

    # --- What an officer does ---

    @rule(cites=PLACES, about_plan=st.booleans())
    def record(self, cites: str, about_plan: bool) -> None:
        version = self.draft if about_plan else None
        recommend(version, by=self.officer, item=self.item, cites=cites)

    @rule(pick=PICK, theme=st.sampled_from(["", "Patrol"]), cites=PLACES)
    def correct(self, pick: int, theme: str, cites: str) -> None:
        made = self._one(Recommendation, pick)
        made.theme = theme
        actions.correct_recommendation(made, cites=cites, by=self.officer, seen=history.stamp(made))

    @rule(pick=PICK, sent_on=DAYS, due_on=st.none() | DAYS)
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

    @rule(pick=PICK, due_on=DAYS, decided_on=DAYS, reason=REASONS)
    def give_another_day(self, pick: int, due_on: date, decided_on: date, reason: str) -> None:
        made = self._one(Recommendation, pick)
        given = {"due_on": due_on, "decided_on": decided_on, "reason": reason, "by": self.officer}
        seen = actions.due_date_stamp(made)
        if made.due_on is None and made.sent_on is not None:
            if self._try(lambda: actions.set_due_date(made, seen=seen, **given)):
                self.first_due[made.pk] = due_on
        else:
            self._try(lambda: actions.revise_due_date(made, seen=seen, **given))

    @rule(pick=PICK, decision=st.sampled_from(Response.Decision.values), cites=PLACES, dated=DAYS)
    def read_a_letter(self, pick: int, decision: str, cites: str, dated: date) -> None:
        made = self._one(Recommendation, pick)
        self.letters += 1
        said = f"On your point {self.letters} I have amended the plan. See Para {cites or 1}."
        reason = {"reason": "" if cites == "80" else "For want of money."}
        refused = reason if decision == Response.Decision.NOT_ACCEPTED else {}
        given = answer(made, said, decision, cites=cites, **refused)
        self._try(lambda: letter_with(given, by=self.officer, dated=dated))

    @precondition(lambda _: Response.objects.exists())
    @rule(pick=PICK, decision=st.sampled_from(Response.Decision.values), cites=PLACES)
    def correct_an_answer(self, pick: int, decision: str, cites: str) -> None:
        made = self._one(Response, pick)
        made.decision = decision
        self._try(
            lambda: actions.correct_response(
                made, cites=cites, by=self.officer, seen=history.stamp(made)
            )
        )

    @rule()
    def lock_the_issued_plan_or_look_again(self) -> None:
        if self.issued is None:
            self.issued = version_of(ISSUED, revises=self.draft, by=self.officer)
            self.locked = self._texts()
        else:
            actions.look_again(self.issued, by=self.officer)

    @precondition(lambda _: Outcome.objects.exists())
    @rule(pick=PICK)
    def confirm(self, pick: int) -> None:
        found = self._one(Outcome, pick)
        actions.confirm_outcome(found, by=self.officer, seen=history.stamp(found))
        self.confirmed[found.pk] = fields_of(Outcome.objects.get(pk=found.pk), Outcome)

    @precondition(lambda _: Outcome.objects.exists())
    @rule(pick=PICK, note=st.sampled_from(["", "It is about another town."]))
    def reject(self, pick: int, note: str) -> None:
        found = self._one(Outcome, pick)
        if self._try(lambda: actions.reject_outcome(found, note=note, by=self.officer)):
            self.confirmed.pop(found.pk, None)

    @precondition(lambda self: self.issued is not None)
    @rule(pick=PICK, view=st.sampled_from(Assessment.View.values))
    def assess(self, pick: int, view: str) -> None:
        of = {"recommendation": self._one(Recommendation, pick), "version": self.issued}
        found = Assessment.objects.filter(**of).first() or Assessment(**of)
        seen = history.stamp(found) if found.pk else None
        found.view = view
        self._try(lambda: actions.assess(found, by=self.officer, seen=seen))

    @rule(pick=PICK, minute=PICK, decision=st.sampled_from(Judgement.Decision.values))
    def judge(self, pick: int, minute: int, decision: str) -> None:
        entry = [*self.minutes, None][minute % 5]
        made = Judgement(
            recommendation=self._one(Recommendation, pick), entry=entry, decision=decision
        )
        self._try(lambda: actions.record_judgement(made, by=self.officer))

    @precondition(lambda _: Judgement.objects.exists())
    @rule(pick=PICK, minute=PICK, decision=st.sampled_from(Judgement.Decision.values))
    def correct_a_judgement(self, pick: int, minute: int, decision: str) -> None:
        made = self._one(Judgement, pick)
        made.entry, made.decision = self.minutes[minute % 4], decision
        self._try(lambda: actions.correct_judgement(made, by=self.officer, seen=None))

    # --- What holds after each step ---

    @invariant()
    def first_due_dates_stay(self) -> None:
        sent = Recommendation.objects.filter(sent_on__isnull=False)
        assert dict(sent.values_list("pk", "due_on")) == self.first_due

    @invariant()
    def every_change_is_in_history_with_who_and_why(self) -> None:
        for model in HISTORIED:
            told = self.told.setdefault(model, {})
            new = model.history.filter(history_id__gt=self.read.get(model, 0))
            for row in new.order_by("history_id"):
                assert row.history_user_id == self.officer.pk
                assert row.history_change_reason.strip()
                self.read[model] = row.history_id
                told[row.id] = fields_of(row, model)
                if row.history_type == "-":
                    del told[row.id]
            assert {one.pk: fields_of(one, model) for one in model.objects.order_by()} == told

    @invariant()
    def verdicts_rest_on_revisions(self) -> None:
        for outcome in Outcome.objects.select_related("revision"):
            if outcome.verdict == Outcome.Verdict.BORNE_OUT:
                assert outcome.revision.kind not in Revision.SAME_WORDS
            if outcome.verdict == Outcome.Verdict.AS_STATED:
                assert outcome.revision is not None

    @invariant()
    def decisions_say_why(self) -> None:
        assert not Response.objects.filter(decision="not accepted", reason="").exists()
        assert not Outcome.objects.filter(state="rejected", note="").exists()
        assert not DueDateRevision.objects.filter(reason="").exists()

    @invariant()
    def judgements_name_a_minute_of_a_meeting_that_could_make_them(self) -> None:
        for judgement in Judgement.objects.select_related(
            "entry__item__meeting", "recommendation__raised_in__item__meeting"
        ):
            assert isinstance(judgement.entry, MinuteEntry)
            raised = judgement.recommendation.raised_in.item.meeting.day
            assert raised <= judgement.entry.item.meeting.day <= TODAY

    @invariant()
    def what_an_officer_confirmed_is_not_touched(self) -> None:
        now = {o.pk: fields_of(o, Outcome) for o in Outcome.objects.filter(state="confirmed")}
        assert now == self.confirmed

    @invariant()
    def locked_text_stays(self) -> None:
        assert self._texts() == self.locked

    @invariant()
    def the_four_states_are_defined(self) -> None:
        book = register.book(on=TODAY)
        assert len(book) == Recommendation.objects.count()
        for position in book:
            for state, words in VOCABULARY.items():
                assert getattr(position, state) in words


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
