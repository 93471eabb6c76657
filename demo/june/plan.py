"""Item 6, the draft Police and Crime Plan: the paper and the minutes."""

from datetime import date

from ..points import POINTS
from ..records import Action, Entry, Item, Paper, Vote

INTRODUCTION = (
    Entry(
        "6.1",
        "discussion",
        "The Panel considered the draft Police and Crime Plan 2026-2030, together with a report of "
        "the Panel Officer. A copy of the report, marked 'Paper B', is filed with these minutes.",
    ),
    Entry(
        "6.2",
        "discussion",
        "The Commissioner introduced the draft. She said that it had been written after a survey, "
        "23 public events and a series of private conversations with victims of crime, and that "
        "she had come to hear the Panel's views before it was finished and not after. The "
        "following points were noted:",
    ),
    Entry(
        "6.2.1",
        "key point",
        "The four priorities had been chosen because they were what people had asked for. They "
        "did not replace the day-to-day work of the police.",
        level=1,
    ),
    Entry(
        "6.2.2",
        "key point",
        "Neighbourhood policing would grow to 412 officers and 138 police community support "
        "officers by March 2028. The cost was provided for in the medium-term financial plan.",
        level=1,
    ),
    Entry(
        "6.2.3",
        "key point",
        "Savings of £7.8 million would still have to be found by March 2029. None was expected "
        "to come from neighbourhood teams.",
        level=1,
    ),
    Entry(
        "6.2.4",
        "key point",
        "The office of the Commissioner would come to an end in May 2028. The Plan had been "
        "written so that whoever took on the work could carry it forward.",
        level=1,
    ),
    Entry(
        "6.3",
        "advice",
        "The Monitoring Officer reminded members that the Panel was required by section 28(3) of "
        "the Police Reform and Social Responsibility Act 2011 to review the draft and to make a "
        "report or recommendations on it. The Commissioner was required to have regard to them, "
        "to respond and to publish her response before the Plan was issued. The Panel could not "
        "veto the Plan, and it was for the Panel to say by when it wished to have a response.",
    ),
    Entry(
        "6.4",
        "discussion",
        "The Chair reported that Councillor Nethersby, who had sent apologies, had submitted "
        "comments by e-mail. She welcomed the attention given to the coast but regretted how few "
        "people in the harbour wards of Skelhaven had been reached by the survey.",
    ),
)

# What was said before each point was put; some points needed no discussion.
DEBATE = {
    "2026/01": "Councillor Fennimore said that residents in her ward had had five neighbourhood "
    "officers in three years and had learned of each departure from the noticeboard in the "
    "library. Several members spoke in support.",
    "2026/02": "Mr Garrowdale asked whether the cost of the Commissioner's office had been "
    "compared with others, and how many organisations had declined to apply for a grant that "
    "lasted only a year. The Chief Finance Officer said that the cost was slightly below the "
    "average. She did not have the second figure.",
    "2026/03": "In answer to Councillor Okonta, the Commissioner's Chief Executive said that 6 per "
    "cent of replies were from people under 25 and fewer than 2 per cent from the harbour wards. "
    "Dr Kentigern thought that a sample could be large and still be lopsided.",
    "2026/04": "Councillor Sidhra asked why public confidence was not among the priorities. The "
    "Commissioner replied that it was the purpose of all four. Members thought that, if so, the "
    "Plan should say it. Dr Kentigern added that most of the complaints that she heard from "
    "victims were about silence and not about the result.",
    "2026/05": "Councillor Scrivenby was concerned for people who did not use the internet. The "
    "Chief Constable said that the counter at Orranbridge had received, on average, nine callers "
    "a day in 2025. Councillor Brathwood observed that nine people a day was more than three "
    "thousand a year.",
    "2026/06": "Councillor Rahmanzai described a case in which a tenant with a learning disability "
    "had faced eviction because of what others had done in his home.",
    "2026/07": "Councillor Brathwood said that a farm in his ward had lost two satellite guidance "
    "units, worth £22,000, in one night in the middle of harvest, and that those responsible had "
    "almost certainly come from outside Estermere and left it again within the hour.",
    "2026/08": "Councillor Castleray asked what the police would do about a limit of 20 miles per "
    "hour that everyone ignored. The Chief Constable said that enforcement followed risk. Members "
    "accepted this but did not think that paragraph 46 of the draft said so.",
    "2026/09": "Councillor Okonta, as a member of the county's corporate parenting board, was "
    "disappointed that care leavers were not mentioned. Councillor Aldwick asked that unpaid "
    "carers should not be forgotten either; some were at risk from those they cared for.",
    "2026/10": "Dr Kentigern drew attention to the heading of the section and to paragraph 50A. In "
    "her experience victims who were stalked by a stranger or a colleague did not recognise "
    "themselves in it. The Chief Constable confirmed that former partners accounted for 53 per "
    "cent of the cases reported in 2025.",
    "2026/13": "There was a long discussion of how the Plan was to be judged. Councillor Scrivenby "
    "favoured targets. Mr Garrowdale said that targets could be met while the public noticed no "
    "difference. The Commissioner was firmly opposed to overall targets but was willing to "
    "consider another means of giving an account of herself.",
    "2026/14": "The Vice-Chair asked what would become of a five-year contract let in 2027. The "
    "Commissioner said that it would pass to the successor body, but agreed that the draft did "
    "not explain how.",
    "2026/15": "Councillor Sidhra reported that shopkeepers in Kelminster had looked for "
    "themselves under Priority 1 and had not found anything.",
    "2026/16": "Councillor Aldwick supported all of paragraph 33 but had had to read it three "
    "times.",
    "2026/17": "Councillor Fennimore, who had once been a custody visitor, said that visitors "
    "seldom heard what had become of their findings.",
    "2026/18": "Members had visited the cadets at Lowmarket in April and had been impressed.",
    "2026/19": "Councillor Castleray asked about the use of live facial recognition at the "
    "Kelminster night market. The Chief Constable said that it was his decision and that the "
    "results had been published. Some members felt that the Plan should set limits; others that "
    "it could not lawfully do so.",
    "2026/20": "Councillor Brathwood asked that the market towns should not be overlooked.",
}

