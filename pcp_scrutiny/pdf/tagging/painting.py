"""The order in which pages are painted, where it is not the order in which they are read.

WeasyPrint paints the labels of list items after everything else on the page. A reader that goes by
the page would hear them all at the end, so each is painted before the words that it is of.
"""

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

from .nodes import Reference, Tree

BEGIN, END, SAVE, RESTORE = b"BDC", b"EMC", b"q", b"Q"


@dataclass(slots=True)
class State:
    """The operators that set how text looks; ``matrix`` are those that move it."""

    colour: Any = None
    alpha: Any = None
    matrix: tuple[Any, ...] = ()


@dataclass(slots=True)
class Piece:
    """Marked content: from its tag to its end, and the state in which it begins."""

    start: int
    end: int
    state: State


@dataclass(slots=True)
class _Reading:
    pieces: dict[int, Piece] = field(default_factory=dict)
    state: State = field(default_factory=State)
    saved: list[State] = field(default_factory=list)


def paint_labels_first(tree: Tree) -> None:
    """Paint the labels of list items before their bodies."""
    moves: dict[Reference, dict[int, list[int]]] = defaultdict(lambda: defaultdict(list))
    for item in tree.root.find("LI"):
        labels = [mark for node in item.nodes if node.role == "Lbl" for mark in node.marks()]
        bodies = [mark for node in item.nodes if node.role == "LBody" for mark in node.marks()]
        body = bodies[0] if bodies else None
        for label in labels:
            if body is not None and label.page == body.page and label.number > body.number:
                moves[label.page][body.number].append(label.number)
    for page, before in moves.items():
        stream = tree.object(tree.object(page)["Contents"])
        stream.stream = _moved(stream.stream, before)


def _moved(operators: list[Any], before: dict[int, list[int]]) -> list[Any]:
    pieces = _pieces(operators)
    put: dict[int, list[Any]] = {}
    taken: set[int] = set()
    for target, labels in before.items():
        for label in labels:
            here, there = pieces.get(label), pieces.get(target)
            if here is None or there is None or here.state.matrix != there.state.matrix:
                continue
            looks = [each for each in (here.state.alpha, here.state.colour) if each is not None]
            moved = [SAVE, *looks, *operators[here.start : here.end], RESTORE]
            put[there.start] = put.get(there.start, []) + moved
            taken.update(range(here.start, here.end))
    done: list[Any] = []
    for place, operator in enumerate(operators):
        done += put.get(place, ())
        if place not in taken:
            done.append(operator)
    return done


def _pieces(operators: list[Any]) -> dict[int, Piece]:
    """Marked content by its number. None of it is inside another."""
    reading = _Reading()
    start = number = None
    for place, operator in enumerate(operators):
        if operator == BEGIN and "MCID" in operators[place - 1]:
            start, number = place - 2, operators[place - 1]["MCID"]
            begun = State(reading.state.colour, reading.state.alpha, reading.state.matrix)
        elif operator == END and number is not None:
            reading.pieces[number] = Piece(start, place + 1, begun)
            number = None
        else:
            _follow(reading, operator)
    return reading.pieces


def _follow(reading: _Reading, operator: Any) -> None:
    state = reading.state
    if operator == SAVE:
        reading.saved.append(State(state.colour, state.alpha, state.matrix))
    elif operator == RESTORE:
        reading.state = reading.saved.pop()
    elif isinstance(operator, bytes) and operator.endswith((b" rg", b" scn", b" sc")):
        state.colour = operator
    elif isinstance(operator, bytes) and operator.endswith(b" gs"):
        state.alpha = operator
    elif isinstance(operator, bytes) and operator.endswith(b" cm"):
        state.matrix = (*state.matrix, operator)
