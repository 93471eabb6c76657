"""Which version of a plan an item is about, and the paragraphs that its minutes name."""

from plans import citations
from plans.finding import Named, Paragraphs, named_in
from plans.models import PlanVersion

from ..models import AgendaItem, Paper


def version_of(item: AgendaItem) -> PlanVersion | None:
    """The version that the papers under an item are of; else that of another paper of its meeting,
    the nearest before it first; else the version that was locked last."""
    papers = Paper.objects.filter(item__meeting=item.meeting_id).exclude(version=None)
    found = list(papers.select_related("version", "item").order_by("-item__position", "position"))
    own = [paper for paper in found if paper.item_id == item.pk]
    before = [paper for paper in found if paper.item.position < item.position]
    for paper in (*own, *before, *found):
        return paper.version
    return PlanVersion.objects.locked().order_by("-dated", "-pk").first()


class Plans:
    """The places of plans that minutes name, for one answer: each version is read once, and none
    where no text names a place."""

    def __init__(self) -> None:
        self._of_item: dict[int, PlanVersion | None] = {}
        self._paragraphs: dict[int, Paragraphs] = {}

    def named_in(self, text: str, item: AgendaItem) -> list[Named]:
        """The places of the version an item is about that a text names."""
        if not any(found.document == "plan" for found in citations.find(text)):
            return []
        if item.pk not in self._of_item:
            self._of_item[item.pk] = version_of(item)
        version = self._of_item[item.pk]
        if version is None:
            return []
        if version.pk not in self._paragraphs:
            self._paragraphs[version.pk] = Paragraphs(version)
        return list(named_in(text, self._paragraphs[version.pk]))
