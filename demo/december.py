"""The meeting of 11 December 2026, in preparation: its agenda and papers, no minutes yet."""

from datetime import date, time

from .records import Attendance, Item, Meeting, Paper

PLAN_PAPER = """\
## Purpose

To consider the Police and Crime Plan 2026-2030 as issued on 1 September 2026, and the \
Commissioner's response to the Panel's report on the draft.

## Background

1. On 12 June 2026 the Panel reviewed the draft Plan and resolved that 20 points be sent to the \
Commissioner as its report under section 28(3) of the Police Reform and Social Responsibility Act \
2011.
2. The Commissioner responded by a letter of 20 July 2026, within the time for which the Panel had \
asked. The letter takes the points one by one and is Appendix A to Paper B.
3. The Plan was issued on 1 September 2026. Some paragraphs have been renumbered since the draft.

## What members are asked to do

Paper B shows against each point what the Commissioner answered, which paragraph of the Plan \
changed, whether the change that the response describes has been made, and what the officers make \
of it. Members are asked to say of each point whether they are satisfied, and to question the \
Commissioner about those on which they are not.

## Questions on the Plan as a whole

Beside those in Paper B, members may wish to ask the Commissioner:

- how she will show in June 2027 that the Plan is making a difference, now that a statement of \
progress is to be published each year;
- what has been learned from the first weeks of the new drug and alcohol treatment provider, which \
was due to begin work on 1 October 2026.
"""

ANNUAL_REPORT = """\
The Commissioner's annual report for 2025/26 was sent to the Panel on 4 September 2026. The Panel \
must review it at a public meeting, question the Commissioner about it and make a report or \
recommendations (section 28(4) of the Police Reform and Social Responsibility Act 2011).

It was to have been considered on 25 September. The report covers a year in which there were two \
Commissioners; the first seven months were those of her predecessor.
"""

PRECEPT = """\
The timetable for the precept for 2027/28 is as follows.

- **By 1 February 2027**: the Commissioner notifies the Panel of the precept that she proposes.
- **5 February 2027**: the Panel meets to review it.
- **By 8 February**: the Panel makes its report. A veto needs the votes of two thirds of the \
members of the Panel at the time, which is eight of the twelve, however many are present.
- **By 15 February**: the Commissioner responds.
- **By 22 February**: if there has been a veto, the Panel makes a second report on the revised \
precept.
- **By 1 March**: the precept is issued.

The Commissioner has undertaken to report on the costs of her office at the same time.
"""

COMPLAINT = """\
The complainant and the Commissioner met on 2 October 2026 in the presence of the Monitoring \
Officer. The Commissioner said that she was sorry for the distress that had been caused, and the \
complainant accepted this. Both have agreed that the matter is closed.

The Panel is asked to note that the complaint has been resolved.
"""

