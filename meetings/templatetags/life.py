"""``{% load life %}``: a meeting's life, and who was there, as its pages show them."""

from dataclasses import dataclass
from typing import Any

from django import template
from django.utils import timezone

from pcp_scrutiny.components.templatetags.formats import time_gds

from .. import life, stages
from ..life import Step
from ..minutes import words
from ..models import Declaration, Meeting
from ..people import declared, quorum
from ..permissions import can_arrange_meetings

register = template.Library()
register.filter("came_and_went", words.came_and_went)


@dataclass(frozen=True, slots=True)
class ShownStage:
    """A stage with its name and, where it is known, when it was reached."""

    name: str
    is_done: bool
    is_current: bool
    when: str = ""


@dataclass(frozen=True, slots=True)
class Life:
    """Where a meeting is, and what ``can`` be done next; ``obstacle`` says what keeps the next step
    from happening."""

    stages: list[ShownStage]
    can: set[str]
    obstacle: str = ""


@register.simple_tag
def life_of(user: Any, meeting: Meeting) -> Life:
    """Where a meeting is in its life, and which steps ``user`` may take: ``{% life_of user meeting
    as life %}``. One query for those who arrange meetings, and of a meeting of a day that is over
    that nobody said had begun; none for others."""
    facts = None
    if can_arrange_meetings(user) or _may_be_over(meeting):
        facts = stages.facts(meeting, now=timezone.now())
    is_held = facts is not None and life.is_past_and_minuted(facts)
    state = Meeting.State.IN_PROGRESS if is_held else meeting.state
    shown = [_shown(stage, meeting, is_held=is_held) for stage in life.stages(state)]
    if facts is None or not can_arrange_meetings(user):
        return Life(shown, set())
    said = {step: life.obstacle(step, facts) for step in Step}
    can = {step.value for step, obstacle in said.items() if not obstacle}
    return Life(shown, can, _obstacle(meeting, said))


def _obstacle(meeting: Meeting, said: dict[Step, str]) -> str:
    """What keeps the step from happening that would be next."""
    if meeting.state == Meeting.State.AGENDA_PUBLISHED:
        return said[Step.BEGIN]
    return said[Step.FINISH] if meeting.state == Meeting.State.IN_PROGRESS else ""


def _may_be_over(meeting: Meeting) -> bool:
    waiting = (Meeting.State.PLANNED, Meeting.State.AGENDA_PUBLISHED)
    return meeting.state in waiting and meeting.day < timezone.localdate()


def _shown(stage: life.Stage, meeting: Meeting, *, is_held: bool) -> ShownStage:
    """``is_held`` where it was minuted and nobody said that it was in progress."""
    state = Meeting.State(stage.state)
    name = "Held" if is_held and state == Meeting.State.IN_PROGRESS else str(state.label)
    when = {
        Meeting.State.AGENDA_PUBLISHED: _day(meeting.published_on) or "not recorded",
        Meeting.State.IN_PROGRESS: _closed(meeting),
        Meeting.State.APPROVED_MINUTES: _day(
            meeting.approved_at and timezone.localdate(meeting.approved_at)
        ),
    }
    reached = stage.is_done or stage.is_current
    said = when.get(state, "") if reached else ""
    return ShownStage(name, stage.is_done, stage.is_current, said)


def _day(day: Any) -> str:
    return f"{day.day} {day:%B %Y}" if day else ""


def _closed(meeting: Meeting) -> str:
    return f"closed at {time_gds(meeting.closed_at)}" if meeting.closed_at else ""


@register.filter
def in_full(declaration: Declaration) -> str:
    """A declaration as the minutes say it."""
    return declared.in_words(declaration.name, declaration.interest, withdrew=declaration.withdrew)


@register.filter
def quorum_in_words(reckoned: quorum.Quorum, meeting: Meeting) -> str:
    """How it stood with the quorum of a meeting, or stands while it goes on."""
    is_closed = meeting.closed_at is not None or meeting.minutes_are_finished
    is_over = is_closed or meeting.day < timezone.localdate()
    return quorum.in_words(reckoned, is_over=is_over)
