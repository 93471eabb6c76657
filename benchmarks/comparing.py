"""How well and how fast two versions of a plan are compared, beside simpler ways of doing it.

    make bench                             all of it, in some minutes
    python -m benchmarks.comparing quick   the small sizes only

Most of it on made-up plans and edits of which it is known what became of what
(``benchmarks/edits``); the demo's two plans, whose true links a careful reader has written down,
come last. What the columns mean is told in docs/benchmarks.md. Times are of one core, and the
peers' are given as ratios to ours in the same run.
"""

import sys
from collections.abc import Callable, Iterable, Sequence
from functools import partial, reduce
from itertools import product

from benchmarks.edits import RECIPES, STYLES, Edited, Score, drafts, revise, score
from benchmarks.edits.scoring import links, score_links
from benchmarks.measuring import peers
from benchmarks.measuring.tables import per_cent, seconds, share, table, times
from benchmarks.measuring.timing import best_of, machine
from benchmarks.public.history import joined
from demo import sources, truth
from plans.comparison import Passage, compare, compose

# How many made-up pairs of each text and recipe there are at each size.
SEEDS = {100: 6, 300: 3, 1000: 1, 3000: 1}
QUICK = {100: 3, 300: 1}
WAYS = ("light", "heavy")
PEERS_AT = (100, 1000, 3000)


def main() -> None:
    sizes = QUICK if "quick" in sys.argv[1:] else SEEDS
    print(f"# Comparing two versions of a plan\n\n{machine()}\n")
    scores, took = made_up(sizes)
    print(overall(scores, took, sizes))
    print(by_kind(scores))
    print(by_edit(scores))
    print(growth(took, sizes))
    for size in sizes:
        if size in PEERS_AT:
            print(beside_peers(size))
    print(through_drafts())
    print(strangers())
    print(on_the_demo())


Scores = dict[tuple[str, str, int], Score]
Times = dict[tuple[str, str, int], float]


def made_up(sizes: dict[int, int]) -> tuple[Scores, Times]:
    """Scores and the least times by text, recipe and size."""
    scores: Scores = {}
    took: Times = {}
    for text, way, size, edited in pairs(sizes):
        tries = 1 if size > 1000 else 2
        elapsed, changes = best_of(tries, partial(compare, edited.earlier, edited.later))
        key = (text, way, size)
        scores[key] = scores.get(key, Score()) + score(edited, changes)
        took[key] = min(took.get(key, elapsed), elapsed)
    return scores, took


def pairs(sizes: dict[int, int]) -> Iterable[tuple[str, str, int, Edited]]:
    for text in STYLES:
        for way in WAYS:
            for size, seeds in sizes.items():
                for seed in range(1, seeds + 1):
                    yield text, way, size, revise(text, size, way, seed)


def total(scores: Scores, suits: Callable[[tuple[str, str, int]], bool]) -> Score:
    return sum((value for key, value in scores.items() if suits(key)), Score())


def overall(scores: Scores, took: Times, sizes: Iterable[int]) -> str:
    rows = []
    for text in STYLES:
        for way in WAYS:
            for size in sizes:
                key = (text, way, size)
                rows.append([f"{text}, {way}, {size:,}", *_cells(scores[key]), seconds(took[key])])
    for way in WAYS:
        result = total(scores, lambda key, way=way: key[1] == way)
        rows.append([f"all, {way}", *_cells(result), ""])
    heads = ["text, edits, paragraphs", "precision", "recall", "F1", "false links per 100"]
    heads += ["kind right", "to review", "links right of the rest", "all right of the rest", "time"]
    return f"## Ours on made-up edits\n\n{table(heads, rows)}\n"


def _cells(result: Score) -> list[str]:
    return [
        share(result.precision),
        share(result.recall),
        share(result.f1),
        f"{result.false_links:.2f}",
        per_cent(result.label_accuracy),
        per_cent(result.review_share),
        per_cent(result.sure_link_precision),
        per_cent(result.sure_precision),
    ]


def by_kind(scores: Scores) -> str:
    """Each kind over all texts and sizes."""
    rows = []
    results = [total(scores, lambda key, way=way: key[1] == way) for way in WAYS]
    for kind in sorted(results[0].kinds_true, key=lambda k: -results[0].kinds_true[k]):
        row = [kind]
        for result in results:
            precision, recall = result.of_kind(kind)
            f1 = 2 * precision * recall / ((precision + recall) or 1)
            row += [f"{result.kinds_true[kind]:,}", share(precision), share(recall), share(f1)]
        rows.append(row)
    columns = ("number", "precision", "recall", "F1")
    heads = ["kind", *(f"{way}: {column}" for way in WAYS for column in columns)]
    return f"## Ours by kind, right in kind and on both sides\n\n{table(heads, rows)}\n"


def by_edit(scores: Scores) -> str:
    """Of each edit the share of its links that were found."""
    rows = []
    for way in WAYS:
        result = total(scores, lambda key, way=way: key[1] == way)
        for name in RECIPES[way]:
            if true := result.edits_true[name]:
                found = result.edits_right[name]
                rows.append([f"{name} ({way})", f"{true:,}", share(found / true)])
    return f"## Links found of each edit\n\n{table(['edit', 'links', 'recall'], rows)}\n"


