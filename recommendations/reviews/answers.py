"""Questions and the points of their answers by subject, with numbers."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ..models import AnswerPoint, ReviewQuestion, ScrutinyReview
from .numbering import numbers
from .report import Point, Question, Subject
from .testimony import why_exempt


@dataclass(frozen=True)
class _Kept:
    """The questions or the points of a review. ``order`` are the keys of all of them under each
    parent; ``told`` are those that may be told of, ``withheld`` the paragraph of each other."""

    order: Mapping[int, Sequence[int]]
    told: Mapping[int, ReviewQuestion | AnswerPoint]
    withheld: Mapping[int, int]


def subjects(review: ScrutinyReview, *, is_public: bool) -> list[Subject]:
    """The subjects with their questions and answers. What is withheld keeps its number."""
    asked = ReviewQuestion.objects.filter(subject__review=review)
    asked = asked.select_related("put_to__invitation")
    points = AnswerPoint.objects.filter(question__subject__review=review)
    points = points.select_related("evidence__invitation", "said_by__invitation")
    questions = _keep(asked, "subject_id", is_public=is_public)
    answers = _keep(points, "question_id", is_public=is_public)
    found = list(review.subjects.order_by("position", "pk"))
    places = numbers([one.pk for one in found])
    return [
        Subject(
            number=places[one.pk],
            pk=one.pk,
            title=one.title,
            questions=_questions(questions, answers, of=one.pk, under=places[one.pk]),
        )
        for one in found
    ]


def _keep(records, parent: str, *, is_public: bool) -> _Kept:
    order: dict[int, list[int]] = defaultdict(list)
    for under, pk in records.order_by("position", "pk").values_list(parent, "pk"):
        order[under].append(pk)
    told = {one.pk: one for one in (records.public() if is_public else records)}
    return _Kept(order, told, dict(records.withheld()) if is_public else {})


def _questions(questions: _Kept, answers: _Kept, *, of: int, under: str) -> list[Question]:
    found = []
    for pk, number in numbers(questions.order.get(of, ()), under=under).items():
        if pk not in questions.told:
            why = questions.withheld.get(pk)
            found.append(Question(number, restricted_under=why, is_withheld=True))
            continue
        one = questions.told[pk]
        found.append(
            Question(
                number=number,
                pk=pk,
                text=one.text,
                put_to=one.put_to.name if one.put_to else "",
                points=_answer(answers, of=pk, under=number),
                restricted_under=one.restricted_under or _first_why([one.put_to]),
            )
        )
    return found


def _answer(answers: _Kept, *, of: int, under: str) -> list[Point]:
    found = []
    for pk, number in numbers(answers.order.get(of, ()), under=under).items():
        if pk not in answers.told:
            why = answers.withheld.get(pk)
            found.append(Point(number, restricted_under=why, is_withheld=True))
            continue
        one = answers.told[pk]
        why = _first_why([one.evidence, one.said_by])
        found.append(Point(number, pk, one.text, _source(one), restricted_under=why))
    return found


def _first_why(parts: Iterable) -> int | None:
    """The paragraph under which the first of them that is exempt is so."""
    return next((why for part in parts if part and (why := why_exempt(part))), None)


def _source(point: AnswerPoint) -> str:
    said = point.said_by.name if point.said_by else ""
    filed = f"Evidence {point.evidence.number}" if point.evidence else ""
    return "; ".join(filter(None, (said, filed)))
