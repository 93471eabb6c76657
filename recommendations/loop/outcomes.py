"""Outcomes as people read them: by recommendation, counted, with the words before and after."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from plans.compared.changes import Change
from plans.models import Revision

from ..models import Outcome, Recommendation


@dataclass(frozen=True)
class OutcomeShown:
    """An outcome, with the paragraphs it changed before and after."""

    outcome: Outcome
    change: Change | None


def show(outcome: Outcome) -> OutcomeShown:
    """An outcome with its paragraphs before and after, word by word."""
    return OutcomeShown(outcome, _change(outcome.revision) if outcome.revision else None)


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


def _change(revision: Revision) -> Change:
    return Change(revision, list(revision.earlier.all()), list(revision.later.all()))
