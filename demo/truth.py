"""What a careful reader finds in the demo's documents, for tests to hold the software against.

The revisions are between the draft and the issued plan, and from that to the draft variation.
Paragraphs are named by the keys that ``sources`` gives them.
"""

from dataclasses import dataclass
from typing import Literal

from . import sources
from .records import Citation

Kind = Literal[
    "unchanged", "renumbered", "reworded", "moved", "split", "merged", "added", "removed"
]


@dataclass(frozen=True, slots=True)
class Revision:
    """``explained_by`` are references of points. ``slight``: a word, without effect on the sense.
    ``consequential``: word for word the same, save that a cross-reference follows the
    renumbering; its kind says so, and is not "reworded"."""

    kind: Kind
    earlier: tuple[str, ...]
    later: tuple[str, ...]
    note: str = ""
    explained_by: tuple[str, ...] = ()
    consequential: bool = False
    slight: bool = False


@dataclass(frozen=True, slots=True)
class Expected:
    """Of one point: the decision its answer amounts to, what the answer cites, the verdict on
    each place in the issued plan, and the one verdict that matters most ("" for no claim).
    Labels are given for citations of the plan only."""

    reference: str
    decision: str
    verdict: str
    cites: tuple[Citation, ...] = ()
    places: tuple[tuple[str, str], ...] = ()


# Every change of words or place. What is not here is unchanged, or only renumbered.
CHANGES = (
    Revision(
        "reworded",
        ("Foreword 4",),
        ("Foreword 4",),
        "raising confidence is named as an aim",
        ("2026/04",),
    ),
    Revision("reworded", ("4",), ("4",), "a transition statement is promised", ("2026/14",)),
    Revision("reworded", ("7",), ("7",), "one verb", slight=True),
    Revision("reworded", ("12(b)",), ("12(b)",), "whether kept informed", ("2026/04",)),
    Revision("added", (), ("14",), "a statement of progress each June", ("2026/13",)),
    Revision(
        "reworded",
        ("16",),
        ("17",),
        "the limit on time away rises from 10 to 15 per cent, is averaged over a year, and is "
        "reported for the force and no longer for each district",
    ),
    Revision("moved", ("65",), ("24",), "shop workers, to Priority 1", ("2026/15",)),
    Revision("reworded", ("27",), ("29",), "largely rewritten", ("2026/07",)),
    Revision("renumbered", ("31",), ("33",), "a cross-reference", consequential=True),
    Revision("split", ("33",), ("35", "36"), "schools; the walk to school", ("2026/16",)),
    Revision("reworded", ("37(b)",), ("40(b)",), "what the provider does", ("2026/11",)),
    Revision("merged", ("40", "41"), ("43",), "fraud"),
    Revision("reworded", ("46",), ("48",), "enforcement, though it was refused", ("2026/08",)),
    Revision("reworded", ("47(b)",), ("49(b)",), "unpaid carers", ("2026/09",)),
    Revision("reworded", ("48",), ("50",), "unpaid carers", ("2026/09",)),
    Revision("reworded", ("49(b)",), ("51(b)",), "both figures", ("2026/12",)),
    Revision("reworded", ("50",), ("52",), "stalking told apart", ("2026/10",)),
    Revision("reworded", ("50 A",), ("52 A",), "stalking taken out", ("2026/10",)),
    Revision("added", (), ("52 F",), "stalking", ("2026/10",)),
    Revision("reworded", ("60",), ("62",), "one verb", slight=True),
    Revision("renumbered", ("62",), ("64",), "a cross-reference", consequential=True),
    Revision("reworded", ("64(c)",), ("66(c)",), "'agree' becomes 'work towards'"),
    Revision("removed", ("67",), (), "collaboration with the fire and rescue service"),
    Revision("unchanged", ("69",), ("69",), "a cross-reference", consequential=True),
    Revision(
        "reworded",
        ("71",),
        ("71",),
        "a police station may close before its replacement has opened",
    ),
)

# The changes of substance that no point and no response accounts for: later keys, or earlier
# where the paragraph is gone.
UNEXPLAINED = ("17", "43", "66(c)", "67", "71")

# The same from the issued plan to the draft variation.
VARIED = (
    Revision("added", (), ("17",), "a promise by every neighbourhood team"),
    Revision("reworded", ("17",), ("18",), "12 per cent, and again for each district"),
    Revision("reworded", ("29",), ("30",), "48 hours instead of 72"),
    Revision("split", ("43",), ("43", "44"), "fraud; the work with banks"),
    Revision("moved", ("31",), ("59",), "wildlife and monuments, to Priority 3"),
    Revision("removed", ("59",), (), "the statement on slavery"),
    Revision("renumbered", ("64",), ("65",), "a cross-reference", consequential=True),
    Revision("reworded", ("71",), ("72",), "a replacement opens before a police station closes"),
    Revision("renumbered", ("74",), ("75",), "a cross-reference", consequential=True),
)


