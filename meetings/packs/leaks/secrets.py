"""What must not be found, as plain data."""

from collections.abc import Mapping
from dataclasses import dataclass, field

RUN = 24
"""Letters and digits of a run. That is about five words: fewer recur by chance in whatever people
write about policing ("the police and crime", "in the light of"), and with more a line of a table
or half a sentence would slip through. A run begins where a word begins."""


@dataclass(frozen=True, slots=True)
class Origin:
    """A restricted thing: how the clerk knows it ("Paper C under item 5"), without its title. A
    paper has its key."""

    called: str
    paper: int | None = None


@dataclass(frozen=True, slots=True)
class Secret:
    """Something of a restricted thing: ``what`` says which part of it, as in "the title"."""

    origin: Origin
    what: str


@dataclass(frozen=True, slots=True)
class Secrets:
    """All that must not be found.

    ``runs`` are stretches of long texts, run together (see ``RUN``); ``phrases`` are short texts
    by their words: titles, names of files and of people; ``names`` are single words that only
    restricted texts have, written with a capital; ``amounts`` are sums of money and long numbers;
    ``labels`` are what restricted papers and items are called in a pack, as whole lines, whether
    or not their words tell anything; ``streams`` are SHA-256 of what uploaded files hold,
    ``shapes`` the sizes in pixels of the pictures among them."""

    runs: Mapping[str, Secret] = field(default_factory=dict)
    phrases: Mapping[tuple[str, ...], Secret] = field(default_factory=dict)
    names: Mapping[str, Secret] = field(default_factory=dict)
    amounts: Mapping[str, Secret] = field(default_factory=dict)
    labels: Mapping[str, Secret] = field(default_factory=dict)
    streams: Mapping[str, Secret] = field(default_factory=dict)
    shapes: frozenset[tuple[int, int]] = frozenset()

    def __bool__(self) -> bool:
        words = self.runs or self.phrases or self.names or self.amounts
        return bool(words or self.labels or self.streams)
