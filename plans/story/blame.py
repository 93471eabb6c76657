"""Who wrote these words: the present wording of a text, each run of words with the wording it came
in with, as ``git blame`` does for lines."""

from collections.abc import Sequence
from dataclasses import dataclass

from ..comparison.words import word_changes


@dataclass(frozen=True, slots=True)
class Written:
    """A run of words; ``since`` is the index of the first wording that had it there."""

    text: str
    since: int


def written(wordings: Sequence[str]) -> list[Written]:
    """The last of successive wordings in runs, that join to it to the letter."""
    runs: list[Written] = []
    for index, (before, after) in enumerate(zip(("", *wordings), wordings, strict=False)):
        runs = _carried(runs, before, after, index)
    return runs


def _carried(runs: Sequence[Written], before: str, after: str, index: int) -> list[Written]:
    """The runs of one wording, carried into the next: what stayed keeps where it came from."""
    origins = [run.since for run in runs for _ in run.text]  # of each letter
    letters: list[tuple[str, int]] = []
    at = 0
    for change in word_changes(before, after):
        if change.kind == "inserted":
            letters += [(letter, index) for letter in change.text]
            continue
        if change.kind == "same":
            letters += zip(change.text, origins[at : at + len(change.text)], strict=True)
        at += len(change.text)
    return _joined(_spaces_with_their_neighbours(letters))


def _spaces_with_their_neighbours(letters: list[tuple[str, int]]) -> list[tuple[str, int]]:
    """White space alone is nobody's words: it goes with what stands before it."""
    found: list[tuple[str, int]] = []
    for letter, since in letters:
        own = found[-1][1] if found and letter.isspace() else since
        found.append((letter, own))
    return found


def _joined(letters: Sequence[tuple[str, int]]) -> list[Written]:
    runs: list[Written] = []
    start = 0
    for at in range(1, len(letters) + 1):
        if at == len(letters) or letters[at][1] != letters[start][1]:
            text = "".join(letter for letter, _ in letters[start:at])
            runs.append(Written(text, letters[start][1]))
            start = at
    return runs
