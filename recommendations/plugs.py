"""What the register offers to the apps below it, which may not import it (see ``apps.py``).

Beside a paragraph, the recommendation that produced it; under an agenda item, the button that
records one; when a version is locked, the outcomes; in a pack, the tracker; at home, what waits.
"""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db.models import Count, QuerySet
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import SafeString

from meetings import related as meeting_related
from meetings.models import Paper
from pcp_scrutiny.home import Block, Task
from plans import margin
from plans import related as plan_related
from plans.models import Comparison, PlanVersion

from . import outcomes, permissions, register
from .models import Judgement, Outcome, Recommendation

# --- For plans ----------------------------------------------------------------------------------


def notes_beside(user: Any, version: PlanVersion) -> dict[int, list[margin.Note]]:
    """Beside each paragraph of a version, the recommendations that produced it or that cite it."""
    notes: dict[int, list[margin.Note]] = defaultdict(list)
    standing = Outcome.objects.visible_to(user).standing().filter(version=version)
    for outcome in standing.with_evidence():
        for paragraph in outcome.revision.later.all() if outcome.revision else ():
            notes[paragraph.pk].append(_outcome_note(outcome))
    visible = Recommendation.objects.visible_to(user).about(version)
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
    return dict(links)


def propose_when_locked(version: PlanVersion, comparison: Comparison | None, by: Any) -> None:
    """When a revised version is locked, and when an officer decides one of its links, propose what
    became of each recommendation."""
    if comparison is not None:
        outcomes.propose(version, by=by)


DRAFTS = (
    PlanVersion.Kind.DRAFT,
    PlanVersion.Kind.REVISED_DRAFT,
    PlanVersion.Kind.DRAFT_VARIATION,
)
ISSUING = (PlanVersion.Kind.ISSUED, PlanVersion.Kind.VARIATION, PlanVersion.Kind.ADDENDUM)


def warn_before_issuing(user: Any, version: PlanVersion) -> list[str]:
    """Issuing or varying a plan while recommendations on its draft, or on an earlier draft of the
    same, are unanswered (PRSRA 2011 s.5(6))."""
    drafts, draft = [], version.revises if version.kind in ISSUING else None
    while draft is not None and draft.kind in DRAFTS:
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


# --- For meetings -------------------------------------------------------------------------------


def links_of_entries(user: Any, entries: Sequence[Any]) -> dict[int, list[meeting_related.Link]]:
    """From a minute to the recommendations recorded there and the judgements made there."""
    links: dict[int, list[meeting_related.Link]] = defaultdict(list)
    visible = Recommendation.objects.visible_to(user)
    for recommendation in visible.filter(raised_in__in=entries):
        words = f"Recommendation {recommendation}"
        link = meeting_related.Link(words, recommendation.get_absolute_url())
        links[recommendation.raised_in_id].append(link)
    judged = Judgement.objects.visible_to(user).filter(entry__in=entries)
    for judgement in judged.select_related("recommendation"):
        words = (
            f"Recommendation {judgement.recommendation}: {judgement.get_decision_display().lower()}"
        )
        link = meeting_related.Link(words, judgement.recommendation.get_absolute_url())
        links[judgement.entry_id].append(link)
    return dict(links)


def links_of_items(user: Any, items: Sequence[Any]) -> dict[int, list[meeting_related.Link]]:
    """Under an item, the way to record what the panel said about it."""
    if not permissions.can_record_recommendation(user):
        return {}
    return {
        item.pk: [
            meeting_related.Link(
                "Record a recommendation",
                reverse("recommendations:add", args=[item.pk]),
                about=f"under item {item}",
            )
        ]
        for item in items
        if not item.meeting.minutes_are_approved
    }


def build_tracker(paper: Paper, *, is_public: bool) -> SafeString:
    """The recommendation tracker as a paper, as things stand on the meeting's day, however much
    later it is made: what was raised, answered, changed or judged since is left out."""
    on = timezone.localtime(paper.item.meeting.starts_at).date()
    found = Recommendation.objects.public() if is_public else Recommendation.objects.all()
    raised = found.filter(raised_in__item__meeting__starts_at__date__lte=on)
    positions = register.positions(
        raised.with_loop(), on=on, revised=register.versions_revised(), is_public=is_public
    )
    return render_to_string(
        "documents/_tracker.html", {"positions": positions, "on": on, "is_public": is_public}
    )


# --- For the home page --------------------------------------------------------------------------


def waiting(user: Any, on: date) -> list[Block]:
    """What waits: for officers, outcomes to confirm and answers overdue; for members, what was
    promised and not delivered."""
    blocks = []
    if permissions.can_decide_outcomes(user):
        blocks.append(Block("Recommendations", 20, _to_do(user, on), "Nothing waits for you here."))
    if permissions.can_view_recommendations(user):
        blocks.append(Block("What to ask about", 30, _to_ask(user, on), "Nothing stands out."))
    return blocks


def counted(number: int) -> str:
    """How many recommendations, in words."""
    return f"{number} recommendation{'' if number == 1 else 's'}"


def _to_do(user: Any, on: date) -> list[Task]:
    proposed = _by_version(Outcome.objects.visible_to(user).proposed())
    unsent = _by_version(Recommendation.objects.visible_to(user).unsent())
    versions = PlanVersion.objects.in_bulk({*proposed, *unsent})
    tasks = []
    for pk, number in unsent.items():
        href = reverse("recommendations:send", args=[pk])
        text = f"Record that recommendations were sent: {versions[pk]}"
        tasks.append(Task(text, href, note=f"{number} not sent", urgent=True))
    if others := Recommendation.objects.visible_to(user).unsent().about(None).count():
        href = reverse("recommendations:send_others")
        text = "Record that recommendations were sent: not about a plan"
        tasks.append(Task(text, href, note=f"{others} not sent", urgent=True))
    for pk, number in proposed.items():
        href = reverse("recommendations:outcomes", args=[pk])
        text = f"Confirm outcomes: {versions[pk]}"
        tasks.append(Task(text, href, note=f"{number} to confirm", urgent=True))
    overdue = Recommendation.objects.visible_to(user).overdue(on).count()
    if overdue:
        href = f"{reverse('recommendations:list')}?answer=overdue"
        tasks.append(Task("Chase overdue responses", href, note=counted(overdue), urgent=True))
    return tasks


def _by_version(found: QuerySet) -> dict[int, int]:
    """How many of them there are for each version of a plan."""
    of_versions = found.filter(version__isnull=False).order_by("version")
    return dict(of_versions.values_list("version").annotate(Count("pk")))


QUESTIONS = {
    "not borne out": "Claimed in the response, but the plan is unchanged",
    "not found": "The response points to a place the plan does not have, or names none",
    "changed without being claimed": "Changed although the response claims no change",
}


def _to_ask(user: Any, on: date) -> list[Task]:
    visible = Recommendation.objects.visible_to(user)
    tasks = []
    for verdict, text in QUESTIONS.items():
        if number := visible.with_verdict(verdict).count():
            href = f"{reverse('recommendations:list')}?verdict={verdict.replace(' ', '+')}"
            tasks.append(Task(text, href, note=counted(number), urgent=True))
    if number := visible.overdue(on).count():
        href = f"{reverse('recommendations:list')}?answer=overdue"
        tasks.append(Task("Response overdue", href, note=counted(number), urgent=True))
    return tasks
