"""An item's paragraphs as entries: each with its kind, its number and how deep it stands."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from . import brackets, doubts, kinds, labels, lists, numbers, parts, recommending
from .leads import DECISIONS, Lead
from .minutes import Entry, Kind
from .paragraphs import Paragraph

_BEGINS_PART = re.compile(r"[\"'“‘(]*(?:[a-z]|That\b)")
_GOES_ON_AFTER = re.compile(r"(?:[;,]|\b(?:and|or))\s*$", re.IGNORECASE)
_WHO = 2
"""Words: an action with no more names only who is to act."""
_LABEL_ALONE = re.compile(r"[^.;]{0,60}")


@dataclass(frozen=True, slots=True)
class Read:
    """An item's entries, what was left out of them and what could not be known."""

    entries: tuple[Entry, ...]
    left_out: tuple[str, ...]
    unsure: tuple[str, ...]


def of(paragraphs: Sequence[Paragraph], *, place: str) -> Read:
    """The entries of an item from its paragraphs. ``place`` names it in sentences."""
    paragraphs, stray = brackets.without(paragraphs)
    pieces = [piece for each in paragraphs for piece in parts.before_label(each)]
    pieces = [parts.without_stray_figure(piece, pieces) for piece in pieces]
    decimals = [len(p.number.values) for p in pieces if p.number and p.number.family == "decimal"]
    reader = _Reader(
        decided=labels.decides([piece.text for piece in pieces]),
        place=place,
        lists=lists.Lists(outermost=min(decimals, default=2)),
        left_out=stray,
    )
    for piece in pieces:
        reader.read(piece)
    reader.end()
    return Read(tuple(reader.entries), tuple(reader.left_out), tuple(reader.unsure))


