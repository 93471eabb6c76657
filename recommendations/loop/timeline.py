"""What happened to a recommendation, step by step, in order of date.

Assembled from records that :mod:`.records` has gathered; nothing is asked of the database here.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby, zip_longest
from typing import TYPE_CHECKING, Any

from .corrections import Correction

if TYPE_CHECKING:
    from .outcomes import OutcomeShown
    from .records import Records

ORDER = ("raised", "sent", "due", "answered", "changed", "assessed", "judged", "corrected")
"""Round the loop, for what happened on one day."""


@dataclass(frozen=True)
class Step:
    """Something that happened to a recommendation. ``kind`` is one of ``ORDER`` and names the
    fragment that shows it; ``record`` is what it is about. ``by`` recorded it, where that is told.
    ``until`` is what took its place, if anything did; ``was`` what it took the place of."""

    kind: str
    on: date
    title: str
    record: Any = None
    outcomes: Sequence["OutcomeShown"] = field(default_factory=tuple)
    corrections: Sequence[Correction] = field(default_factory=tuple)
    with_office: bool = False  # the title goes on with the scrutinised office's
    by: Any = None
    was: Any = None
    until: Any = None

    @property
    def anchor(self) -> str:
        """The fragment that finds it on the page."""
        return f"{self.kind}-{getattr(self.record, 'pk', None) or self.on.isoformat()}"


def steps(records: "Records") -> list[Step]:
    """All that happened to it, in order of date."""
    found = [_raised(records), *_sent(records), *_due(records), *_answered(records)]
    found += [*_changed(records), *_assessed(records), *_judged(records), *_corrected(records)]
    return sorted(found, key=lambda step: (step.on, ORDER.index(step.kind)))


def _raised(records: "Records") -> Step:
    entry = records.recommendation.raised_in
    return Step("raised", entry.item.meeting.day, "Raised by the panel", record=entry)


def _sent(records: "Records") -> list[Step]:
    sent_on = records.recommendation.sent_on
    if sent_on is None:
        return []
    sent = Step("sent", sent_on, "Sent to", records.letter, with_office=True, by=records.sent_by)
    return [sent]


def _due(records: "Records") -> list[Step]:
    found, before = [], records.recommendation.due_on
    for revision in records.revisions:
        found.append(
            Step(
                "due",
                revision.decided_on,
                "More time for the response"
                if before is None or revision.due_on > before
                else "The response asked for sooner",
                record=revision,
                by=records.revised_by.get(revision.pk),
                was=before,
            )
        )
        before = revision.due_on
    return found


def _answered(records: "Records") -> list[Step]:
    return [
        Step("answered", response.letter.dated, "Answered by", record=response, with_office=True)
        for response in records.responses
    ]


def _changed(records: "Records") -> list[Step]:
    ordered = sorted(
        records.outcomes,
        key=lambda o: (o.outcome.version.dated, o.outcome.version_id, o.outcome.pk),
    )
    return [
        Step(
            "changed",
            version.dated,
            "What the plan then said",
            record=version,
            outcomes=list(outcomes),
        )
        for version, outcomes in groupby(ordered, key=lambda o: o.outcome.version)
    ]


def _assessed(records: "Records") -> list[Step]:
    return [
        Step(
            "assessed",
            records.assessed_on.get(assessment.pk, assessment.version.dated),
            "Assessed by the officers",
            record=assessment,
        )
        for assessment in records.assessments
    ]


def _judged(records: "Records") -> list[Step]:
    ordered = sorted(records.judgements, key=lambda j: (j.entry.item.meeting.starts_at, j.pk))
    return [
        Step(
            "judged",
            judgement.entry.item.meeting.day,
            "Judged by the panel",
            judgement,
            until=next_,
        )
        for judgement, next_ in zip_longest(ordered, ordered[1:])
    ]


def _corrected(records: "Records") -> list[Step]:
    """What one person corrected on one day is one step."""
    in_order = sorted(records.corrections, key=lambda c: c.at)
    by_day = groupby(in_order, key=lambda c: (c.on, c.who))
    return [
        Step("corrected", on, "Corrected", corrections=list(made), by=who)
        for (on, who), made in by_day
    ]
