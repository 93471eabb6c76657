"""One recommendation's way round the loop: what happened to it, step by step, with dates."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby
from typing import Any

from django.db.models import prefetch_related_objects
from django.utils import timezone

from meetings.models import AgendaItem
from plans.compared.changes import Change
from plans.models import PlanVersion, Revision

from . import register
from .models import Outcome, Recommendation


@dataclass(frozen=True)
class Step:
    """Something that happened to a recommendation. ``kind`` names the fragment that shows it:
    raised, sent, answered, changed, assessed, judged."""

    kind: str
    on: date
    title: str
    record: Any = None
    outcomes: Sequence["OutcomeShown"] = field(default_factory=tuple)
    with_office: bool = False  # the title goes on with the scrutinised office's


@dataclass(frozen=True)
class OutcomeShown:
    """An outcome, with the paragraphs it changed before and after."""

    outcome: Outcome
    change: Change | None


def position(recommendation: Recommendation, *, on: date) -> register.Position:
    """Where the recommendation stands on that day."""
    loaded = Recommendation.objects.with_loop().filter(pk=recommendation.pk)
    return register.positions(loaded, on=on, revised=register.versions_revised())[0]


def steps(recommendation: Recommendation) -> list[Step]:
    """All that happened to it, in order of date."""
    found = [_raised(recommendation), *_sent(recommendation), *_answered(recommendation)]
    found += [*_changed(recommendation), *_assessed(recommendation), *_judged(recommendation)]
    order = ["raised", "sent", "answered", "changed", "assessed", "judged"]
    return sorted(found, key=lambda step: (step.on, order.index(step.kind)))


def _raised(recommendation: Recommendation) -> Step:
    meeting = recommendation.raised_in.item.meeting
    prefetch_related_objects([recommendation], "citations__paragraphs")
    on = timezone.localtime(meeting.starts_at).date()
    return Step("raised", on, "Raised by the panel", record=recommendation.raised_in)


def _sent(recommendation: Recommendation) -> list[Step]:
    if recommendation.sent_on is None:
        return []
    return [Step("sent", recommendation.sent_on, "Sent to", with_office=True)]


def _answered(recommendation: Recommendation) -> list[Step]:
    responses = recommendation.responses.select_related("letter").prefetch_related("citations")
    return [
        Step("answered", response.letter.dated, "Answered by", record=response, with_office=True)
        for response in responses
    ]


def _changed(recommendation: Recommendation) -> list[Step]:
    standing = recommendation.outcomes.standing().select_related("version", "revision")
    prefetched = standing.prefetch_related("revision__earlier", "revision__later")
    by_version = groupby(
        sorted(prefetched, key=lambda o: (o.version.dated, o.version_id, o.pk)),
        key=lambda outcome: outcome.version,
    )
    return [
        Step(
            "changed",
            version.dated,
            "What the plan then said",
            record=version,
            outcomes=[show(outcome) for outcome in outcomes],
        )
        for version, outcomes in by_version
    ]


def show(outcome: Outcome) -> OutcomeShown:
    """An outcome with its paragraphs before and after, word by word."""
    return OutcomeShown(outcome, _change(outcome.revision) if outcome.revision else None)


def _assessed(recommendation: Recommendation) -> list[Step]:
    assessments = recommendation.assessments.select_related("version")
    return [
        Step("assessed", a.version.dated, "Assessed by the officers", record=a) for a in assessments
    ]


def _judged(recommendation: Recommendation) -> list[Step]:
    judgements = recommendation.judgements.select_related("entry__item__meeting")
    return [
        Step(
            "judged",
            timezone.localtime(j.entry.item.meeting.starts_at).date(),
            "Judged by the panel",
            record=j,
        )
        for j in judgements
    ]


def neighbours(recommendation: Recommendation, user: Any) -> dict[str, Recommendation | None]:
    """The recommendations before and after in the register."""
    visible = Recommendation.objects.visible_to(user)
    return {
        "previous": visible.filter(reference__lt=recommendation.reference).last(),
        "next": visible.filter(reference__gt=recommendation.reference).first(),
    }


def revised_versions(recommendation: Recommendation) -> Sequence[PlanVersion]:
    """The locked versions that revise the one the recommendation is about."""
    if recommendation.version is None:
        return ()
    return recommendation.version.revised_by.locked()


def suggestions(item: AgendaItem) -> dict[str, Any]:
    """What a new recommendation under an item most likely has: the next reference, the newest
    locked version of a plan."""
    year = timezone.localtime(item.meeting.starts_at).year
    taken = Recommendation.objects.filter(reference__startswith=f"{year}/")
    numbers = [r.partition("/")[2] for r in taken.values_list("reference", flat=True)]
    highest = max((int(n) for n in numbers if n.isdigit()), default=0)
    day = timezone.localtime(item.meeting.starts_at).date()
    versions = PlanVersion.objects.locked().filter(dated__lte=day)
    return {
        "reference": f"{year}/{highest + 1:02}",
        "version": versions.order_by("-dated", "-pk").first(),
    }


def by_recommendation(
    outcomes: Iterable[Outcome],
) -> list[tuple[Recommendation, list[OutcomeShown]]]:
    """Outcomes under the recommendation each belongs to, in the register's order."""
    ordered = sorted(outcomes, key=lambda o: (o.recommendation.reference, o.pk))
    grouped = groupby(ordered, key=lambda outcome: outcome.recommendation)
    return [(recommendation, [show(o) for o in found]) for recommendation, found in grouped]


def summary(outcomes: Iterable[Outcome]) -> dict[str, Any]:
    """How many wait for an officer, and how many there are of each verdict that stands."""
    standing = [o for o in outcomes if o.state != Outcome.State.REJECTED]
    counted = Counter(outcome.verdict for outcome in standing)
    return {
        "to_confirm": sum(o.state == Outcome.State.PROPOSED for o in standing),
        "verdicts": [(words, counted[value]) for value, words in Outcome.Verdict.choices],
    }


def unexplained(version: PlanVersion) -> list[Change]:
    """The changes to a version that no recommendation accounts for."""
    changes = Revision.objects.filter(comparison__later=version).changes()
    explained = Outcome.objects.standing().filter(version=version, revision__isnull=False)
    rest = changes.exclude(pk__in=explained.values("revision")).prefetch_related("earlier", "later")
    return [_change(revision) for revision in rest]


def _change(revision: Revision) -> Change:
    return Change(revision, list(revision.earlier.all()), list(revision.later.all()))
