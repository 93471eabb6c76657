"""The parts of a page that are read one after the other: full-width text, columns, boxes.

A gutter is where a column on the right begins. Rows that run across it part the page into
zones; a zone with prose on both sides of it is read column by column, and each column is looked
at again, so that three columns are found too. (Spanning lines as separators: Breuel, "Two
geometric algorithms for layout analysis", 2002.) A table has its cells side by side as well, but
they begin level in each row and seldom end so.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from statistics import median

from .prose import (
    FEWEST_LINES,
    NARROWEST,
    PROSE_LETTERS,
    Row,
    is_prose,
    letters,
    rows,
    rows_of_sides,
    usual_step,
)
from .sheets import Piece

_DEEPEST = 3
_MOST_PIECES = 5_000
_WHITE = 1.35
"""In usual distances between lines: more than this is white that runs across."""
_GAP = 0.6
"""In sizes of the type: the gutter is at least so wide."""
_LEVEL = 0.15
"""In sizes of the type: the first lines of a table's cells are no further apart."""
_LONGEST_CELL = 20
"""Lines in the rows of a table, taken together and shared out."""
_MOST = 0.7
"""Of a page's pieces: where so many stand beside a known gutter, no other is looked for."""
_DEEPEST_INDENT = 60.0
"""Points."""
_SAME_PLACE = 3.0
"""Points: gutters less apart than this are the same on two pages."""


@dataclass(slots=True)
class Region:
    """Pieces that are read together; ``aside`` where they stand in a box that text runs around.

    ``narrow`` are the places where it is the text itself that runs around a box on its right:
    from one height down to another, no line reaches further than so far.
    """

    pieces: list[Piece] = field(default_factory=list)
    aside: bool = False
    narrow: list[tuple[float, float, float]] = field(default_factory=list)

    def reach(self, base: float) -> float:
        """How far a line at a height may reach; 0 where nothing is in its way."""
        return next((right for top, low, right in self.narrow if top >= base >= low), 0.0)


def usual_gutters(pages: Sequence[Sequence[Piece]]) -> tuple[float, ...]:
    """The gutters that several pages share; on others a column may be too short to tell."""
    places: Counter[float] = Counter()
    for pieces in pages:
        if pieces and len(pieces) <= _MOST_PIECES:
            gutter = _best_gutter(rows(pieces), ())
            if gutter is not None:
                places[round(gutter)] += 1
    return tuple(place for place, times in places.most_common(3) if times >= 2)


def regions(pieces: list[Piece], known: Sequence[float] = (), depth: int = 0) -> list[Region]:
    """The regions of a page in reading order. ``known`` are gutters of the other pages."""
    # Far more than on any page of text: a drawing or a trap, in which columns are not looked for.
    if len(pieces) > _MOST_PIECES or depth > _DEEPEST or not pieces:
        return [Region(list(pieces))]
    ordered = rows(pieces)
    gutter = _best_gutter(ordered, known)
    if gutter is None:
        return [Region(list(pieces))]
    zones = _zones(ordered, gutter, known)
    found: list[Region] = []
    asides: list[Region] = []
    for index, zone in enumerate(zones):
        if not zone.columns:
            _add(found, _flat(zone.rows))
            continue
        left, right = _sides(zone.rows, gutter)
        around = _text_around(zones, index, left, right)
        if around is None:
            for side in (left, right):
                found += [r for r in regions(side, known, depth + 1) if r.pieces]
            found.append(Region())
        else:
            _add(found, around)
            asides.append(Region(right if around is left else left, aside=True))
            if around is left:
                reach = max(piece.right for piece in left)
                found[-1].narrow.append((zone.rows[0][0].base, zone.rows[-1][0].base, reach))
    return [region for region in [*found, *asides] if region.pieces]


def _add(found: list[Region], pieces: list[Piece]) -> None:
    """Full-width text goes on, unless columns came before it, which end with an empty region."""
    if not found or not found[-1].pieces:
        found.append(Region())
    found[-1].pieces.extend(pieces)


