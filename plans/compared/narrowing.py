"""What a comparison is narrowed to: some kinds of change, a heading, what is unexplained."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.core.paginator import Page, Paginator

from ..models import Revision
from .changes import Change
from .sections import Choice, Sections

Kind = Revision.Kind
CHANGES = (Kind.REWORDED, Kind.ADDED, Kind.REMOVED, Kind.MOVED, Kind.SPLIT, Kind.MERGED)
KINDS = (*CHANGES, *Revision.SAME_WORDS)

EXPLAINED = {"yes": "Explained", "no": "Unexplained"}
CHECKED = {"look": "Uncertain", "open": "Not confirmed", "confirmed": "Confirmed"}


@dataclass(frozen=True)
class Asked:
    """What is asked for; nothing said of something means all of it. ``kinds`` are changes unless
    it says otherwise."""

    kinds: tuple[str, ...] = ()
    section: str = ""
    explained: str = ""
    checked: str = ""

    @property
    def is_narrowed(self) -> bool:
        """Whether there may be changes that it leaves out."""
        return self != Asked()

    def admits(self, change: Change, key: str) -> bool:
        """Whether it asks for a change that stands under the heading of that key."""
        return (
            change.revision.kind in (self.kinds or CHANGES)
            and (not self.section or f"{key}/".startswith(f"{self.section}/"))
            and (not self.explained or change.is_explained == (self.explained == "yes"))
            and (not self.checked or _is_so(change, self.checked))
        )

    def query(self, **other: Any) -> str:
        """The address's query that asks for it, or with something else in it; "?" for all."""
        asked = replace(self, **other)
        pairs = [("kind", kind) for kind in asked.kinds]
        besides = {
            "section": asked.section,
            "explained": asked.explained,
            "checked": asked.checked,
        }
        pairs += [(name, said) for name, said in besides.items() if said]
        return f"?{urlencode(pairs)}"


def _is_so(change: Change, checked: str) -> bool:
    if checked == "look":
        return change.is_uncertain
    return change.is_confirmed == (checked == "confirmed")


MOST = 200
"""Changes on one page. More take a noticeable time to load, and nobody reads them in one go."""


class NarrowingForm(forms.Form):
    """All that a comparison can be narrowed to, to be put together."""

    mark_optional = False

    kind = forms.MultipleChoiceField(
        required=False,
        label="Kinds of change",
        widget=forms.CheckboxSelectMultiple(
            attrs={"class": "govuk-checkboxes--small app-kinds-asked"}
        ),
    )
    section = forms.ChoiceField(required=False, label="Under the heading")
    explained = forms.ChoiceField(
        required=False, label="Explained", choices=[("", "Any"), *EXPLAINED.items()]
    )
    checked = forms.ChoiceField(
        required=False, label="Checked by an officer", choices=[("", "Any"), *CHECKED.items()]
    )

    def __init__(
        self, data: Any, counts: Counter[str], sections: Sequence[Choice], **kwargs: Any
    ) -> None:
        super().__init__(data, **kwargs)
        self.fields["kind"].choices = [
            (kind.value, f"{kind.label} ({counts[kind]})") for kind in KINDS if counts[kind]
        ]
        self.fields["section"].choices = [
            ("", "Any"),
            *((c.key, f"{'– ' * c.depth}{c.title} ({c.number})") for c in sections),
        ]

    @property
    def asked(self) -> Asked:
        """What is asked for, without what there is not."""
        self.is_valid()
        said = self.cleaned_data
        return Asked(
            tuple(said.get("kind") or ()),
            said.get("section", ""),
            said.get("explained", ""),
            said.get("checked", ""),
        )


@dataclass(frozen=True)
class Filter:
    """A link that narrows the comparison."""

    words: str
    number: int
    href: str
    is_current: bool


