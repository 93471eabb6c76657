"""A response, the plan that followed, and what is to be said of each place."""

from collections.abc import Sequence
from dataclasses import dataclass

from recommendations.models import Outcome
from tests.factories.recommendations import answer, letter_with, recommend, version_of

NAMED = "Every ward will have a named neighbourhood officer whom people can reach by telephone."
PATROL = "I will publish each quarter the number of hours that officers spend on foot patrol."
THEFT = "Shop theft will be recorded when it is reported and visited within two working days."
BURGLARY = "Victims of burglary will be offered a visit by a crime prevention adviser in a week."
EVENINGS = "The force will hold two open evenings a year at which anyone may question its leaders."
CAMERAS = "Cameras worn on the body will be used in every search and the footage kept for a month."
PATROL_NOW = (
    "I will publish each month the number of hours that officers spend on foot patrol in towns."
)
RURAL = "A dedicated rural team will meet farm watch groups in spring and in autumn of each year."
TWO = (
    "Speeding on village roads will be measured by volunteers trained at the force's expense.",
    "The results are sent to parish councils before the end of the month that follows.",
)
HELLO = "My first duty is to listen, and this plan is what I have heard from you in a year."
THANKS = "I thank the volunteers, the specials and the cadets who give their evenings to us all."
THANKS_NOW = "I thank the volunteers, the specials and the many cadets who give so much to us all."

FOREWORD = ["Foreword"]

DRAFT = [
    ("", HELLO, FOREWORD),
    ("", THANKS, FOREWORD),
    ("1", NAMED),
    ("2", PATROL),
    ("3", THEFT),
    ("4", BURGLARY),
    ("5", EVENINGS),
    ("6", CAMERAS),
]


def revised(*changes, foreword=(HELLO, THANKS)):
    """The draft's paragraphs with some of them exchanged: (label, text) by label, None to go."""
    exchanged = dict(changes)
    numbered = [(label, exchanged.get(label, text)) for label, text, *_ in DRAFT if label]
    return [("", text, FOREWORD) for text in foreword] + [(n, t) for n, t in numbered if t]


@dataclass
class Case:
    """A response, the plan that followed, and what is to be said of each place."""

    later: Sequence[tuple]
    response: str
    expected: list[tuple[str, str, str]]  # place, verdict, kind of the revision
    decision: str = "accepted"
    cites: str = ""
    point_cites: str = ""
    earlier: Sequence[tuple] = tuple(DRAFT)
    evidence: str = ""


REWORDED = revised(("2", PATROL_NOW))
SAME = revised()
ADDED = [*revised(), ("7", RURAL)]
# Put in as 2, so that what was 2 to 6 is now 3 to 7; the old 2 is also reworded.
RENUMBERED = [
    ("", HELLO, FOREWORD),
    ("", THANKS, FOREWORD),
    ("1", NAMED),
    ("2", RURAL),
    ("3", PATROL_NOW),
    ("4", THEFT),
    ("5", BURGLARY),
    ("6", EVENINGS),
    ("7", CAMERAS),
]
# Put in as 2, and nothing else done but that the old 6, now 7, is reworded.
CAMERAS_NOW = "Cameras worn on the body will be used in each search and footage kept for one year."
RENUMBERED_BELOW = [
    *RENUMBERED[:3],
    ("2", RURAL),
    ("3", PATROL),
    *RENUMBERED[5:8],
    ("7", CAMERAS_NOW),
]
# The old 5 is gone, and what was 6 has its number.
GONE = [*revised(("5", None), ("6", None)), ("5", CAMERAS)]


def run(case, officer):
    draft = version_of(case.earlier, by=officer)
    point = recommend(draft, by=officer, cites=case.point_cites)
    letter_with(answer(point, case.response, case.decision, cites=case.cites), by=officer)
    return version_of(case.later, revises=draft, by=officer)


def said(version):
    return [
        (o.place, o.verdict, o.revision.kind if o.revision else "")
        for o in Outcome.objects.filter(version=version).order_by("pk")
    ]
