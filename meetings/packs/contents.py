"""What a pack prints, read from the record: for the public or in full.

The public one is read from a public view: every query behind it starts from ``.public()``, and of
what is withheld it holds only the place and the paragraph of Schedule 12A.
"""

from collections import defaultdict
from collections.abc import Collection

from django.db.models import QuerySet

from pcp_scrutiny.panel.models import Panel

from ..agenda import publication, since
from ..minuting import arising
from ..models import Action, Meeting, PanelMember, Paper
from ..querysets import AgendaItemQuerySet, PaperQuerySet
from .entries import PackContent, PackItem, PackPaper


def read(
    meeting: Meeting,
    *,
    is_public: bool,
    has_papers: bool = True,
    without: Collection[int] = (),
    only: Collection[int] | None = None,
) -> PackContent:
    """What the pack of a meeting prints; without ``has_papers``, its agenda by itself. The papers
    whose keys are in ``without`` are listed as to follow. With ``only``, it is a supplement of
    those papers, with their items."""
    panel = Panel.current()
    changes = since.publication(meeting, meeting.items.all())
    if is_public:
        changes = changes.public()
    clock = publication.clock_of(meeting, panel)
    papers = Paper.objects.filter(item__meeting=meeting)
    items = meeting.items.all()
    if only is not None:
        papers, items = papers.filter(pk__in=only), items.filter(papers__in=only).distinct()
    under = _papers(papers, is_public=is_public, clock=clock, without=without)
    return PackContent(
        meeting=meeting,
        panel=panel,
        is_public=is_public,
        members=list(PanelMember.objects.serving(meeting.day).in_order_of_office()),
        items=_items(items, papers, under, without, is_public=is_public, changes=changes),
        gone=changes.gone,
        has_papers=has_papers,
        arising=arising.matters(meeting, _agreed(is_public=is_public), panel=panel),
    )


def _agreed(*, is_public: bool) -> QuerySet[Action]:
    """What may be printed of what was agreed before: nothing out of notes."""
    found = Action.objects.in_finished_minutes()
    return found.public() if is_public else found


def _items(
    items: AgendaItemQuerySet,
    papers: PaperQuerySet,
    under: dict[int, list[PackPaper]],
    without: Collection[int],
    *,
    is_public: bool,
    changes: since.Changes,
) -> list[PackItem]:
    places: list[tuple[str, int, int, str]] = []
    left_out: dict[int, list[int]] = defaultdict(list)
    later: dict[int, list[int]] = defaultdict(list)
    if is_public:
        places = list(items.withheld())
        for item_pk, why, pk, is_to_follow in papers.withheld().values_list(
            "item_id", "restricted_under", "pk", "is_to_follow"
        ):
            to = later if is_to_follow or pk in without else left_out
            to[item_pk].append(why)
        items = items.public()
    open_items = [
        PackItem(
            item.number,
            item.position,
            item,
            item.restricted_under,
            [paper for paper in under[item.pk] if not paper.follows],
            left_out[item.pk],
            [paper for paper in under[item.pk] if paper.follows],
            changes.items.get(item.pk),
            later[item.pk],
        )
        for item in items
    ]
    withheld_items = [
        PackItem(number, position, restricted_under=why) for number, position, why, _ in places
    ]
    return sorted([*open_items, *withheld_items], key=lambda item: item.position)


def _papers(
    papers: PaperQuerySet,
    *,
    is_public: bool,
    clock: publication.Clock,
    without: Collection[int],
) -> dict[int, list[PackPaper]]:
    """The papers by their item's primary key."""
    found = papers.public() if is_public else papers
    under: dict[int, list[PackPaper]] = defaultdict(list)
    for paper in found.select_related(
        "item__meeting", "minutes_of", "version__plan", "version__comparison__earlier", "printed"
    ).order_by("position", "pk"):
        why = paper.restricted_under or paper.item.restricted_under
        read = publication.reading(paper, paper.item, clock)
        follows = paper.is_to_follow or paper.pk in without
        under[paper.item_id].append(PackPaper(paper, why, read, follows))
    return under