@dataclass(frozen=True)
class Narrowed:
    """The changes of a comparison, what is asked for of them, and what else could be. ``at`` is
    the anchor of a change that the page is to have on it, unless a page is asked for."""

    changes: Sequence[Change]
    sections: Sections
    form: NarrowingForm
    asked: Asked
    counts: Counter[str]
    page_number: str = ""
    at: str = ""

    @classmethod
    def by(cls, query: Any, changes: Sequence[Change]) -> "Narrowed":
        """As a query asks, such as ``request.GET``."""
        counts = Counter(change.revision.kind for change in changes)
        sections = Sections(changes)
        choices = sections.choices(change for change in changes if change.is_change)
        asked = NarrowingForm(query, counts, choices).asked
        shown = {
            "kind": asked.kinds,
            "section": asked.section,
            "explained": asked.explained,
            "checked": asked.checked,
        }
        form = NarrowingForm(None, counts, choices, initial=shown, auto_id="asked-%s")
        return cls(
            changes, sections, form, asked, counts, query.get("page", ""), query.get("at", "")
        )

    def shows(self, change: Change) -> bool:
        """Whether it is asked for."""
        return self.asked.admits(change, self.sections.key(change))

    @cached_property
    def shown(self) -> Sequence[Change]:
        """Those asked for, in order."""
        return [change for change in self.changes if self.shows(change)]

    @cached_property
    def page(self) -> Page:
        """Those that one page shows of them; most comparisons have but one."""
        return Paginator(self.shown, MOST).get_page(self.page_number or self._page_of(self.at))

    @cached_property
    def on_page(self) -> Sequence[Change]:
        """All that stands on the page, with what is folded away between what is shown."""
        first = self.page.start_index() - 1
        start = self._place(first) if self.page.has_previous() else 0
        end = self._place(first + MOST) if self.page.has_next() else len(self.changes)
        return self.changes[start:end]

    def address(self, change: Change) -> str:
        """The query and the fragment that lead to a change that is shown."""
        page = self._order[change] // MOST + 1
        query = self.asked.query()
        if page > 1:
            query += f"{'' if query == '?' else '&'}page={page}"
        return f"{query}#{change.anchor}"

    def _page_of(self, anchor: str) -> int:
        """The page that a change is on; of one folded away, that of what is shown before it."""
        shown = 0
        for change in self.changes:
            shown += change in self._order
            if change.anchor == anchor:
                return max(shown - 1, 0) // MOST + 1
        return 1

    @cached_property
    def _order(self) -> dict[Change, int]:
        return {change: place for place, change in enumerate(self.shown)}

    def _place(self, shown: int) -> int:
        return self.changes.index(self.shown[shown])

    @property
    def number(self) -> int:
        """How many changes there are in all."""
        return sum(self.counts[kind] for kind in CHANGES)

    @property
    def kinds(self) -> list[Filter]:
        """By kind: all changes, and each kind that there is."""
        all_changes = Filter("All changes", self.number, "?", not self.asked.is_narrowed)
        return [all_changes] + [
            self._filter(kind.label, self.counts[kind], kinds=(kind.value,))
            for kind in KINDS
            if self.counts[kind]
        ]

    @property
    def besides(self) -> list[Filter]:
        """What else one often asks for: what is unexplained, what an officer should look at."""
        changes = [change for change in self.changes if change.is_change]
        explained = sum(change.is_explained for change in changes)
        look = sum(change.is_uncertain for change in changes)
        found = []
        if explained:
            found.append(self._filter("Explained", explained, explained="yes"))
            found.append(self._filter("Unexplained", len(changes) - explained, explained="no"))
        if look:
            found.append(self._filter("Uncertain", look, checked="look"))
        return found

    @property
    def is_combined(self) -> bool:
        """Whether more is asked for than one of the links says."""
        return (
            bool(self.asked.section)
            or len(self.asked.kinds) > 1
            or self.asked.checked
            in (
                "open",
                "confirmed",
            )
        )

    @property
    def back(self) -> str:
        """What a form sends along, so that one returns to the same changes."""
        return self.asked.query().removeprefix("?")

    @property
    def back_to(self) -> str:
        """The same, for the address of a page that one returns from."""
        return f"?{urlencode({'back': self.back})}" if self.back else ""

    @property
    def in_words(self) -> str:
        """What is asked for: "reworded or added, under Roads, unexplained"."""
        said = [" or ".join(Kind(kind).label.lower() for kind in self.asked.kinds)]
        if self.asked.section:
            titles = dict(self.form.fields["section"].choices)
            title = titles[self.asked.section].removeprefix("– ").rpartition(" (")[0]
            said.append(f"under “{title}”")
        said += [EXPLAINED.get(self.asked.explained, ""), CHECKED.get(self.asked.checked, "")]
        return ", ".join(f"{words[:1].lower()}{words[1:]}" for words in said if words)

    def _filter(self, words: str, number: int, **asked: Any) -> Filter:
        """A link that asks for something, or where it is asked for, for all again."""
        is_current = all(getattr(self.asked, name) == said for name, said in asked.items())
        takes_off = is_current and "kinds" not in asked
        query = self.asked.query(**(dict.fromkeys(asked, "") if takes_off else asked))
        return Filter(words, number, query, is_current)
