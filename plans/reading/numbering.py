"""Which of the marks in a plan are its paragraph numbers, and what each paragraph is called.

A mark alone does not tell: "12." may be paragraph 12, the twelfth item of a list within
paragraph 40, or the end of a sentence cut in two; "(i)" follows "(h)" or begins a list of roman
numbers. What tells is what came before and what comes next.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from plans import labels

from .marks import Mark

# A number this far ahead of the one expected is a year or a quantity, not a paragraph.
_TOO_FAR = 60
_LOOK_AHEAD = 400


@dataclass(frozen=True, slots=True)
class Numbered:
    label: str
    unsure: str = ""


class Numbering:
    """Takes a plan's marks in order; ``None`` stands for a heading, which closes paragraphs."""

    def __init__(self, marks: Sequence[Mark | None]) -> None:
        self._marks = marks
        self.main = 0
        self._decimal: tuple[int, ...] = ()
        self._depth = 0
        self.current = ""  # the label under which lettered parts hang
        self._nested = 0
        self._capital = ""
        self._letter = ""
        self._roman = 0
        self._annex = ""
        self._printed: dict[str, str] = {}  # labels that the plan prints in another form

    def heading(self, mark: Mark | None = None) -> None:
        """A heading ends the paragraph before it; numbers go on, letters do not."""
        if mark and mark.style in ("decimal", "number"):
            self._decimal = tuple(map(int, mark.value.split(".")))
        self.current = ""
        self._nested = 0
        self._below()

    def take(self, at: int) -> Numbered | None:
        """What the mark at this place makes of its text; None if it is part of the text."""
        mark = self._marks[at]
        if mark is None:
            return None
        if mark.style == "full":
            found = self._full(mark)
        elif mark.style == "annex":
            found = self._take_annex(mark, at)
        elif mark.style == "decimal":
            found = self._take_decimal(mark)
        elif mark.style == "number":
            found = self._take_number(mark, at)
        elif mark.style == "capital":
            found = self._take_capital(mark)
        else:
            found = self._take_letter(mark, at)
        return found

    def expects(self, number: int) -> bool:
        """Whether this is the number that the next paragraph should have."""
        return number == self.main + 1

    def _child(self, above: str, value: str) -> str:
        """A part of a label, which keeps the form that the plan prints: "49.b" has "49.b(ii)"."""
        label = labels.child(above, value)
        return f"{self._printed[above]}({value})" if above in self._printed else label

    def _below(self) -> None:
        self._capital = self._letter = ""
        self._roman = 0

    def _full(self, mark: Mark) -> Numbered | None:
        parsed = labels.parse(mark.value)
        if parsed is None:
            return None
        number = parsed.number
        if mark.weak and number != self.current:
            return None
        whole = len(parsed.numbers) == 1 and not parsed.annex
        jump = number != self.current and whole and bool(self.main)
        unsure = ""
        if jump and parsed.numbers[0] not in (self.main, self.main + 1):
            unsure = f"{mark.value} comes after {self.main}: check the number."
        if number != self.current:
            self._below()
        self.current = number
        if whole:
            self.main = parsed.numbers[0]
        self._nested = 0
        self._capital = parsed.section
        self._letter = parsed.subs[0] if parsed.subs else ""
        self._roman = labels.roman_value(parsed.subs[1]) if len(parsed.subs) > 1 else 0
        self._printed[str(parsed)] = mark.value
        return Numbered(mark.value, unsure)

    def _take_annex(self, mark: Mark, at: int) -> Numbered | None:
        """A1 and A2 of an annex; "M6 Junctions" only where M5 was before or M7 comes next."""
        parsed, before = labels.parse(mark.value), labels.parse(self._annex)
        if parsed is None:
            return None
        follows = parsed.numbers[-1] == 1
        if before and before.annex == parsed.annex:
            follows = parsed.numbers in _successors(before.numbers)
        elif mark.weak and follows:
            following = self._next_annex(at)
            follows = following is not None and following.numbers in _successors(parsed.numbers)
        if mark.weak and not follows:
            return None
        unsure = ""
        if not follows:
            above = self._annex if before and before.annex == parsed.annex else ""
            unsure = (
                f"{mark.value} comes after {above}: check the number."
                if above
                else (f"{mark.value} is the first number with {parsed.annex}: check it.")
            )
        self._annex = mark.value
        self._open(str(parsed))
        self._printed[str(parsed)] = mark.value
        return Numbered(mark.value, unsure)

    def _next_annex(self, at: int) -> labels.Label | None:
        for mark in self._marks[at + 1 : at + _LOOK_AHEAD]:
            if mark is not None and mark.style == "annex":
                return labels.parse(mark.value)
        return None

    def _take_decimal(self, mark: Mark) -> Numbered | None:
        numbers = tuple(map(int, mark.value.split(".")))
        before = self._decimal
        follows = numbers in _successors(before)
        # "2.5 Full-time officers" is no paragraph, unless numbers of its kind stand around.
        near = numbers[0] in (before[0], before[0] + 1) if before else numbers[-1] <= 1
        if mark.weak and not follows and not near:
            return None
        unsure = ""
        if before and not follows:
            unsure = f"{mark.value} comes after {'.'.join(map(str, before))}: check the number."
        self._decimal = numbers
        self._open(mark.value)
        return Numbered(mark.value, unsure)

    def _open(self, label: str) -> None:
        self.current = label
        self._nested = 0
        self._below()

    def _take_number(self, mark: Mark, at: int) -> Numbered | None:
        number, expected = mark.number, self.main + 1
        if self._is_nested(mark, at):
            self._nested = number
            self._letter, self._roman = "", 0
            unsure = ""
            if number == self.main == 1 and not mark.depth:
                unsure = "1 comes after 1 and is taken for a point under it: check the number."
            return Numbered(self._child(self.current, mark.value), unsure)
        if mark.depth:
            self._depth = self._depth or mark.depth
        if not self.main or number == expected:
            if mark.weak and not self._goes_on(number, at):
                return None
            return self._take_main(mark, "")
        if mark.weak:
            return None
        following = self._next_number(at)
        if number == 1:
            return self._take_main(mark, "")
        if number > expected and following == expected + 1 and following != number + 1:
            taken = self._take_main(mark, f"{expected} was expected here: check the number.")
            self.main = expected
            return taken
        if number > expected + _TOO_FAR:
            return None
        return self._take_main(mark, f"{number} comes after {self.main}: check the number.")

    def _take_main(self, mark: Mark, unsure: str) -> Numbered:
        self.main = mark.number
        self._open(str(mark.number))
        return Numbered(self.current, unsure)

    def _is_nested(self, mark: Mark, at: int) -> bool:
        """Whether a number counts the items of a list within the current paragraph."""
        if not self.current:
            return False
        if mark.depth and self._depth and "." not in self.current:
            return mark.depth > self._depth
        if mark.number != self._nested + 1:
            return False
        if "." in self.current:
            return True
        if self.main + 1 in self._numbers_after(at):
            return True
        # A list at the very end, or numbers that start again: only a heading could tell.
        return bool(self._nested) and mark.number != self.main + 1

    def _numbers_after(self, at: int) -> list[int]:
        """The numbers that come next, as long as each is one more than the last or ends a list."""
        found: list[int] = []
        last = self._marks[at].number if self._marks[at] else 0
        for mark in self._marks[at + 1 : at + _LOOK_AHEAD]:
            if mark is None or mark.style != "number" or mark.weak:
                continue
            found.append(mark.number)
            if mark.number != last + 1:
                break
            last = mark.number
        return found

    def _next_number(self, at: int) -> int:
        for mark in self._marks[at + 1 : at + _LOOK_AHEAD]:
            if mark is not None and mark.style == "number":
                return mark.number
        return 0

    def _goes_on(self, number: int, at: int) -> bool:
        """Whether a number without a full stop is one of a series of such."""
        return number == self.main + 1 > 1 or self._next_number(at) == number + 1

    def _take_capital(self, mark: Mark) -> Numbered | None:
        if not self.current:
            return None
        follows = mark.value == (_after(self._capital) if self._capital else "A")
        if not follows and mark.weak:
            return None
        self._capital, self._letter, self._roman = mark.value, "", 0
        unsure = "" if follows else f"Section {mark.value} of {self.current}: check the letter."
        return Numbered(labels.normalise(f"{self.current} {mark.value}"), unsure)

    def _take_letter(self, mark: Mark, at: int) -> Numbered | None:
        value = mark.value
        if self._is_roman(value, at):
            follows = labels.roman_value(value) == self._roman + 1
            if not follows and mark.weak:
                return None
            self._roman = labels.roman_value(value)
            above = self._child(self._above(), self._letter) if self._letter else self._above()
            return self._part(above, value, "" if follows else "check the number")
        if len(value) > 1 and not self._letter:
            return None
        follows = value == (_after(self._letter) if self._letter else "a")
        if not follows and mark.weak:
            return None
        unsure = ""
        if not follows and self._letter:
            unsure = f"({value}) comes after ({self._letter}): check the letter"
        elif not follows:
            unsure = f"({value}) is the first letter here: check what comes before it"
        self._letter, self._roman = value, 0
        return self._part(self._above(), value, unsure)

    def _above(self) -> str:
        if self._nested:
            return self._child(self.current, str(self._nested))
        return f"{self.current} {self._capital}" if self._capital else self.current

    def _part(self, above: str, value: str, unsure: str) -> Numbered:
        if not self.current:
            lone = labels.normalise(f"{above}({value})") if above else f"({value})"
            return Numbered(lone, "There is no numbered paragraph above this one: check the label.")
        return Numbered(self._child(above, value), f"{unsure}." if unsure else "")

    def _is_roman(self, value: str, at: int) -> bool:
        number = labels.roman_value(value)
        if not number:
            return False
        if len(value) > 1 or number == self._roman + 1 > 1:
            return True
        if value == "i" and self._letter == "h":
            return self._next_letter(at) == "ii"
        if value == _after(self._letter):
            return False
        return value == "i"

    def _next_letter(self, at: int) -> str:
        for mark in self._marks[at + 1 : at + _LOOK_AHEAD]:
            if mark is not None and mark.style == "letter":
                return mark.value
        return ""


def _after(letter: str) -> str:
    """The next letter of a list; "aa" after "z", then "bb", as Word has it."""
    if letter in ("z", "Z"):
        return chr(ord(letter) - 25) * 2
    return chr(ord(letter[0]) + 1) * len(letter) if letter else ""


def _successors(numbers: tuple[int, ...]) -> set[tuple[int, ...]]:
    """What may follow 4.3.4: 4.3.5, 4.4, 5, and one level down, each from 1 (or 0)."""
    found = {(*numbers, 1), (*numbers, 0)}
    for length in range(1, len(numbers) + 1):
        up = (*numbers[: length - 1], numbers[length - 1] + 1)
        found.update({up, (*up, 1), (*up, 1, 1), (*up, 0)})
    return found