def growth(took: Times, sizes: Iterable[int]) -> str:
    """The longest of the recipes' times, and how it grows."""
    sizes = list(sizes)
    rows = []
    for text in STYLES:
        slowest = [max(took[text, way, size] for way in WAYS) for size in sizes]
        per_size = slowest[-1] / slowest[0] / (sizes[-1] / sizes[0])
        rows.append([text, *map(seconds, slowest), f"{per_size:.2f}"])
    heads = ["text", *(f"{size:,}" for size in sizes), "growth (1 = linear)"]
    return f"## Time of ours\n\n{table(heads, rows)}\n"


def beside_peers(size: int) -> str:
    """F1 and time of all ways over all texts, with the first made-up pair of each."""
    rows = []
    edited = {way: [revise(text, size, way, 1) for text in STYLES] for way in WAYS}
    base, own = _measured(ours, edited)
    rows.append(["ours", *own, times(1)])
    for peer, name in peers.NAMES.items():
        if size > peers.LONGEST[peer]:
            rows.append([name, *["-"] * (len(own) + 1)])
            continue
        elapsed, cells = _measured(peer, edited)
        rows.append([name, *cells, times(elapsed / base)])
    columns = ("F1", "false per 100")
    heads = ["way", *(f"{way}: {column}" for way in WAYS for column in columns), "our time"]
    return f"## Beside others at {size:,} paragraphs, all texts\n\n{table(heads, rows)}\n"


def ours(earlier: Sequence[Passage], later: Sequence[Passage]) -> set[peers.Link]:
    return links(compare(earlier, later))


def _measured(way: peers.Peer, edited: dict[str, list[Edited]]) -> tuple[float, list[str]]:
    elapsed, cells = 0.0, []
    for all_texts in edited.values():
        result = Score()
        for one in all_texts:
            took, found = best_of(1, partial(way, one.earlier, one.later))
            elapsed += took
            longer = max(len(one.earlier), len(one.later))
            result += score_links(found, one.links, longer)
        cells += [share(result.f1), f"{result.false_links:.2f}"]
    return elapsed, cells


def through_drafts() -> str:
    """From a first draft to the fourth, step by step and put together, and at one go."""
    rows = []
    for text in STYLES:
        for way in WAYS:
            steps = drafts(text, 300, way)
            first, last = steps[0].earlier, steps[-1].later
            true = reduce(joined, (step.links for step in steps))
            changes = [compare(step.earlier, step.later) for step in steps]
            whole = changes[0]
            for number, change in enumerate(changes[1:], start=1):
                whole = compose(whole, change, first, steps[number].later)
            composed = score_links(links(whole), together(true), len(last))
            at_once = score_links(ours(first, last), true, len(last))
            rows.append([f"{text}, {way}", share(composed.f1), share(at_once.f1)])
    heads = ["text, edits", "F1 composed", "F1 at one go"]
    return f"## Through three revisions of 300 paragraphs\n\n{table(heads, rows)}\n"


def together(true: set[peers.Link]) -> set[peers.Link]:
    """Every earlier with every later paragraph of what hangs together, as a composed change is."""
    groups: list[tuple[set[int], set[int]]] = []
    for i, j in true:
        touching = [group for group in groups if i in group[0] or j in group[1]]
        groups = [group for group in groups if group not in touching]
        olds = {i}.union(*(group[0] for group in touching))
        groups.append((olds, {j}.union(*(group[1] for group in touching))))
    return {link for olds, news in groups for link in product(olds, news)}


def strangers() -> str:
    """Two plans made of the same phrases that have nothing else to do with each other."""
    rows = []
    for text in STYLES:
        earlier, later = (revise(text, 300, "light", seed).earlier for seed in (51, 52))
        changes = compare(earlier, later)
        sure = [change for change in changes if not change.review]
        # What is word for word in both is rightly linked.
        counted = [
            len({i for i, j in links(some) if earlier[i].text != later[j].text})
            for some in (changes, sure)
        ]
        rows.append([text, *(per_cent(count / len(earlier)) for count in counted)])
    heads = ["text", "linked", "linked and not to review"]
    return f"## Different plans of 300 paragraphs in the same phrases\n\n{table(heads, rows)}\n"


def on_the_demo() -> str:
    """The demo's draft and issued plan, true links by hand."""
    plans = [sources.plan(name).passages for name in ("draft-plan", "issued-plan")]
    keys = [{passage.key: place for place, passage in enumerate(plan)} for plan in plans]
    true = {
        (keys[0][before], keys[1][after])
        for revision in truth.revisions()
        for before in revision.earlier
        for after in revision.later
    }
    earlier, later = ([Passage(p.label, p.heading, p.text) for p in plan] for plan in plans)
    base, rows = 0.0, []
    for way, name in {ours: "ours", **peers.NAMES}.items():
        elapsed, found = best_of(1, partial(way, earlier, later))
        base = base or elapsed
        result = score_links(found, true, len(later))
        cells = [share(result.f1), f"{result.false_links:.2f}", times(elapsed / base)]
        rows.append([name, *cells])
    size = f"{len(earlier)} and {len(later)} paragraphs"
    heads = ["way", "F1", "false per 100", "our time"]
    return f"## On the demo's plans, {size}\n\n{table(heads, rows)}\n"


if __name__ == "__main__":
    main()
