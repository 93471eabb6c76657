"""Minutes between their reading and their confirming: what was read, as forms to correct."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.forms.utils import ErrorList
from django.http import QueryDict
from django.utils import timezone

from pcp_scrutiny import documents
from pcp_scrutiny.components.templatetags.formats import time_gds
from pcp_scrutiny.documents import holding
from pcp_scrutiny.panel.models import Panel

from . import actions
from .forms.reading import (
    MOST_ENTRIES,
    NEW,
    MeetingOfMinutesForm,
    ReadEntryFormSet,
    ReadItemForm,
    ReadItemFormSet,
)
from .models import Meeting, MinuteEntry
from .reading import Item, Minutes, openness, read_minutes

PURPOSE = "minutes"  # of the file that is held until it is confirmed
MOST_MEETINGS = 200
TOO_MANY = (
    f"More than {MOST_ENTRIES} entries were read, which is more than one page can hold. Split the"
    " document into parts and bring in the first."
)
OF_ANY_PANEL = frozenset(
    """a and at board combined committee commissioner council county crime fire for held in joint
    meeting minutes of panel police public rescue the""".split()  # noqa: SIM905
)
IN_PRIVATE = (
    "The public was excluded before this item. What is minuted under it will be withheld, unless"
    " you say above that they were not excluded, or were let in again. If the minutes do not say"
    " when they were let in again, you can say so once the minutes are recorded."
)


@dataclass(frozen=True)
class Reading:
    """What was read from minutes that are held. ``meetings`` are those of the calendar that they
    may be of; ``taken`` are meetings of that day that have minutes already."""

    held: holding.Held
    document: documents.Document
    minutes: Minutes
    meetings: Sequence[Meeting]
    taken: Sequence[Meeting]

    @property
    def entries(self) -> int:
        """How many entries were read."""
        return sum(len(item.entries) for item in self.minutes.items)

    @property
    def unsure(self) -> Sequence[str]:
        """What is unsure of the whole; what is unsure of an item stands beside it."""
        of_items = {sentence for item in self.minutes.items for sentence in item.unsure}
        first = [TOO_MANY] if self.entries > MOST_ENTRIES else []
        body, own = self.minutes.body, Panel.current().name
        if body and is_another(body, own):
            first.append(
                f"They name “{body}”, and this is the record of {own}. Record them only if they are"
                " minutes of this panel."
            )
        return [*first, *(s for s in self.minutes.unsure if s not in of_items)]

    @property
    def can_be_recorded(self) -> bool:
        """Whether there is anything to confirm."""
        return 0 < self.entries <= MOST_ENTRIES


@dataclass(frozen=True)
class CheckForms:
    """The meeting, its items, and the entries of all items one after the other."""

    meeting: MeetingOfMinutesForm
    items: Any
    entries: Any

    def are_valid(self) -> bool:
        """All are checked, so that every error is shown at once; of what is left out, none is."""
        valid = [self.meeting.is_valid(), self.items.is_valid(), self.entries.is_valid()]
        return valid[0] and valid[1] and all(_is_fine(item) for item in self.items)

    @property
    def by_item(self) -> Sequence[ReadItemForm]:
        """The forms of the items, each with those of its ``entries``."""
        return list(self.items)


def is_another(body: str, own: str) -> bool:
    """Whether minutes name a body with a name of its own that this panel does not have."""
    return bool(_names(body) - OF_ANY_PANEL - _names(own))


def _names(words: str) -> set[str]:
    return set(re.findall(r"\w+", words.casefold()))


def read(token: str, *, by: Any) -> Reading:
    """Read minutes that are held. Raises NotHeldError."""
    held = holding.find(token, purpose=PURPOSE, by=by)
    if held.about.get("pasted"):
        document = documents.read_text(held.data.decode())
    else:
        document = documents.read(held.data, held.name)
    minutes = read_minutes(document)
    past = Meeting.objects.visible_to(by).filter(starts_at__lte=timezone.now())
    minuted = MinuteEntry.objects.values("item__meeting")
    free = past.exclude(pk__in=minuted).exclude(state=Meeting.State.APPROVED_MINUTES)
    that_day = past.filter(pk__in=minuted, starts_at__date=minutes.date) if minutes.date else ()
    return Reading(held, document, minutes, list(free[:MOST_MEETINGS]), list(that_day))


def forms_for(reading: Reading, data: QueryDict | None) -> CheckForms:
    """The forms, filled from what was read or from what was sent."""
    items = ReadItemFormSet(
        data,
        initial=_items(reading.minutes.items),
        prefix="item",
        form_kwargs={"panel": Panel.current()},
    )
    entries = ReadEntryFormSet(
        data,
        initial=list(_entries(reading.minutes.items)),
        prefix="entry",
        form_kwargs={"panel": Panel.current()},
    )
    meeting = MeetingOfMinutesForm(data, initial=_meeting(reading), meetings=reading.meetings)
    counts = [len(item.entries) for item in reading.minutes.items]
    rest = iter(entries)
    for form, count in zip(items, counts, strict=False):
        form.entries = [each for _, each in zip(range(count), rest, strict=False)]
        for place, entry in enumerate(form.entries, start=1):
            entry.call(place)
    return CheckForms(meeting, items, entries)


def _meeting(reading: Reading) -> dict[str, Any]:
    minutes, own = reading.minutes, Panel.current().name
    printed = minutes.body or own
    same_day = [meeting for meeting in reading.meetings if meeting.day == minutes.date]
    return {
        "choice": str(same_day[0].pk) if len(same_day) == 1 else NEW,
        "title": own if printed.casefold() == own.casefold() else printed,
        "held_on": minutes.date,
        "starts_at": time_gds(minutes.starts_at),
        "venue": minutes.venue,
    }


def _items(items: Sequence[Item]) -> list[dict[str, Any]]:
    found, in_private = [], False
    for item in items:
        found.append(
            {
                "number": item.number,
                "title": item.title[:300],
                "purpose": "\n".join(item.purpose),
                "unsure": [*item.unsure, *([IN_PRIVATE] if in_private else [])],
            }
        )
        for entry in item.entries:
            in_private = openness.excludes(entry) or (in_private and not openness.readmits(entry))
    return found


def _entries(items: Sequence[Item]) -> Iterator[dict[str, Any]]:
    is_out = False
    for entry in (entry for item in items for entry in item.entries):
        excludes, readmits = openness.excludes(entry), is_out and openness.readmits(entry)
        is_out = excludes or (is_out and not readmits)
        yield {
            "number": entry.number,
            "kind": entry.kind,
            "level": min(entry.level, MinuteEntry.DEEPEST),
            "text": entry.text,
            "may_exclude": excludes,
            "excludes": openness.paragraph(entry.text) if excludes else None,
            "may_readmit": readmits,
            "readmits": readmits,
        }


def _is_fine(item: ReadItemForm) -> bool:
    if item.cleaned_data.get("leave_out"):
        return True
    return all(entry.is_valid() for entry in item.entries)


def confirmed(forms: CheckForms, *, by: Any) -> Meeting | None:
    """Record what was confirmed; None when the forms must be shown again."""
    if not forms.are_valid():
        return None
    items = [_brought(item) for item in forms.items if not item.cleaned_data["leave_out"]]
    try:
        return actions.bring_in(forms.meeting.meeting, items, by=by)
    except ValidationError as refusal:
        forms.meeting.add_error(None, ErrorList(refusal.messages))
    except IntegrityError:  # two were bringing in the same at once
        forms.meeting.add_error(None, "Someone else saved the same just now. Check, and try again.")
    return None


def _brought(item: ReadItemForm) -> actions.BroughtItem:
    given = item.cleaned_data
    entries = [entry.cleaned_data for entry in item.entries]
    return actions.BroughtItem(
        title=" ".join(given["title"].split()),
        purpose=given["purpose"],
        restricted_under=given["restricted_under"],
        entries=[
            actions.BroughtEntry(
                entry["kind"],
                entry["level"],
                entry["text"],
                excludes=entry.get("excludes") or None,
                readmits=entry.get("readmits", False),
            )
            for entry in entries
            if not entry["leave_out"]
        ],
    )
