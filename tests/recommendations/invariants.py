"""The rules of the domain, held against the whole record of recommendations."""

from datetime import date
from typing import Any

from django.db import models
from hypothesis.stateful import invariant

from meetings.models import MinuteEntry
from pcp_scrutiny.accounts.models import User
from plans.models import Paragraph, Revision
from recommendations import register, states
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

TODAY = date(2026, 11, 22)
HISTORIED = (
    *(Recommendation, DueDateRevision, ResponseLetter, Response, Citation),
    *(Outcome, Assessment, Judgement),
)
VOCABULARY = {
    "response": {*states.Response, *Response.Decision.values},
    "effect": set(states.Effect),
    "judgement": set(Judgement.Decision.values),
    "schedule": set(states.Schedule),
}


def fields_of(record: Any, model: type[models.Model]) -> dict[str, Any]:
    """What a record, or a row of its history, says."""
    return {field.attname: getattr(record, field.attname) for field in model._meta.fields}


def texts() -> list[tuple[Any, ...]]:
    """All that locked versions say."""
    locked = Paragraph.objects.filter(version__locked_at__isnull=False).order_by("pk")
    return list(locked.values_list("pk", "label", "text", "heading", "position"))


class Invariants:
    """What holds after each step. The machine keeps what it knows of the past: ``first_due`` and
    ``confirmed`` by primary key, ``locked`` as ``texts`` answers; ``told`` and ``read`` are what
    history has said so far, and how far it has been read."""

    officer: User
    first_due: dict[int, date | None]
    confirmed: dict[int, dict[str, Any]]
    locked: list[tuple[Any, ...]]
    told: dict[Any, dict[int, dict[str, Any]]]
    read: dict[Any, int]

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
        assert texts() == self.locked

    @invariant()
    def the_four_states_are_defined(self) -> None:
        book = register.book(on=TODAY)
        assert len(book) == Recommendation.objects.count()
        for position in book:
            for state, words in VOCABULARY.items():
                assert getattr(position, state) in words
