"""Points and responses from the turns of a letter."""

from collections.abc import Iterable, Sequence

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
    for turn in turns:
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
