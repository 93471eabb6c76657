"""``manage.py compare_plans OLD NEW``: what became of each paragraph of a plan."""

import json
import textwrap
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any, get_args

from django.core.management.base import BaseCommand, CommandParser

from plans.compared.doubts import found_little
from plans.comparison import Change, Kind, Passage, compare
from plans.management import plan_file
from plans.management.plan_file import PlanFile

_WIDTH = 98
_KIND = 12


class Command(BaseCommand):
    """Reads two files and prints how they differ. It needs no database and changes nothing."""

    help = (
        "Compare two versions of a plan (.docx, .pdf, .txt, or what read_plan --json printed)"
        " paragraph by paragraph."
    )
    requires_system_checks = []
    requires_migrations_checks = False

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("old", type=Path, metavar="OLD", help="the earlier version")
        parser.add_argument("new", type=Path, metavar="NEW", help="the later version")
        parser.add_argument("--json", action="store_true", help="print JSON, for other programs")

    def handle(self, *_args: Any, **options: Any) -> None:
        old, new = plan_file.read(options["old"]), plan_file.read(options["new"])
        began = time.perf_counter()
        changes = compare(old.passages, new.passages)
        seconds = time.perf_counter() - began
        if options["json"]:
            printed = as_json(old.passages, new.passages, changes, seconds)
            self.stdout.write(json.dumps(printed, ensure_ascii=False, indent=1))
            for remark in remarks(old, new, changes):
                self.stderr.write(remark)
        else:
            self.stdout.write(as_text(old, new, changes, seconds))


def as_json(
    earlier: Sequence[Passage],
    later: Sequence[Passage],
    changes: Sequence[Change],
    seconds: float,
) -> dict[str, Any]:
    """The changes as plain values. A paragraph without a label goes by its heading."""
    return {
        "revisions": [
            {
                "kind": change.kind,
                "earlier": [plan_file.name(earlier[i]) for i in change.earlier],
                "later": [plan_file.name(later[j]) for j in change.later],
                "confidence": change.confidence,
                "review": change.review,
            }
            for change in changes
        ],
        "seconds": round(seconds, 3),
    }


def as_text(old: PlanFile, new: PlanFile, changes: Sequence[Change], seconds: float) -> str:
    """The changes for people to read: how many of each kind, then each in a line."""
    lines = [
        f"Earlier: {old.name}, {_paragraphs(len(old.passages))}",
        f"Later:   {new.name}, {_paragraphs(len(new.passages))}",
        f"Compared in {seconds:.2f} seconds",
        "",
        *_counts(changes),
    ]
    for remark in remarks(old, new, changes):
        lines += ["", textwrap.fill(remark, _WIDTH)]
    if listed := list(_listing(old.passages, new.passages, changes)):
        lines += ["", *listed]
    return "\n".join(lines)


def remarks(old: PlanFile, new: PlanFile, changes: Sequence[Change]) -> list[str]:
    """Sentences about the two versions as a whole."""
    found = []
    if old.data == new.data:
        found.append("Nothing has changed: the two files are the same, byte for byte.")
    elif all(change.kind == "unchanged" for change in changes):
        found.append("Nothing has changed: every paragraph is the same under the same number.")
    elif little := found_little(changes):
        found.append(
            f"Of {_paragraphs(little.of)} of the shorter version {little.linked or 'none'} could be"
            " found in the other one. These look like versions of different plans: check that they"
            " are the right files."
        )
    for which, plan in (("earlier", old), ("later", new)):
        labels = Counter(passage.label for passage in plan.passages if passage.label)
        if again := [label for label, times in labels.items() if times > 1]:
            shown = ", ".join(again[:5]) + (" and others" if len(again) > 5 else "")
            found.append(
                f"The {which} version uses the same number for more than one paragraph ({shown}),"
                " so that these cannot be told apart here by their number."
            )
    return found


def _counts(changes: Sequence[Change]) -> Iterator[str]:
    """How many of each kind, and to look at, counted in changes."""
    kinds = Counter(change.kind for change in changes)
    for kind in get_args(Kind):
        if kinds[kind]:
            yield f"{kinds[kind]:6} {kind}"
    if look := sum(change.review for change in changes):
        yield f"{look:6} to look at, marked ?"


def _listing(
    earlier: Sequence[Passage], later: Sequence[Passage], changes: Sequence[Change]
) -> Iterator[str]:
    """A line for each change; one for a run of paragraphs that have nothing but new numbers."""
    only_numbers = groupby(
        changes, lambda change: change.kind == "renumbered" and not change.review
    )
    for folded, run in only_numbers:
        group = [change for change in run if change.kind != "unchanged" or change.review]
        if folded and len(group) > 2:
            first, last = group[0], group[-1]
            sides = [
                f"{plan_file.name(side[a])} to {plan_file.name(side[b])}"
                for side, a, b in (
                    (earlier, first.earlier[0], last.earlier[0]),
                    (later, first.later[0], last.later[0]),
                )
            ]
            yield f"  {'renumbered':<{_KIND}}{' -> '.join(sides)} ({_paragraphs(len(group))})"
        else:
            yield from (_line(earlier, later, change) for change in group)


def _line(earlier: Sequence[Passage], later: Sequence[Passage], change: Change) -> str:
    before = [earlier[i] for i in change.earlier]
    after = [later[j] for j in change.later]
    sides = [", ".join(map(plan_file.name, side)) for side in (before, after) if side]
    mark, kind = "?" if change.review else " ", change.kind
    also = " (moved)" if change.moved and kind != "moved" else ""
    line = f"{mark} {kind:<{_KIND}}{' -> '.join(sides)}{also}"
    words = " ".join((after or before)[0].text.split())
    room = max(24, _WIDTH - len(line) - 4)
    return f"{line}: {textwrap.shorten(words, room, placeholder=' …')}" if words else line


def _paragraphs(number: int) -> str:
    return f"{number} paragraph{'' if number == 1 else 's'}"
