"""Plans for tests."""

from datetime import date
from typing import Any

import factory
from django.utils import timezone

from pcp_scrutiny import history
from pcp_scrutiny.documents.models import ReceivedFile, keep
from plans.actions.correcting import GAP
from plans.models import BrokenLink, Comparison, Paragraph, Plan, PlanVersion, Reading, Revision
from tests.factories.accounts import UserFactory
from tests.factories.records import RecordFactory


class ReceivedFileFactory(RecordFactory):
    """A text file, each with content of its own."""

    class Meta:
        model = ReceivedFile

    name = factory.Sequence(lambda n: f"plan-{n}.txt")
    media_type = "text/plain"
    data = factory.Sequence(lambda n: f"1. The words of file {n}.".encode())

    @classmethod
    def _create(cls, model_class: type, *args: Any, **kwargs: Any) -> Any:
        return keep(kwargs.pop("data"), by=None, **kwargs)


class PlanFactory(RecordFactory):
    """A plan without versions."""

    class Meta:
        model = Plan

    title = factory.Sequence(lambda n: f"Police and Crime Plan {2000 + n}")


class ReadingFactory(RecordFactory):
    """A file that waits to be read."""

    class Meta:
        model = Reading

    plan = factory.SubFactory(PlanFactory)
    kind = PlanVersion.Kind.DRAFT
    dated = date(2026, 5, 5)
    source = factory.SubFactory(ReceivedFileFactory)
    asked_by = factory.SubFactory(UserFactory, is_officer=True)


class PlanVersionFactory(RecordFactory):
    """An open draft without paragraphs. ``texts`` gives it paragraphs 1, 2, 3...; ``locked=True``
    locks it after that."""

    class Meta:
        model = PlanVersion

    plan = factory.SubFactory(PlanFactory)
    kind = PlanVersion.Kind.DRAFT
    dated = date(2026, 5, 5)
    source = factory.SubFactory(ReceivedFileFactory)

    @factory.post_generation
    def texts(self, create: bool, extracted: list[str] | None, **kwargs: Any) -> None:
        for number, text in enumerate(extracted or [], start=1):
            ParagraphFactory(version=self, position=number * GAP, label=str(number), text=text)

    @factory.post_generation
    def locked(self, create: bool, extracted: bool | None, **kwargs: Any) -> None:
        if extracted:
            self.locked_at, self.locked_by = timezone.now(), UserFactory(is_officer=True)
            history.save(self, by=self.locked_by, why="Locked for a test")


class ParagraphFactory(RecordFactory):
    """A numbered paragraph under one heading."""

    class Meta:
        model = Paragraph

    version = factory.SubFactory(PlanVersionFactory)
    position = factory.Sequence(lambda n: (n + 1) * GAP)
    label = factory.Sequence(lambda n: str(n + 1))
    heading = factory.LazyFunction(lambda: ["Priorities"])
    text = factory.Sequence(lambda n: f"The Commissioner will do thing number {n}.")


class ComparisonFactory(RecordFactory):
    """A comparison without revisions; the later version revises the earlier."""

    class Meta:
        model = Comparison

    earlier = factory.SubFactory(PlanVersionFactory)
    later = factory.LazyAttribute(
        lambda made: PlanVersionFactory(
            plan=made.earlier.plan,
            revises=made.earlier,
            kind=PlanVersion.Kind.ISSUED,
            dated=date(2026, 9, 1),
        )
    )


class RevisionFactory(RecordFactory):
    """One paragraph reworded; ``earlier`` and ``later`` are the paragraphs it joins."""

    class Meta:
        model = Revision

    comparison = factory.SubFactory(ComparisonFactory)
    position = factory.Sequence(lambda n: n + 1)
    kind = Revision.Kind.REWORDED
    words_changed = True
    confidence = 0.9

    @factory.post_generation
    def earlier(self, create: bool, extracted: Any, **kwargs: Any) -> None:
        self.earlier.set(extracted or [])

    @factory.post_generation
    def later(self, create: bool, extracted: Any, **kwargs: Any) -> None:
        self.later.set(extracted or [])


class BrokenLinkFactory(RecordFactory):
    """An officer's word that one paragraph did not become another."""

    class Meta:
        model = BrokenLink

    comparison = factory.SubFactory(ComparisonFactory)
    earlier = factory.LazyAttribute(lambda made: ParagraphFactory(version=made.comparison.earlier))
    later = factory.LazyAttribute(lambda made: ParagraphFactory(version=made.comparison.later))
    broken_by = factory.LazyFunction(lambda: UserFactory(is_officer=True))
