"""What a letter's claims come to, in the plain English that is read out at a meeting."""

from collections.abc import Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Tally:
    """How many points a letter answers and how many changes it claims, and what became of those.

    ``checked`` is False until the version that follows has been compared. ``unanswered`` are the
    references of the recommendations that were sent and are not in the letter.
    """

    points: int
    claimed: int
    checked: bool = True
    borne_out: int = 0
    not_borne_out: int = 0
    not_found: int = 0
    placeless: int = 0
    as_stated: int = 0
    not_there: int = 0
    unclaimed: int = 0
    to_confirm: int = 0
    unanswered: Sequence[str] = field(default_factory=tuple)


def sentences(tally: Tally) -> list[str]:
    """The tally in a few sentences, the most important first. Nothing is said of what is not."""
    said = [_points(tally), *(_checked(tally) if tally.checked else _unchecked(tally))]
    if tally.unanswered:
        number = len(tally.unanswered)
        verb, noun = ("is", "recommendation") if number == 1 else ("are", "recommendations")
        said.append(
            f"{number} {noun} that the panel sent {verb} not answered in it: "
            f"{listed(tally.unanswered)}."
        )
    if tally.checked and tally.to_confirm:
        noun = "finding waits" if tally.to_confirm == 1 else "findings wait"
        said.append(f"{tally.to_confirm} {noun} for an officer to confirm.")
    return said


def _points(tally: Tally) -> str:
    noun = "point" if tally.points == 1 else "points"
    return f"The letter answers {tally.points} {noun}."


def _unchecked(tally: Tally) -> list[str]:
    if not tally.claimed:
        return ["It claims no change of the plan."]
    return [
        f"It claims {_changes(tally.claimed)} of the plan. They are checked when the version that "
        "follows has been received and compared."
    ]


def _checked(tally: Tally) -> list[str]:
    said = []
    if tally.claimed == 0:
        said.append("It claims no change of the plan.")
    elif tally.borne_out == tally.claimed:
        every = "The one change" if tally.claimed == 1 else f"All {tally.claimed} changes"
        verb = "is" if tally.claimed == 1 else "are"
        said.append(f"{every} that it claims {verb} borne out by the plan.")
    elif tally.claimed == 1:
        short = [f"It{sentence.removeprefix('1')}" for sentence in _short_of(tally)]
        said += ["It claims 1 change of the plan.", *short]
    else:
        number = tally.borne_out or "none"
        verb = "is" if tally.borne_out == 1 else "are"
        said.append(f"Of {tally.claimed} changes claimed, {number} {verb} borne out by the plan.")
        said += _short_of(tally)
    if tally.as_stated:
        noun, verb = _places(tally.as_stated)
        said.append(f"{noun} that it points to as they stand {verb} in the plan, as stated.")
    if tally.not_there:
        noun, verb = _places(tally.not_there)
        said.append(f"{noun} that it refers to {verb} not in the plan.")
    if tally.unclaimed:
        verb = "place was" if tally.unclaimed == 1 else "places were"
        said.append(f"{tally.unclaimed} {verb} changed though the letter claims no change there.")
    return said


def _short_of(tally: Tally) -> list[str]:
    """Which claims are not borne out, and why not."""
    said = []
    if tally.not_borne_out:
        verb = "is" if tally.not_borne_out == 1 else "are"
        said.append(
            f"{tally.not_borne_out} {verb} not borne out: the plan does not show the change."
        )
    if tally.not_found:
        verb, noun = ("names", "a place") if tally.not_found == 1 else ("name", "places")
        said.append(f"{tally.not_found} {verb} {noun} that the plan does not have.")
    if tally.placeless:
        verb = "names" if tally.placeless == 1 else "name"
        said.append(f"{tally.placeless} {verb} no place, so nobody can look it up.")
    return said


def _changes(number: int) -> str:
    return f"{number} {'change' if number == 1 else 'changes'}"


def _places(number: int) -> tuple[str, str]:
    return ("1 place", "is") if number == 1 else (f"{number} places", "are")


def listed(words: Sequence[str]) -> str:
    """ "2026/01, 2026/02 and 2026/03"."""
    return f"{', '.join(words[:-1])} and {words[-1]}" if len(words) > 1 else words[0]
