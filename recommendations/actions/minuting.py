"""A recommendation that is minuted is one in the register at once, and follows its minute's words
until something was made of it elsewhere.

It is left alone once it was sent, answered, assessed or judged, once it has an outcome or another
date, or once an officer corrected it in the register. One that was recorded on a page of the
register is that page's, and never follows.
"""

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction

from meetings.minuting.about import version_of
from meetings.models import MinuteEntry
from pcp_scrutiny import history

from .. import citing
from ..models import Recommendation
from ..references import next_reference
from ..rules import minuted

MINUTED = "Recorded with its minute"
FOLLOWED = "Its minute changed"
GIVEN_WAY = "Another recommendation was given its reference"
TRIES = 8
"""How many times a reference is taken anew, where someone else takes the same at that moment."""


@transaction.atomic
def follow(entry: MinuteEntry, *, by: Any) -> None:
    """Make the register say what the minutes say of an entry that was saved or moved. One query
    where nothing was recommended at the meeting, two where nothing changed."""
    _follow(entry, by=by)


@transaction.atomic
def let_go(entry: MinuteEntry, *, by: Any) -> None:
    """The same before an entry is removed. Raises ValidationError where its recommendation has
    been used."""
    _follow(entry, by=by, without=entry.pk)


def make_way(entry: MinuteEntry | None, *, reference: str, by: Any) -> None:
    """Let one recorded on a page of the register stand in the place of one that came with its
    minute: what was recorded with the same ``entry`` goes, what holds the ``reference`` is given
    another. Nothing that was used is touched."""
    asked = models.Q(reference=reference) | models.Q(raised_in=entry)
    found = list(Recommendation.objects.filter(asked).select_related("raised_in__item__meeting"))
    free = _untouched(found)
    for there in found:
        if there.pk not in free:
            continue
        if entry is not None and there.raised_in_id == entry.pk:
            _remove(there, by=by, why="Recorded on a page of the register instead")
        else:
            there.reference = next_reference(there.raised_in.item.meeting.day.year)
            history.save(there, by=by, why=GIVEN_WAY)


def _follow(entry: MinuteEntry, *, by: Any, without: int | None = None) -> None:
    recorded = list(
        Recommendation.objects.filter(
            raised_in__item__meeting=entry.item.meeting_id
        ).select_related("raised_in")
    )
    if not recorded and (entry.kind != MinuteEntry.Kind.RECOMMENDATION or without):
        return
    items = {entry.item_id, *(one.raised_in.item_id for one in recorded)}
    said = _said_under(items, without=without)
    changed = [one for one in recorded if _is_other(one, said.get(one.raised_in_id))]
    if changed:
        _put_right(changed, said, by=by)
    if entry.pk in said and not any(one.raised_in_id == entry.pk for one in recorded):
        _record(entry, said[entry.pk], by=by)


def _said_under(items: Collection[int], *, without: int | None) -> Mapping[int, minuted.Said]:
    rows = MinuteEntry.objects.filter(item__in=items).exclude(pk=without)
    lines: dict[int, list[minuted.Line]] = {}
    for item, *line in rows.order_by("item", "position", "pk").values_list(
        "item", "pk", "kind", "level", "text", "restricted_under"
    ):
        lines.setdefault(item, []).append(minuted.Line(*line))
    said: dict[int, minuted.Said] = {}
    for under in lines.values():
        said |= minuted.recommended(under)
    return said


def _is_other(recommendation: Recommendation, said: minuted.Said | None) -> bool:
    return said is None or (recommendation.kind, recommendation.text) != (said.kind, said.text)


