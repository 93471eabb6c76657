"""The manifest of a pack: for each part, the numbers of the full pack that it takes. It holds no
titles, so that nothing restricted stands in it in words."""

from collections.abc import Mapping, Sequence
from typing import Any

from .laying_out import Layout
from .numbering import Counted, Kind, Slot
from .parts import PaperPart
from .planning import Plan
from .standing import agenda_digest, following, listed


def entries(plan: Plan, layout: Layout) -> list[dict[str, Any]]:
    """One entry for each part of the full pack, in order."""
    papers = {part.name: part for part in plan.full.parts}
    printed = _printed(layout.slots)
    found, last = [], plan.after
    for part in layout.counted:
        first, last = last + 1, last + part.pages
        about = _about(papers[part.name], part) if part.name in papers else _front(plan)
        numbers = {"first": first, "pages": part.pages, "printed": printed.get(part.name, 0)}
        found.append({"part": part.name, **about, **numbers})
    return found


def _printed(slots: Sequence[Slot]) -> Mapping[str, int]:
    """How many pages of the file are about each part; a sheet for several counts for the first."""
    printed: dict[str, int] = {}
    for slot in slots:
        name = slot.covers[0]
        pages = len(slot.numbers) if slot.kind is not Kind.REST else 1
        printed[name] = printed.get(name, 0) + pages
    return printed


def _front(plan: Plan) -> dict[str, Any]:
    digest = agenda_digest(plan.full.content)
    about = {"paper": None, "item": None, "digest": digest, "withheld_under": None, "lacks": []}
    version = plan.side.front.version
    about |= {"version": version.number if version else 1}
    return about | {"following": following(plan.full.content)}


def _about(part: PaperPart, counted: Counted) -> dict[str, Any]:
    paper = part.entry.paper
    return {
        "paper": paper.pk,
        "item": paper.item_id,
        "digest": part.digest,
        "listed": listed(part.entry),
        "withheld_under": None if counted.printed is not None else part.entry.restricted_under,
        "lacks": list(paper.lacks),
    }
