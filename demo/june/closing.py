"""Items 7 to 11: performance, the work programme, and the exempt item."""

from datetime import date

from ..records import Action, Entry, Item, Paper, Vote

PERFORMANCE = Item(
    7,
    "Performance report, January to March 2026",
    "To question the Commissioner on her report for the last quarter.",
    "Police and Crime Commissioner",
    papers=(
        Paper(
            "Performance report, January to March 2026",
            "Paper C",
            circulated=date(2026, 6, 9),
            why_late="An error in the figures had to be corrected.",
            text="Between January and March 2026 Estermere Police recorded 14,910 offences, which "
            "is 2.4 per cent fewer than in the same quarter of 2025.\n\n"
            "- 91 per cent of 999 calls were answered within 10 seconds.\n"
            "- The average wait on 101 was 3 minutes and 22 seconds.\n"
            "- 17 per cent of offences had led to a charge or another formal outcome.",
        ),
    ),
    entries=(
        Entry(
            "7.1",
            "discussion",
            "The report, marked 'Paper C', had been circulated on 9 June, after the agenda had "
            "been published. The Chair was of the opinion that it should be considered as a "
            "matter of urgency, because an error in the figures had had to be corrected and they "
            "would be out of date by the next meeting.",
        ),
        Entry(
            "7.2",
            "discussion",
            "The Commissioner presented the report. In answer to questions, the following was "
            "said:",
        ),
        Entry(
            "7.2.1",
            "key point",
            "The average wait on 101 had fallen by 18 seconds since 2025. Nine of the 18 "
            "additional posts in the contact centre had been filled.",
            level=1,
        ),
        Entry(
            "7.2.2",
            "key point",
            "Reports of shop theft had risen again, by 6 per cent on the quarter. Part of the "
            "increase was thought to be the result of easier reporting.",
            level=1,
        ),
        Entry(
            "7.2.3",
            "key point",
            "Two of the three custody suites had been visited every week by the custody visitors. "
            "The third had not, for want of volunteers.",
            level=1,
        ),
        Entry(
            "7.3",
            "discussion",
            "Members were not content to receive a report of 40 pages three days before the "
            "meeting. Councillor Scrivenby said that it could not be scrutinised properly, least "
            "of all by members who were at work during the week.",
        ),
        Entry(
            "7.4",
            "undertaking",
            "The Commissioner apologised and undertook that in future her reports would reach the "
            "Clerk at least eight clear days before the meeting.",
            action=Action("Police and Crime Commissioner", due=date(2026, 12, 1)),
        ),
        Entry("7.5", "recommendation", point="2026/21"),
        Entry("7.6", "recommendation", point="2026/22"),
        Entry("7.7", "resolution", "RESOLVED:"),
        Entry("7.7.1", "resolution", "(1) That the report be noted; and", level=1),
        Entry(
            "7.7.2",
            "resolution",
            "(2) That points 2026/21 and 2026/22 be sent to the Commissioner, with a request for "
            "the figures by 11 September 2026 and for a response to the recommendation by "
            "4 December 2026.",
            level=1,
        ),
    ),
)

CLOSING = (
    Item(
        8,
        "Work programme 2026/27",
        "To agree the Panel's work programme.",
        "Panel Officer",
        entries=(
            Entry(
                "8.1",
                "resolution",
                "RESOLVED: That the work programme be agreed, with the addition of a review of "
                "how victims are kept informed, to begin in the new year.",
            ),
        ),
    ),
    Item(
        9,
        "Date of next meeting",
        standing="next meeting",
        entries=(
            Entry(
                "9.1",
                "discussion",
                "It was noted that the next meeting would be held at 10.00am on Friday 25 "
                "September 2026 at County Hall, Orranbridge.",
            ),
        ),
    ),
    Item(
        10,
        "Exclusion of the press and public",
        entries=(
            Entry(
                "10.1",
                "resolution",
                "RESOLVED: That, under section 100A(4) of the Local Government Act 1972, the press "
                "and public be excluded from the meeting for item 11 because it was likely that "
                "exempt information would be disclosed, as defined in paragraph 1 of Part 1 of "
                "Schedule 12A to the Act, and that in all the circumstances of the case the public "
                "interest in maintaining the exemption outweighed the public interest in "
                "disclosing the information.",
                vote=Vote("Councillor Joan Tillerby", "Dr Amara Kentigern", is_unanimous=True),
                excludes=1,
            ),
        ),
    ),
    Item(
        11,
        "Complaint 2026/C3 about the conduct of the Commissioner",
        "To consider how the complaint should be handled.",
        "Monitoring Officer",
        restricted_under=1,
        public_summary="The Panel considered how a complaint about the conduct of the Commissioner "
        "should be handled, took advice, and decided to seek an informal resolution.",
        papers=(
            Paper(
                "Complaint 2026/C3: report of the Monitoring Officer",
                "Paper D",
                text="The complaint was recorded on 11 May 2026. It concerns remarks which the "
                "Commissioner is said to have made to a parent after a public event at Skelhaven "
                "on 28 April. It does not disclose a criminal offence and is therefore a matter "
                "for the Panel and not for the Independent Office for Police Conduct.\n\nThe Panel "
                "is asked to agree to seek an informal resolution.",
                restricted_under=1,
            ),
        ),
        entries=(
            Entry(
                "11.1",
                "discussion",
                "The Commissioner and her staff, the Chief Constable and Mr Garrowdale left the "
                "meeting. Members considered the account given by the complainant and the "
                "Commissioner's written comments, in which she regretted the offence that had "
                "been taken but did not accept that the words had been hers.",
            ),
            Entry(
                "11.2",
                "advice",
                "The Monitoring Officer advised that the Panel could seek an informal resolution "
                "but had no power to investigate the complaint or to impose a penalty.",
            ),
            Entry(
                "11.3",
                "resolution",
                "RESOLVED: That the complaint be dealt with by informal resolution, and that the "
                "Monitoring Officer be asked to arrange a meeting between the parties and to "
                "report the outcome to the Panel.",
                vote=Vote("Councillor Parveen Sidhra", "Dr Amara Kentigern", is_unanimous=True),
            ),
            Entry(
                "11.4",
                "action",
                "Monitoring Officer to arrange a meeting between the complainant and the "
                "Commissioner, and to report back.",
                action=Action("Monitoring Officer", due=date(2026, 9, 25)),
            ),
        ),
    ),
)
