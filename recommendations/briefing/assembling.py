"""A member's briefing, put together from what is known: item by item what to ask, what changed in
the plan, what was promised and what is open."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from ..register.narrowing import Asked
from ..register.positions import Position
from ..states import NOT_SATISFIED, OPEN, Effect, Response
from . import pressing
from .known import Item, Known, Undertaking, Version
from .parts import About, Briefing, Group, Line, Promise, Total
from .placing import Placed, Plan
from .questions import suggested

MOST_QUESTIONS = 5
MOST_LINES = 5
"""Shown for one item, or for one reason, at once; what is more is folded away, never left out."""


def assemble(known: Known, plan: Plan, totals: Sequence[Total] = ()) -> Briefing:
    """Put the briefing together; ``plan`` says what belongs under which item."""
    told: set[int] = set()
    items = [_about(item, plan.under.get(item.pk, Placed()), known, told) for item in known.items]
    promised, open_ = _parted(plan.rest)
    return Briefing(
        on=known.on,
        items=items,
        also=_group("", [*open_, *promised[MOST_LINES:]]),
        also_promised=[
            *(_undertaken(one, known) for one in plan.undertakings),
            *(_answered(position, known) for position in promised[:MOST_LINES]),
        ],
        number=len(plan.rest),
        totals=totals,
    )


def promised(plan: Plan) -> list[Position]:
    """The recommendations whose answers the briefing quotes, since they promise something."""
    under = [p for placed in plan.under.values() for p in placed.all if pressing.is_promise(p)]
    return [*under, *_parted(plan.rest)[0][:MOST_LINES]]


def _about(item: Item, placed: Placed, known: Known, told: set[int]) -> About:
    """One item. ``told`` are the versions whose changes an item before it told of."""
    changed = _versions(item, known.versions, told)
    questions = suggested(
        pressing.first(placed.all),
        office=known.office,
        on=known.on,
        findings=known.findings,
        written=known.questions,
        undertakings=[one for group in placed.undertakings.values() for one in group],
        unexplained=sum(version.unexplained for version in changed),
    )
    promises: dict[str, list[Promise]] = defaultdict(list)
    for why, group in placed.undertakings.items():
        promises[why] += [_undertaken(one, known) for one in group]
    groups = []
    for why, positions in placed.positions.items():
        promised, open_ = _parted(positions)
        if promised:
            promises[why] += [_answered(position, known) for position in promised]
        groups += [_group(why, open_)] if open_ else []
    return About(
        item=item,
        questions=questions[:MOST_QUESTIONS],
        more_questions=questions[MOST_QUESTIONS:],
        changed=changed,
        not_borne_out=sum(p.effect == Effect.NOT_BORNE_OUT for p in placed.all),
        promises=list(promises.items()),
        groups=groups,
    )


def _versions(item: Item, versions: Mapping[int, Version], told: set[int]) -> list[Version]:
    """The versions that the item's papers are about and that were compared, each once."""
    found = {
        paper.version: versions[paper.version]
        for paper in item.papers
        if paper.version in versions and paper.version not in told
    }
    compared = [version for version in found.values() if version.url]
    told.update(version.pk for version in compared)
    return compared


def _parted(positions: Iterable[Position]) -> tuple[list[Position], list[Position]]:
    """Those that were promised something, and the others; each the most pressing first."""
    promised, open_ = [], []
    for position in pressing.first(positions):
        (promised if pressing.is_promise(position) else open_).append(position)
    return promised, open_


def _answered(position: Position, known: Known) -> Promise:
    if position.decision == "deferred":
        note = "Put off to a later refresh"
    else:
        note = {
            Effect.AWAITING: "Accepted. A revised version is awaited",
            Effect.NOT_A_PLAN_MATTER: "Accepted",
        }.get(Effect(position.effect), "Accepted. No change to the plan is shown for it")
    text = known.answers.get(position.pk) or position.text
    return Promise(text, note, position=position)


def _undertaken(one: Undertaking, known: Known) -> Promise:
    is_late = one.due_on is not None and one.due_on < known.on
    return Promise(one.text, one.owner, is_late=is_late, undertaking=one)


def _group(why: str, positions: Sequence[Position]) -> Group:
    to_chase = [position for position in positions if not pressing.is_settled(position)]
    # "1 more" would save no line.
    shown = MOST_LINES if len(to_chase) > MOST_LINES + 1 else len(to_chase)
    return Group(
        why,
        lines=[Line(each, pressing.telling_state(each)) for each in to_chase[:shown]],
        more=to_chase[shown:],
        settled=[position for position in positions if pressing.is_settled(position)],
    )


def totals(positions: Iterable[Position]) -> list[Total]:
    """How many are open in the whole register, and how many of them press."""
    is_open = Asked().choosing("judgement", OPEN, NOT_SATISFIED)
    found = [position for position in positions if position.is_open]
    overdue = sum(position.response == Response.OVERDUE for position in found)
    broken = sum(position.effect == Effect.NOT_BORNE_OUT for position in found)
    overdue_asked = is_open.choosing("response", Response.OVERDUE)
    broken_asked = is_open.choosing("effect", Effect.NOT_BORNE_OUT)
    return [
        Total("Open", len(found), is_open.query),
        Total("Response overdue", overdue, overdue_asked.query, is_urgent=bool(overdue)),
        Total("Claimed but not borne out", broken, broken_asked.query, is_urgent=bool(broken)),
    ]
