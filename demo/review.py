"""The panel's scrutiny review of how people in the countryside report crime. All of it invented."""

from dataclasses import dataclass
from datetime import date
from typing import Literal


@dataclass(frozen=True, slots=True)
class Invited:
    """By letter, or by an open call. ``answered`` is the day of an answer that brought nothing."""

    key: str
    name: str
    role: str = ""
    manner: Literal["letter", "open call"] = "letter"
    answered: date | None = None
    declined: bool = False


@dataclass(frozen=True, slots=True)
class Sent:
    """Evidence, cited by its number. ``file`` is the name of its document, if it had one."""

    number: int
    title: str
    source: str
    received: date
    invited: str
    text: str
    file: str = ""
    restricted_under: int | None = None


@dataclass(frozen=True, slots=True)
class Heard:
    """A witness, heard on that day and at that place."""

    key: str
    name: str
    role: str
    invited: str = ""


@dataclass(frozen=True, slots=True)
class Point:
    """A point of an answer: who said it, or the number of the evidence that does."""

    text: str
    said_by: str = ""
    evidence: int | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """A question, and to whom it was put."""

    text: str
    points: tuple[Point, ...]
    put_to: str = ""


@dataclass(frozen=True, slots=True)
class Promised:
    """What was promised, and what was done about it."""

    text: str
    by: str
    due: date | None = None
    done: date | None = None
    outcome: str = ""


@dataclass(frozen=True, slots=True)
class Recommended:
    """What the review recommends, not adopted yet."""

    text: str
    theme: str
    owner: str = ""


TITLE = "Reporting crime in the countryside"
QUESTION = (
    "When people who live or work outside the towns of Estermere report a crime, is the answer "
    "that they get one that serves them, and if not, what should change?"
)
SCOPE = """\
The review looks at how a report is made, who takes it, what is said and done in the first week, \
and whether the person hears what came of it. It covers the parishes of Orrandale and the outer \
wards of Skelhaven.

It does not look at single investigations, nor at how officers are shared out between teams, which \
the Panel considers with the Plan and the precept.
"""
METHOD = """\
The task group invited evidence by letter and by an open call, read what was sent in, and heard \
three witnesses in public at Orrandale Market Hall. It works as a select committee does:

- every question is put in the same words to whoever can answer it;
- answers are summarised, and shown to those who gave them;
- nothing is concluded that does not rest on evidence which has been filed.
"""
LED_BY = """\
Councillor Alan Brathwood (lead member)
Councillor Carol Nethersby
Dr Amara Kentigern"""
SUMMARY = """\
People in the countryside report less than they suffer. It takes them longer to get through, they \
are asked for a postcode where there is none, and few learn what became of their report. None of \
this needs new money to mend: what is missing is a way to say where one is, a named person to ask, \
and figures that show the countryside by itself.
"""

BEGUN = date(2026, 6, 29)
FILED = date(2026, 7, 31)
SESSION = date(2026, 9, 17)
HEARD_AT = "Orrandale Market Hall"
RECORDED = date(2026, 9, 18)
WRITTEN = date(2026, 10, 2)

INVITED = (
    Invited("constabulary", "Estermere Constabulary", "Contact management"),
    Invited("farmers", "Estermere Farmers' Association"),
    Invited("parishes", "Orrandale Association of Parish Councils"),
    Invited("watch", "Skelhaven Countryside Watch", "Volunteers"),
    Invited(
        "ambulance",
        "Estermere Ambulance Service",
        "Control room",
        answered=date(2026, 7, 16),
        declined=True,
    ),
    Invited("insurer", "Marchfold Rural Mutual", "Insurers"),
    Invited("college", "Kelmer Land College"),
    Invited("wardens", "Orrandale Moor Wardens"),
    Invited("call", "Call for evidence on the Panel's website", manner="open call"),
)

EVIDENCE = (
    Sent(
        1,
        "Times to answer by place, January to June 2026",
        "Estermere Constabulary",
        date(2026, 7, 14),
        "constabulary",
        "Calls to 101 from the eleven rural beats were answered after 4 minutes 10 seconds on "
        "average, and calls from the towns after 3 minutes 20 seconds. Of the rural callers, 23% "
        "hung up before they were answered.\n",
        file="times-to-answer.txt",
    ),
    Sent(
        2,
        "What our members lost, and what they reported",
        "Estermere Farmers' Association",
        date(2026, 7, 20),
        "farmers",
        "In our survey of 164 members, 71 had lost machinery, fuel or stock in two years. Of "
        "these, 38 had told the police of every loss, 19 of some, and 14 of none. The reason most "
        "often given was that nothing had come of it the last time.\n",
        file="survey-of-members.txt",
    ),
    Sent(
        3,
        "Reports that parish clerks pass on",
        "Orrandale Association of Parish Councils",
        date(2026, 7, 27),
        "parishes",
        "Fourteen clerks keep a note of what residents tell them. In half of the notes the "
        "resident had given up because no postcode could be given for a field or a barn.",
    ),
    Sent(
        4,
        "Reporting online from a place without signal",
        "A resident of Skelhaven",
        date(2026, 7, 22),
        "call",
        "The form on the website is lost when the signal drops, and has to be begun again.",
    ),
    Sent(
        5,
        "Thefts at one holding, and what the holder was told",
        "A resident who asks not to be named",
        date(2026, 7, 30),
        "call",
        "The resident reported four thefts from one yard between November and May, and names the "
        "neighbour whom they suspect.",
        restricted_under=2,
    ),
)

