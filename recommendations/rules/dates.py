"""What the dates of a recommendation keep to: each broken rule as a sentence that says what to do.

The panel decides what is a reasonable period for the response (PRSRA 2011 s.29(3)); the rules here
are only those of the calendar and of the record.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Dates:
    """The dates of one recommendation. ``due_on`` is the day that counts after every revision,
    ``first_due_on`` the day first set; ``agreed_on`` the day the panel agreed the revision that
    counts, None where the date was never revised."""

    reference: str
    raised_on: date
    sent_on: date | None = None
    first_due_on: date | None = None
    due_on: date | None = None
    agreed_on: date | None = None
    answered_on: date | None = None


def in_words(day: date) -> str:
    """3 March 2026."""
    return f"{day.day} {day:%B %Y}"


def against_sending(dates: Dates, *, sent_on: date, due_on: date | None) -> Mapping[str, str]:
    """Why it cannot have been sent on a day, with an answer wanted by another: a sentence for
    each field that is wrong."""
    wrong = {}
    if sent_on < dates.raised_on:
        wrong["sent_on"] = (
            f"{dates.reference} was raised on {in_words(dates.raised_on)}. "
            "Enter the day it was sent, which is that day or later"
        )
    if due_on is not None and (sentence := _too_early(dates, due_on, sent_on=sent_on)):
        wrong["due_on"] = sentence
    return wrong


def against_setting(
    dates: Dates, *, due_on: date, decided_on: date, today: date
) -> Mapping[str, str]:
    """Why a first date cannot be set for one that was sent without: a sentence by field, ""
    standing for none of them."""
    if dates.due_on is not None:
        return {
            "": f"The response to {dates.reference} is due by {in_words(dates.due_on)} already. "
            "Revise that date instead"
        }
    return _against_any(dates, due_on=due_on, decided_on=decided_on, today=today)


def against_revising(
    dates: Dates, *, due_on: date, decided_on: date, today: date
) -> Mapping[str, str]:
    """Why a due date cannot be revised so: a sentence by field, "" standing for none of them. The
    revision agreed last counts, so one agreed before it would be kept and change nothing."""
    if dates.due_on is None and dates.sent_on is not None:
        return {
            "": f"No date has been set for the response to {dates.reference}, so there is none to "
            "revise. Set the first one on its page"
        }
    wrong = dict(_against_any(dates, due_on=due_on, decided_on=decided_on, today=today))
    if due_on == dates.due_on and "due_on" not in wrong:
        wrong["due_on"] = (
            f"The response to {dates.reference} is due on that day already. "
            "Enter another day, or leave it as it is"
        )
    agreed_on = dates.agreed_on
    if agreed_on is not None and decided_on < agreed_on and not wrong.keys() & {"", "decided_on"}:
        wrong["decided_on"] = (
            f"The panel agreed the present date for {dates.reference} on {in_words(agreed_on)}, "
            "and what it agreed last counts. Enter the day it agreed the new date, which is that "
            "day or later"
        )
    return wrong


def _against_any(dates: Dates, *, due_on: date, decided_on: date, today: date) -> Mapping[str, str]:
    if dates.sent_on is None:
        return {
            "": f"{dates.reference} has not been sent. Record that it was sent, and set the date "
            "for the response there"
        }
    if dates.answered_on is not None:
        return {
            "": f"{dates.reference} was answered on {in_words(dates.answered_on)}, so no date can "
            "be set for its response. If the answer is not enough, record what the panel makes of "
            "it as a judgement"
        }
    wrong = {}
    if sentence := _too_early(dates, due_on, sent_on=dates.sent_on):
        wrong["due_on"] = sentence
    if decided_on > today:
        wrong["decided_on"] = "The day the panel agreed it must be today or in the past"
    elif decided_on < dates.raised_on:
        wrong["decided_on"] = (
            f"{dates.reference} was raised on {in_words(dates.raised_on)}. "
            "Enter the day the date was agreed, which is that day or later"
        )
    return wrong


def _too_early(dates: Dates, due_on: date, *, sent_on: date) -> str:
    if due_on < dates.raised_on:
        return (
            f"{dates.reference} was raised at the meeting of {in_words(dates.raised_on)}. "
            "The response cannot be due before that day"
        )
    if due_on < sent_on:
        return (
            f"The response to {dates.reference} must be due on or after the day it was sent, "
            f"{in_words(sent_on)}"
        )
    return ""
