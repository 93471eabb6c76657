"""What the panel said on 12 June 2026: 20 points on the draft plan and two on other matters.

``cites`` are labels of the draft plan of May 2026. ``minute`` is the entry in june/.
"""

from datetime import date

from .records import DateRevised, Point

SENT = date(2026, 6, 19)
DUE_ON_THE_PLAN = date(2026, 7, 24)

THEMES = (
    "Neighbourhood policing",
    "Contacting the police",
    "Public confidence and victims",
    "Public engagement",
    "Prevention and young people",
    "Rural crime",
    "Road safety",
    "Protecting vulnerable people",
    "Domestic abuse and stalking",
    "Justice and custody",
    "Value for money",
    "Performance and accountability",
)


def _on_the_plan(
    reference: str,
    kind: str,
    theme: str,
    minute: str,
    text: str,
    cites: tuple[str, ...] = (),
    suggested_wording: str = "",
    owner: str = "",
) -> Point:
    said = (reference, kind, theme, text, minute, cites, suggested_wording)
    return Point(*said, due=DUE_ON_THE_PLAN, owner=owner)


POINTS = (
    _on_the_plan(
        "2026/01",
        "comment",
        "Neighbourhood policing",
        "6.6",
        "The Panel welcomes the commitment in paragraph 14 to a named officer for every ward, and "
        "in particular the promise that ward councillors will be told when an officer leaves. "
        "Members regard it as the most important single undertaking in the Plan.",
        ("14",),
    ),
    _on_the_plan(
        "2026/02",
        "concern",
        "Value for money",
        "6.8",
        "The Panel notes from paragraph 70 that 1.3 per cent of the budget is spent on the "
        "Commissioner's own office, while most grants to voluntary organisations are still let "
        "for one year at a time. Members seek reassurance that the balance is right, and that "
        "short grants do not cost small charities more in administration than they are worth.",
        ("70",),
        owner="Chief Finance Officer",
    ),
    _on_the_plan(
        "2026/03",
        "concern",
        "Public engagement",
        "6.10",
        "The Panel was told that 6 per cent of those who answered the public survey were under "
        "25, although that age group makes up 17 per cent of the population, and that very few "
        "replies came from the harbour wards of Skelhaven. Members would like to hear what the "
        "Commissioner will do differently next time, so that the people whom the police meet most "
        "often are not those from whom she hears least.",
    ),
    _on_the_plan(
        "2026/04",
        "recommendation",
        "Public confidence and victims",
        "6.12",
        "The Panel is surprised that neither the Foreword nor the priorities mention raising the "
        "confidence that people have in the police, and recommends that this be stated as an aim. "
        "It recommends also that paragraph 12(b) make clear that victims will be asked whether "
        "they were kept informed of what was happening in their case.",
        ("Foreword", "12(b)"),
    ),
    _on_the_plan(
        "2026/05",
        "concern",
        "Contacting the police",
        "6.14",
        "The Panel supports better online reporting but is concerned that paragraph 19 allows the "
        "opening hours of front counters to be cut without any consultation. Members ask that the "
        "Plan give a commitment that the present hours will be kept until the public and the "
        "local councils have been consulted.",
        ("19",),
    ),
    _on_the_plan(
        "2026/06",
        "recommendation",
        "Protecting vulnerable people",
        "6.16",
        "The Panel considers that paragraph 47 should mention adults with a learning disability "
        "or an addiction whose homes are taken over by drug dealers. They are often treated as "
        "offenders or as nuisance tenants when they are victims.",
        ("47",),
    ),
    _on_the_plan(
        "2026/07",
        "recommendation",
        "Rural crime",
        "6.18",
        "Rural crime is described too narrowly in paragraph 27. The Panel recommends that the "
        "theft of satellite guidance units and of livestock be named, that victims be visited, "
        "and that working with neighbouring forces should go further than sharing intelligence.",
        ("27",),
        "The theft of farm machinery, satellite guidance units and livestock is a serious and "
        "often an organised crime.",
    ),
    _on_the_plan(
        "2026/08",
        "recommendation",
        "Road safety",
        "6.20",
        "Residents who ask for a limit of 20 miles per hour expect that it will be enforced. The "
        "Panel recommends that paragraph 46 commit the police to enforcing such limits where they "
        "are persistently ignored.",
        ("46",),
        "and, where the limit is persistently ignored, with enforcement",
        owner="Chief Constable",
    ),
    _on_the_plan(
        "2026/09",
        "recommendation",
        "Protecting vulnerable people",
        "6.22",
        "Young adults aged 18 to 25 who have recently left care are not mentioned anywhere in the "
        "Plan, although they are more likely than others of their age both to be victims and to "
        "come before the courts. The Panel recommends that the Plan give them a priority of their "
        "own. It recommends also that unpaid carers, who may themselves be at risk, be recognised "
        "in the chapter on protecting people from harm.",
    ),
    _on_the_plan(
        "2026/10",
        "recommendation",
        "Domestic abuse and stalking",
        "6.24",
        "Paragraph 50 treats stalking as if it were always a form of domestic abuse. The Panel "
        "was told that in almost half of the cases reported in Estermere the stalker had never "
        "been the victim's partner. It recommends that stalking be dealt with separately, with a "
        "clear statement of what victims can expect.",
        ("50",),
    ),
    _on_the_plan(
        "2026/11",
        "recommendation",
        "Prevention and young people",
        "6.25",
        "The wording of paragraph 37(b) is unclear. As it stands, a reader could think that the "
        "new provider will carry out the work of the police. It should say what the provider "
        "provides and what it is expected to achieve.",
        ("37(b)",),
    ),
    _on_the_plan(
        "2026/12",
        "recommendation",
        "Protecting vulnerable people",
        "6.26",
        "Members question the figure of 4,870 in paragraph 49(b). It appears to be the number of "
        "reports made, many of which concern the same child more than once, and not the number of "
        "children. The Panel recommends that both figures be given.",
        ("49(b)",),
    ),
    _on_the_plan(
        "2026/13",
        "concern",
        "Performance and accountability",
        "6.28",
        "The Panel is concerned that it will be hard to judge in 2030 whether the Plan has "
        "succeeded. Paragraphs 12 and 13 describe the evidence, but the priorities have no "
        "overall targets. Should the Commissioner be unwilling to set any, the Panel asks her to "
        "say in another way what she is to be judged against, and how often.",
        ("12", "13"),
    ),
    _on_the_plan(
        "2026/14",
        "recommendation",
        "Performance and accountability",
        "6.30",
        "The Plan runs to 2030, but the office of the Commissioner will end in May 2028. The Panel "
        "recommends that paragraph 4 explain how commitments, contracts and grants will be handed "
        "on, and that the Panel be consulted about the arrangements.",
        ("4",),
    ),
    _on_the_plan(
        "2026/15",
        "recommendation",
        "Neighbourhood policing",
        "6.32",
        "Shop theft rose by 14 per cent last year and is named in a heading under Priority 1, but "
        "what the Plan says about shop workers is left to paragraph 65, near the end, under "
        "'Working together'. The Panel recommends that it be moved to where readers will look "
        "for it.",
        ("65",),
    ),
    _on_the_plan(
        "2026/16",
        "recommendation",
        "Prevention and young people",
        "6.34",
        "Paragraph 33 deals with two different things: telling schools about domestic abuse at "
        "home, and the safety of the walk to school. The Panel suggests that each deserves a "
        "paragraph to itself.",
        ("33",),
    ),
    _on_the_plan(
        "2026/17",
        "recommendation",
        "Justice and custody",
        "6.36",
        "The Panel values the work of the independent custody visitors described in paragraph 63. "
        "It recommends that their findings be published twice a year and not once, together with "
        "the Chief Constable's reply, and that particular attention be given to children who are "
        "held overnight.",
        ("63",),
        "I will publish their findings twice a year, together with the Chief Constable's reply.",
    ),
    _on_the_plan(
        "2026/18",
        "recommendation",
        "Prevention and young people",
        "6.38",
        "Seven of the 11 police cadet units mentioned in paragraph 17 have waiting lists, yet the "
        "Plan does not say what will be done about them. The Panel recommends that it set out how "
        "many places will be added, and when.",
        ("17",),
        owner="Chief Constable",
    ),
    _on_the_plan(
        "2026/19",
        "recommendation",
        "Public confidence and victims",
        "6.40",
        "Estermere Police has used live facial recognition twice this year. The Panel recommends "
        "that the Plan include rules on where and when it may be used, so that the public can see "
        "the limits that have been set.",
    ),
    _on_the_plan(
        "2026/20",
        "recommendation",
        "Neighbourhood policing",
        "6.42",
        "The night marshals and safe spaces in paragraph 39 are confined to Kelminster and "
        "Skelhaven. The Panel recommends that they be extended to Orranbridge and Lowmarket, "
        "where the last bus leaves before the public houses close.",
        ("39",),
    ),
    Point(
        "2026/21",
        "request for information",
        "Contacting the police",
        "The Panel asks for figures for calls to 101 that were abandoned before they were "
        "answered, by hour of the day, for the twelve months to May 2026.",
        "7.5",
        route="s.28(6)",
        due=date(2026, 9, 11),
        owner="Chief Executive of the Commissioner's office",
    ),
    Point(
        "2026/22",
        "recommendation",
        "Performance and accountability",
        "The Panel recommends that each quarterly performance report compare Estermere with the "
        "average of similar forces, and that it reach the Clerk in time to be published with the "
        "agenda.",
        "7.6",
        route="s.28(6)",
        due=date(2026, 12, 4),
    ),
)

REVISED = (
    DateRevised(
        "2026/21",
        date(2026, 9, 8),
        date(2026, 10, 30),
        "The contact centre changed its telephone system in March and the figures are held in two "
        "places. Agreed by the Chair and the Vice-Chair, because the Panel would not meet before "
        "the date had passed.",
    ),
    DateRevised(
        "2026/21",
        date(2026, 10, 29),
        date(2026, 11, 13),
        "The supplier of the old system was late with the figures by hour of the day. Agreed by "
        "the Chair and the Vice-Chair, with a request that it be the last time.",
    ),
)
