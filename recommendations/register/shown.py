"""What the register shows for an address: the rows in order, the choices with their counts, what
is chosen, and the charts. The page, its files and the tests of both read it from here."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import cached_property
from typing import NamedTuple

from django.utils import timezone

from ..models import Recommendation
from ..rules.dates import in_words
from . import charts
from .books import Book, book
from .colours import COLOURS
from .counting import Counted, counted, tally
from .exporting import Column
from .naming import Names, names_of, said
from .narrowing import FACETS, MANY, VOCABULARY, Asked, among
from .positions import Position
from .sorting import in_order

LEGENDS = {
    "response": "Response",
    "effect": "Effect on the plan",
    "judgement": "Panel’s judgement",
    "schedule": "Against the due date",
    "kind": "Kind",
    "route": "Made under",
    "meeting": "Meeting it was raised at",
    "plan": "Plan",
    "version": "Version of a plan",
    "theme": "Theme",
    "owner": "Who is to act",
    "to_confirm": "Outcomes to confirm",
}
SORTED_BY = {
    "reference": "Reference",
    "-raised": "Raised, newest first",
    "raised": "Raised, oldest first",
    "due": "Due, earliest first",
    "-due": "Due, latest first",
    "-answered": "Answered, newest first",
    "-judged": "Judged, newest first",
    "response": "Response, overdue first",
    "effect": "Effect, not borne out first",
    "judgement": "Judgement, open first",
    "schedule": "Against the due date, overdue first",
    "theme": "Theme",
    "owner": "Who is to act",
}


class Choice(NamedTuple):
    """A value of a facet, with how many it would show."""

    value: str
    words: str
    number: int
    is_chosen: bool


class Facet(NamedTuple):
    """What the register can be narrowed by; ``is_many`` where several may be chosen at once."""

    name: str
    legend: str
    is_many: bool
    choices: Sequence[Choice]


class Tag(NamedTuple):
    """Something that is chosen, and the address without it."""

    legend: str
    words: str
    href: str


class Head(NamedTuple):
    """A column's heading, the address sorted by it, and how it is sorted now ("" if not)."""

    words: str
    href: str
    sorted: str


class Chart(NamedTuple):
    """A chart of states with its legend, and each state's address for the table under it."""

    name: str
    legend: str
    bars: charts.Bars
    hrefs: Mapping[str, str]

    @property
    def rows(self) -> list[tuple[charts.Row, str]]:
        """The rows with their addresses."""
        return [(row, self.hrefs[row.value]) for row in self.bars.rows]


