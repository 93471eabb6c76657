"""Which words changed between two wordings of a passage, set out as people would mark them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby, takewhile
from typing import Literal

from rapidfuzz.distance import Indel

RunKind = Literal["same", "inserted", "deleted"]

# Above this many word pairs difflib, which finds the more readable differences, takes too long.
_DIFFLIB_LIMIT = 1_500_000
# A longer run of equal words between two changes is always worth showing.
_ABSORBED_WORDS = 3

_TOKEN = re.compile(r"(\S+)(\s*)")


@dataclass(frozen=True, slots=True)
class Run:
    kind: RunKind
    text: str


def word_changes(before: str, after: str) -> list[Run]:
    """The words that stayed, went and came, in reading order.

    The same and deleted runs together are ``before`` to the letter, the same and inserted ones
    ``after``. Words are whole; the punctuation that touches one is not marked with it where only
    that or only the word differs. Where little stays between two changes, they are shown as one.
    """
    old_lead, old = _tokens(before)
    new_lead, new = _tokens(after)
    pieces: list[Run] = []
    _same_or_both(pieces, old_lead, new_lead)
    old_words, new_words = [word for word, _ in old], [word for word, _ in new]
    for same, i1, i2, j1, j2 in _absorbed(_opcodes(old_words, new_words), old_words, new_words):
        if same:
            _add_same(pieces, old[i1:i2], new[j1:j2])
        else:
            pieces.append(Run("deleted", "".join(w + s for w, s in old[i1:i2])))
            pieces.append(Run("inserted", "".join(w + s for w, s in new[j1:j2])))
    return _joined(pieces)


def _tokens(text: str) -> tuple[str, list[tuple[str, str]]]:
    lead = text[: len(text) - len(text.lstrip())]
    return lead, _TOKEN.findall(text, len(lead))


_Span = tuple[bool, int, int, int, int]


def _opcodes(old: Sequence[str], new: Sequence[str]) -> list[_Span]:
    """Spans of equal and differing words; what begins and ends alike is set aside first."""
    head = 0
    shortest = min(len(old), len(new))
    while head < shortest and old[head] == new[head]:
        head += 1
    tail = 0
    while tail < shortest - head and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    a, b = old[head : len(old) - tail], new[head : len(new) - tail]
    spans: list[_Span] = [(True, 0, head, 0, head)] if head else []
    if len(a) * len(b) <= _DIFFLIB_LIMIT:
        codes = SequenceMatcher(None, a, b, autojunk=False).get_opcodes()
    else:
        codes = [tuple(code) for code in Indel.opcodes(a, b)]
    for tag, i1, i2, j1, j2 in codes:
        spans.append((tag == "equal", i1 + head, i2 + head, j1 + head, j2 + head))
    if tail:
        spans.append((True, len(old) - tail, len(old), len(new) - tail, len(new)))
    return spans


def _absorbed(spans: list[_Span], old: Sequence[str], new: Sequence[str]) -> list[_Span]:
    """Without the short equal runs that would cut one change into confetti.

    The rule is the semantic clean-up of Fraser's diff-match-patch: an equal run goes when it is
    no longer than what changed on either side of it. Here it goes also only if it is short.
    """
    kept: list[_Span] = []
    for span in spans:
        kept.append(span)
        while (
            len(kept) >= 3
            and not kept[-1][0]
            and kept[-2][0]
            and not kept[-3][0]
            and _slight(kept[-3], kept[-2], kept[-1], old, new)
        ):
            _, _, i2, _, j2 = kept.pop()
            kept.pop()
            _, i1, _, j1, _ = kept.pop()
            kept.append((False, i1, i2, j1, j2))
        # Two differing spans can meet (a deletion, then an insertion): they are one change.
        if len(kept) >= 2 and not kept[-1][0] and not kept[-2][0]:
            _, _, i2, _, j2 = kept.pop()
            _, i1, _, j1, _ = kept.pop()
            kept.append((False, i1, i2, j1, j2))
    return kept


def _slight(
    left: _Span, equal: _Span, right: _Span, old: Sequence[str], new: Sequence[str]
) -> bool:
    _, i1, i2, _, _ = equal
    if i2 - i1 > _ABSORBED_WORDS:
        return False
    length = _letters(old, i1, i2)
    return all(
        length <= max(_letters(old, a1, a2), _letters(new, b1, b2))
        for _, a1, a2, b1, b2 in (left, right)
    )


def _letters(tokens: Sequence[str], start: int, end: int) -> int:
    return sum(map(len, tokens[start:end]))


def _same_or_both(pieces: list[Run], old: str, new: str) -> None:
    if old == new:
        pieces.append(Run("same", old))
    else:
        pieces += [Run("deleted", old), Run("inserted", new)]


def _add_same(
    pieces: list[Run], old: Sequence[tuple[str, str]], new: Sequence[tuple[str, str]]
) -> None:
    """Equal words; the space after one of them may differ."""
    same = ""
    for (word, old_space), (_, new_space) in zip(old, new, strict=True):
        same += word
        if old_space == new_space:
            same += old_space
        else:
            pieces.append(Run("same", same))
            same = ""
            _same_or_both(pieces, old_space, new_space)
    pieces.append(Run("same", same))


def _joined(pieces: list[Run]) -> list[Run]:
    """One run where several of a kind meet; in each change what went before what came."""
    runs: list[Run] = []
    for is_same, meeting in groupby(pieces, lambda piece: piece.kind == "same"):
        met = list(meeting)
        if is_same:
            _add(runs, "same", "".join(piece.text for piece in met))
            continue
        gone = "".join(piece.text for piece in met if piece.kind == "deleted")
        come = "".join(piece.text for piece in met if piece.kind == "inserted")
        head = _same_word(gone, come)
        tail = _same_punctuation(gone[head:], come[head:])
        _add(runs, "same", gone[:head])
        _add(runs, "deleted", gone[head : len(gone) - tail])
        _add(runs, "inserted", come[head : len(come) - tail])
        _add(runs, "same", gone[len(gone) - tail :])
    return runs


def _add(runs: list[Run], kind: RunKind, text: str) -> None:
    if text and runs and runs[-1].kind == kind:
        runs[-1] = Run(kind, runs[-1].text + text)
    elif text:
        runs.append(Run(kind, text))


def _same_word(gone: str, come: str) -> int:
    """How much of two changed texts is the same word, after which only its punctuation differs:
    "2028." and "2028 and"."""
    first = _bare(gone)
    return len(first) if first == _bare(come) else 0


def _bare(text: str) -> str:
    """The word that a text begins with, without the punctuation after it."""
    word = "".join(takewhile(lambda letter: not letter.isspace(), text))
    end = len(word)
    while end and not word[end - 1].isalnum():
        end -= 1
    return word[:end]


def _same_punctuation(gone: str, come: str) -> int:
    """How much of both ends is the same punctuation, with the space after it."""
    ends = takewhile(
        lambda pair: pair[0] == pair[1] and not pair[0].isalnum(),
        zip(reversed(gone), reversed(come), strict=False),
    )
    same = "".join(letter for letter, _ in ends)
    is_worth_it = same.strip() or not gone.strip() or not come.strip()
    return len(same) if is_worth_it else 0
