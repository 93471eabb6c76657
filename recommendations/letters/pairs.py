"""Points and responses from the turns of a letter."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest

from .letter import Exchange
from .statements import Statement
from .turns import Turn

BY_PLACE_ONLY = "Point and response were told apart by their place only; check where they divide."
NO_RESPONSE = "No response to this point could be found; the next response may answer it too."
HEADING_ONLY = "The letter gives only a heading for this point."
SURE = 2.0


def of(turns: Sequence[Turn]) -> tuple[list[Exchange], list[str]]:
    """The exchanges, in order, and a sentence for each part that could not be placed."""
    exchanges: list[Exchange] = []
    unplaced: list[str] = []
    point: Turn | None = None
    heading: Statement | None = None
    for turn in _with_responses_by_place(turns):
        opening = turn.statements[0]
        if opening.set_off == "heading":
            heading = opening
        if turn.voice == "panel":
            if point:
                exchanges.append(_unanswered(point, heading))
            point = turn
            continue
        said = text_of(turn.statements)
        if point:
            exchanges.append(_exchange(point, said, turn))
            point = None
        elif said and opening.set_off == "heading" and opening.number:
            exchanges.append(
                Exchange(opening.text, said, opening.number, opening.text, HEADING_ONLY)
            )
        elif said and exchanges and opening.set_off == "heading":
            unplaced.append(
                f"The part headed “{opening.text}” has no point that could be recognised;"
                " it was left out."
            )
        elif said and exchanges and turn.labelled:
            unplaced.append(f"A response has no point before it: “{_opening(said)}”.")
    if point:
        exchanges.append(_unanswered(point, None))
    return exchanges, unplaced


def _with_responses_by_place(turns: Sequence[Turn]) -> Iterator[Turn]:
    """Turns of the panel that run on over several paragraphs with no answer are divided.

    Where a heading, a number or a bullet opens the point, what stands in the paragraphs below it
    must hold the answer, though no words show where it begins. The pair is marked as unsure.
    """
    for turn, following in zip_longest(turns, turns[1:]):
        paragraphs = list(dict.fromkeys(s.paragraph for s in turn.statements))
        opening = turn.statements[0]
        if opening.set_off == "heading":
            paragraphs = paragraphs[1:]
        marked = opening.set_off in ("heading", "item", "number")
        unanswered = following is None or following.voice == "panel"
        below = [s for s in turn.statements if s.paragraph > paragraphs[0]] if paragraphs else []
        if turn.voice == "office" or not (marked and unanswered and below) or _is_list(below):
            yield turn
            continue
        above = turn.statements[: len(turn.statements) - len(below)]
        yield Turn("panel", above, turn.lean)
        yield Turn("office", tuple(below), 0.0)


def _is_list(statements: Sequence[Statement]) -> bool:
    return any(s.set_off in ("item", "number") for s in statements)


def text_of(statements: Iterable[Statement]) -> str:
    """Sentences put together again, a blank line between paragraphs."""
    paragraphs: dict[int, list[str]] = {}
    for statement in statements:
        if statement.set_off != "heading" and statement.text:
            paragraphs.setdefault(statement.paragraph, []).append(statement.text)
    return "\n\n".join(" ".join(sentences) for sentences in paragraphs.values())


def _exchange(point: Turn, said: str, response: Turn) -> Exchange:
    sure = point.labelled or (point.lean >= SURE and response.lean <= -SURE)
    unsure = "" if said and sure else BY_PLACE_ONLY if said else NO_RESPONSE
    return Exchange(text_of(point.statements), said, _number(point), _heading(point), unsure)


def _unanswered(point: Turn, heading: Statement | None) -> Exchange:
    number = _number(point) or (heading.number if heading in point.statements else "")
    return Exchange(text_of(point.statements), "", number, _heading(point), NO_RESPONSE)


def _number(turn: Turn) -> str:
    return next((s.number for s in turn.statements[:2] if s.number), "")


def _heading(turn: Turn) -> str:
    opening = turn.statements[0]
    return opening.text if opening.set_off == "heading" else ""


def _opening(text: str) -> str:
    return text if len(text) < 60 else text[:60].rsplit(" ", 1)[0] + "…"
