"""What an officer should know of an answer before it is confirmed: that it was given before, that
the panel withdrew its point, that a place is not to be found, or is two places."""

from collections.abc import Iterable, Sequence
from datetime import date

from pcp_scrutiny.components.templatetags.formats import date_gds
from pcp_scrutiny.components.wording import lower_first
from plans import labels

from .. import claims
from ..citing import Paragraphs
from ..letters import Pair
from ..models import Recommendation
from ..outcomes.ancestry import called
from ..rules.withdrawing import withdrawn_on
from .matching import match

NO_SUCH_PLACE = "{versions} {place}. Correct the number, or leave it if the letter says so."
TWO_PLACES = (
    "The {version} has {number} paragraphs {label}, under {headings}. All of them are kept. "
    "Take the number out below if none of them is meant."
)
BEFORE = (
    "It was answered before, in the {letter} ({decision}). Both answers are kept, and the one in "
    "the letter with the later date counts."
)
WITHDRAWN = (
    "The panel withdrew {reference} on {day}. The answer can be recorded all the same, or left out."
)
SENT_LATER = (
    "{reference} was sent on {sent}, after the date of the letter ({dated}). Check both dates."
)
NOT_SENT = "{reference} is not recorded as sent. Record the day it was sent as well."
ELSEWHERE = (
    "This point resembles {reference}, which is about {about}. If the letter answers on that, "
    "leave without recording anything and add it again for that version."
)


def of_recommendation(recommendation: Recommendation, dated: date | None) -> list[str]:
    """What to know of the recommendation that is answered in a letter of that date. Its responses
    with their letters and its judgements with their meetings are prefetched."""
    said, reference = [], recommendation.reference
    for response in recommendation.responses.all():
        letter, decision = lower_first(str(response.letter)), response.get_decision_display()
        said.append(BEFORE.format(letter=letter, decision=decision.lower()))
    if day := withdrawn_on(recommendation):
        said.append(WITHDRAWN.format(reference=reference, day=date_gds(day)))
    sent = recommendation.sent_on
    if sent is None:
        said.append(NOT_SENT.format(reference=reference))
    elif dated and sent > dated:
        days = {"sent": date_gds(sent), "dated": date_gds(dated)}
        said.append(SENT_LATER.format(reference=reference, **days))
    return said


def of_places(cited: Iterable[str], versions: Sequence[Paragraphs]) -> list[str]:
    """What to know of the places that an answer cites: those that none of the versions has, and
    the numbers that one of them has more than once."""
    said = []
    for label in dict.fromkeys(cited):
        if versions and not any(paragraphs.find(label) for paragraphs in versions):
            said.append(NO_SUCH_PLACE.format(versions=_none_of(versions), place=_bare(label)))
        for paragraphs in versions:
            same = [p for p in paragraphs.all if _is(p.label, label)]
            if len(same) > 1:
                under = " and ".join(f"“{(p.heading or ['no heading'])[-1]}”" for p in same)
                about = {"version": called(paragraphs.version), "headings": under}
                said.append(TWO_PLACES.format(number=len(same), label=label, **about))
    return said


def of_strangers(pairs: Sequence[Pair], others: Sequence[Recommendation]) -> list[str]:
    """For each point that none of the recommendations it could answer resembles: the one on
    another version that it does resemble; "" for none."""
    found = match([pair.point for pair in pairs], [(r.reference, r.text) for r in others])
    said = []
    for one in found:
        if one is None or not one.sure:
            said.append("")
            continue
        other = others[one.index]
        about = f"the {called(other.version)}" if other.version else "no plan"
        said.append(ELSEWHERE.format(reference=other.reference, about=about))
    return said


def _is(label: str, wanted: str) -> bool:
    return bool(label) and labels.is_label(wanted) and labels.key(label) == labels.key(wanted)


def _none_of(versions: Sequence[Paragraphs]) -> str:
    names = [f"the {called(paragraphs.version)}" for paragraphs in versions]
    if len(names) == 1:
        return f"{names[0][:1].upper()}{names[0][1:]} has no"
    return f"Neither {' nor '.join(names)} has a"


def _bare(label: str) -> str:
    return claims.named(label).removeprefix("the ")
