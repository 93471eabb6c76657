"""Items 1 to 5: the Chair, apologies, declarations, the last minutes, public questions."""

from datetime import date

from ..records import Action, Entry, Item, Vote

OPENING = (
    Item(
        1,
        "Election of Chair and appointment of Vice-Chair",
        "To elect a Chair and to appoint a Vice-Chair for the municipal year 2026/27.",
        "Clerk to the Panel",
        entries=(
            Entry(
                "1.1",
                "resolution",
                "The Clerk invited nominations. It was RESOLVED: That Councillor Joan Tillerby be "
                "elected Chair of the Panel for the municipal year 2026/27.",
                vote=Vote(
                    "Councillor Peter Aldwick", "Councillor Parveen Sidhra", is_unanimous=True
                ),
            ),
            Entry(
                "1.2",
                "resolution",
                "Councillor Tillerby took the chair and thanked members. It was RESOLVED: That "
                "Councillor Yusuf Rahmanzai be appointed Vice-Chair for the same period.",
                vote=Vote("Councillor Grace Okonta", "Stephen Garrowdale", is_unanimous=True),
            ),
        ),
    ),
    Item(
        2,
        "Apologies for absence",
        "To receive apologies for absence and notice of any substitutes.",
        "Clerk to the Panel",
        standing="apologies",
        entries=(
            Entry(
                "2.1",
                "discussion",
                "Apologies were received from Councillor Carol Nethersby. The Chair welcomed "
                "Councillor Leon Castleray to his first meeting.",
            ),
        ),
    ),
    Item(
        3,
        "Declarations of interest",
        "To receive any declarations of interest in the items on the agenda.",
        "Chair",
        standing="declarations",
        entries=(
            Entry(
                "3.1",
                "discussion",
                "Councillor Castleray declared another registrable interest in item 6, as a "
                "trustee of a charity which has a grant from the Youth Diversion Fund. "
                "Mr Garrowdale declared a personal interest in item 11.",
            ),
            Entry(
                "3.2",
                "advice",
                "The Monitoring Officer advised that Councillor Castleray could remain and speak "
                "on the Plan in general, but should not speak on the Fund and should abstain "
                "from any vote.",
            ),
        ),
    ),
    Item(
        4,
        "Minutes of the meeting held on 13 March 2026",
        "To confirm as a correct record the minutes of the last meeting.",
        "Chair",
        standing="minutes",
        entries=(
            Entry(
                "4.1",
                "resolution",
                "RESOLVED: That the minutes of the meeting held on 13 March 2026 be confirmed as a "
                "correct record and signed by the Chair.",
            ),
            Entry(
                "4.2",
                "discussion",
                "In relation to minute 44, item (iii), of those minutes (front counters), the "
                "Commissioner's Chief Executive confirmed that no decision had been taken about "
                "opening hours and that the report which had been promised was being prepared.",
            ),
        ),
    ),
    Item(
        5,
        "Questions from the public",
        "To answer questions of which notice has been given under standing order 9.",
        "Chair",
        entries=(
            Entry(
                "5.1",
                "discussion",
                "A resident of Lowmarket asked what had been done with the records of the "
                "community speed watch group there, which had reported 212 vehicles since January. "
                "The Commissioner said that each record led to a letter and that officers had "
                "visited the site twice.",
            ),
            Entry(
                "5.2",
                "discussion",
                "By way of a supplementary question the resident asked how many of those 212 "
                "drivers had been prosecuted. The Chief Constable did not have the figure.",
            ),
            Entry(
                "5.3",
                "undertaking",
                "The Commissioner undertook to write to the resident with the figure and to copy "
                "her reply to members of the Panel.",
                action=Action("Police and Crime Commissioner", due=date(2026, 7, 10)),
            ),
        ),
    ),
)
