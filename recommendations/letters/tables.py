"""Points and responses from a table: recommendation beside response, with or without a number.

The header row says which column is which; without one the columns are told apart by how they
speak. A header repeated on the next page is passed over, and a row that only goes on with the one
above (its number, or one side of it, is empty) is joined to it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from pcp_scrutiny.documents import Block

from . import marks, voices
from .letter import Exchange
from .paragraphs import tidy

BY_COLUMN_ONLY = "The table has no headings; its left column was taken for the panel's points."
NO_RESPONSE = "The table gives no response to this point."
_DECISION_TITLES = ("decision", "accepted", "status", "outcome", "agreed", "accept")
_NUMBER_TITLES = ("no", "ref", "number", "#", "rec", "item", "reference", "")

Row = dict[int, str]


@dataclass(frozen=True, slots=True)
class Columns:
    """Which column holds what; 0 for what a table does not have."""

    point: int
    response: int
    number: int = 0
    decision: int = 0
    titled: bool = True


def of(blocks: Sequence[Block]) -> list[Exchange]:
    """The exchanges of every table that holds points and responses."""
    exchanges: list[Exchange] = []
    columns: Columns | None = None
    for _table, cells in groupby((b for b in blocks if b.kind == "cell"), key=lambda b: b.table):
        rows = _rows(cells)
        if labelled := _down_the_side(rows):
            exchanges.extend(labelled)
            continue
        found = _columns(rows)
        # A table that a page break cut in two goes on under the columns of its first half.
        columns = found if found and (found.titled or columns is None) else columns
        if columns:
            exchanges = _read(rows, columns, exchanges)
    return [_checked(exchange) for exchange in exchanges]


def _rows(cells: Iterable[Block]) -> list[Row]:
    rows: dict[int, Row] = {}
    for cell in cells:
        row = rows.setdefault(cell.row, {})
        text = "\n\n".join(tidy(part) for part in cell.text.split("\n") if part.strip())
        text = f"{cell.label} {text}".strip()
        row[cell.column] = f"{row[cell.column]}\n\n{text}" if row.get(cell.column) else text
    return [rows[number] for number in sorted(rows)]


def _columns(rows: Sequence[Row]) -> Columns | None:
    for row in rows[:3]:
        if columns := _titles(row):
            return columns
    return _by_voice(rows)


def _titles(row: Row) -> Columns | None:
    """The columns, if the row is a header: short titles, one for points and one for responses."""
    titles = {column: text.lower().strip(" .:") for column, text in row.items()}
    if any(len(title.split()) > 12 for title in titles.values()):
        return None
    response = [c for c, title in titles.items() if marks.is_response_title(title)]
    point = [c for c, title in titles.items() if marks.is_point_title(title) and c not in response]
    if not response or not point:
        return None
    others = {c: title for c, title in titles.items() if c not in (point[-1], response[0])}
    number = next((c for c, t in others.items() if t.split(" ")[0] in _NUMBER_TITLES), 0)
    if len(point) > 1 and not number:
        number = point[0]
    decision = next((c for c, t in others.items() if t.startswith(_DECISION_TITLES)), 0)
    return Columns(point[-1], response[0], number, decision)


def _by_voice(rows: Sequence[Row]) -> Columns | None:
    """Of the two wordiest columns, which is the panel's."""
    columns = {column for row in rows for column in row}
    words = {c: sum(len(row.get(c, "").split()) for row in rows) for c in columns}
    wordy = sorted(sorted(columns, key=lambda c: words[c])[-2:])
    if len(wordy) < 2 or not words[wordy[0]]:
        return None
    leans = [sum(_lean(row.get(column, "")) for row in rows) for column in wordy]
    if leans[0] <= leans[1] or leans[0] <= 0 or leans[1] >= 0:
        return None
    number = next((c for c in sorted(columns) if c < wordy[0]), 0)
    return Columns(wordy[0], wordy[1], number, titled=False)


def _lean(text: str) -> float:
    return max(-4.0, min(4.0, voices.leaning(text)))


def _read(rows: Sequence[Row], columns: Columns, exchanges: list[Exchange]) -> list[Exchange]:
    found = list(exchanges)
    for row in rows:
        if _titles(row):
            continue
        point, response = row.get(columns.point, ""), row.get(columns.response, "")
        number = row.get(columns.number, "").strip(" .") if columns.number else ""
        decision = row.get(columns.decision, "") if columns.decision else ""
        if found and _goes_on(found[-1], number, point, response, columns):
            found[-1] = _joined(found[-1], point, response)
        elif point or response:
            point, own = _without_label(point)
            response, _ = _without_label(response)
            unsure = "" if columns.titled else BY_COLUMN_ONLY
            found.append(Exchange(point, response, number or own, "", unsure, decision))
    return found


def _goes_on(last: Exchange, number: str, point: str, response: str, columns: Columns) -> bool:
    if number:
        return number == last.number
    if columns.number and last.number:
        return True
    return not point or not response or (point[:1].islower() and not last.point.endswith("."))


def _joined(last: Exchange, point: str, response: str) -> Exchange:
    return replace(
        last, point=_run_on(last.point, point), response=_run_on(last.response, response)
    )


def _run_on(above: str, below: str) -> str:
    """Text that a page break cut: one sentence goes on, or a new paragraph begins."""
    if not above or not below:
        return above or below
    return f"{above} {below}" if not above.endswith((".", "?", "!", ":")) else f"{above}\n\n{below}"


def _down_the_side(rows: Sequence[Row]) -> list[Exchange]:
    """A table, or one per point, whose first column says "Recommendation 1", then "Response"."""
    found: list[Exchange] = []
    for row in rows:
        first, *rest = (row[column] for column in sorted(row))
        mark = marks.at_start(first, alone=True)
        text = (
            "\n\n".join(part for part in (first[mark.end :].strip(), *rest) if part) if mark else ""
        )
        if not mark or _titles(row):
            continue
        if mark.voice == "panel":
            found.append(Exchange(text, "", mark.number))
        elif found:
            found[-1] = replace(found[-1], response=_run_on(found[-1].response, text))
    return found if any(exchange.response for exchange in found) else []


def _without_label(text: str) -> tuple[str, str]:
    mark = marks.at_start(text)
    if mark:
        return text[mark.end :].strip(), mark.number
    return text, ""


def _checked(exchange: Exchange) -> Exchange:
    if not exchange.response:
        return replace(exchange, unsure=NO_RESPONSE)
    if not exchange.point:
        return replace(exchange, unsure="The table gives no point for this response.")
    return exchange