ITEMS = (
    Item(
        1,
        "Apologies for absence",
        "To receive apologies for absence and notice of any substitutes.",
        "Clerk to the Panel",
        standing="apologies",
    ),
    Item(
        2,
        "Declarations of interest",
        "To receive any declarations of interest in the items on the agenda.",
        "Chair",
        standing="declarations",
    ),
    Item(
        3,
        "Minutes of the meeting held on 12 June 2026",
        "To confirm as a correct record the minutes of the last meeting.",
        "Chair",
        standing="minutes",
        papers=(
            Paper(
                "Minutes of the meeting held on 12 June 2026",
                "Paper A",
                kind="minutes",
                minutes_of="june-2026",
            ),
        ),
    ),
    Item(
        4,
        "Matters arising",
        "To consider any matters arising from the minutes that are not dealt with elsewhere on the "
        "agenda. The meeting arranged for 25 September 2026 could not be held because County Hall "
        "had been closed by flooding; its business is included in this agenda.",
        "Chair",
        standing="matters arising",
    ),
    Item(
        5,
        "The Police and Crime Plan 2026-2030 as issued, and the Commissioner's response",
        "To consider what has become of the points that the Panel made on the draft.",
        "Panel Officer",
        papers=(
            Paper(
                "Covering note: the Plan as issued",
                text=PLAN_PAPER,
                background=(
                    "Notes of the task group on the draft Plan, 28 May 2026",
                    "E-mail from the Commissioner's office on the renumbering, 3 September 2026",
                ),
            ),
            Paper(
                "What became of the Panel's points on the draft Plan",
                "Paper B",
                kind="analysis",
                version="issued",
            ),
            Paper(
                "What changed in the Plan between the draft and its issue",
                "Appendix C to Paper B",
                kind="comparison",
                version="issued",
            ),
            Paper(
                "The letter that sent the Panel's points to the Commissioner",
                "Appendix D to Paper B",
                kind="letter",
                version="draft",
            ),
        ),
    ),
    Item(
        6,
        "Recommendation tracker",
        "To note what is new since the last meeting, what is overdue and what is open.",
        "Panel Officer",
        papers=(Paper("Recommendation tracker", "Paper C", kind="tracker"),),
    ),
    Item(
        7,
        "Draft variation of the Police and Crime Plan",
        "To review the draft variation of 13 November 2026 and to make a report or recommendations "
        "on it, under section 28(3) of the Police Reform and Social Responsibility Act 2011.",
        "Police and Crime Commissioner",
        papers=(
            Paper(
                "What the draft variation would change",
                "Paper D",
                kind="comparison",
                version="draft variation",
            ),
        ),
    ),
    Item(
        8,
        "The Commissioner's annual report 2025/26",
        "To review the annual report, to question the Commissioner about it and to make a report "
        "or recommendations.",
        "Police and Crime Commissioner",
        papers=(
            Paper("Annual report 2025/26", "Paper E", text=ANNUAL_REPORT),
            Paper(
                "Performance figures 2025/26",
                "Appendix A to Paper E",
                kind="uploaded",
                file="performance-2025-26.pdf",
                background=("Returns of the control room, April 2025 to March 2026",),
            ),
        ),
    ),
    Item(
        9,
        "Scrutiny review: reporting crime in the countryside",
        "To consider the report of the task group, and whether to adopt its recommendations.",
        "Councillor Alan Brathwood",
        papers=(Paper("Report of the scrutiny review", "Paper F", kind="review"),),
    ),
    Item(
        10,
        "Timetable for the precept 2027/28",
        "To note the timetable and to agree the arrangements for the meeting in February.",
        "Clerk to the Panel",
        papers=(
            Paper("Timetable for the precept 2027/28", "Paper G", text=PRECEPT),
            Paper(
                "Spending to the end of October 2026",
                "Appendix A to Paper G",
                kind="uploaded",
                file="spending-to-october.pdf",
            ),
            Paper(
                "The contract for drug and alcohol treatment",
                "Appendix B to Paper G",
                kind="uploaded",
                file="treatment-contract.pdf",
                restricted_under=3,
            ),
            Paper(
                "What people said about the precept: results of the survey",
                "Appendix C to Paper G",
                kind="uploaded",
            ),
        ),
    ),
    Item(
        11,
        "Date of next meeting",
        "To note that the next meeting will be held at 10.00am on Friday 5 February 2027 at County "
        "Hall, Orranbridge.",
        standing="next meeting",
    ),
    Item(
        12,
        "Exclusion of the press and public",
        "To consider excluding the press and public from the meeting for the following item, under "
        "section 100A(4) of the Local Government Act 1972, because it is likely that exempt "
        "information will be disclosed, as defined in paragraph 1 of Part 1 of Schedule 12A to the "
        "Act.",
        "Chair",
    ),
    Item(
        13,
        "Complaint 2026/C3: outcome of the informal resolution",
        "To receive a report on the outcome.",
        "Monitoring Officer",
        restricted_under=1,
        papers=(
            Paper(
                "Complaint 2026/C3: outcome of the informal resolution",
                "Paper H",
                text=COMPLAINT,
                restricted_under=1,
            ),
        ),
    ),
)

MEETING = Meeting(
    key="december-2026",
    title="Estermere Police and Crime Panel",
    day=date(2026, 12, 11),
    starts=time(10, 0),
    venue="Council Chamber, County Hall, Orranbridge",
    how_to_attend="The meeting is open to the public and will be webcast. Questions from the "
    "public must reach the Clerk by noon on Monday 7 December 2026.",
    state="planned",
    items=ITEMS,
    attendance=(Attendance("aldwick", sent_apologies=True),),
)
