"""How well two versions of public texts are compared that people really revised.

    PUBLIC_TEXTS=folder make bench
    python -m benchmarks.public_texts folder

The folder holds clones, with their history, of the repositories named below. Nothing of them is
kept here. How it is known what became of each paragraph is told in ``benchmarks/public``.
"""

import os
import sys
from functools import partial
from pathlib import Path

from benchmarks.edits.editing import Edited
from benchmarks.edits.scoring import links, score, score_links
from benchmarks.measuring import peers
from benchmarks.measuring.tables import per_cent, seconds, share, table, times
from benchmarks.measuring.timing import best_of, machine
from benchmarks.public import Pair, asvs, clones, process, servercert
from plans.comparison import compare

TEXTS = (asvs, process, servercert)
# Up to how many paragraphs the slower peers are tried here.
_LONGEST = {peers.difflib_ratio: 350}


def main() -> None:
    folder = sys.argv[1] if len(sys.argv) > 1 else os.environ.get("PUBLIC_TEXTS", "")
    found = {text: clones.find(Path(folder), text.NAME) if folder else None for text in TEXTS}
    print("# Comparing public texts\n")
    if missing := [text.NAME for text, clone in found.items() if clone is None]:
        print(
            f"To measure on {', '.join(missing)} as well, clone these from github.com into one"
            " folder and name it in PUBLIC_TEXTS.\n"
        )
    pairs = [pair for text, clone in found.items() if clone for pair in text.pairs(clone)]
    if pairs:
        print(f"{machine()}\n\n{_ours(pairs)}\n\n{_peers(pairs)}")


def _ours(pairs: list[Pair]) -> str:
    rows = []
    for pair in pairs:
        elapsed, changes = best_of(2, partial(compare, pair.earlier, pair.later))
        kinds = {((i,), (j,)): "reworded" for i, j in pair.links | (pair.either & links(changes))}
        result = score(Edited(pair.earlier, pair.later, kinds, {}), changes)
        own = score_links(links(changes) - pair.either, pair.links, result.paragraphs)
        same = sum(pair.earlier[i].text == pair.later[j].text for i, j in pair.links)
        rows.append(
            [
                pair.name,
                f"{len(pair.earlier):,} / {len(pair.later):,}",
                per_cent(same / len(pair.links)),
                share(own.precision),
                share(own.recall),
                share(own.f1),
                f"{own.false_links:.2f}",
                per_cent(result.review_share),
                per_cent(result.sure_link_precision),
                per_cent(result.sure_precision),
                seconds(elapsed),
            ]
        )
    heads = ["text", "paragraphs", "word for word", "precision", "recall", "F1"]
    heads += [
        "false per 100",
        "to review",
        "links right of the rest",
        "all right of the rest",
        "time",
    ]
    return f"## Ours\n\n{table(heads, rows)}"


def _peers(pairs: list[Pair]) -> str:
    """F1, and the time as a ratio to ours."""
    rows = []
    for pair in pairs:
        size = max(len(pair.earlier), len(pair.later))
        base, changes = best_of(1, partial(compare, pair.earlier, pair.later))
        row = [pair.name, share(_f1(pair, links(changes)))]
        for peer in peers.NAMES:
            if size > _LONGEST.get(peer, 2100):
                row.append("-")
                continue
            elapsed, found = best_of(1, partial(peer, pair.earlier, pair.later))
            row.append(f"{share(_f1(pair, found))} in {times(elapsed / base)}")
        rows.append(row)
    heads = ["text", "ours", *peers.NAMES.values()]
    return f"## Beside others: F1, and time in ours\n\n{table(heads, rows)}"


def _f1(pair: Pair, found: set[peers.Link]) -> float:
    return score_links(found - pair.either, pair.links, 1).f1


if __name__ == "__main__":
    main()