@dataclass(slots=True)
class _Zone:
    rows: list[Row]
    columns: bool


def _best_gutter(ordered: list[Row], known: Sequence[float]) -> float | None:
    """The gutter beside which most of the page stands in columns; of equals the first."""
    start = min(row[0].left for row in ordered)
    end = max(piece.right for row in ordered for piece in row)
    margin = NARROWEST * (end - start)
    times = Counter(round(piece.left) for row in ordered for piece in row)
    usual = {place - 1.0 for place, count in times.items() if count >= FEWEST_LINES}

    def best_of(places: Iterable[float]) -> tuple[int, float]:
        """How many pieces would stand in columns, and the place negated, so that most is best."""
        inside = (place for place in places if start + margin <= place <= end - 0.5 * margin)
        return max(((_worth(ordered, place, known), -place) for place in inside), default=(0, 0.0))

    worth, place = best_of(_near(known))
    if worth < _MOST * sum(map(len, ordered)):
        worth, place = best_of(usual | set(_near(known)))
    if not worth:
        return None
    # Paragraphs may all be indented, so that only a heading begins where the column does.
    indents = {float(left) - 1 for left in times if -_DEEPEST_INDENT < left + place < 0}
    return -max((worth, place), best_of(indents))[1]


def _worth(ordered: list[Row], gutter: float, known: Sequence[float]) -> int:
    zones = _zones(ordered, gutter, known)
    return sum(len(row) for zone in zones if zone.columns for row in zone.rows)


def _near(known: Sequence[float]) -> list[float]:
    return [place - 1.0 for place in known]


def _zones(ordered: list[Row], gutter: float, known: Sequence[float]) -> list[_Zone]:
    """The rows from the top down, in columns and not."""
    is_known = any(abs(place - gutter) <= _SAME_PLACE for place in known)
    found: list[_Zone] = []
    for spans, run in groupby(ordered, key=lambda row: _spans(row, gutter)):
        for zone in [_Zone(list(run), columns=False)] if spans else _parted(list(run), gutter):
            zone.columns = not spans and _is_columns(zone.rows, gutter, is_known=is_known)
            if found and not zone.columns and not found[-1].columns:
                found[-1].rows += zone.rows
            else:
                found.append(zone)
    return found


def _spans(row: Row, gutter: float) -> bool:
    """Whether a row runs across; so does one that goes on in steps too small for a gutter."""
    before = max((p.right for p in row if p.left < gutter), default=gutter)
    after = min((p.left for p in row if p.left >= gutter), default=None)
    if before > gutter - 2:
        return before > gutter
    return after is not None and after - before < _GAP * row[0].size


def _parted(run: list[Row], gutter: float) -> list[_Zone]:
    """A run of rows that do not span, without what stands above or below its columns: headings
    and last lines, too short to reach across. A heading between columns parts them as well."""
    first = next((i for i, row in enumerate(run) if row[-1].left >= gutter), None)
    if first is None or all(row[0].left >= gutter for row in run):
        return [_Zone(run, columns=False)]
    usual = max(usual_step(side) for side in rows_of_sides(run, gutter))
    head = 0
    if first > 0 and (first <= 3 or _step(run, first) > _WHITE * usual):
        head = first if _is_both(run[first], gutter) else 0
    tail = _tail(run, gutter, usual)
    body = run[head:tail]
    found = [_Zone(run[:head], columns=False)] if head else []
    start = 0
    plain = median(row[0].size for row in body)
    for index in range(1, len(body) - 1):
        if _looks_like_heading(body[index], plain) and _is_between(body, index, gutter, usual):
            found.append(_Zone(body[start:index], columns=False))
            found.append(_Zone([body[index]], columns=False))
            start = index + 1
    found.append(_Zone(body[start:], columns=False))
    return found + ([_Zone(run[tail:], columns=False)] if tail < len(run) else [])


