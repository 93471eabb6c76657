"""Which parts of scrutiny reviews are not public, and which are, for the check of a finished public
pack. Told from the marks on the records, and not by what the report is made with."""

from collections.abc import Iterator
from typing import Any

from meetings import withheld
from meetings.withheld import Withheld

from ..models import (
    AnswerPoint,
    Evidence,
    Finding,
    Invitation,
    Promise,
    ReviewQuestion,
    ReviewSubject,
    ScrutinyReview,
    Witness,
)

TEXT = "part of the text"
NAME = "the name"


def register() -> None:
    """Have them looked for."""
    withheld.register("reviews", private=private_words, public=public_words)


def private_words(meeting: Any) -> Iterator[Withheld]:  # noqa: ARG001
    """Who and what was exempt in reviews."""
    for one in _people():
        if _is_private(one):
            called = f"someone in the review “{one.review}”"
            yield Withheld(called, NAME, one.name, names_people=True)
            yield Withheld(called, "the organisation or post", one.role, names_people=True)
    for one in Evidence.objects.select_related("review", "invitation", "file").order_by("pk"):
        if _is_private(one):
            called = f"evidence {one.number} of the review “{one.review}”"
            yield Withheld(called, "the title", one.title)
            yield Withheld(called, "who it came from", one.source, names_people=True)
            yield Withheld(called, TEXT, one.text)
            if one.file:
                yield Withheld(called, "the name of the file", one.file.name.rpartition(".")[0])
    for one in (*_questions(), *_points(), *_promises()):
        if _is_private(one):
            called = f"a question, answer or promise of the review “{one.review}”"
            for text in _texts(one):
                yield Withheld(called, "words", text)


def public_words(meeting: Any) -> Iterator[str]:  # noqa: ARG001
    """All else that a report prints."""
    fields = ("title", "question", "scope", "method", "led_by", "summary")
    for review in ScrutinyReview.objects.order_by("pk"):
        yield from (getattr(review, field) for field in fields)
    for one in _people():
        if not _is_private(one):
            yield from (one.name, one.role, getattr(one, "heard_at", ""))
    for one in Evidence.objects.select_related("invitation", "file").order_by("pk"):
        if not _is_private(one):
            yield from (one.title, one.source, one.text, one.file.name if one.file else "")
    for one in (*_questions(), *_points(), *_promises()):
        if not _is_private(one):
            yield from _texts(one)
    yield from ReviewSubject.objects.order_by("pk").values_list("title", flat=True)
    for finding in Finding.objects.order_by("pk"):
        yield from (finding.text, finding.suggested_wording, finding.theme, finding.owner)


def _people() -> Iterator[Invitation | Witness]:
    related = ("witnesses", "evidence")
    yield from Invitation.objects.select_related("review").prefetch_related(*related).order_by("pk")
    yield from Witness.objects.select_related("review", "invitation").order_by("pk")


def _questions() -> Iterator[ReviewQuestion]:
    related = ("subject__review", "put_to__invitation")
    yield from ReviewQuestion.objects.select_related(*related).order_by("pk")


def _points() -> Iterator[AnswerPoint]:
    related = (
        "question__subject__review",
        "question__put_to__invitation",
        "evidence__invitation",
        "said_by__invitation",
    )
    yield from AnswerPoint.objects.select_related(*related).order_by("pk")


def _promises() -> Iterator[Promise]:
    yield from Promise.objects.select_related("review").order_by("pk")


def _texts(one: Any) -> Iterator[str]:
    yield one.text
    if isinstance(one, Promise):
        yield from (one.promised_by, one.outcome)


def _is_private(one: Any) -> bool:
    """Whether it is restricted, or belongs to what is. Who answered by letter is exempt with what
    they sent or said: an open call is answered by many, and says of none who they are."""
    if one is None:
        return False
    if getattr(one, "restricted_under", None) is not None:
        return True
    if isinstance(one, Invitation):
        theirs = (*one.witnesses.all(), *one.evidence.all())
        is_exempt = any(each.restricted_under is not None for each in theirs)
        return one.manner == Invitation.Manner.LETTER and is_exempt
    if isinstance(one, Witness | Evidence):
        return one.invitation is not None and one.invitation.restricted_under is not None
    if isinstance(one, ReviewQuestion):
        return _is_private(one.put_to)
    if isinstance(one, AnswerPoint):
        return any(map(_is_private, (one.question, one.evidence, one.said_by)))
    return False
