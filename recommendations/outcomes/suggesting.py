"""What an officer may link, from the records: the likeliest changes for a recommendation whose
response names no place, and the likeliest recommendations for a change nobody accounts for."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from plans.compared.changes import Change
from plans.models import PlanVersion

from ..models import Recommendation
from .candidates import Asked, Changed, Ranking


@dataclass(frozen=True)
class Suggestion:
    """A recommendation and a change that may belong together, with a sentence that says why."""

    recommendation: Recommendation
    change: Change
    evidence: str


class Suggesting:
    """The changes of a version beside the recommendations on what it revises. ``recommendations``
    come with their responses prefetched; no queries but one for the paragraphs."""

    def __init__(
        self,
        version: PlanVersion,
        changes: Sequence[Change],
        recommendations: Iterable[Recommendation],
    ) -> None:
        self._changes = changes
        self._recommendations = list(recommendations)
        self._asked = [_asked(one) for one in self._recommendations]
        texts = version.paragraphs.values_list("text", flat=True) if changes else ()
        self._ranking = Ranking([_changed(change) for change in changes], texts)
        self._order = {change: place for place, change in enumerate(changes)}

    def changes_for(self, recommendation: Recommendation) -> list[Suggestion]:
        """The changes that a recommendation may have led to, likeliest first."""
        found = self._ranking.changes_for(_asked(recommendation))
        return [Suggestion(recommendation, self._changes[c.index], c.evidence) for c in found]

    def recommendations_for(self, change: Change) -> list[Suggestion]:
        """The recommendations that may account for a change, likeliest first."""
        found = self._ranking.asked_for(self._order[change], self._asked)
        return [Suggestion(self._recommendations[c.index], change, c.evidence) for c in found]


def _asked(recommendation: Recommendation) -> Asked:
    answers = (response.text for response in recommendation.responses.all())
    said = (recommendation.text, recommendation.suggested_wording, *answers)
    return Asked(" ".join(said), recommendation.theme)


def _changed(change: Change) -> Changed:
    differs = " ".join(run.text for run in change.runs if run.kind != "same")
    stays = " ".join(run.text for run in change.runs if run.kind == "same")
    heading = change.shown[0].heading
    name = change.after or change.before
    return Changed(name, differs, stays, heading, change.is_explained)