WITNESSES = (
    Heard("aldercott", "Superintendent Vera Aldercott", "Estermere Constabulary", "constabulary"),
    Heard("thornberrow", "Miles Thornberrow", "Secretary, Skelhaven Countryside Watch", "watch"),
    Heard("varanker", "Dinesh Varanker", "Chief Executive, Office of the Commissioner"),
)

SUBJECTS = (
    (
        "Making a report",
        (
            Question(
                "How long does it take to report a crime from a rural beat, and why?",
                (
                    Point(
                        "Rural calls wait 50 seconds longer on average, and nearly one caller in "
                        "four gives up.",
                        evidence=1,
                    ),
                    Point(
                        "The calls are in one queue. Those from rural beats come early in the "
                        "morning, when the fewest people are there to answer.",
                        said_by="aldercott",
                    ),
                    Point(
                        "Most volunteers no longer ring: they send a message to the beat officer "
                        "and hope that it is read.",
                        said_by="thornberrow",
                    ),
                ),
                put_to="aldercott",
            ),
            Question(
                "How does someone say where they are when there is no postcode?",
                (
                    Point(
                        "The call-taker's screen asks for a postcode first. A grid reference can "
                        "be entered, three screens later.",
                        said_by="aldercott",
                    ),
                    Point("Half of the residents who gave up did so at this question.", evidence=3),
                    Point(
                        "The online form loses what was typed when the signal drops.", evidence=4
                    ),
                ),
                put_to="aldercott",
            ),
        ),
    ),
    (
        "What happens next",
        (
            Question(
                "Who tells the person what became of their report, and when?",
                (
                    Point(
                        "A letter is sent when the report is closed. There is no rule for what is "
                        "said before.",
                        said_by="aldercott",
                    ),
                    Point(
                        "One in five of those who had lost something told the police of none of "
                        "it, mostly because nothing had come of it the last time.",
                        evidence=2,
                    ),
                    Point(
                        "Someone who had reported four times spoke to four different people, none "
                        "of whom knew of the reports before.",
                        evidence=5,
                    ),
                ),
                put_to="aldercott",
            ),
        ),
    ),
    (
        "Knowing how large the problem is",
        (
            Question(
                "Does the Commissioner see figures for the countryside by itself?",
                (
                    Point(
                        "Not yet. The quarterly report has the force as a whole and each district.",
                        said_by="varanker",
                    ),
                    Point(
                        "The Commissioner would welcome a measure if the Panel proposed one, and "
                        "if it could be had from what is recorded already.",
                        said_by="varanker",
                    ),
                ),
                put_to="varanker",
            ),
        ),
    ),
)

PROMISED = (
    Promised(
        "To let the task group have the times to answer by beat and by hour of the day.",
        "Superintendent Vera Aldercott",
        due=date(2026, 9, 30),
        done=date(2026, 9, 28),
        outcome="The table was sent to the members of the task group.",
    ),
    Promised(
        "To find out whether the grid reference can be asked for on the first screen, and at what "
        "cost.",
        "Superintendent Vera Aldercott",
        due=date(2026, 11, 6),
    ),
    Promised(
        "To put the countryside on the agenda of the Commissioner's next quarterly review with the "
        "Chief Constable.",
        "Dinesh Varanker",
        due=date(2026, 12, 4),
    ),
)

CONCLUSIONS = (
    "People outside the towns wait longer to make a report, and give up more often. The cause is "
    "the hour at which they ring and not the distance.",
    "A place without a postcode is still a place. As long as the postcode is asked for first, "
    "crimes in fields and yards will be recorded too seldom or in the wrong beat.",
    "Those who hear nothing do not report again. The number of reports from the countryside shows "
    "how much trust there is, and not only how much crime.",
)
RECOMMENDED = (
    Recommended(
        "That the Commissioner ask the Chief Constable to have the place of an incident asked for "
        "by map, by grid reference or by postcode, whichever the caller can give, on the first "
        "screen, by the end of June 2027.",
        "Contacting the police",
        owner="Chief Constable",
    ),
    Recommended(
        "That everyone who reports a crime from a rural beat be given the name of one person to "
        "ask, and be told within ten working days what has been done.",
        "Rural crime",
        owner="Chief Constable",
    ),
    Recommended(
        "That the Commissioner publish each quarter, for the rural beats alone, the time to "
        "answer, the share of callers who gave up and the number of crimes recorded.",
        "Performance and accountability",
    ),
)
