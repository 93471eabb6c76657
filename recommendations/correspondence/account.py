"""A letter's account: its points in order, what each claims and what the plan shows of it, what
was not answered, and the letter's own words with the places it names."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from pcp_scrutiny import history
from plans.models import PlanVersion

from .. import claims
from ..citing import Paragraphs, find
from ..models import Outcome, Recommendation, Response, ResponseLetter
from ..outcomes import proposing
from ..rules.withdrawing import withdrawn_on
from .tally import Tally, sentences

Verdict = Outcome.Verdict
CHANGES = (*claims.CHANGES, "")  # "": entered by an officer
SHORT = (Verdict.NOT_BORNE_OUT, Verdict.NOT_FOUND, Verdict.UNCLAIMED)


@dataclass(frozen=True)
class Point:
    """One point of a letter: the answer, what it claims in its own words, and what was found."""

    response: Response
    claims: Sequence[claims.Claim]
    outcomes: Sequence[Outcome]


@dataclass(frozen=True)
class Stretch:
    """Words of a letter; ``href`` leads to the place of the plan that they name."""

    text: str
    is_place: bool = False
    href: str = ""


@dataclass(frozen=True)
class Account:
    """All of it. ``short_of`` are the outcomes that fall short of what was claimed, ``proposed``
    those that wait for an officer, with their stamps; ``early`` the recommendations that were sent
    only after the day the letter bears."""

    points: Sequence[Point]
    sentences: Sequence[str]
    short_of: Sequence[Outcome]
    unanswered: Sequence[Recommendation]
    stretches: Sequence[Stretch]
    revised: Sequence[PlanVersion]
    proposed: Sequence[tuple[int, str]] = ()
    early: Sequence[Recommendation] = field(default_factory=tuple)


def account(letter: ResponseLetter, user: Any) -> Account:
    """The account of a letter, as ``user`` may know it. A fixed number of queries."""
    revised = list(letter.version.revised_by.locked()) if letter.version else []
    later = Paragraphs(revised[-1] if revised else letter.version)
    found = letter.responses.select_related("recommendation").prefetch_related(
        "citations", "recommendation__citations", "outcomes__version"
    )
    points = [_point(response, later.headings) for response in found]
    standing = [outcome for point in points for outcome in point.outcomes]
    unanswered = _unanswered(letter, user)
    proposed = [o for o in standing if o.state == Outcome.State.PROPOSED]
    return Account(
        points=points,
        sentences=sentences(_tally(points, standing, bool(revised), unanswered)),
        short_of=[o for o in standing if o.verdict in SHORT],
        unanswered=unanswered,
        stretches=stretches(letter.text, later),
        revised=revised,
        proposed=list(history.stamps(proposed).items()),
        early=[
            point.response.recommendation
            for point in points
            if (point.response.recommendation.sent_on or letter.dated) > letter.dated
        ],
    )


def _point(response: Response, headings: Sequence[str]) -> Point:
    found = sorted(response.outcomes.all(), key=lambda outcome: outcome.pk)
    for outcome in found:  # known already: no query for each
        outcome.recommendation = response.recommendation
    return Point(
        response,
        [c for c in proposing.claims_in(response, headings) if c.says_something],
        [o for o in found if o.state != Outcome.State.REJECTED],
    )


def _tally(
    points: Sequence[Point],
    standing: Sequence[Outcome],
    checked: bool,
    unanswered: Sequence[Recommendation],
) -> Tally:
    claimed = [o for o in standing if _claims_a_change(o)]
    others = Counter(o.verdict for o in standing if not _claims_a_change(o))
    of_claims = Counter("placeless" if o.is_placeless else o.verdict for o in claimed)
    read = (claim for point in points for claim in point.claims)
    return Tally(
        points=len(points),
        claimed=len(claimed) if checked else sum(c.kind in claims.CHANGES for c in read),
        checked=checked,
        borne_out=of_claims[Verdict.BORNE_OUT],
        not_borne_out=of_claims[Verdict.NOT_BORNE_OUT],
        not_found=of_claims[Verdict.NOT_FOUND],
        placeless=of_claims["placeless"],
        as_stated=others[Verdict.AS_STATED],
        not_there=others[Verdict.NOT_FOUND],
        unclaimed=others[Verdict.UNCLAIMED],
        to_confirm=sum(o.state == Outcome.State.PROPOSED for o in standing),
        unanswered=[recommendation.reference for recommendation in unanswered],
    )


def _claims_a_change(outcome: Outcome) -> bool:
    """Whether a change was claimed there. What is borne out was claimed, if only by
    accepting."""
    if outcome.verdict in (Verdict.BORNE_OUT, Verdict.NOT_BORNE_OUT):
        return True
    return outcome.verdict == Verdict.NOT_FOUND and outcome.claim in CHANGES


def _unanswered(letter: ResponseLetter, user: Any) -> list[Recommendation]:
    """What was sent on the same version by the day of the letter, was not withdrawn, and no letter
    of that day or before answers."""
    if letter.version is None:
        return []
    sent = Recommendation.objects.visible_to(user).about(letter.version)
    sent = sent.filter(sent_on__isnull=False, sent_on__lte=letter.dated)
    answered = Response.objects.filter(letter__dated__lte=letter.dated)
    found = sent.exclude(pk__in=answered.values("recommendation")).prefetch_related(
        "judgements__entry__item__meeting"
    )
    return [recommendation for recommendation in found if not withdrawn_on(recommendation)]


def stretches(text: str, paragraphs: Paragraphs) -> list[Stretch]:
    """A letter's words, cut where it names places of the plan; each leads to its paragraph."""
    cut, at = [], 0
    for citation in find(text, headings=paragraphs.headings):
        if citation.document != "plan" or citation.start < at:
            continue
        there = [p for label in citation.labels for p in paragraphs.find(label)]
        cut.append(Stretch(text[at : citation.start]))
        href = there[0].get_absolute_url() if there else ""
        cut.append(Stretch(text[citation.start : citation.end], True, href))
        at = citation.end
    return [*_said(cut), Stretch(text[at:])]


def _said(cut: Iterable[Stretch]) -> list[Stretch]:
    return [stretch for stretch in cut if stretch.text]
