"""When a meeting can be moved, by the dates of what it raised and judged."""

from datetime import date, timedelta

import pytest

from recommendations.rules import moving
from recommendations.rules.moving import Happened

DAY, TODAY = timedelta(days=1), date(2026, 11, 22)
RAISED, SENT, DUE = date(2026, 6, 12), date(2026, 6, 20), date(2026, 7, 31)
WENT = [Happened(SENT, "R1", "sent on"), Happened(DUE, "R1", "due for a response by")]
JUDGED = [Happened(RAISED, "R1", "raised on")]


def against(day, *, afterwards=(), judged=()):
    return moving.against(day, afterwards=afterwards, judged=judged, today=TODAY)


@pytest.mark.parametrize(
    ("day", "given"),
    [
        (SENT, {"afterwards": WENT}),
        (SENT - DAY, {"afterwards": WENT}),
        (RAISED, {"judged": JUDGED}),
        (TODAY, {"judged": JUDGED}),
        (TODAY + DAY, {}),
    ],
)
def test_moving_that_keeps_the_order_is_right(day, given):
    assert against(day, **given) == []


def test_moving_past_what_became_of_what_it_raised_names_the_first_of_each():
    sent_later = Happened(SENT + DAY, "R2", "sent on")
    assert against(DUE + DAY, afterwards=[sent_later, *WENT]) == [
        "The meeting cannot be moved to 1 August 2026, after what became of the recommendations "
        "that were raised there: R1 was sent on 20 June 2026, R2 was sent on 21 June 2026. "
        "Enter 20 June 2026 or an earlier day."
    ]


def test_moving_before_what_it_judged_was_raised():
    assert against(RAISED - DAY, judged=JUDGED) == [
        "The meeting cannot be moved to 11 June 2026, before the recommendations that were judged "
        "there: R1 was raised on 12 June 2026. Enter 12 June 2026 or a later day."
    ]


def test_moving_into_the_future_after_it_judged():
    assert against(TODAY + DAY, judged=JUDGED) == [
        "The meeting cannot be moved to 23 November 2026, which is still to come, because these "
        "were judged there: R1. Enter the day on which it was held."
    ]
