"""Ten thousand recommendations with all that hangs on them, and what was changed since."""

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, time, timedelta
from itertools import islice
from random import Random
from typing import Any

from django.db import models

from meetings.models import AgendaItem, Meeting, MinuteEntry
from pcp_scrutiny import history
from pcp_scrutiny.accounts.models import User
from pcp_scrutiny.documents.models import ReceivedFile
from plans.models import Comparison, Paragraph, Plan, PlanVersion, Revision
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

FIRST = date(2010, 1, 20)
MEETINGS = 100
THEMES = ["Roads", "Rural crime", "Domestic abuse", "Policing visibility", "Finance", "Youth"]
WORDS = """
    patrol burglary speed limit village response officers safeguarding board
    survey target confidence victims neighbourhood hours budget station precept
    refresh plan partners council report publish review road camera
    young people online fraud custody visitors training
""".split()  # noqa: SIM905
BATCH = 2_000


class Panel:
    """Writes a panel's record of ``number`` recommendations, with ``changes`` history rows."""

    def __init__(self, number: int, *, changes: int) -> None:
        self.random = Random(20261122)
        self.number, self.changes, self.rows = number, changes, 0
        self.officer = User.objects.create_user(
            "bench@panel.example", is_officer=True, name="Bench"
        )

    def write(self) -> None:
        """All of it."""
        versions = self._plans()
        entries = self._meetings()
        letters = self._letters(versions)
        said = self._recommendations(entries, versions)
        answered = self._responses(said, letters)
        self._outcomes(said, answered, versions)
        self._rest(said, entries)
        self._slip(said)
        while self.rows < self.changes:
            self._again(said[: self.changes - self.rows])

    def text(self, words: int) -> str:
        """Some words as a sentence."""
        return " ".join(self.random.choices(WORDS, k=words)).capitalize() + "."

    def keep(self, model: type[models.Model], made: Iterable[Any], *, at: Any) -> list[Any]:
        """Write records with the history row of their beginning; ``at`` tells when, of each."""
        made, kept = iter(made), []
        while batch := list(islice(made, BATCH)):
            kept += model.objects.bulk_create(batch)
            if hasattr(model, "history"):
                self._told(model, batch, at, "+")
        return kept

    def _told(self, model: type[models.Model], records: Sequence[Any], at: Any, kind: str) -> None:
        fields = [field.attname for field in model._meta.concrete_fields]
        rows = model.history.model
        rows.objects.bulk_create(
            rows(
                history_type=kind,
                history_date=_moment(at(record)),
                history_user=self.officer,
                history_change_reason="Made up",
                **{name: getattr(record, name) for name in fields},
            )
            for record in records
        )
        self.rows += len(records)

    def _plans(self) -> list[tuple[PlanVersion, Revision]]:
        source = history.create(
            ReceivedFile,
            by=self.officer,
            why="Made up",
            name="plan.txt",
            media_type="text/plain",
            size=1,
            sha256="0" * 64,
            content="plan.txt",
        )
        found = []
        for number in range(10):
            day = FIRST + timedelta(days=580 * number)
            [plan] = self.keep(Plan, [Plan(title=f"Plan {number}")], at=lambda _, day=day: day)
            draft, issued = (
                PlanVersion(plan=plan, kind=kind, dated=day + timedelta(days=days), source=source)
                for kind, days in (("draft", 0), ("issued", 200))
            )
            self.keep(PlanVersion, [draft], at=lambda v: v.dated)
            issued.revises = draft
            self.keep(PlanVersion, [issued], at=lambda v: v.dated)
            before, after = self.keep(
                Paragraph,
                [
                    Paragraph(version=version, position=1, label="1", text=self.text(60))
                    for version in (draft, issued)
                ],
                at=lambda paragraph: paragraph.version.dated,
            )
            change = self._change(draft, issued)
            change.earlier.set([before])
            change.later.set([after])
            for version in (draft, issued):
                version.locked_at, version.locked_by = _moment(version.dated), self.officer
                with history.as_at(_moment(version.dated)):
                    history.save(version, by=self.officer, why="Locked")
            found.append((issued, change))
        return found

    def _change(self, draft: PlanVersion, issued: PlanVersion) -> Revision:
        compared = Comparison(earlier=draft, later=issued)
        self.keep(Comparison, [compared], at=lambda _: issued.dated)
        change = Revision(
            comparison=compared, position=1, kind="reworded", words_changed=True, confidence=1
        )
        [change] = self.keep(Revision, [change], at=lambda _: issued.dated)
        return change

    def _meetings(self) -> list[MinuteEntry]:
        entries = []
        for number in range(MEETINGS):
            day = FIRST + timedelta(days=61 * number)
            held = Meeting(
                title="Police and Crime Panel",
                venue="Hall",
                state="in progress",
                starts_at=datetime.combine(day, time(10), UTC),
            )
            [held] = self.keep(Meeting, [held], at=lambda _, day=day: day)
            item = AgendaItem(meeting=held, position=1, title="The plan")
            [item] = self.keep(AgendaItem, [item], at=lambda _, day=day: day)
            minutes = [
                MinuteEntry(item=item, position=n, kind="resolution", text=self.text(12))
                for n in range(10)
            ]
            entries += self.keep(MinuteEntry, minutes, at=lambda _, day=day: day)
        return entries

    def _letters(self, versions: list[tuple[PlanVersion, Revision]]) -> list[ResponseLetter]:
        letters = (
            ResponseLetter(
                version=issued.revises,
                dated=issued.revises.dated + timedelta(days=90 + 10 * n),
                source=issued.source,
                text="Dear Chair",
            )
            for issued, _ in versions
            for n in range(5)
        )
        return self.keep(ResponseLetter, letters, at=lambda letter: letter.dated)

    def _recommendations(
        self, entries: list[MinuteEntry], versions: list[tuple[PlanVersion, Revision]]
    ) -> list[Recommendation]:
        made = []
        for number in range(self.number):
            entry = entries[number * len(entries) // self.number]
            raised = entry.item.meeting.starts_at.date()
            sent = raised + timedelta(days=7) if number % 50 else None
            version = versions[min(number * len(versions) // self.number, len(versions) - 1)][0]
            made.append(
                Recommendation(
                    reference=f"{raised.year}/{number + 1}",
                    text=self.text(30),
                    raised_in=entry,
                    kind=self.random.choice(Recommendation.Kind.values),
                    theme=self.random.choice(THEMES),
                    version=version.revises if number % 7 else None,
                    sent_on=sent,
                    due_on=sent and sent + timedelta(days=60),
                )
            )
        return self.keep(Recommendation, made, at=_raised)

    def _responses(
        self, said: list[Recommendation], letters: list[ResponseLetter]
    ) -> dict[int, Response]:
        by_version: dict[int | None, list[ResponseLetter]] = {}
        for letter in letters:
            by_version.setdefault(letter.version_id, []).append(letter)
        made = (
            Response(
                letter=self.random.choice(by_version.get(one.version_id) or letters),
                recommendation=one,
                position=1,
                text=self.text(40),
                reason=self.text(8),
                decision=self.random.choice(Response.Decision.values),
            )
            for number, one in enumerate(said)
            if one.sent_on and number % 10
        )
        kept = self.keep(Response, made, at=lambda response: response.letter.dated)
        return {response.recommendation_id: response for response in kept}

    def _outcomes(
        self,
        said: list[Recommendation],
        answered: dict[int, Response],
        versions: list[tuple[PlanVersion, Revision]],
    ) -> None:
        revised = {issued.revises_id: (issued, change) for issued, change in versions}
        made = (
            Outcome(
                recommendation=one,
                version=revised[one.version_id][0],
                response=answered[one.pk],
                revision=revised[one.version_id][1],
                place=f"{place}",
                claim="amended",
                basis="cited",
                evidence="It says so.",
                verdict=self.random.choice(Outcome.Verdict.values),
            )
            for one in said
            if one.version_id and one.pk in answered
            for place in range(1, self.random.randint(1, 2) + 1)
        )
        self.keep(Outcome, made, at=lambda outcome: outcome.version.dated)

    def _rest(self, said: list[Recommendation], entries: list[MinuteEntry]) -> None:
        judged = (
            Judgement(
                recommendation=one,
                decision=self.random.choice(Judgement.Decision.values),
                entry=entries[min(number * len(entries) // self.number + 60, len(entries) - 1)],
            )
            for number, one in enumerate(said)
            if number % 5
        )
        self.keep(Judgement, judged, at=lambda judgement: judgement.entry.item.meeting.starts_at)
        assessed = (
            Assessment(
                recommendation=one,
                version=one.version,
                comment=self.text(30),
                view=self.random.choice(Assessment.View.values),
            )
            for one in said
            if one.version
        )
        self.keep(Assessment, assessed, at=lambda assessment: assessment.version.dated)
        cited = (Citation(recommendation=one, words="Para 1", labels=["1"]) for one in said)
        self.keep(Citation, cited, at=lambda citation: _raised(citation.recommendation))

    def _slip(self, said: list[Recommendation]) -> None:
        made = (
            DueDateRevision(
                recommendation=one,
                due_on=one.due_on + timedelta(days=30),
                decided_on=one.due_on,
                reason=self.text(6),
            )
            for number, one in enumerate(said)
            if one.due_on and number % 4 == 0
        )
        self.keep(DueDateRevision, made, at=lambda slip: slip.decided_on)

    def _again(self, said: Sequence[Recommendation]) -> None:
        """A correction of each: a history row more."""
        for low in range(0, len(said), BATCH):
            self._told(
                Recommendation,
                said[low : low + BATCH],
                lambda one: _raised(one) + timedelta(days=self.random.randint(1, 400)),
                "~",
            )


def _raised(recommendation: Recommendation) -> date:
    return recommendation.raised_in.item.meeting.starts_at.date()


def _moment(day: date | datetime) -> datetime:
    return day if isinstance(day, datetime) else datetime.combine(day, time(18), UTC)
