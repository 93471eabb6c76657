"""What a meeting may judge: the recommendations open before it, and those it has judged."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from meetings.models import Meeting

from .. import register
from ..models import Judgement


@dataclass(frozen=True)
class Docket:
    """The recommendations of earlier meetings that are open, in the register's order, and the
    judgements that this one made. ``has_minutes`` says whether there is a minute that a judgement
    could name."""

    to_judge: Sequence[register.Position]
    judged: Sequence[Judgement]
    has_minutes: bool
    is_to_come: bool

    @property
    def may_begin(self) -> bool:
        """Whether the panel's decisions can be recorded."""
        return bool(self.to_judge) and self.has_minutes and not self.is_to_come

    def after(self, pk: int) -> register.Position | None:
        """The one to judge next after one: the first again after the last, None when only that
        one is left."""
        places = [position.pk for position in self.to_judge]
        at = places.index(pk) if pk in places else -1
        following = [*self.to_judge[at + 1 :], *self.to_judge[: max(at, 0)]]
        return following[0] if following else None


def docket(meeting: Meeting, *, on: date) -> Docket:
    """What the meeting may judge, as the record stands on that day."""
    made = Judgement.objects.filter(entry__item__meeting=meeting)
    judged = list(
        made.select_related("recommendation", "entry__item__meeting").order_by(
            "recommendation__reference", "pk"
        )
    )
    done = {judgement.recommendation_id for judgement in judged}
    return Docket(
        to_judge=[
            position
            for position in register.book(on=on)
            if position.is_open
            and position.raised_on <= meeting.day
            and position.meeting != meeting.pk
            and position.pk not in done
        ],
        judged=judged,
        has_minutes=meeting.items.filter(entries__isnull=False).exists(),
        is_to_come=meeting.day > on,
    )
