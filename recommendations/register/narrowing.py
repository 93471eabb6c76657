"""The register narrowed and sorted, as the address of its page says.

Pure: it reads the query of an address, and works on positions. Nothing in an address can fail:
what is not understood is left out, with a sentence that says so.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import urlencode

from .. import states
from .positions import Position
from .sorting import SORTS

NONE = "-"
"""In an address: without a theme, an owner, or a plan."""

UNANSWERED = tuple(str(state) for state in states.Response)
DECISIONS = (
    *("accepted", "accepted in part", "not accepted"),
    *("already covered", "deferred", "noted"),
)
VERDICTS = (
    *("borne out", "not borne out", "as stated", "not found"),
    "changed without being claimed",
)
VOCABULARY: Mapping[str, tuple[str, ...]] = {
    "response": (*UNANSWERED, *DECISIONS),
    "effect": tuple(str(state) for state in states.Effect),
    "judgement": ("open", "satisfied", "not satisfied", "superseded", "withdrawn"),
    "schedule": tuple(str(state) for state in states.Schedule),
    "kind": ("recommendation", "concern", "request for information", "comment"),
    "route": ("s.28(3)", "s.28(4)", "s.28(6)", "Sch 5", "Sch 1", "Sch 8"),
    "to_confirm": ("yes", "no"),
}
"""What may be asked for, in the order of the loop."""

MANY = ("response", "effect", "judgement", "schedule", "kind")
ONE = ("route", "meeting", "plan", "version", "theme", "owner", "to_confirm")
FACETS = (*MANY, *ONE)
NUMBERED = ("meeting", "plan", "version")
CALLED = {
    "response": "response",
    "effect": "effect on the plan",
    "judgement": "judgement",
    "schedule": "state against the due date",
    "kind": "kind",
    "route": "statutory route",
    "meeting": "meeting",
    "plan": "plan",
    "version": "version of a plan",
    "to_confirm": "answer about outcomes to confirm",
    "verdict": "verdict",
    "sort": "way to sort",
}
LONGEST = 200
"""Characters of an address that are read as one value."""


@dataclass(frozen=True)
class Asked:
    """What an address asks of the register.

    ``chosen`` has the values of each facet asked for: any of them, of every facet named.
    ``verdict`` is of outcomes, which positions do not hold. ``as_at`` is the day as written.
    """

    words: str = ""
    chosen: Mapping[str, frozenset[str]] = field(default_factory=dict)
    verdict: str = ""
    sort: str = "reference"
    as_at: str = ""

    @property
    def is_narrowed(self) -> bool:
        """Whether it asks for less than everything."""
        return bool(self.words or self.verdict or self.chosen)

    @property
    def pairs(self) -> list[tuple[str, str]]:
        """The names and values of its address, in one order for one meaning."""
        chosen = [(f, v) for f in FACETS for v in sorted(self.chosen.get(f, ()))]
        alone = [("words", self.words), ("verdict", self.verdict)]
        after = [("sort", "" if self.sort == "reference" else self.sort), ("as_at", self.as_at)]
        return [(name, value) for name, value in (*alone, *chosen, *after) if value]

    @property
    def query(self) -> str:
        """Its address from the question mark on; "?" where it asks for nothing."""
        return f"?{urlencode(self.pairs)}"

    def choosing(self, facet: str, *values: str) -> "Asked":
        """The same with only these values of a facet; with none, it is not asked for."""
        chosen = {name: found for name, found in self.chosen.items() if name != facet}
        return replace(self, chosen=chosen | ({facet: frozenset(values)} if values else {}))

    def without(self, facet: str, value: str) -> "Asked":
        """The same without one value of a facet."""
        return self.choosing(facet, *(self.chosen.get(facet, frozenset()) - {value}))

    def but(self, **changes: Any) -> "Asked":
        """The same with other words, verdict, sort or day."""
        return replace(self, **changes)


def read(query: Mapping[str, Sequence[str]]) -> tuple[Asked, list[str]]:
    """What an address asks for, and a sentence for each thing in it that was left out."""
    problems: list[str] = []
    values = {
        name: [_plain(v) for v in found if _plain(v)]
        for name, found in _as_now_called(query).items()
    }
    chosen = {}
    for facet in FACETS:
        wanted = values.get(facet, []) if facet in MANY else values.get(facet, [])[-1:]
        if kept := frozenset(v for v in wanted if _fits(facet, v, problems)):
            chosen[facet] = kept
    sort, verdict = _last(values, "sort") or "reference", _last(values, "verdict")
    if sort.removeprefix("-") not in SORTS:
        problems.append(_left_out("sort", sort))
        sort = "reference"
    if verdict and verdict not in VERDICTS:
        problems.append(_left_out("verdict", verdict))
        verdict = ""
    asked = Asked(_last(values, "words"), chosen, verdict, sort, _last(values, "as_at"))
    return asked, problems


def _as_now_called(query: Mapping[str, Sequence[str]]) -> dict[str, list[str]]:
    """Addresses of before asked for an ``answer``; they were kept by people."""
    named = {name: list(found) for name, found in query.items()}
    for answer in named.pop("answer", []):
        meant = UNANSWERED if answer == "unanswered" else (answer,)
        named["response"] = [*named.get("response", []), *meant]
    return named


def _plain(value: str) -> str:
    """A value without what no one can type; NUL is refused by databases."""
    return " ".join("".join(c for c in value if c >= " ").split())[:LONGEST]


def _last(values: Mapping[str, Sequence[str]], name: str) -> str:
    return values.get(name, [""])[-1] if values.get(name) else ""


def _fits(facet: str, value: str, problems: list[str]) -> bool:
    known = VOCABULARY.get(facet)
    number = facet in NUMBERED and not (value == NONE or (value.isascii() and value.isdecimal()))
    if number or (known is not None and value not in known):
        problems.append(_left_out(facet, value))
        return False
    return True


def _left_out(name: str, value: str) -> str:
    return f"There is no {CALLED[name]} “{value}”, so that part of the address was left out."


# --- Over positions -----------------------------------------------------------------------------


def value_of(position: Position, facet: str) -> str:
    """A position's value of a facet, as addresses write it."""
    found = getattr(position, facet)
    if isinstance(found, bool):
        return "yes" if found else "no"
    return NONE if found is None or found == "" else str(found)


def among(positions: Iterable[Position], found: Collection[int] | None) -> list[Position]:
    """Those whose number a search found; all where nothing was searched for."""
    return [p for p in positions if found is None or p.pk in found]
