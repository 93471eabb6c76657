"""A panel's record made up at random, the same for the same seed."""

from datetime import UTC, date, datetime, timedelta
from random import Random
from typing import Any

from meetings.models import MinuteEntry
from pcp_scrutiny import history
from recommendations.models import DueDateRevision, Judgement, Outcome, Recommendation, Response
from recommendations.outcomes.verdicts import NO_PLACE
from tests.factories.accounts import UserFactory
from tests.factories.meetings import MeetingFactory
from tests.factories.plans import ComparisonFactory, PlanVersionFactory, RevisionFactory
from tests.factories.recommendations import (
    EntryFactory,
    LetterFactory,
    OutcomeFactory,
    ResponseFactory,
)

DAY = date(2026, 8, 1)
WHY = "Made up"


class MadeUp:
    """A record to which random things happen, around :data:`DAY`."""

    def __init__(self, seed: int) -> None:
        self.seed, self.random = seed, Random(seed)
        self.by = UserFactory(is_officer=True)
        self.drafts = [PlanVersionFactory(locked=True) for _ in range(3)]
        self.versions = [
            PlanVersionFactory(plan=draft.plan, revises=draft, dated=dated, locked=locked)
            for draft, dated, locked in zip(
                self.drafts,
                (date(2026, 7, 1), date(2026, 8, 20), date(2026, 7, 1)),
                (True, True, False),
                strict=True,
            )
        ]
        self.revisions = {
            version.pk: RevisionFactory(
                comparison=ComparisonFactory(earlier=version.revises, later=version)
            )
            for version in self.versions
        }
        self.entries = [
            EntryFactory(
                item__meeting=MeetingFactory(
                    starts_at=datetime(2026, 7, 1, 9, tzinfo=UTC) + timedelta(days=days)
                ),
                item__restricted_under=restricted,
                kind=MinuteEntry.Kind.RESOLUTION,
            )
            for days, restricted in ((-60, None), (-20, 3), (10, None), (45, None))
        ]
        self.letters = [
            LetterFactory(version=self.random.choice(self.drafts), dated=self.day())
            for _ in range(4)
        ]
        self.said: list[Recommendation] = []

    def day(self) -> date:
        """A day within five weeks of :data:`DAY`."""
        return DAY + timedelta(days=self.random.randint(-35, 35))

    def maybe(self, value: Any) -> Any:
        """The value, or None."""
        return value if self.random.random() < 0.7 else None

    def happens(self) -> None:
        """One thing happens."""
        verbs = [self.say, self.answer, self.answer, self.judge, self.postpone, *[self.check] * 3]
        verbs += [self.correct, self.reject, self.take_back]
        self.random.choice(verbs if self.said else [self.say])()

    def say(self) -> None:
        sent_on = self.maybe(self.day())
        due_on = self.maybe(self.day())
        late = sent_on and due_on and due_on < sent_on
        self.said.append(
            self._create(
                Recommendation,
                reference=f"{self.seed}/{len(self.said) + 1}",
                text=self.random.choice(["More patrols.", "Safer roads.", "Fewer burglaries."]),
                raised_in=self.random.choice(self.entries),
                version=self.maybe(self.random.choice(self.drafts)),
                sent_on=sent_on,
                due_on=sent_on if late else due_on,
            )
        )

    def answer(self) -> None:
        recommendation, letter = self.random.choice(self.said), self.random.choice(self.letters)
        if not Response.objects.filter(recommendation=recommendation, letter=letter).exists():
            ResponseFactory(
                recommendation=recommendation,
                letter=letter,
                decision=self.random.choice(Response.Decision.values),
                reason="So.",
                text=self.random.choice(["Burglary is down.", "I agree.", "At the refresh."]),
            )

    def check(self) -> None:
        recommendation = self.random.choice(self.said)
        place = self.random.choice(["1", "2", "3", NO_PLACE])
        version = self.random.choice(self.versions)
        if recommendation.outcomes.filter(version=version, place=place).exists():
            return
        own = list(recommendation.responses.order_by("pk"))
        OutcomeFactory(
            recommendation=recommendation,
            version=version,
            place=place,
            verdict=self.random.choice(Outcome.Verdict.values),
            response=self.random.choice([*own, None]),
            revision=self.revisions[version.pk],
        )

    def judge(self) -> None:
        recommendation, entry = self.random.choice(self.said), self.random.choice(self.entries)
        if not recommendation.judgements.filter(entry=entry).exists():
            decision = self.random.choice(Judgement.Decision.values)
            self._create(Judgement, recommendation=recommendation, entry=entry, decision=decision)

    def postpone(self) -> None:
        recommendation = self.random.choice(self.said)
        self._create(
            DueDateRevision,
            recommendation=recommendation,
            due_on=self.day(),
            decided_on=self.day(),
            reason="More time was needed.",
        )

    def correct(self) -> None:
        recommendation = self.random.choice(self.said)
        recommendation.text += " Soon."
        history.save(recommendation, by=self.by, why=WHY)
        letter = self.random.choice(self.letters)
        letter.dated = self.day()
        history.save(letter, by=self.by, why=WHY)

    def reject(self) -> None:
        if outcome := self.random.choice([*Outcome.objects.order_by("pk"), None]):
            outcome.state, outcome.note = Outcome.State.REJECTED, "It is another paragraph."
            outcome.decided_by, outcome.decided_at = self.by, history.now()
            history.save(outcome, by=self.by, why=WHY)

    def take_back(self) -> None:
        if outcome := self.random.choice([*Outcome.objects.order_by("pk"), None]):
            history.delete(outcome, by=self.by, why=WHY)

    def _create(self, model: type, **fields: Any) -> Any:
        return history.create(model, by=self.by, why=WHY, **fields)
