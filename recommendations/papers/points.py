"""Reading the record for the officers' analysis of a version, in a fixed number of queries."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from django.db.models import Prefetch

from meetings.models import MinuteEntry
from plans.compared.changes import Change
from plans.compared.sections import outermost
from plans.models import Paragraph, PlanVersion, Revision

from ..models import (
    Assessment,
    Citation,
    Judgement,
    Outcome,
    Recommendation,
    Response,
    ResponseLetter,
)
from ..register import natural
from .analysis import (
    Analysis,
    Answer,
    Assessed,
    Comment,
    Effect,
    Judged,
    Letter,
    Point,
    Unexplained,
)
from .minuted import Minuted, minuted


def analysed(
    version: PlanVersion, *, is_public: bool, judged_before: date | None = None
) -> Analysis:
    """What the paper on a version says: of a version that revises another. With ``is_public`` it
    is read from what the public may read. ``judged_before`` leaves out what the panel decided on
    that day or later: the paper goes to that meeting."""
    found = list(_recommendations(version, is_public=is_public))
    found.sort(key=lambda recommendation: natural(recommendation.reference))
    judgements = _judgements(found, is_public=is_public, before=judged_before)
    minutes = minuted(_entries(found, judgements))
    headings = list(version.paragraphs.values_list("heading", flat=True))
    points = [
        _point(
            recommendation,
            minutes,
            judgements.get(recommendation.pk),
            headings_said=outermost(headings),
        )
        for recommendation in found
    ]
    return Analysis(
        plan=str(version.plan),
        version=called(version),
        version_url=version.get_absolute_url(),
        comparison_url=version.comparison.get_absolute_url(),
        earlier=called(version.revises),
        earlier_url=version.revises.get_absolute_url(),
        points=points,
        letters=list(_letters(found, is_public=is_public)),
        unexplained=list(_unexplained(version, found, headings_said=outermost(headings))),
    )


def called(version: PlanVersion) -> str:
    """A version as it is called within a sentence: "draft variation of 13 November 2026"."""
    kind = version.get_kind_display().lower()
    return f"{kind} of {version.dated.day} {version.dated:%B %Y}"


def _recommendations(version: PlanVersion, *, is_public: bool) -> Iterable[Recommendation]:
    found = Recommendation.objects.public() if is_public else Recommendation.objects.all()
    outcomes = Outcome.objects.standing().filter(version=version).select_related("revision")
    assessments = Assessment.objects.filter(version=version)
    citations = Citation.objects.prefetch_related("paragraphs")
    return (
        found.about(version.revises_id)
        .select_related("raised_in__item__meeting")
        .prefetch_related(
            Prefetch("citations", citations),
            Prefetch("responses", Response.objects.select_related("letter")),
            Prefetch(
                "outcomes",
                outcomes.prefetch_related("revision__earlier", "revision__later").order_by("pk"),
            ),
            Prefetch("assessments", assessments.prefetch_related("partner_comments")),
        )
    )


def _judgements(
    found: Sequence[Recommendation], *, is_public: bool, before: date | None
) -> Mapping[int, Judgement]:
    """The latest judgement of each recommendation, by its primary key."""
    made = Judgement.objects.filter(recommendation__in=found)
    if is_public:
        made = made.filter(
            entry__restricted_under__isnull=True, entry__item__restricted_under__isnull=True
        )
    ordered = made.select_related("entry__item__meeting").order_by(
        "entry__item__meeting__starts_at", "pk"
    )
    return {
        judgement.recommendation_id: judgement
        for judgement in ordered
        if before is None or judgement.entry.item.meeting.day < before
    }


def _entries(
    found: Iterable[Recommendation], judgements: Mapping[int, Judgement]
) -> Iterator[MinuteEntry]:
    yield from (recommendation.raised_in for recommendation in found)
    yield from (judgement.entry for judgement in judgements.values())


def _point(
    recommendation: Recommendation,
    minutes: Mapping[int, Minuted],
    judgement: Judgement | None,
    *,
    headings_said: int,
) -> Point:
    responses = sorted(recommendation.responses.all(), key=lambda r: (r.letter.dated, r.pk))
    assessment = next(iter(recommendation.assessments.all()), None)
    return Point(
        pk=recommendation.pk,
        url=recommendation.get_absolute_url(),
        reference=recommendation.reference,
        kind=recommendation.get_kind_display(),
        theme=recommendation.theme,
        text=recommendation.text,
        suggested_wording=recommendation.suggested_wording,
        minuted=minutes[recommendation.raised_in_id],
        cites=list(cited_places(recommendation.citations.all())),
        sent_on=recommendation.sent_on,
        answers=[
            Answer(r.get_decision_display(), r.text, r.letter_id, r.letter.dated) for r in responses
        ],
        effects=_effects(recommendation, headings_said),
        assessed=_assessed(assessment) if assessment else None,
        judged=_judged(judgement, minutes) if judgement else None,
    )


def cited_places(citations: Iterable[Citation]) -> Iterator[str]:
    """The places that are cited, in words: "paragraph 12(b) (page 14)", "minute 44 (minutes)"."""
    for citation in citations:
        if citation.document != Citation.Document.PLAN:
            yield f"{citation.words} ({citation.get_document_display().lower()})"
        elif paragraphs := list(citation.paragraphs.all()):
            yield from _paged(paragraphs)
        else:
            yield citation.words


def _paged(paragraphs: Iterable[Paragraph]) -> Iterator[str]:
    """Paragraphs by name, each name once, with the page on which it begins."""
    first: dict[str, Paragraph] = {}
    for paragraph in paragraphs:
        first.setdefault(paragraph.name, paragraph)
    for name, paragraph in first.items():
        yield f"{name} (page {paragraph.page})" if paragraph.page else name


def _effects(recommendation: Recommendation, headings_said: int) -> list[Effect]:
    """What became of its places. Two places of one change are said once."""
    found = [_effect(outcome, headings_said) for outcome in recommendation.outcomes.all()]
    said = {(one.what, one.verdict, one.is_proposed): one for one in found}
    return list(said.values())


def _effect(outcome: Outcome, headings_said: int) -> Effect:
    change = _change(outcome.revision, headings_said) if outcome.revision else None
    what = f"{change.title}: {change.kind.lower()}" if change else outcome.place_in_words
    return Effect(
        what=what[:1].upper() + what[1:],
        where=_where(change) if change else "",
        verdict=outcome.verdict,
        verdict_in_words=outcome.get_verdict_display(),
        evidence=outcome.evidence,
        is_proposed=outcome.state == Outcome.State.PROPOSED,
    )


def _change(revision: Revision, headings_said: int) -> Change:
    earlier, later = list(revision.earlier.all()), list(revision.later.all())
    return Change(revision, earlier, later, headings_said=headings_said)


def _where(change: Change) -> str:
    """The headings it stands under, and its page: "Priority 1 › Roads, page 5"."""
    page = change.shown[0].page
    on_page = f"page {page}" if page else ""
    if page and change.is_removed:
        on_page += " of the earlier version"
    return ", ".join(part for part in (change.where, on_page) if part)


def _assessed(assessment: Assessment) -> Assessed:
    return Assessed(
        view=assessment.view,
        view_in_words=assessment.get_view_display(),
        comment=assessment.comment,
        questions=assessment.questions,
        suggested_wording=assessment.suggested_wording,
        wording_place=assessment.wording_place,
        partners=[Comment(c.source, c.text) for c in assessment.partner_comments.all()],
    )


def _judged(judgement: Judgement, minutes: Mapping[int, Minuted]) -> Judged:
    words = judgement.get_decision_display()
    return Judged(words, judgement.comment, minutes[judgement.entry_id])


def _letters(found: Sequence[Recommendation], *, is_public: bool) -> Iterator[Letter]:
    """The letters that answer, oldest first. A letter that also answers what was said under a
    restricted item is given to the public only as far as it answers the rest."""
    answers = [response for point in found for response in point.responses.all()]
    letters = ResponseLetter.objects.in_bulk({response.letter_id for response in answers})
    secret = Response.objects.exclude(recommendation__in=Recommendation.objects.public())
    partly = set(secret.filter(letter__in=letters).values_list("letter_id", flat=True))
    for letter in sorted(letters.values(), key=lambda one: (one.dated, one.pk)):
        own = [response for response in answers if response.letter_id == letter.pk]
        own.sort(key=lambda response: response.position)
        is_cut = is_public and letter.pk in partly
        yield Letter(
            pk=letter.pk,
            url=letter.get_absolute_url(),
            dated=letter.dated,
            reference=letter.reference,
            text="" if is_cut else letter.text,
            answers=[(r.point or r.recommendation.text, r.text) for r in own] if is_cut else (),
        )


def _unexplained(
    version: PlanVersion, found: Sequence[Recommendation], *, headings_said: int
) -> Iterator[Unexplained]:
    """The changes that none of the points found accounts for."""
    explained = {o.revision_id for point in found for o in point.outcomes.all()}
    changes = Revision.objects.filter(comparison__later=version).changes()
    rest = changes.exclude(pk__in=explained - {None}).prefetch_related("earlier", "later")
    for revision in rest.order_by("position", "pk"):
        change = _change(revision, headings_said)
        yield Unexplained(
            url=f"{version.comparison.get_absolute_url()}#{change.anchor}",
            what=f"{change.title}: {change.kind.lower()}",
            where=_where(change),
            pieces=change.pieces,
            is_regrouped=change.is_regrouped,
        )
