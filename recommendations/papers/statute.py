"""What the letter says of the law, by the route on which the panel speaks.

Police Reform and Social Responsibility Act 2011 (PRSRA 2011): sections 5, 12, 28 and 29 and
Schedules 1, 5 and 8; the Police and Crime Panels (Precepts and Chief Constable Appointments)
Regulations 2012 (SI 2012/2271). The wording is our own. ``{office}`` is the title of the office.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

ACT = "Police Reform and Social Responsibility Act 2011"
REGULATIONS = (
    "Police and Crime Panels (Precepts and Chief Constable Appointments) Regulations 2012 "
    "(SI 2012/2271)"
)


@dataclass(frozen=True, slots=True)
class Route:
    """A route: what it is about, under which provision, and what the law asks of each side."""

    key: str
    subject: str
    provision: str
    asks: str
    duty: str = ""


ROUTES: Sequence[Route] = (
    Route(
        "plan",
        "Police and Crime Plan",
        "section 28(3)",
        "Section 28(3) requires the Panel to review a draft of the Police and Crime Plan, or of a "
        "variation of it, and to make a report or recommendations on it.",
        "Section 5(6) of the Act requires the {office}, before issuing or varying the Plan, to "
        "have regard to what the Panel reports or recommends, to give the Panel a response, and to "
        "publish that response.",
    ),
    Route(
        "annual-report",
        "Annual report",
        "section 28(4)",
        "Section 28(4) requires the Panel to question the {office} about the annual report at a "
        "public meeting, held as soon as practicable after the report is sent to it, to review the "
        "report, and to make a report or recommendations on it.",
        "Section 12(4) of the Act requires the {office} to give the Panel a response to what it "
        "reports or recommends, and to publish that response.",
    ),
    Route(
        "decisions",
        "Decisions and the exercise of functions",
        "section 28(6)",
        "Section 28(6) requires the Panel to review or scrutinise decisions made, and other action "
        "taken, by the {office} in connection with the functions of the office, and to make "
        "reports or recommendations about how those functions are discharged.",
    ),
    Route(
        "precept",
        "Proposed precept",
        "Schedule 5",
        "Schedule 5 requires the Panel to review the precept that the {office} proposes to issue, "
        "and to make a report on it, which may include recommendations.",
        "Schedule 5 requires the {office} to have regard to the Panel’s report and to any "
        "recommendations in it, to give the Panel a response to them, and to publish that "
        "response.",
    ),
    Route(
        "senior-appointment",
        "Proposed senior appointment",
        "Schedule 1",
        "Schedule 1 requires the Panel to hold a confirmation hearing in public, to review the "
        "proposed appointment, and to report within three weeks of being notified of it, with a "
        "recommendation on whether the candidate should be appointed.",
        "The {office} may accept or reject that recommendation, and is required to tell the Panel "
        "which.",
    ),
    Route(
        "chief-constable",
        "Proposed appointment of the Chief Constable",
        "Schedule 8",
        "Schedule 8 requires the Panel to hold a confirmation hearing in public, to review the "
        "proposed appointment, and to report within three weeks of being notified of it, with a "
        "recommendation on whether the candidate should be appointed.",
        "Unless the Panel has vetoed the appointment, the {office} may accept or reject that "
        "recommendation, and is required to tell the Panel which.",
    ),
)

# By the words that a recommendation stores.
BY_ROUTE: Mapping[str, Route] = dict(
    zip(("s.28(3)", "s.28(4)", "s.28(6)", "Sch 5", "Sch 1", "Sch 8"), ROUTES, strict=True)
)
BY_KEY: Mapping[str, str] = {route.key: stored for stored, route in BY_ROUTE.items()}


def paragraphs(
    stored: str, *, office: str, sent_on: date | None, is_draft_plan: bool
) -> Sequence[str]:
    """What the letter says of a route, a sentence or two for each side. ``is_draft_plan`` says
    that the plan has not been issued or varied yet, so that section 5(6) applies."""
    route = BY_ROUTE[stored]
    said = [route.asks]
    if route.duty and (route.key != "plan" or is_draft_plan):
        said.append(route.duty)
    if route.key == "precept":
        said.append(precept_dates(sent_on))
    return [words.format(office=office) for words in said]


def precept_dates(sent_on: date | None) -> str:
    """The last days that the Regulations set, in the year of the precept that is sent about. A
    panel and its office may have agreed earlier ones, which the record does not hold."""
    year = f" {_precept_year(sent_on)}" if sent_on else ""
    return (
        f"Under the {REGULATIONS} the {{office}} is to notify the Panel of the proposed precept by "
        f"1 February{year}, the Panel is to report by 8 February{year} and the {{office}} is to "
        f"respond by 15 February{year}. Where the Panel has vetoed the proposed precept, a second "
        f"report is to follow by 22 February{year}. The precept is to be issued by 1 March{year}. "
        "Those are the last days: earlier dates may be set locally."
    )


def _precept_year(sent_on: date) -> int:
    """Precepts are issued in the spring before the financial year begins."""
    return sent_on.year if sent_on.month <= 3 else sent_on.year + 1