DECISION = (
    Entry(
        "6.43",
        "undertaking",
        "The Commissioner undertook to send to members a full breakdown of the replies to the "
        "survey, by age and by ward, by the end of June.",
        action=Action(
            "Police and Crime Commissioner",
            due=date(2026, 6, 30),
            done=date(2026, 6, 26),
            outcome="The breakdown was sent to all members by e-mail on 26 June 2026.",
        ),
    ),
    Entry(
        "6.44",
        "discussion",
        "It was moved by Councillor Rahmanzai and seconded by Councillor Fennimore that the Panel "
        "support the draft Plan subject to the points made during the debate.",
    ),
    Entry(
        "6.45",
        "discussion",
        "An amendment was moved by Councillor Scrivenby and seconded by Councillor Brathwood, to "
        "add that the Panel considers that the Plan should contain overall numerical targets. On "
        "being put to the vote the amendment was lost.",
        vote=Vote(
            "Councillor Martin Scrivenby",
            "Councillor Alan Brathwood",
            votes_for=3,
            votes_against=7,
            abstentions=1,
        ),
    ),
    Entry(
        "6.46",
        "resolution",
        "The motion was put to the vote and was carried. It was RESOLVED:",
        vote=Vote(
            "Councillor Yusuf Rahmanzai",
            "Councillor Bridget Fennimore",
            votes_for=10,
            votes_against=0,
            abstentions=1,
        ),
    ),
    Entry(
        "6.46.1",
        "resolution",
        "(1) That the Panel, having reviewed the draft Police and Crime Plan 2026-2030, supports "
        "its four priorities;",
        level=1,
    ),
    Entry(
        "6.46.2",
        "resolution",
        "(2) That the points numbered 2026/01 to 2026/20 be sent to the Commissioner as the "
        "Panel's report under section 28(3) of the Act, and be published;",
        level=1,
    ),
    Entry(
        "6.46.3",
        "resolution",
        "(3) That the Commissioner be asked to respond in writing to each of them by 24 July "
        "2026; and",
        level=1,
    ),
    Entry(
        "6.46.4",
        "resolution",
        "(4) That the officers prepare for the next meeting an analysis of the Plan as issued, "
        "showing what has become of each of the points.",
        level=1,
    ),
    Entry(
        "6.47",
        "action",
        "Panel Officer to send the Panel's report to the Commissioner and to the four constituent "
        "authorities, and to publish it.",
        action=Action(
            "Panel Officer",
            due=date(2026, 6, 19),
            done=date(2026, 6, 19),
            outcome="The report was sent and published on 19 June 2026.",
        ),
    ),
    Entry(
        "6.48",
        "action",
        "Panel Officer to prepare an analysis of the issued Plan for the next meeting.",
        action=Action("Panel Officer", due=date(2026, 12, 3)),
    ),
)


def _points() -> tuple[Entry, ...]:
    """Each point under its number, and before it, numbered one less, what was said of it."""
    entries: list[Entry] = []
    for point in POINTS:
        item, _, place = point.minute.partition(".")
        if item != "6":
            continue
        if point.reference in DEBATE:
            number = f"6.{int(place) - 1}"
            entries.append(Entry(number, "discussion", DEBATE[point.reference]))
        entries.append(Entry(point.minute, "recommendation", point=point.reference))
    return tuple(entries)


PLAN = Item(
    6,
    "Draft Police and Crime Plan 2026-2030",
    "To review the draft Plan and to make a report or recommendations to the Commissioner.",
    "Police and Crime Commissioner",
    papers=(
        Paper(
            "Draft Police and Crime Plan 2026-2030: report of the Panel Officer",
            "Paper B",
            text="The Commissioner has sent her draft Police and Crime Plan to the Panel. "
            "The Panel must review it, and must make a report or recommendations on it to the "
            "Commissioner (section 28(3) of the Police Reform and Social Responsibility Act 2011)."
            "\n\nThe draft is Appendix A to this paper. Members are asked to cite the paragraphs "
            "to which their points refer.",
        ),
    ),
    entries=(*INTRODUCTION, *_points(), *DECISION),
)