@dataclass(slots=True)
class _Reader:
    """Goes through an item's paragraphs and remembers what is open."""

    decided: bool
    place: str
    lists: lists.Lists
    entries: list[Entry] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)
    unsure: list[str] = field(default_factory=list)
    lead: Lead = field(default_factory=Lead)
    last_text: str = ""

    def read(self, paragraph: Paragraph) -> None:
        """Take the next paragraph in."""
        if paragraph.kind == "action":
            self._close()
            self._add("action", paragraph.printed, 0, paragraph.text)
            if len(paragraph.text.split()) <= _WHO:
                self._doubt(doubts.ONLY_WHO, words=paragraph.text)
        elif not paragraph.text:
            self._bare(paragraph)
        elif paragraph.number is None:
            self._plain(paragraph)
        else:
            self._marked(paragraph, paragraph.number)
        self.last_text = paragraph.text or self.last_text

    def end(self) -> None:
        """The item is over: what was still waited for is not there."""
        self._lost()
        if self.entries and doubts.breaks_off(self.entries[-1].text):
            self._doubt(doubts.BREAKS_OFF, words=doubts.last_words(self.entries[-1].text))

    def _bare(self, paragraph: Paragraph) -> None:
        """A number with no text, or a lone bullet."""
        self.left_out.append(paragraph.printed or paragraph.marked)
        self._doubt(doubts.BARE_NUMBER, number=paragraph.printed or "a bullet")

    # paragraphs without a number

    def _plain(self, paragraph: Paragraph) -> None:
        if labelled := labels.label(paragraph.text):
            self._labelled(labelled, paragraph, level=0)
        elif self.lead.words and not self.lead.kept:
            self._after_label(paragraph)
        elif self.lead.kind in DECISIONS and self._goes_on(paragraph.text):
            self._add(self.lead.kind, "", self.entries[-1].level, paragraph.text)
        elif self.lead.has_unmarked(paragraph):
            self._unmarked_point(paragraph)
        else:
            if self.lead.words and not self.lead.comes_to_decision(paragraph.text):
                self.lead.words = ""  # what was announced is told in paragraphs
            self._close()
            self._tell(paragraph, level=0)
            if labels.opens_list(paragraph.text):
                self._open(kinds.of_list(paragraph.text), 1, paragraph)

    def _goes_on(self, text: str) -> bool:
        """Whether a paragraph goes on with what is being resolved."""
        if self.lead.words or not self.entries or not _BEGINS_PART.match(text):
            return False
        return bool(_GOES_ON_AFTER.search(self.last_text)) or text.startswith("That ")

    def _after_label(self, paragraph: Paragraph) -> None:
        """The paragraph after "RESOLVED:" is the resolution, or leads in to its parts."""
        if labels.is_filler(paragraph.text):
            self.left_out.append(paragraph.text)
            return
        kind, number = self.lead.kind or "resolution", self.lead.number
        self.lead.number = self.lead.words = ""
        if within := parts.within(paragraph.text):
            self._parts(kind, within, number, 0)
            return
        found = self._add(kind, number, 0, paragraph.text)
        if labels.opens_list(paragraph.text):
            self._open(found, 1, paragraph)

    def _unmarked_point(self, paragraph: Paragraph) -> None:
        kind = self.lead.kind or "key point"
        if kind in DECISIONS and paragraph.text.startswith("That "):
            self._add(kind, "", 0, paragraph.text)
            return
        self._add(kind, "", self.lead.base, paragraph.text)
        self.lead.unmarked = paragraph.indent
        self._doubt(doubts.LOST_BULLETS)

    # paragraphs with a number or a bullet

    def _marked(self, paragraph: Paragraph, number: numbers.Number) -> None:
        bullet = number.family == "bullet"
        may_be_labelled = not bullet or self.lead.kind is None
        labelled = labels.label(paragraph.text) if may_be_labelled else None
        paragraphs_go_on = self.lists.goes_back_to_paragraphs(number, self._around())
        if paragraphs_go_on and not self._is_next_part(paragraph):
            self._close()
        level = self.lists.place(paragraph, number, self._around())
        self._take_gaps()
        if labelled and self.lead.kind not in DECISIONS:
            self._labelled(labelled, paragraph, level=level)
            return
        kind = self.lead.kind_at(number, level)
        self._let_go_of_label()
        if kind in ("discussion", "key point"):
            self._tell(paragraph, level=level, default=kind)
        else:
            kind = self._add(kind, paragraph.printed, level, paragraph.text)
        if labels.opens_list(paragraph.text) and not labelled:
            announced = self.lead.kind not in (*DECISIONS, "action", "undertaking", "advice")
            self._open(kinds.of_list(paragraph.text) if announced else kind, level + 1, paragraph)

    def _around(self) -> lists.Around:
        return lists.Around(
            base=self.lead.base,
            leads=bool(self.lead.words),
            is_open=self.lead.kind is not None,
            has_entries=bool(self.entries),
            text_before=self.last_text,
        )

    def _is_next_part(self, paragraph: Paragraph) -> bool:
        """Whether a numbered paragraph is a part of what is resolved: "4.8 That the report"."""
        if self.lead.kind not in DECISIONS:
            return False
        just_labelled = bool(self.lead.words) and not self.lead.kept
        return just_labelled or paragraph.text.startswith("That ")

    def _take_gaps(self) -> None:
        for lost, before, after in self.lists.gaps:
            self.unsure.append(doubts.missing(self.place, lost, before, after))
        for number in self.lists.late:
            self._doubt(doubts.BEGINS_LATE, number=number.printed)
        self.lists.gaps.clear()
        self.lists.late.clear()

    # labels

    def _labelled(self, found: labels.Labelled, paragraph: Paragraph, *, level: int) -> None:
        """A paragraph that begins with "RESOLVED:", "Action:" and the like."""
        number, rest = paragraph.printed, found.rest
        if found.kind == "resolution" or level == 0:
            self._close()
        if not found.dropped:
            self._labelled_with_more(found, paragraph, level)
            return
        self.left_out.append(found.dropped)
        if labels.is_filler(rest.lstrip("[")):
            self.left_out.append(rest)
            self._open(found.kind, level, paragraph, label_number=number)
        elif within := parts.within(rest):
            self._parts(found.kind, within, number, level)
            self.lead.kind, self.lead.base = found.kind, level
        else:
            kind = self._add(found.kind, number, level, rest)
            if labels.opens_list(rest):
                self._open(kind, level + 1, paragraph)
            elif found.kind in DECISIONS:
                self.lead.kind, self.lead.base = found.kind, level

    def _labelled_with_more(self, found: labels.Labelled, paragraph: Paragraph, level: int) -> None:
        """ "RESOLVED (by seven votes to two) that:": the words say more than the kind does."""
        leads = labels.opens_list(found.rest)
        kind = "discussion" if leads else found.kind
        self._add(kind, paragraph.printed, level, found.rest)
        if leads or _LABEL_ALONE.fullmatch(found.rest):
            self._open(found.kind, level + 1, paragraph)

    def _parts(
        self, kind: Kind, within: Sequence[tuple[str, str]], number: str, level: int
    ) -> None:
        """The parts of a resolution that stand in one paragraph."""
        for printed, text in within:
            if printed:
                self._add(kind, printed, level, text)
            elif labels.is_filler(text):
                self.left_out.append(text)
            else:
                self._add(kind, number, level, text)
                level, number = level + 1, ""
        self.left_out.append(number)
        self.last_text = within[-1][1]

    # what is open

    def _open(
        self, kind: Kind, base: int, paragraph: Paragraph, *, label_number: str | None = None
    ) -> None:
        """A list is announced. ``label_number`` is given where its label is no entry itself."""
        self.lead = Lead(
            kind=kind,
            base=base,
            words=paragraph.text,
            kept=label_number is None,
            number=label_number or "",
            indent=paragraph.indent,
            outer=self.lead.kind_around(base),
        )
        self.lists.end_at(base, paragraph.number)

    def _close(self) -> None:
        self._lost()
        self.lead = Lead()
        self.lists.end()

    def _lost(self) -> None:
        """Nothing followed what was announced."""
        if self.lead.words:
            self._doubt(doubts.LIST_LOST, words=doubts.last_words(self.lead.words))
            self._keep_label()
        self._let_go_of_label()

    def _keep_label(self) -> None:
        """A label that ends a sentence, "(a) Agreed.", is all that was decided."""
        words, lead = self.lead.words, self.lead
        if lead.kept or not lead.kind or not words.endswith(".") or words not in self.left_out:
            return
        at = len(self.left_out) - 1 - self.left_out[::-1].index(words)
        del self.left_out[at]
        self.entries.append(Entry(lead.kind, lead.number, lead.base, words))
        lead.number = ""

    def _let_go_of_label(self) -> None:
        if self.lead.number:
            self.left_out.append(self.lead.number)
        self.lead.number = self.lead.words = ""

    # what is written down

    def _tell(self, paragraph: Paragraph, *, level: int, default: Kind = "discussion") -> None:
        number = paragraph.printed
        for told in kinds.told(paragraph.text, default=default, decided=self.decided):
            self._add(told.kind, number, level, told.text)
            if told.doubt:
                self._doubt(doubts.TOLD[told.doubt], words=doubts.first_words(told.text))
            number = ""

    def _add(self, kind: Kind, number: str, level: int, text: str) -> Kind:
        """Write an entry down, and say what it turned out to be."""
        self.lead.words = ""
        if (found := recommending.kind_of(kind, text)) != kind:
            self._doubt(doubts.RECOMMENDED, words=doubts.first_words(text))
        self.entries.append(Entry(found, number, level, text))
        return found

    def _doubt(self, sentence: str, **named: str) -> None:
        said = sentence.format(place=self.place, **named)
        if said not in self.unsure:
            self.unsure.append(said)
