"""Which recommendations and what belongs to them are not public, and which are, for the check of a
finished public pack. Told from the marks on the minutes, and not by what the papers are made
with."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import Any

from meetings import withheld
from meetings.models import MinuteEntry
from meetings.withheld import Withheld, run_together

from ..models import (
    Assessment,
    Citation,
    DueDateRevision,
    Judgement,
    Outcome,
    PartnerComment,
    Recommendation,
    Response,
    ResponseLetter,
)
from ..papers import statute

TEXT = "part of the text"
SHORTEST = 12
"""Letters and digits of a point that can be known again within a recommendation."""
OF_RECOMMENDATIONS: Mapping[Any, tuple[str, Iterable[str]]] = {
    Response: ("the response", ("point", "text", "reason")),
    Assessment: ("the officers’ view", ("comment", "questions", "suggested_wording")),
    Outcome: ("what became of it", ("evidence", "words")),
    DueDateRevision: ("why its date was revised", ("reason",)),
    Judgement: ("what the panel decided", ("comment",)),
}
"""Records of a recommendation that papers print, what they are, and their words."""


def register() -> None:
    """Have them looked for."""
    withheld.register("recommendations", private=private_words, public=public_words)


def private_words(meeting: Any) -> Iterator[Withheld]:  # noqa: ARG001
    """What was recommended in private, and all that was said of it."""
    private = _private()
    told = Recommendation.history.filter(id__in=private).order_by("history_id")
    for pk, *texts in told.values_list("id", "text", "suggested_wording", "theme", "owner"):
        for text in texts[:2]:
            yield Withheld(_called(private[pk]), TEXT, text)
        yield Withheld(_called(private[pk]), "the theme", texts[2])
        yield Withheld(_called(private[pk]), "the owner", texts[3], names_people=True)
    for model, (what, fields) in OF_RECOMMENDATIONS.items():
        related = ("entry__item",) if model is Judgement else ()
        for one in model.objects.select_related("recommendation", *related).order_by("pk"):
            is_private = one.recommendation_id in private
            if is_private or (model is Judgement and _is_restricted(one.entry)):
                for field in fields:
                    yield Withheld(_called(one.recommendation), what, getattr(one, field))
    comments = PartnerComment.objects.filter(assessment__recommendation__in=private)
    for comment in comments.select_related("assessment__recommendation").order_by("pk"):
        called = _called(comment.assessment.recommendation)
        yield Withheld(called, "who commented on it", comment.source, names_people=True)
        yield Withheld(called, "a partner’s comment", comment.text)
    for letter in _letters(private, is_private=True):
        day = f"{letter.dated.day} {letter.dated:%B %Y}"
        yield Withheld(f"the letter of {day}, which answers in private too", TEXT, letter.text)


def public_words(meeting: Any) -> Iterator[str]:  # noqa: ARG001
    """What was recommended in public, also as it once was worded, with all that was said of it."""
    private = _private()
    yield from _worded(private)
    for model, (_, fields) in OF_RECOMMENDATIONS.items():
        rows = model.history.exclude(recommendation_id__in=private).order_by("history_id")
        if model is Judgement:
            rows = rows.exclude(entry_id__in=_private_entries())
        yield from chain.from_iterable(rows.values_list(*fields))
    comments = PartnerComment.objects.exclude(assessment__recommendation__in=private)
    yield from chain.from_iterable(comments.order_by("pk").values_list("source", "text"))
    cited = Citation.objects.exclude(recommendation__in=private)
    cited = cited.exclude(response__recommendation__in=private).order_by("pk")
    yield from cited.values_list("words", flat=True)
    for letter in _letters(private, is_private=False):
        yield from (letter.text, letter.reference)
    for route in statute.ROUTES:
        yield from (route.subject, route.provision, route.asks, route.duty)


def _worded(private: Iterable[int]) -> Iterator[str]:
    """The words that recommendations have, and those that they had where nothing was in them that
    is withheld now."""
    fields = ("reference", "text", "suggested_wording", "theme", "owner")
    points = [point for found in _private_points().values() for point in found]
    told = Recommendation.history.exclude(id__in=private).order_by("history_id")
    for texts in told.values_list(*fields):
        together = run_together(texts[1])
        if not any(point in together for point in points):
            yield from texts
    now = Recommendation.objects.exclude(pk__in=private).order_by("pk")
    yield from chain.from_iterable(now.values_list(*fields))


def _private() -> dict[int, Recommendation]:
    """The recommendations that were raised in private, or hold the words of a point of the same
    minutes that is withheld, by their keys."""
    points = _private_points()
    related = Recommendation.objects.select_related("raised_in__item").order_by("pk")
    return {
        one.pk: one
        for one in related
        if _is_restricted(one.raised_in)
        or _holds(one, points.get(one.raised_in.item.meeting_id, ()))
    }


def _holds(one: Recommendation, points: Iterable[str]) -> bool:
    text, minute = run_together(one.text), run_together(one.raised_in.text)
    return any(point in text and point not in minute for point in points)


def _private_points() -> Mapping[int, list[str]]:
    """The withheld minutes of each meeting, run together."""
    found: dict[int, list[str]] = defaultdict(list)
    for entry in MinuteEntry.objects.select_related("item").order_by("pk"):
        if _is_restricted(entry) and len(text := run_together(entry.text)) >= SHORTEST:
            found[entry.item.meeting_id].append(text)
    return found


def _private_entries() -> list[int]:
    entries = MinuteEntry.objects.select_related("item").order_by("pk")
    return [entry.pk for entry in entries if _is_restricted(entry)]


def _is_restricted(entry: MinuteEntry) -> bool:
    return entry.restricted_under is not None or entry.item.restricted_under is not None


def _letters(private: Iterable[int], *, is_private: bool) -> Iterator[ResponseLetter]:
    """The letters that answer something private, or those that answer nothing of it."""
    secret = Response.objects.filter(recommendation__in=private).values("letter")
    letters = ResponseLetter.objects.order_by("pk")
    yield from letters.filter(pk__in=secret) if is_private else letters.exclude(pk__in=secret)


def _called(recommendation: Recommendation) -> str:
    return f"recommendation {recommendation.reference}"
