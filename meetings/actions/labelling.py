"""Labels of papers that follow the order of the agenda until people may cite them."""

from collections.abc import Sequence
from typing import Any

from pcp_scrutiny import history

from ..agenda import paper_labels
from ..models import Meeting, Paper

WHY = "Label follows the order of the agenda"


def labels_follow(meeting: Meeting) -> bool:
    """Whether labels may still change: nothing was published, so nobody cites them. Two queries
    at most."""
    planned = Meeting.objects.filter(pk=meeting.pk, state=Meeting.State.PLANNED, published_on=None)
    published = meeting.packs.exclude(published_at=None)
    return planned.exists() and not published.exists()


def label_papers(meeting: Meeting, *, by: Any, gone: Sequence[str] = ()) -> dict[int, str]:
    """Put the labels of a meeting's papers in the order of its agenda, as long as they follow it;
    answer with the new ones by the papers' keys. ``gone`` were taken away just now."""
    labels = labels_of(meeting)
    if not any(labels.values()) or not labels_follow(meeting):
        return {}
    right = paper_labels.relabelled(list(labels.values()), gone=gone)
    changed = {pk: new for (pk, old), new in zip(labels.items(), right, strict=True) if new != old}
    for paper in Paper.objects.filter(pk__in=changed):
        paper.label = changed[paper.pk]
        history.save(paper, by=by, why=WHY)
    return changed


def labels_of(meeting: Meeting) -> dict[int, str]:
    """The labels of a meeting's papers by their keys, in the order of the agenda."""
    papers = Paper.objects.filter(item__meeting=meeting)
    return dict(papers.order_by("item__position", "position", "pk").values_list("pk", "label"))
