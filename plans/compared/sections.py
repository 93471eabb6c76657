"""A comparison under the headings of the plan: what was asked for, and the rest folded away."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from django.utils.text import slugify

from ..models import Paragraph
from .changes import Change
from .folding import Folded

Path = tuple[str, ...]

NO_HEADING = "Before the first heading"


@dataclass(frozen=True)
class Section:
    """A heading, with what changed under it. Without a title: what stands between two such
    sections, in which nothing was asked for."""

    title: str
    anchor: str
    rows: Sequence[Change | Folded]

    @property
    def number(self) -> int:
        """How many changes it shows."""
        return sum(isinstance(row, Change) for row in self.rows)


@dataclass(frozen=True)
class Choice:
    """A heading that the comparison can be narrowed to. ``depth`` is 0 for the outermost."""

    key: str
    title: str
    depth: int
    number: int


class Sections:
    """Under which heading each change stands: the outermost one that tells parts of the plan
    apart, and the one below it."""

    def __init__(self, changes: Sequence[Change]) -> None:
        self._depth = outermost([change.shown[0].heading for change in changes])
        self._paths = dict(zip(changes, self._placed(changes), strict=True))

    def path(self, change: Change) -> Path:
        """The heading, and the one below it if there is one."""
        return self._paths[change]

    def key(self, change: Change) -> str:
        """What stands for its place in an address: "roads/speed"."""
        return _key(self.path(change))

    def choices(self, changes: Iterable[Change]) -> list[Choice]:
        """The headings with something to show under them, in the plan's order."""
        whole, parts = Counter(), Counter()
        below: dict[str, dict[str, Path]] = {}
        for change in changes:
            path = self.path(change)
            top = _key(path[:1])
            whole[top] += 1
            parts[_key(path)] += 1
            below.setdefault(top, {}).setdefault(_key(path), path)
        return list(_choices(below, whole, parts))

    def set_out(self, changes: Iterable[Change], shows: Callable[[Change], bool]) -> list[Section]:
        """Every change in its section. Sections in which none is to be shown are run together."""
        found: list[Section] = []
        quiet: list[Change] = []
        for title, run in groupby(changes, lambda change: self.path(change)[0]):
            section = list(run)
            if not any(map(shows, section)):
                quiet.extend(section)
                continue
            found += _quiet(quiet)
            quiet = []
            anchor = f"s{len(found) + 1}"
            found.append(Section(title or NO_HEADING, anchor, list(_rows(section, shows))))
        return found + _quiet(quiet)

    def _placed(self, changes: Sequence[Change]) -> Iterator[Path]:
        """What was removed stands where its heading now does, or under the one before it where
        the heading has another name now."""
        linked = [change for change in changes if change.later]
        known = {self._path(change.later[0])[0] for change in linked}
        renamed = {
            self._path(c.earlier[0])[0]: self._path(c.later[0])[0] for c in linked if c.earlier
        }
        for change in changes:
            path = self._path(change.shown[0])
            if change.is_removed and path[0] not in known and path[0] in renamed:
                path = (renamed[path[0]],)
            yield path

    def _path(self, paragraph: Paragraph) -> Path:
        heading = paragraph.heading
        return tuple(heading[self._depth : self._depth + 2] or heading[-1:] or [""])


def outermost(headings: Sequence[Sequence[str]]) -> int:
    """The first depth at which a plan has more than one heading; 0 is the outermost."""
    depth = 0
    while headings and all(len(heading) > depth + 1 for heading in headings):
        if len({heading[depth] for heading in headings}) > 1:
            break
        depth += 1
    return depth


def _rows(section: Iterable[Change], shows: Callable[[Change], bool]) -> Iterator[Change | Folded]:
    for shown, run in groupby(section, shows):
        if shown:
            yield from run
        else:
            yield Folded(list(run))


def _quiet(changes: Sequence[Change]) -> list[Section]:
    return [Section("", "", [Folded(list(changes))])] if changes else []


@lru_cache(maxsize=1000)
def _key(path: Path) -> str:
    return "/".join(slugify(title, allow_unicode=True) or "untitled" for title in path)


def _choices(
    below: dict[str, dict[str, Path]], whole: Counter[str], parts: Counter[str]
) -> Iterator[Choice]:
    for top, inside in below.items():
        title = next(iter(inside.values()))[0] or NO_HEADING
        yield Choice(top, title, 0, whole[top])
        for key, path in inside.items():
            if len(path) > 1:
                yield Choice(key, path[1], 1, parts[key])
