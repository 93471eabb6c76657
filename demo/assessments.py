"""What the Panel Officer made of the issued plan in the autumn of 2026, point by point.

Nobody has yet looked at 2026/13 and 2026/18. 2026/06 was looked at again when a partner wrote.
"""

from datetime import date

from .records import Assessed, PartnerSaid

FIRST, SECOND, AGAIN = date(2026, 10, 20), date(2026, 10, 21), date(2026, 11, 10)

ASSESSED = (
    Assessed(
        "2026/01",
        "met",
        FIRST,
        "The commitment is kept, word for word, and is now paragraph 15.",
    ),
    Assessed(
        "2026/02",
        "cannot tell",
        FIRST,
        "Nothing in the Plan has changed, and the point did not ask that it should. The letter "
        "promises a report on the costs of the office each December and the conclusions of a "
        "review of grants. Neither has reached the Panel yet.",
        questions="When will the Panel see the conclusions about longer grants?",
    ),
    Assessed(
        "2026/03",
        "partly met",
        FIRST,
        "The letter says what will be done differently: colleges, the university and the harbour "
        "community centre. The Plan does not say it, so nothing in it can be held to.",
        questions="How many replies from under-25s, and from the harbour wards, would the "
        "Commissioner regard as enough next time?",
    ),
    Assessed(
        "2026/04",
        "met",
        FIRST,
        "Both parts. The Foreword names confidence as the one aim that runs through the four "
        "priorities, and paragraph 12(b) asks victims whether they were kept informed.",
        questions="What figure for confidence does the Commissioner start from?",
    ),
    Assessed(
        "2026/05",
        "not met",
        FIRST,
        "Paragraph 20 is word for word what paragraph 19 of the draft was. The letter relies on an "
        "undertaking to bring a report before any change; that is not the same as a commitment "
        "to consult, and it is not in the Plan.",
        questions="Will the report come to the Panel before a decision, or with one?\n"
        "Would the public and the councils be consulted as well as the Panel?",
        suggested_wording="The present opening hours will be kept until the public and the local "
        "councils have been consulted about any change.",
        wording_place="Paragraph 20, at the end",
    ),
    Assessed(
        "2026/06",
        "met",
        FIRST,
        "Paragraph 41 deals with homes that are taken over and promises that those who were used "
        "will be safeguarded.",
    ),
    Assessed(
        "2026/07",
        "met",
        FIRST,
        "Paragraph 29 has been rewritten and now has all three things for which the Panel asked.",
        questions="What has come of the first joint operation?",
        partners=(
            PartnerSaid(
                "Orrandale District Council, community safety team",
                "We welcome the visits. At harvest 72 hours is a long time to leave a farm without "
                "its guidance units, and we would rather see 48.",
            ),
        ),
    ),
    Assessed(
        "2026/08",
        "met",
        FIRST,
        "The letter declines the recommendation. Paragraph 48 nevertheless ends with the very "
        "words that the Panel suggested.",
        questions="Which is the Commissioner's position: what the letter says, or what the Plan "
        "says?",
    ),
    Assessed(
        "2026/09",
        "partly met",
        SECOND,
        "Unpaid carers are recognised in paragraphs 49(b) and 50. Care leavers are still not "
        "mentioned. The letter points to the Youth Diversion Fund in paragraph 34 as new; it was "
        "in the draft, and it is for those aged 10 to 17, so that it reaches no one of whom the "
        "Panel was speaking.",
        questions="What have the corporate parenting boards advised?",
        suggested_wording="Young adults who have recently left care are more likely than others of "
        "their age to be victims of crime and to come before the courts. I will ask the corporate "
        "parenting boards each year what they need, and will publish what I have done.",
        wording_place="A new paragraph after 34",
        partners=(
            PartnerSaid(
                "Corporate Parenting Board, Estermere County Council",
                "We have not yet been asked for our advice. We would give it gladly, and would "
                "begin with what happens to young people in the year after they turn 18.",
            ),
            PartnerSaid(
                "Estermere Carers' Forum",
                "It matters to our members to be named. What they ask next is whom they may "
                "telephone.",
            ),
        ),
    ),
    Assessed(
        "2026/10",
        "met",
        SECOND,
        "Section F of paragraph 52 deals with stalking by itself, whoever is responsible, and says "
        "what a victim can expect and by when. Sections A and the opening words follow suit.",
        partners=(
            PartnerSaid(
                "Domestic Abuse Partnership Board for Kelminster",
                "The new section is what we hoped for. The number of specialist advocates will "
                "decide whether it can be kept.",
            ),
        ),
        questions="How many specialist advocates are in post, and how many will be needed?",
    ),
    Assessed(
        "2026/11",
        "met",
        SECOND,
        "The letter names no paragraph. The change is in 40(b), which now says what the provider "
        "does. What it is expected to achieve is put in general terms.",
    ),
    Assessed(
        "2026/12",
        "met",
        SECOND,
        "Paragraph 51(b) gives both figures, and now promises a plan for each child.",
    ),
    Assessed(
        "2026/14",
        "met",
        SECOND,
        "Paragraph 4 promises a transition statement by 30 September 2027, which the Panel will "
        "see in draft.",
        questions="When in 2027 will the Panel see the draft?",
    ),
    Assessed(
        "2026/15",
        "met",
        SECOND,
        "The paragraph now stands under Priority 1, as 24. Not a word of it has changed, as the "
        "letter says.",
    ),
    Assessed("2026/16", "met", SECOND, "One paragraph has become two, 35 and 36."),
    Assessed(
        "2026/17",
        "not met",
        SECOND,
        "The letter says that the Plan has been amended and cites paragraph 65. It is word for "
        "word paragraph 63 of the draft: findings are still to be published once a year, without "
        "the Chief Constable's reply and without a word about children held overnight.",
        questions="Was a change to paragraph 65 intended and left out?\nHow many children were "
        "held overnight in the last twelve months?",
        suggested_wording="I will publish their findings twice a year, together with the Chief "
        "Constable's reply, and will report separately on children who were held overnight.",
        wording_place="Paragraph 65, in place of the last sentence from 'and I will publish'",
        partners=(
            PartnerSaid(
                "Estermere Independent Custody Visitors, scheme coordinator",
                "Visitors would welcome a published reply. It is the first thing that new "
                "volunteers ask about.",
            ),
        ),
    ),
    Assessed(
        "2026/19",
        "not met",
        SECOND,
        "The reason given is that tactics are for the Chief Constable. Members may think that "
        "there is room between laying down rules and saying what will be reported.",
        questions="Would the Commissioner ask the Chief Constable to publish, each time, where "
        "and why live facial recognition was used and what came of it?",
    ),
    Assessed(
        "2026/20",
        "not met",
        SECOND,
        "Put off until the university has reported in the spring of 2027. Paragraph 42 is as "
        "paragraph 39 was.",
        questions="By when would a decision about Orranbridge and Lowmarket be made?",
    ),
    Assessed(
        "2026/06",
        "partly met",
        AGAIN,
        "Paragraph 41 deals with homes that are taken over and promises that those who were used "
        "will be safeguarded. It does not say that they may be adults with a learning disability "
        "or an addiction, which was the Panel's point. First assessed as met; looked at again "
        "when the board wrote.",
        questions="How will officers who visit a cuckooed address know that the tenant is a "
        "victim?",
        partners=(
            PartnerSaid(
                "Kelminster Safeguarding Adults Board",
                "In seven of the last nine reviews the tenant had a learning disability, an "
                "addiction or both, and in four a notice to leave had been served first. We "
                "should like the Plan to name them.",
            ),
        ),
    ),
)
