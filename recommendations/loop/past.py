"""What history tells of a recommendation and all that belongs to it, as corrections."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from pcp_scrutiny.components.wording import lower_first

from ..models import Citation, Judgement, Outcome, Recommendation, Response, ResponseLetter
from ..rules.dates import in_words
from .corrections import Correction, Told, corrections, together

FIELDS: Mapping[type[models.Model], Sequence[str]] = {
    Recommendation: (
        *("reference", "kind", "route", "text", "suggested_wording", "theme", "owner", "version"),
        "due_on",
    ),
    Response: ("decision", "text", "reason", "point"),
    ResponseLetter: ("dated", "reference"),
    Outcome: ("verdict", "state", "note"),
    Judgement: ("decision", "entry", "comment"),
}
"""What of a record's history is told on the page; the rest is in its full history."""


def _history(model: type[models.Model], where: Q, *related: str) -> models.QuerySet:
    return (
        model.history.filter(where).select_related("history_user", *related).order_by("history_id")
    )


def of_recommendation(recommendation: Recommendation) -> list[Any]:
    """The history of a recommendation itself, oldest first."""
    return list(_history(Recommendation, Q(id=recommendation.pk), "version"))


def corrected(
    recommendation: Recommendation, rows: Sequence[Any], responses: Sequence[Response]
) -> list[Correction]:
    """What was corrected in a recommendation (``rows`` is its own history), in its answers, their
    letters, its outcomes and judgements. Five queries."""
    of = Q(recommendation_id=recommendation.pk)
    letters = {response.letter_id: str(response.letter) for response in responses}
    answers = {r.pk: f"The response in the {lower_first(letters[r.letter_id])}" for r in responses}
    found = _of(Recommendation, _until_sent(rows), lambda row: f"Recommendation {row.reference}")
    found += _of(Response, _history(Response, of), lambda row: answers.get(row.id, "A response"))
    in_letters = _history(ResponseLetter, Q(id__in=letters))
    found += _of(ResponseLetter, in_letters, lambda row: f"The {lower_first(letters[row.id])}")
    decided = [row for row in _history(Outcome, of) if row.history_type != "-"]
    found += [c for c in _of(Outcome, decided, _about_outcome) if not _is_confirmation(c)]
    judged = _history(Judgement, of, "entry__item__meeting")
    found += _of(Judgement, judged, _about_judgement)
    cites = of | Q(response_id__in=answers)
    found += _of_citations(recommendation, _history(Citation, cites), answers)
    return together(found)


def _until_sent(rows: Sequence[Any]) -> list[Any]:
    """The day first asked for is told with the sending, not as a correction."""
    sent = next((row for row in rows if row.sent_on is not None), None)
    for row in rows:
        if row.sent_on is None and sent is not None:
            row.due_on = sent.due_on
    return list(rows)


def _of(model: type[models.Model], rows: Iterable[Any], subject: Any) -> list[Correction]:
    by_record: dict[int, list[Any]] = {}
    for row in rows:
        by_record.setdefault(row.id, []).append(row)
    return [
        correction
        for pk, told in by_record.items()
        for correction in corrections(
            [_told(model, row) for row in told], subject=subject(told[-1]), url=_url(model, pk)
        )
    ]


def _told(model: type[models.Model], row: Any) -> Told:
    fields = [model._meta.get_field(name) for name in FIELDS[model]]
    return Told(
        timezone.localtime(row.history_date),
        row.history_user,
        row.history_change_reason or "",
        {_name(field): _words(field, row) for field in fields},
    )


def _name(field: Any) -> str:
    name = str(field.verbose_name)
    return name[:1].upper() + name[1:]


def _words(field: Any, row: Any) -> str:
    value = getattr(row, field.name)
    if field.choices:
        return str(dict(field.flatchoices).get(value, value))
    if isinstance(value, date):
        return in_words(value)
    return "" if value is None else str(value)


def _url(model: type[models.Model], pk: int) -> str:
    return reverse("history:record", args=[model._meta.app_label, model._meta.model_name, pk])


def _about_outcome(row: Any) -> str:
    return f"What became of {row.instance.place_in_words}"


def _about_judgement(row: Any) -> str:
    """History outlives the minute, which may be deleted once its judgement is."""
    meeting = f", {row.entry.item.meeting}" if row.entry else ""
    return f"The panel’s judgement{meeting}"


def _is_confirmation(correction: Correction) -> bool:
    """The outcome itself says who confirmed it."""
    proposed = Outcome.State.PROPOSED.label
    confirmed = Outcome.State.CONFIRMED.label
    return [(f.old, f.new) for f in correction.fields] == [(proposed, confirmed)]


def _of_citations(
    recommendation: Recommendation, rows: Iterable[Any], answers: Mapping[int, str]
) -> list[Correction]:
    """Citations are written anew whenever their text is corrected, so they are told as one list."""
    by_owner: dict[int | None, list[Any]] = {}
    for row in rows:
        by_owner.setdefault(row.response_id, []).append(row)
    found = []
    for response, written in by_owner.items():
        subject = answers[response] if response else f"Recommendation {recommendation.reference}"
        url = _url(Response, response) if response else _url(Recommendation, recommendation.pk)
        found += corrections(_lists(written), subject=subject, url=url)
    return found


def _lists(rows: Iterable[Any]) -> list[Told]:
    """The places cited after each writing: what one person wrote for one reason at one time."""
    live: dict[int, Sequence[str]] = {}
    found: dict[tuple[Any, ...], Told] = {}
    for row in rows:
        if row.history_type == "-":
            live.pop(row.id, None)
        else:
            live[row.id] = row.labels or [row.words]
        at = timezone.localtime(row.history_date)
        cited = ", ".join(dict.fromkeys(label for labels in live.values() for label in labels))
        why = row.history_change_reason or ""
        key = (row.history_user_id, why, at.replace(second=0, microsecond=0))
        found[key] = Told(at, row.history_user, why, {"Places cited": cited})
    return list(found.values())
