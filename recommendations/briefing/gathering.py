"""What a briefing needs of the record, in a fixed number of queries."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from django.db.models import Count
from django.db.models.functions import Lower

from meetings.models import Action, AgendaItem, Meeting
from meetings.models import Paper as PaperRecord
from pcp_scrutiny.components.wording import lower_first
from pcp_scrutiny.panel.models import Panel
from plans.models import Comparison, PlanVersion, Revision

from .. import register
from ..models import Assessment, Outcome, Recommendation, Response
from ..register import Position
from . import assembling
from .known import Finding, Item, Known, Origin, Paper, Undertaking, Version
from .parts import Briefing
from .placing import in_words, place


def briefing_for(meeting: Meeting, *, user: Any, today: date) -> Briefing:
    """The briefing for a meeting, as things stand: of a meeting to come today, of one that was on
    the evening before it."""
    on = today if today <= meeting.day else meeting.day - timedelta(days=1)
    book = register.book(on=on)
    open_ = [p for p in book if p.is_open and p.meeting != meeting.pk and p.raised_on <= on]
    items = _items(meeting, user)
    versions = _versions()
    plan = place(items, versions, open_, _raised(open_, items), _undertakings(meeting, user))
    of = [p.pk for placed in plan.under.values() for p in placed.all]
    known = Known(
        office=Panel.current().office_short,
        on=on,
        items=items,
        versions=_with_changes(items, versions),
        findings=_findings(of),
        answers=_answers([p.answer for p in assembling.promised(plan)]),
        questions=_questions(of),
    )
    return assembling.assemble(known, plan, assembling.totals(book))


def _items(meeting: Meeting, user: Any) -> list[Item]:
    papers: dict[int, list[Paper]] = defaultdict(list)
    found = PaperRecord.objects.visible_to(user).filter(item__meeting=meeting)
    for paper in found.select_related(None).order_by("position", "pk"):
        papers[paper.item_id].append(_paper(paper))
    items = AgendaItem.objects.visible_to(user).filter(meeting=meeting)
    return [
        Item(
            pk=item.pk,
            number=item.number,
            title=item.title,
            url=item.get_absolute_url(),
            restricted_under=item.restricted_under,
            papers=papers[item.pk],
        )
        for item in items.order_by("position", "pk")
    ]


def _paper(paper: PaperRecord) -> Paper:
    return Paper(
        name=paper.label or f"“{paper.title}”",
        title=paper.title,
        url=paper.get_absolute_url(),
        version=paper.version_id,
        minutes_of=paper.minutes_of_id,
        restricted_under=paper.restricted_under,
    )


def _versions() -> dict[int, Version]:
    """Every locked version, without what changed in it."""
    locked = PlanVersion.objects.locked().select_related("plan").order_by("dated", "pk")
    return {
        version.pk: Version(
            pk=version.pk,
            name=f"{lower_first(version.get_kind_display())} of {in_words(version.dated)}",
            plan=version.plan.title,
            revises=version.revises_id,
        )
        for version in locked
    }


def _with_changes(items: Iterable[Item], versions: Mapping[int, Version]) -> dict[int, Version]:
    """The versions that papers are about, with what changed in them."""
    of = {paper.version for item in items for paper in item.papers if paper.version in versions}
    compared = Comparison.objects.filter(later__in=of, awaited_since=None)
    addresses = {each.later_id: each.get_absolute_url() for each in compared}
    counts = Revision.objects.counts(of)
    explained = Outcome.objects.standing().filter(revision__isnull=False)
    rest = Revision.objects.filter(comparison__later__in=of).changes()
    rest = rest.exclude(pk__in=explained.values("revision")).order_by()
    unexplained = dict(rest.values_list("comparison__later").annotate(Count("pk")))
    kinds = [kind for kind in Revision.Kind if kind not in Revision.SAME_WORDS]
    return {
        pk: Version(
            pk=pk,
            name=version.name,
            plan=version.plan,
            revises=version.revises,
            kinds=tuple((k.label.lower(), n) for k in kinds if (n := counts.get(pk, {}).get(k))),
            unexplained=unexplained.get(pk, 0),
            url=addresses.get(pk, ""),
        )
        for pk, version in versions.items()
    }


def _raised(positions: Iterable[Position], items: Iterable[Item]) -> dict[int, Origin]:
    """Where each was raised; with the title of the item only where the agenda has it again."""
    titles = [item.title.lower() for item in items]
    said = Recommendation.objects.alias(title=Lower("raised_in__item__title")).order_by()
    again = dict(said.filter(title__in=titles).values_list("pk", "raised_in__item__title"))
    return {p.pk: Origin(p.meeting, p.raised_on, again.get(p.pk, "")) for p in positions}


def _undertakings(meeting: Meeting, user: Any) -> list[Undertaking]:
    arising = Action.objects.visible_to(user).arising_at(meeting)
    return [
        Undertaking(
            kind="undertaking" if action.entry.kind == "undertaking" else "action",
            owner=action.owner or "Nobody named yet",
            text=action.entry.text,
            due_on=action.due_on,
            origin=Origin(
                action.entry.item.meeting_id, action.entry.item.meeting.day, action.entry.item.title
            ),
            url=action.entry.get_absolute_url(),
            is_restricted=bool(action.entry.restricted_under or action.entry.item.restricted_under),
        )
        for action in arising
    ]


def _findings(pks: Collection[int]) -> dict[int, list[Finding]]:
    found: dict[int, list[Finding]] = defaultdict(list)
    standing = Outcome.objects.standing().filter(recommendation__in=pks).order_by("pk")
    rows = standing.values_list(
        "recommendation_id", "place", "claim", "verdict", "revision__kind", "state"
    )
    for pk, where, claim, verdict, kind, state in rows:
        to_confirm = state == Outcome.State.PROPOSED
        found[pk].append(Finding(pk, where, claim, verdict, kind or "", to_confirm))
    return found


def _answers(pks: Collection[int]) -> dict[int, str]:
    """The words that decide each answer, or all of it, by recommendation."""
    rows = Response.objects.filter(pk__in=pks).order_by()
    found = rows.values_list("recommendation_id", "reason", "text")
    return {pk: reason or text for pk, reason, text in found}


def _questions(pks: Collection[int]) -> dict[int, Sequence[str]]:
    """What the officers suggest to ask, line by line, of the latest version that they assessed."""
    written = Assessment.objects.filter(recommendation__in=pks).exclude(questions="")
    rows = written.order_by("version__dated", "version_id")
    found = rows.values_list("recommendation_id", "questions")
    return {pk: [line for line in map(_plain, text.splitlines()) if line] for pk, text in found}


def _plain(line: str) -> str:
    return line.strip().lstrip("-*•").strip()
