"""The letter that sends recommendations to the scrutinised office (PRSRA 2011 s.28), as values:
the draft of what is chosen, or what was sent, in the words in which it was sent."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import groupby
from typing import NamedTuple

from django.urls import reverse

from meetings.models import PanelMember
from pcp_scrutiny.components.templatetags.formats import count
from pcp_scrutiny.panel.models import Panel
from plans.models import PlanVersion

from ..models import Recommendation
from ..querysets import RecommendationQuerySet
from ..register import natural
from . import statute
from .minuted import Minuted, minuted
from .points import called, cited_places

RECOMMENDATION = Recommendation.Kind.RECOMMENDATION.label.lower()
PLURALS = {"request for information": "request for information,requests for information"}
MIXED = "recommendations and comments"


@dataclass(frozen=True, slots=True)
class Sent:
    """A recommendation in the letter. ``due_on`` is the day first asked for."""

    reference: str
    url: str
    kind: str
    text: str
    suggested_wording: str
    cites: Sequence[str]
    minuted: Minuted
    due_on: date | None


@dataclass(frozen=True, slots=True)
class Due:
    """A day by which a response is asked for, and for which recommendations."""

    on: date | None
    references: Sequence[str]


@dataclass(frozen=True)
class Letter:
    """All that the letter says. Without ``sent_on`` it is a draft that has no date yet."""

    office: str
    panel: Panel
    subject: str
    about: str
    is_draft: bool
    sent_on: date | None
    provisions: Sequence[str]
    law: Sequence[str]
    sent: Sequence[Sent]
    copies_to: Sequence[str]

    @cached_property
    def raised_on(self) -> Sequence[date]:
        """The days of the meetings at which they were raised."""
        return sorted({one.minuted.held_on for one in self.sent})

    @property
    def act(self) -> str:
        """The Act that it speaks of."""
        return statute.ACT

    @cached_property
    def counted(self) -> Sequence[str]:
        """What the Panel said, by kind: "2 recommendations", "1 concern"."""
        number = Counter(one.kind.lower() for one in self.sent)
        called = [label.lower() for label in Recommendation.Kind.labels]
        return [count(number[kind], PLURALS.get(kind, kind)) for kind in called if number[kind]]

    @property
    def what(self) -> str:
        """What all of it is called: "recommendation", "concerns", "recommendations and comments".
        What the Panel asks to be told is among its comments."""
        kinds = {one.kind.lower() for one in self.sent}
        if len(kinds) > 1:
            return MIXED if RECOMMENDATION in kinds else "comments"
        [kind] = kinds
        return count(len(self.sent), PLURALS.get(kind, kind)).partition(" ")[2]

    @cached_property
    def due(self) -> Sequence[Due]:
        """By when a response is asked for, the earliest day first; those without a day last."""
        by_day = sorted(self.sent, key=lambda one: (one.due_on is None, one.due_on or date.min))
        return [
            Due(day, [one.reference for one in found])
            for day, found in groupby(by_day, key=lambda one: one.due_on)
        ]

    @property
    def is_restricted(self) -> bool:
        """Whether anything in it is not for publication."""
        return any(one.minuted.restricted_under for one in self.sent)


def drafts(
    found: Iterable[Recommendation], *, sent_on: date | None, due_on: date | None
) -> list[Letter]:
    """The letters that would send these recommendations on that day: one for each version of a
    plan, and one for each route of those that are not about a plan."""
    words = {r.pk: _Words(r.text, r.suggested_wording, due_on) for r in found}
    rows = with_places(Recommendation.objects.filter(pk__in=words))
    grouped = _by_letter(rows)
    return [
        _letter(together, words=words, sent_on=sent_on, is_draft=True)
        for together in grouped.values()
    ]


def as_sent(found: RecommendationQuerySet, *, sent_on: date) -> Letter | None:
    """The letter that was sent on that day about what is found; None where none was. The words,
    the suggested wording and the day asked for are those that were recorded as sent, whatever was
    corrected since; the kind, the route and the places cited are as they now are."""
    rows = list(with_places(found.filter(sent_on=sent_on)))
    if not rows:
        return None
    return _letter(rows, words=_words_sent(rows), sent_on=sent_on, is_draft=False)


def of_version(version: PlanVersion, *, is_public: bool, by: date) -> list[Letter]:
    """For a paper: every letter about a version that was sent by that day, the earliest first;
    where none was, the draft of one that sends all there is. The public gets the same letters,
    without what is restricted; a letter that has nothing else is left out."""
    everything = Recommendation.objects.about(version)
    found = everything.public() if is_public else everything
    sent = everything.filter(sent_on__lte=by).order_by("sent_on")
    if days := sent.values_list("sent_on", flat=True).distinct():
        letters = (as_sent(found, sent_on=day) for day in days)
        return [letter for letter in letters if letter]
    unsent = found.unsent().select_related("raised_in__item__meeting")
    raised = [r for r in unsent if r.raised_in.item.meeting.day <= by]
    return drafts(raised, sent_on=None, due_on=None)


class Address(NamedTuple):
    """A letter that was sent: its day, what it is about, and where it is read."""

    sent_on: date
    subject: str
    url: str


def addresses(about: RecommendationQuerySet, *, sent_on: date | None = None) -> list[Address]:
    """The letters that sent any of these, the latest first; of one day, if that is said."""
    sent = about.filter(sent_on=sent_on) if sent_on else about.filter(sent_on__isnull=False)
    rows = sent.order_by("-sent_on").values_list("sent_on", "version", "route")
    found = [address(*row) for row in rows]
    return list(dict.fromkeys(found))


def address(day: date, version: int | None, stored: str) -> Address:
    """The letter that sent on that day what is about a version, or else under a route."""
    route = statute.BY_ROUTE[stored]
    if version is None:
        url = reverse("recommendations:sent_by_route", args=[route.key, day.isoformat()])
        return Address(day, route.subject, url)
    return Address(day, "", reverse("recommendations:sent_on", args=[version, day.isoformat()]))


def with_places(found: RecommendationQuerySet) -> RecommendationQuerySet:
    """With all that a letter says of each."""
    related = found.select_related("raised_in__item__meeting", "version__plan")
    return related.prefetch_related("citations__paragraphs")


@dataclass(frozen=True, slots=True)
class _Words:
    text: str
    suggested_wording: str
    due_on: date | None


def _words_sent(found: Iterable[Recommendation]) -> Mapping[int, _Words]:
    """The words of each when it was first recorded as sent, and the day first set."""
    pks = [recommendation.pk for recommendation in found]
    told = Recommendation.history.filter(id__in=pks, sent_on__isnull=False)
    rows = told.order_by("-history_id").values_list("id", "text", "suggested_wording", "due_on")
    first = {pk: words for pk, *words in rows}  # the earliest row of each comes last, and stays
    return {pk: _Words(*first[pk]) for pk in pks}


def _by_letter(
    found: Iterable[Recommendation],
) -> Mapping[tuple[int, str], list[Recommendation]]:
    grouped: dict[tuple[int, str], list[Recommendation]] = {}
    for recommendation in found:
        route = "" if recommendation.version_id else recommendation.route
        grouped.setdefault((recommendation.version_id or 0, route), []).append(recommendation)
    return dict(sorted(grouped.items()))


def _letter(
    found: Sequence[Recommendation],
    *,
    words: Mapping[int, _Words],
    sent_on: date | None,
    is_draft: bool,
) -> Letter:
    panel, version = Panel.current(), found[0].version
    minutes = minuted(r.raised_in for r in found)
    ordered = sorted(found, key=lambda r: natural(r.reference))
    used = {recommendation.route for recommendation in found}
    routes = [stored for stored in statute.BY_ROUTE if stored in used]
    law = [
        sentence
        for stored in routes
        for sentence in statute.paragraphs(
            stored,
            office=panel.office_title,
            sent_on=sent_on,
            is_draft_plan=version is not None and version.kind in PlanVersion.DRAFTS,
        )
    ]
    subjects = [statute.BY_ROUTE[stored].subject for stored in routes]
    sent = [_sent(r, words[r.pk], minutes[r.raised_in_id]) for r in ordered]
    return Letter(
        office=panel.office_title,
        panel=panel,
        subject=str(version.plan) if version else " and ".join(subjects),
        about=called(version) if version else "",
        is_draft=is_draft,
        sent_on=sent_on,
        provisions=[statute.BY_ROUTE[stored].provision for stored in routes],
        law=law,
        sent=sent,
        copies_to=_authorities(sent_on or max(one.minuted.held_on for one in sent)),
    )


def _sent(recommendation: Recommendation, words: _Words, where: Minuted) -> Sent:
    return Sent(
        reference=recommendation.reference,
        url=recommendation.get_absolute_url(),
        kind=recommendation.get_kind_display(),
        text=words.text,
        suggested_wording=words.suggested_wording,
        cites=list(cited_places(recommendation.citations.all())),
        minuted=where,
        due_on=words.due_on,
    )


def _authorities(on: date) -> Sequence[str]:
    """The constituent authorities, from the members who served on a day."""
    serving = PanelMember.objects.serving(on).filter(is_co_opted=False).exclude(authority="")
    return sorted(set(serving.values_list("authority", flat=True)))