def _put_right(
    changed: Iterable[Recommendation], said: Mapping[int, minuted.Said], *, by: Any
) -> None:
    """Have those that came with their minute say what it says, or go with it."""
    changed = list(changed)
    ours = _came_with_their_minute(changed)
    free = _untouched(changed)
    for recommendation in changed:
        says = said.get(recommendation.raised_in_id)
        if recommendation.pk in free:
            if says is None:
                _remove(recommendation, by=by, why="Its minute is no recommendation any more")
            else:
                recommendation.kind, recommendation.text = says.kind, says.text
                history.save(recommendation, by=by, why=FOLLOWED)
                _cite(recommendation, by=by)
        elif says is None and recommendation.pk in ours:
            raise ValidationError(_why_it_stays(recommendation))


def _came_with_their_minute(found: Iterable[Recommendation]) -> set[int]:
    rows = Recommendation.history.filter(
        id__in=[one.pk for one in found], history_type="+", history_change_reason=MINUTED
    )
    return set(rows.values_list("id", flat=True))


def _untouched(found: Collection[Recommendation]) -> set[int]:
    """Those that came with their minute and nothing was made of since. One query."""
    rows = Recommendation.history.filter(id=models.OuterRef("pk"))
    latest = rows.filter(history_change_reason__in=(MINUTED, FOLLOWED)).order_by("-history_id")
    ours = (
        Recommendation.objects.filter(pk__in=[one.pk for one in found])
        .filter(models.Exists(rows.filter(history_type="+", history_change_reason=MINUTED)))
        .exclude(models.Exists(rows.filter(history_change_reason="Corrected")))
        .filter(sent_on=None, due_on=None, text=models.Subquery(latest.values("text")[:1]))
    )
    for model, name in _relying():
        using = model._default_manager.filter(**{name: models.OuterRef("pk")})
        ours = ours.exclude(models.Exists(using))
    return set(ours.values_list("pk", flat=True))


def _relying() -> Iterable[tuple[type[models.Model], str]]:
    """What keeps a recommendation from being deleted: its answers, judgements, outcomes."""
    for relation in Recommendation._meta.related_objects:
        if relation.on_delete is models.PROTECT:
            yield relation.related_model, relation.field.name


def _why_it_stays(recommendation: Recommendation) -> str:
    named = history.referring_to(recommendation)
    if named:
        used = f"{named} to it"
    elif recommendation.sent_on:
        used = "it has been sent"
    else:
        used = "it has been changed in the register"
    return (
        f"This minute is recommendation {recommendation} in the register, and {used}. It stays a "
        "recommendation; if the panel takes it back, record that it is withdrawn."
    )


def _record(entry: MinuteEntry, said: minuted.Said, *, by: Any) -> Recommendation:
    new = Recommendation(
        kind=said.kind,
        text=said.text,
        route=minuted.route(entry.item.title),
        version=version_of(entry.item),
        raised_in=entry,
    )
    for tries_left in reversed(range(TRIES)):
        new.reference = next_reference(entry.item.meeting.day.year)
        try:
            with transaction.atomic():
                history.save(new, by=by, why=MINUTED)
            break
        except (IntegrityError, ValidationError) as taken:
            is_reference = isinstance(taken, IntegrityError) or "reference" in taken.error_dict
            if not is_reference or not tries_left:
                raise
    _cite(new, by=by)
    return new


def _cite(recommendation: Recommendation, *, by: Any) -> None:
    """Have it cite what its text names, and write nothing where it does already."""
    paragraphs = citing.Paragraphs(recommendation.version)
    cited = citing.recognise(recommendation.text, headings=paragraphs.headings)
    rows = recommendation.citations.values_list("words", "document", "labels")
    there = [(words, document, tuple(labels)) for words, document, labels in rows]
    if there != [(one.words[:300], one.document, one.labels) for one in cited]:
        citing.write(recommendation, cited, paragraphs=paragraphs, by=by, why=FOLLOWED)


def _remove(recommendation: Recommendation, *, by: Any, why: str) -> None:
    for citation in recommendation.citations.all():
        history.delete(citation, by=by, why=why)
    history.delete(recommendation, by=by, why=why)
