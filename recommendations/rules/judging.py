"""What a judgement of the panel keeps to: each broken rule as a sentence that says what to do.

The panel decides at a meeting, and its minutes say so; the record follows them.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from .dates import in_words

WITHDRAWN = "withdrawn"


@dataclass(frozen=True)
class Judging:
    """What is known when a judgement is recorded. ``answered_on`` is the day of the first answer;
    ``said_there`` is what was decided in the same minute before, "" if nothing was."""

    reference: str
    raised_on: date
    meeting_on: date
    today: date
    answered_on: date | None = None
    said_there: str = ""


def against(judging: Judging, decision: str) -> Mapping[str, str]:
    """Why the panel cannot have decided so in that minute: a sentence for each field that is
    wrong."""
    wrong = {}
    reference, held = judging.reference, in_words(judging.meeting_on)
    if judging.meeting_on > judging.today:
        wrong["entry"] = (
            f"The meeting of {held} is still to come. Record the judgement when the panel has made "
            "it, or choose a minute of a meeting that was held"
        )
    elif judging.meeting_on < judging.raised_on:
        wrong["entry"] = (
            f"{reference} was raised on {in_words(judging.raised_on)}, after the meeting of "
            f"{held}. Choose a minute of the meeting that judged it"
        )
    elif judging.said_there:
        wrong["entry"] = (
            f"{reference} was judged in this minute before: {judging.said_there}. Correct that "
            "judgement on its page, or choose another minute"
        )
    answered_on = judging.answered_on
    if decision == WITHDRAWN and answered_on is not None and answered_on <= judging.meeting_on:
        wrong["decision"] = (
            f"{reference} was answered on {in_words(answered_on)}, so it can no longer be "
            "withdrawn. Select superseded if something took its place, or what the panel makes of "
            "the answer"
        )
    return wrong