def _tail(run: list[Row], gutter: float, usual: float) -> int:
    """Where the columns end: before at most two lines that white parts from level columns."""
    last = max(i for i, row in enumerate(run) if row[-1].left >= gutter)
    for index in range(max(last + 1, len(run) - 2), len(run)):
        left = next((r[0].base for r in run[index - 1 :: -1] if r[0].left < gutter), None)
        level = left is not None and abs(left - run[last][-1].base) <= 1.2 * usual
        if level and _step(run, index) > _WHITE * usual:
            return index
    return len(run)


def _looks_like_heading(row: Row, plain: float) -> bool:
    return row[0].size > 1.1 * plain or all(piece.bold for piece in row)


def _is_between(body: list[Row], index: int, gutter: float, usual: float) -> bool:
    """Whether a line has nothing beside it and stands above two columns that begin level."""
    row = body[index]
    return (
        row[-1].left < gutter
        and _is_both(body[index + 1], gutter)
        and min(_step(body, index), _step(body, index + 1)) > max(0.9 * usual, row[0].size)
    )


def _is_both(row: Row, gutter: float) -> bool:
    return row[0].left < gutter <= row[-1].left


def _step(ordered: list[Row], index: int) -> float:
    """How far a row is below the one before it."""
    return ordered[index - 1][0].base - ordered[index][0].base


def _is_columns(run: list[Row], gutter: float, *, is_known: bool) -> bool:
    left, right = rows_of_sides(run, gutter)
    if not left or not right or _is_table(run, gutter):
        return False
    if is_prose(left) and is_prose(right):
        return True
    # A column that other pages have may be short, but it begins where theirs do.
    return (
        is_known
        and letters(left) >= PROSE_LETTERS
        and any(abs(row[0].left - gutter) <= _SAME_PLACE for row in right)
    )


def _is_table(run: list[Row], gutter: float) -> bool:
    """Whether white runs across between rows of cells that begin level and end as they like."""
    bands = _bands(run)
    if len(bands) < 2:
        return False
    ragged = 0
    for band in bands:
        left, right = _sides(band, gutter)
        if band is bands[0] and not (left and right):
            continue  # the rest of a row that began on the page before
        if not left or not right:
            return False
        if abs(max(p.base for p in left) - max(p.base for p in right)) > _LEVEL * left[0].size:
            return False
        lowest = abs(min(p.base for p in left) - min(p.base for p in right))
        ragged += band is not bands[-1] and lowest > left[0].size
    # Two columns may by chance begin level twice; a table has a row to every few lines.
    return ragged > 0 and len(run) <= _LONGEST_CELL * len(bands)


def _bands(run: list[Row]) -> list[list[Row]]:
    usual = min(usual_step([row for row in run if row[0].left < run[0][-1].left]), 1e6)
    found = [[run[0]]]
    for index in range(1, len(run)):
        if _step(run, index) > max(_WHITE * usual, run[index][0].size):
            found.append([])
        found[-1].append(run[index])
    return found


def _sides(run: list[Row], gutter: float) -> tuple[list[Piece], list[Piece]]:
    pieces = _flat(run)
    return [p for p in pieces if p.left < gutter], [p for p in pieces if p.left >= gutter]


def _flat(run: list[Row]) -> list[Piece]:
    return [piece for row in run for piece in row]


def _text_around(
    zones: Sequence[_Zone], index: int, left: list[Piece], right: list[Piece]
) -> list[Piece] | None:
    """The side that goes on in the full width above or below without a break, so that the other
    is a box in it; None where both are columns."""
    for side in (left, right):
        ordered = rows(side)
        usual = usual_step(ordered)
        above = zones[index - 1].rows[-1] if index else None
        below = zones[index + 1].rows[0] if index + 1 < len(zones) else None
        for mine, other, sign in ((ordered[0], above, 1), (ordered[-1], below, -1)):
            if other is None or abs(other[0].size - mine[0].size) > 0.5:
                continue
            step = sign * (other[0].base - mine[0].base)
            if 0 < step <= 1.1 * usual and abs(other[0].left - min(p.left for p in side)) < 3:
                return side
    return None
