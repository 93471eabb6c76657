"""Beside the plan: what produced a paragraph, and what to do when a version is locked."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from django.db.models import Count
from django.urls import reverse

from plans import margin
from plans import related as plan_related
from plans.models import Comparison, PlanVersion

from .. import register
from ..models import Outcome, Recommendation
from ..outcomes import proposing


def notes_beside(user: Any, versions: Sequence[PlanVersion]) -> dict[int, list[margin.Note]]:
    """Beside each paragraph of some versions, the recommendations that produced it or cite it."""
    notes: dict[int, list[margin.Note]] = defaultdict(list)
    standing = Outcome.objects.visible_to(user).standing().filter(version__in=versions)
    for outcome in standing.with_evidence():
        for paragraph in outcome.revision.later.all() if outcome.revision else ():
            notes[paragraph.pk].append(_outcome_note(outcome))
    visible = Recommendation.objects.visible_to(user).filter(version__in=versions)
    for recommendation in visible.prefetch_related("citations__paragraphs"):
        cited = {p for c in recommendation.citations.all() for p in c.paragraphs.all()}
        for paragraph in sorted(cited, key=lambda p: p.position):
            notes[paragraph.pk].append(_citing_note(recommendation))
    return dict(notes)


def explanations_of(user: Any, comparison: Comparison) -> dict[int, list[margin.Note]]:
    """On each revision, the recommendations that account for it: those not rejected."""
    notes: dict[int, list[margin.Note]] = defaultdict(list)
    standing = Outcome.objects.visible_to(user).standing().filter(version=comparison.later_id)
    explaining = standing.filter(revision__isnull=False).select_related("recommendation")
    for outcome in explaining.order_by("recommendation__reference", "pk"):
        notes[outcome.revision_id].append(_outcome_note(outcome))
    return dict(notes)


def _outcome_note(outcome: Outcome) -> margin.Note:
    confirmed = outcome.state == Outcome.State.CONFIRMED
    return margin.Note(
        reference=outcome.recommendation.reference,
        text=outcome.basis_in_words if confirmed else f"{outcome.basis_in_words}; to be confirmed",
        href=outcome.recommendation.get_absolute_url(),
        tag=outcome.get_verdict_display(),
        colour=register.COLOURS[outcome.verdict],
    )


def _citing_note(recommendation: Recommendation) -> margin.Note:
    return margin.Note(
        reference=recommendation.reference,
        text="commented on by the panel",
        href=recommendation.get_absolute_url(),
    )


def links_of_versions(
    user: Any, versions: Sequence[PlanVersion]
) -> dict[int, list[plan_related.Link]]:
    """From a version to the recommendations on it, and to what became of those before it."""
    links: dict[int, list[plan_related.Link]] = defaultdict(list)
    visible = Recommendation.objects.visible_to(user).filter(version__in=versions)
    for version, number in visible.values_list("version").annotate(Count("pk")).order_by():
        href = f"{reverse('recommendations:list')}?version={version}"
        words = "recommendation" if number == 1 else "recommendations"
        links[version].append(plan_related.Link(f"{number} {words} on this version", href))
    for version in versions:
        if version.is_locked and version.revises_id is not None:
            href = reverse("recommendations:outcomes", args=[version.pk])
            links[version.pk].append(plan_related.Link("What became of the panel’s points", href))
            href = reverse("recommendations:analysis", args=[version.pk])
            links[version.pk].append(plan_related.Link("The officers’ analysis", href))
    return dict(links)


def propose_when_locked(version: PlanVersion, comparison: Comparison | None, by: Any) -> None:
    """When a revised version is locked, and when an officer decides one of its links, propose what
    became of each recommendation."""
    if comparison is not None:
        proposing.propose(version, by=by)


ISSUING = (PlanVersion.Kind.ISSUED, PlanVersion.Kind.VARIATION, PlanVersion.Kind.ADDENDUM)


def warn_before_issuing(user: Any, version: PlanVersion) -> list[str]:
    """Issuing or varying a plan while recommendations on its draft, or on an earlier draft of the
    same, are unanswered (PRSRA 2011 s.5(6))."""
    drafts, draft = [], version.revises if version.kind in ISSUING else None
    while draft is not None and draft.kind in PlanVersion.DRAFTS:
        drafts.append(draft)
        draft = draft.revises
    visible = Recommendation.objects.visible_to(user).filter(version__in=drafts)
    unanswered = [str(r) for r in visible.unanswered()]
    if not unanswered:
        return []
    return [
        "The plan is being issued while these recommendations on its draft have no response: "
        f"{', '.join(unanswered)}."
    ]
