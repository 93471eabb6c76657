"""Who says each sentence: the cheapest reading of the letter as two voices taking turns.

Each sentence leans to the panel or to the office (:mod:`.voices`). A change of voice costs
something: little where a bullet or a number begins, more at a paragraph, much in the middle of
one. Of all ways to give the sentences to the two voices the one is chosen whose leanings, less its
changes, are highest (Viterbi's algorithm, over two states). So a sentence that leans nowhere goes
with its neighbours, and one odd sentence does not break a response in two. Labels ("Response:")
settle who speaks; where a letter labels one side, that side begins nowhere else.

The letter is read twice. If on the first reading its bullets nearly always began points, and
points nearly always began with them, that is its habit, and the second reading counts on it.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from . import voices
from .marks import Voice
from .paragraphs import SetOff
from .statements import Statement

_COST: dict[SetOff, float] = {
    "label": 0.0,
    "heading": 0.0,
    "number": 0.25,
    "item": 0.5,
    "paragraph": 1.0,
    "sentence": 4.0,
}
_COST_WHERE_BREAKS_WERE_LOST = 1.5
_MARKED = ("item", "number")
_HABIT: dict[SetOff, float] = {"item": 3.0, "number": 3.0, "paragraph": -0.5}
_FEWEST_FOR_A_HABIT = 2
_NEARLY_ALWAYS = 0.8
_NEVER = 1000.0
_SETTLED = 100.0
_AFTER_A_HEADING = 2.0
_ANNOUNCED = 2.0
_STRESSED = 1.0
_NUMBERED = 0.75
_AFTER_AN_ASK = 1.3
_OPENS = 3.0
_COST_OF_AN_OPENING = 0.2
_GOES_ON = 1.0


@dataclass(frozen=True, slots=True)
class Turn:
    """What one voice says before the other does. ``lean`` sums its sentences' leanings."""

    voice: Voice
    statements: tuple[Statement, ...]
    lean: float

    @property
    def labelled(self) -> bool:
        return self.statements[0].voice is not None


def of(statements: Sequence[Statement], *, announced: bool = False) -> list[Turn]:
    """The letter's turns; a heading belongs to the turn that follows it.

    ``announced`` says that the first point is expected at once ("I respond to each below:").
    """
    if not statements:
        return []
    leanings = _leanings(statements)
    chosen = _cheapest(statements, leanings, announced=announced)
    if _bullets_begin_points(statements, chosen):
        leanings = [
            lean + _HABIT.get(s.set_off, 0.0) for lean, s in zip(leanings, statements, strict=True)
        ]
        chosen = _cheapest(statements, leanings, announced=announced)
    turns: list[Turn] = []
    start = 0
    for index in range(1, len(statements) + 1):
        if index == len(statements) or _new_turn(statements, chosen, index):
            lean = sum(leanings[start:index])
            # A heading has no voice of its own: the turn's is that of what stands under it.
            first = min(index - 1, start + (statements[start].set_off == "heading"))
            turns.append(Turn(chosen[first], tuple(statements[start:index]), lean))
            start = index
    return turns


def _bullets_begin_points(statements: Sequence[Statement], chosen: Sequence[Voice]) -> bool:
    """Whether bullets or numbers begin the points of this letter, and little else."""
    marked = [v for s, v in zip(statements, chosen, strict=True) if s.set_off in _MARKED]
    begin = [
        statement.set_off in _MARKED
        for index, statement in enumerate(statements)
        if chosen[index] == "panel" and (index == 0 or chosen[index - 1] == "office")
    ]
    return (
        len(begin) > _FEWEST_FOR_A_HABIT
        and marked.count("panel") >= _NEARLY_ALWAYS * len(marked)
        and sum(begin) >= _NEARLY_ALWAYS * len(begin)
    )


def _new_turn(statements: Sequence[Statement], chosen: Sequence[Voice], index: int) -> bool:
    statement = statements[index]
    if statement.set_off == "heading":
        return True
    if statements[index - 1].set_off == "heading":
        return False
    if chosen[index] != chosen[index - 1]:
        return True
    return statement.voice == "panel" or (
        chosen[index] == "panel"
        and statement.set_off in ("item", "number")
        and not statements[index - 1].text.rstrip().endswith((":", ";", ","))
    )


def _leanings(statements: Sequence[Statement]) -> list[float]:
    found = []
    for index, statement in enumerate(statements):
        lean = 0.0 if statement.set_off == "heading" else voices.leaning(statement.text)
        if index and statements[index - 1].set_off == "heading":
            lean += _AFTER_A_HEADING
        if statement.set_off == "number" and lean >= 0:
            lean += _NUMBERED
        if statement.stressed and lean >= 0 and statement.set_off != "sentence":
            lean += _STRESSED
        if statement.voice:
            lean += _SETTLED if statement.voice == "panel" else -_SETTLED
        found.append(lean)
    return found


def _cheapest(
    statements: Sequence[Statement], leanings: Sequence[float], *, announced: bool
) -> list[Voice]:
    """Viterbi's algorithm over the two voices. Until its points a letter is in the office's."""
    labels = [statement.voice for statement in statements]
    labelled = {voice for voice in labels if voice and labels.count(voice) > 1}
    panel, office = leanings[0] + (_ANNOUNCED if announced else -_COST["paragraph"]), -leanings[0]
    came_from: list[tuple[bool, bool]] = []
    for index in range(1, len(statements)):
        to_panel = _cost(statements, index, "panel", labelled)
        to_office = _cost(statements, index, "office", labelled)
        stays, changes = panel, office - to_panel
        next_panel, panel_from_office = max(stays, changes), changes >= stays
        stays, changes = office, panel - to_office
        next_office, office_from_panel = max(stays, changes), changes >= stays
        came_from.append((panel_from_office, office_from_panel))
        panel, office = next_panel + leanings[index], next_office - leanings[index]
    voice: Voice = "panel" if panel > office else "office"
    chosen = [voice]
    for panel_from_office, office_from_panel in reversed(came_from):
        if voice == "panel":
            voice = "office" if panel_from_office else "panel"
        else:
            voice = "panel" if office_from_panel else "office"
        chosen.append(voice)
    return chosen[::-1]


def _cost(statements: Sequence[Statement], index: int, to: Voice, labelled: set[Voice]) -> float:
    """What it costs that ``to`` takes over from the other voice at this statement."""
    statement, before = statements[index], statements[index - 1]
    if to in labelled and statement.voice != to and before.set_off != "heading":
        return _NEVER if statement.set_off != "heading" else 0.0
    if before.set_off == "heading":
        return 0.0
    cost = _COST[statement.set_off]
    if to == "panel" and cost == _COST["paragraph"] and voices.leaning(statement.text) >= _OPENS:
        cost = _COST_OF_AN_OPENING
    if statement.set_off == "sentence" and statement.joined_up:
        cost = _COST_WHERE_BREAKS_WERE_LOST
    if to == "office":
        if voices.goes_on(statement.text):
            return cost + _GOES_ON
        if voices.asks(before.text):
            return cost - _AFTER_AN_ASK
    return cost