@dataclass(frozen=True, slots=True)
class Step:
    """From one version to the next. ``shifts`` say how far a paragraph's number moves, by its
    number in the earlier one: from this one on, so many."""

    earlier: str
    later: str
    changes: tuple[Revision, ...]
    shifts: tuple[tuple[int, int], ...]

    def number_later(self, key: str) -> str:
        """The key in the later version of a paragraph that is there still."""
        digits = "".join(character for character in key if character.isdigit())
        if key.startswith("Foreword"):
            return key
        shift = next((by for start, by in reversed(self.shifts) if start <= int(digits)), 0)
        return key.replace(digits, str(int(digits) + shift), 1)


STEPS = {
    "issued": Step(
        "draft-plan",
        "issued-plan",
        CHANGES,
        ((14, 1), (23, 2), (34, 3), (42, 2), (66, 1), (68, 0)),
    ),
    "draft variation": Step(
        "issued-plan", "variation", VARIED, ((17, 1), (32, 0), (44, 1), (58, 2), (60, 1))
    ),
}


def revisions(kind: str = "issued") -> tuple[Revision, ...]:
    """Every revision on the way to the version of that kind, each paragraph of either in exactly
    one, in the later version's order with what was removed at the end."""
    step = STEPS[kind]
    earlier, later = sources.plan(step.earlier), sources.plan(step.later)
    spoken_for = {key for change in step.changes for key in change.earlier}
    found = list(step.changes)
    for passage in earlier.passages:
        if passage.key not in spoken_for:
            key = step.number_later(passage.key)
            kind: Kind = "unchanged" if key == passage.key else "renumbered"
            found.append(Revision(kind, (passage.key,), (key,)))
    places = {passage.key: place for place, passage in enumerate(later.passages)}
    return tuple(sorted(found, key=lambda r: places[r.later[0]] if r.later else len(places)))


def _plan(words: str, *labels: str) -> Citation:
    return Citation(words, "plan", labels)


EXPECTED = (
    Expected("2026/01", "noted", ""),
    Expected("2026/02", "noted", ""),
    Expected("2026/03", "noted", ""),
    Expected(
        "2026/04",
        "accepted",
        "borne out",
        (_plan("my Foreword", "Foreword"), _plan("paragraph 12(b)", "12(b)")),
        (("Foreword", "borne out"), ("12(b)", "borne out")),
    ),
    Expected(
        "2026/05",
        "not accepted",
        "",
        (Citation("minute 44, item (iii), of the minutes", "minutes"),),
    ),
    Expected(
        "2026/06",
        "already covered",
        "as stated",
        (_plan("paragraph 41", "41"),),
        (("41", "as stated"),),
    ),
    Expected("2026/07", "accepted", "borne out", (_plan("Para 29", "29"),), (("29", "borne out"),)),
    Expected(
        "2026/08",
        "not accepted",
        "changed without being claimed",
        places=(("48", "changed without being claimed"),),
    ),
    Expected(
        "2026/09",
        "accepted in part",
        "borne out",
        (_plan("paragraph 34", "34"), _plan("paragraphs 49(b) and 50", "49(b)", "50")),
        (("34", "as stated"), ("49(b)", "borne out"), ("50", "borne out")),
    ),
    Expected(
        "2026/10",
        "accepted",
        "borne out",
        (_plan("paragraph 52, section F", "52 F"),),
        (("52 F", "borne out"), ("52", "borne out"), ("52 A", "borne out")),
    ),
    # The letter names no paragraph: the place is found through the one that the point cites.
    Expected("2026/11", "accepted", "borne out", places=(("40(b)", "borne out"),)),
    Expected(
        "2026/12",
        "accepted",
        "borne out",
        (_plan("Paragraph 51b", "51(b)"),),
        (("51(b)", "borne out"),),
    ),
    Expected(
        "2026/13",
        "accepted in part",
        "borne out",
        (_plan("paragraph 14", "14"), Citation("section 12 of the Act", "statute")),
        (("14", "borne out"),),
    ),
    Expected(
        "2026/14", "accepted", "borne out", (_plan("paragraph 4", "4"),), (("4", "borne out"),)
    ),
    Expected(
        "2026/15", "accepted", "borne out", (_plan("paragraph 24", "24"),), (("24", "borne out"),)
    ),
    Expected(
        "2026/16",
        "accepted",
        "borne out",
        (_plan("paragraphs 35 and 36", "35", "36"),),
        (("35", "borne out"), ("36", "borne out")),
    ),
    Expected(
        "2026/17",
        "accepted",
        "not borne out",
        (_plan("paragraph 65", "65"),),
        (("65", "not borne out"),),
    ),
    Expected(
        "2026/18", "accepted", "not found", (_plan("paragraph 78", "78"),), (("78", "not found"),)
    ),
    Expected(
        "2026/19",
        "not accepted",
        "",
        (
            Citation(
                "section 2(3) of the Police Reform and Social Responsibility Act 2011", "statute"
            ),
        ),
    ),
    Expected("2026/20", "deferred", ""),
)