@dataclass(frozen=True)
class Shown:
    """The register as one address asks for it. ``day`` is the evening it is of, None for now."""

    asked: Asked
    book: Book
    day: date | None
    found: Counted

    @cached_property
    def positions(self) -> Sequence[Position]:
        """The rows, all pages of them, in order."""
        return in_order(self.found.shown, self.asked.sort)

    @cached_property
    def names(self) -> Names:
        """The names of what the rows and the choices are about."""
        return names_of(self.book)

    @cached_property
    def facets(self) -> list[Facet]:
        """The choices: those that the register has, and those chosen although it has none."""
        return [facet for name in FACETS if len((facet := self._facet(name)).choices) > 0]

    def _facet(self, name: str) -> Facet:
        chosen, numbers = self.asked.chosen.get(name, frozenset()), self.found.choices[name]
        there = tally(self.book.positions, name) if self.asked.is_narrowed else numbers
        values = self.names.in_order(name, {*there, *chosen})
        choices = [
            Choice(value, self.names.of(name, value), numbers[value], value in chosen)
            for value in values
        ]
        return Facet(name, LEGENDS[name], name in MANY, choices)

    @cached_property
    def tags(self) -> list[Tag]:
        """What is chosen, each with the address that leaves it out."""
        asked = self.asked
        tags = [Tag("Words", asked.words, asked.but(words="").query)] if asked.words else []
        if asked.verdict:
            words = said("verdict", asked.verdict)
            tags.append(Tag("Verdict", words, asked.but(verdict="").query))
        return tags + [
            Tag(LEGENDS[facet], self.names.of(facet, value), asked.without(facet, value).query)
            for facet in FACETS
            for value in self.names.in_order(facet, asked.chosen.get(facet, ()))
        ]

    @property
    def heads(self) -> list[Head]:
        """The headings of the table, each of which sorts by its column."""
        columns = ("reference", "raised", "response", "effect", "judgement", "due")
        return [self._head(by) for by in columns]

    def _head(self, by: str) -> Head:
        now = self.asked.sort
        ways = {by: "ascending", f"-{by}": "descending"}
        turned = f"-{by}" if now == by else by
        label = {"reference": "Recommendation", "raised": "Raised", "due": "Due"}
        return Head(
            label.get(by, LEGENDS.get(by, "")), self.asked.but(sort=turned).query, ways.get(now, "")
        )

    @property
    def today_query(self) -> str:
        """The address of the same in today's register."""
        return self.asked.but(as_at="").query

    @property
    def row_query(self) -> str:
        """What follows the address of one of the rows, so that its page can lead on to the next
        of these; nothing where nothing is asked for."""
        return self.today_query if self.asked.but(as_at="").pairs else ""

    @property
    def everything_query(self) -> str:
        """The address of the same register, of which nothing is asked but its order."""
        return Asked(sort=self.asked.sort, as_at=self.asked.as_at).query

    @property
    def times(self) -> Sequence[tuple[str, str]]:
        """The ways an answer can stand to its due date, in the order of the chart."""
        return charts.TIMES

    @property
    def sorts(self) -> list[tuple[str, str]]:
        """The ways to sort, for a list to choose from."""
        own = () if self.asked.sort in SORTED_BY else ((self.asked.sort, "As now"),)
        return [*own, *SORTED_BY.items()]

    @cached_property
    def state_charts(self) -> list[Chart]:
        """How many of those shown are in each state."""
        return [self._chart(name) for name in ("response", "effect", "judgement")]

    def _chart(self, name: str) -> Chart:
        named = [(value, said(name, value)) for value in VOCABULARY[name]]
        bars = charts.bars(tally(self.found.shown, name), named=named, colours=COLOURS)
        hrefs = {row.value: self.asked.choosing(name, row.value).query for row in bars.rows}
        return Chart(name, LEGENDS[name], bars, hrefs)

    @cached_property
    def in_time(self) -> charts.InTime:
        """Whether what is shown was answered in time, by meeting."""
        days = {pk: in_words(day) for pk, day in self.names.days.items()}
        return charts.in_time(self.found.shown, named=days)

    @property
    def columns(self) -> list[Column]:
        """The columns of the register as a file."""
        names = self.names
        return [
            Column("Reference", 12, lambda p: p.reference),
            Column("Kind", 16, lambda p: said("kind", p.kind)),
            Column("Made under", 22, lambda p: said("route", p.route)),
            Column("Theme", 18, lambda p: p.theme),
            Column("Who is to act", 18, lambda p: p.owner or names.office),
            Column("What the panel said", 60, lambda p: p.text),
            Column("Raised on", 18, lambda p: p.raised_on),
            Column("Meeting", 26, lambda p: names.meetings.get(p.meeting, "")),
            Column("Plan", 26, lambda p: names.plans.get(p.plan, "")),
            Column("Version of the plan", 34, lambda p: names.versions.get(p.version, "")),
            Column("Sent on", 18, lambda p: p.sent_on),
            Column("First due on", 18, lambda p: p.first_due_on),
            Column("Due on", 18, lambda p: p.due_on),
            Column("Times the date was revised", 12, lambda p: p.slips),
            Column("Answered on", 18, lambda p: p.answered_on),
            Column("Response", 22, lambda p: said("response", p.response)),
            Column("Effect on the plan", 26, lambda p: said("effect", p.effect)),
            Column("Outcomes to confirm", 12, lambda p: "yes" if p.to_confirm else "no"),
            Column("Panel’s judgement", 18, lambda p: said("judgement", p.judgement)),
            Column("Judged on", 18, lambda p: p.judged_on),
            Column("Against the due date", 18, lambda p: said("schedule", p.schedule)),
        ]


def shown(asked: Asked, *, on: date, day: date | None = None) -> Shown:
    """The register for an address: as it now is on the day ``on``, or as it was known on the
    evening of ``day``."""
    found = book(on=on) if day is None else book(on=day, as_at=evening(day))
    positions: Sequence[Position] = found.positions
    if asked.words:
        positions = among(positions, found.matching(asked.words))
    if asked.verdict:
        verdict = Recommendation.objects.with_verdict(asked.verdict).order_by()
        positions = among(positions, set(verdict.values_list("pk", flat=True)))
    return Shown(asked, found, day, counted(positions, asked.chosen))


def evening(day: date) -> datetime:
    """The last moment of a day, where the panel is."""
    return timezone.make_aware(datetime.combine(day, time.max))
