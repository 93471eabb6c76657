"""Both versions numbered and printed, and what became of each paragraph written down."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence, Set
from typing import TYPE_CHECKING

from plans.comparison import Kind, Passage

from .texts import Line, Style, words_of
from .topics import TOPICS

if TYPE_CHECKING:
    from .editing import Edited, Editor, Sides


def labelled(editor: Editor) -> Edited:
    from .editing import Edited

    style = editor.style
    labels = numbers(editor.earlier, style), numbers(editor.lines, style)
    sources_of = {j: line.sources for j, line in enumerate(editor.lines)}
    own_place = {i: i for i in range(len(editor.earlier))}
    earlier = printed(editor.earlier, style, labels[0], own_place, editor.were_renamed)
    later = printed(editor.lines, style, labels[1], editor.first_places(), editor.renamed)
    kinds, edits = {}, {}
    for sides in _sides(len(earlier), sources_of):
        olds, news = sides
        same = [words_of(editor.earlier[i], style) for i in olds] == [
            words_of(editor.lines[j], style) for j in news
        ]
        moved = any(i in editor.moved for i in olds)
        kinds[sides] = _kind(sides, earlier, later, same=same, moved=moved)
        if name := next((editor.edits[i] for i in olds if i in editor.edits), ""):
            edits[sides] = name
        elif not olds:
            edits[sides] = "insert"
    return Edited(earlier, later, kinds, edits, editor.moved)


def numbers(lines: Sequence[Line], style: Style) -> list[str]:
    """What is printed before each paragraph, when counted from the first."""
    labels: list[str] = []
    number = entry = 0
    section = -1
    for line in lines:
        if style.label in ("deep", "section") and line.section != section:
            number, section = 0, line.section
        if line.level:
            entry += 1
            labels.append(f"{number}({_letters(entry)})")
            continue
        number, entry = number + 1, 0
        if style.label == "deep":
            labels.append(f"{section + 1}.{(number - 1) // 6 + 1}.{(number - 1) % 6 + 1}")
        elif style.label == "section":
            labels.append(f"{section + 1}.{number}")
        else:
            labels.append(str(number))
    return labels


def printed(
    lines: Sequence[Line],
    style: Style,
    labels: Sequence[str],
    place_of: Mapping[int, int],
    renamed: Set[int],
) -> list[Passage]:
    """The paragraphs as they are read, each under its headings."""
    found = []
    for line, label in zip(lines, labels, strict=True):
        topic = TOPICS[line.section % len(TOPICS)]
        part = f"Part {line.section // len(TOPICS) + 1}"
        text = words_of(line, style, lambda i: labels[place_of[i]])
        found.append(Passage(label, (part, topic.headings[line.section in renamed]), text))
    return found


def _sides(earlier: int, sources_of: dict[int, tuple[int, ...]]) -> list[Sides]:
    """Every paragraph in exactly one group of those that are linked."""
    later_of: dict[int, list[int]] = defaultdict(list)
    for j, olds in sources_of.items():
        for i in olds:
            later_of[i].append(j)
    found: dict[Sides, None] = {}
    for i in range(earlier):
        news = tuple(later_of[i])
        olds = sources_of[news[0]] if news else (i,)
        found[olds, news] = None
    for j, olds in sources_of.items():
        if not olds:
            found[(), (j,)] = None
    return list(found)


def _kind(
    sides: Sides, earlier: Sequence[Passage], later: Sequence[Passage], *, same: bool, moved: bool
) -> Kind:
    olds, news = sides
    if not olds:
        return "added"
    if not news:
        return "removed"
    if len(news) > 1:
        return "split"
    if len(olds) > 1:
        return "merged"
    if not same:
        return "reworded"
    if moved:
        return "moved"
    same_label = earlier[olds[0]].label == later[news[0]].label
    return "unchanged" if same_label else "renumbered"


def _letters(number: int) -> str:
    """a to z, then aa, bb and so on."""
    letter = chr(ord("a") + (number - 1) % 26)
    return letter * ((number - 1) // 26 + 1)
