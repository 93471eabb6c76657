"""The papers that others send in for the December meeting, as they wrote them.

Each is a ``Sheet`` of headings, paragraphs and tables; ``build_papers.py`` makes PDFs of them, one
as tidy as a word processor leaves it, one as a finance system prints it: without tags.
"""

from dataclasses import dataclass

OFFICE = "Office of the Police and Crime Commissioner for Estermere"


@dataclass(frozen=True, slots=True)
class Heading:
    words: str


@dataclass(frozen=True, slots=True)
class Table:
    """The first of the rows are the heads of the columns; with ``has_total`` the last is a sum."""

    caption: str
    rows: tuple[tuple[str, ...], ...]
    has_total: bool = False


Part = Heading | Table | str


@dataclass(frozen=True, slots=True)
class Sheet:
    """``is_tagged`` and ``is_wide`` are how its author printed it."""

    title: str
    author: str
    parts: tuple[Part, ...]
    is_tagged: bool = True
    is_wide: bool = False


PERFORMANCE = Sheet(
    "Performance figures 2025/26",
    OFFICE,
    (
        "These are the figures on which the annual report for 2025/26 rests. They cover the year "
        "from 1 April 2025 to 31 March 2026 and are compared with the year before. All are the "
        "Force's own records, as they stood on 30 June 2026.",
        Heading("Recorded crime"),
        "Recorded crime fell by 3.1 per cent. The fall was greatest in burglary of homes; shop "
        "theft went on rising, most of all in Skelhaven and in the centre of Kelminster.",
        Table(
            "Offences recorded, by kind",
            (
                ("Kind of offence", "2024/25", "2025/26", "Change"),
                ("Burglary of homes", "2,210", "2,009", "−9.1%"),
                ("Theft of vehicles", "1,874", "1,760", "−6.1%"),
                ("Shop theft", "6,402", "7,286", "+13.8%"),
                ("Stalking", "1,118", "1,240", "+10.9%"),
                ("Offences with a knife", "771", "739", "−4.2%"),
                ("Hate crime", "1,306", "1,342", "+2.8%"),
                ("All other offences", "49,259", "46,644", "−5.3%"),
                ("All offences", "62,940", "61,020", "−3.1%"),
            ),
            has_total=True,
        ),
        Heading("Answering calls"),
        "The share of 999 calls that were answered within ten seconds was above the standard of "
        "90 per cent in ten months of the year. It was missed in July and in August, when the "
        "control room was short of eleven staff. Calls to 101 were answered on average after two "
        "minutes and 40 seconds, which is 35 seconds sooner than the year before.",
        Table(
            "Calls to the control room",
            (
                ("Measure", "Standard", "2024/25", "2025/26"),
                ("999 calls answered within 10 seconds", "90%", "88.4%", "91.2%"),
                ("Average wait on 101", "3 min", "3 min 15 s", "2 min 40 s"),
                ("101 calls abandoned", "10%", "17.9%", "11.6%"),
            ),
        ),
        Heading("Reaching people who call"),
        "An officer is meant to reach an emergency within 15 minutes in the city and the towns, "
        "and within 20 minutes elsewhere. The times are the middle ones: half of the calls were "
        "reached sooner.",
        Table(
            "Emergencies: time until an officer arrived, by council",
            (
                ("Council", "Calls", "Middle time", "Within the standard"),
                ("Kelminster City", "9,812", "9 min", "89.7%"),
                ("Skelhaven Borough", "3,455", "12 min", "84.1%"),
                ("Orrandale District", "2,017", "19 min", "56.3%"),
                ("The rest of Estermere County", "4,926", "15 min", "74.9%"),
            ),
        ),
        "In Orrandale little more than half of the calls were reached in time. Two of the four "
        "response cars there were off the road for most of January.",
        Heading("Victims"),
        "Of 2,640 victims who were asked, 71 per cent were satisfied with how they had been kept "
        "informed, against 68 per cent the year before. Satisfaction was lowest among victims of "
        "fraud (52 per cent) and highest among victims of burglary (83 per cent).",
        Heading("What the figures do not show"),
        "Fraud that is reported to the national centre only is not among them. The way in which "
        "stalking is counted changed in October 2025, so that a part of the rise is one of "
        "counting.",
    ),
)

SPENDING = Sheet(
    "Spending to the end of October 2026",
    "Moira Tessling",
    (
        "The budget for policing in 2026/27 is £196.4 million. At the end of October spending was "
        "expected to be £0.7 million above it by the end of March, which is 0.4 per cent.",
        Table(
            "Spending and what is expected by the end of the year (£ thousand)",
            (
                ("Heading", "Budget for the year", "Spent to October", "Expected", "Difference"),
                ("Police officers", "104,310", "60,690", "104,020", "−290"),
                ("Officers' overtime", "4,180", "2,910", "4,940", "+760"),
                ("Police staff and PCSOs", "46,250", "26,730", "45,990", "−260"),
                ("Premises", "8,940", "5,470", "9,280", "+340"),
                ("Transport", "5,120", "3,060", "5,230", "+110"),
                ("Supplies, services and technology", "20,950", "12,340", "20,990", "+40"),
                ("Commissioned services and grants", "4,100", "2,390", "4,100", "0"),
                ("Office of the Commissioner", "2,550", "1,470", "2,550", "0"),
                ("All spending", "196,400", "115,060", "197,100", "+700"),
            ),
            has_total=True,
        ),
        Heading("Why"),
        "Overtime rose with the floods of September, when 140 officers were kept on duty for three "
        "nights. Heating the old buildings costs more than was planned. Posts that stand empty "
        "make up for a part of it.",
        Heading("Savings"),
        "Of the £7.8 million that must be saved by March 2029, £1.9 million has been found. "
        "Reserves were £9.6 million at the beginning of the year.",
    ),
    is_tagged=False,
    is_wide=True,
)

CONTRACT = Sheet(
    "Drug and alcohol treatment: the contract with Harbourlight Recovery",
    "Dinesh Varanker",
    (
        "Harbourlight Recovery began work in Kelminster on 1 October 2026. This note gives the "
        "price and the terms on which it was chosen.",
        Heading("Price"),
        "The contract is for three years at £1,284,500 a year. The next lowest tender was "
        "£1,310,000. Fernlea Care, which came third, has asked for the marks that it was given.",
        Heading("Terms"),
        "A tenth of the price is withheld in any quarter in which fewer than 60 of every 100 "
        "people referred are seen within five days. Either side may end the contract at six "
        "months' notice.",
    ),
)

DUTY = Sheet(
    "Time that neighbourhood officers spend elsewhere",
    OFFICE,
    (
        "Paragraph 17 of the Plan says that no more than 15 per cent of the duty time of "
        "neighbourhood officers should be spent away from their neighbourhoods. These are the "
        "figures for the second quarter of 2026/27.",
        Heading("By council"),
        Table(
            "Share of duty time spent away, July to September 2026",
            (
                ("Council", "Officers", "Share"),
                ("Kelminster City", "118", "14%"),
                ("Skelhaven Borough", "31", "22%"),
                ("Orrandale District", "27", "19%"),
                ("The rest of Estermere County", "64", "17%"),
            ),
        ),
        Heading("Why"),
        "Most of it was the summer in Skelhaven, and the floods of September. Without the three "
        "nights of the floods the share in the whole area would have been 15 per cent.",
    ),
)
"""Word, to be tried by hand: not every machine can turn it into a PDF."""

SHEETS = {
    "performance-2025-26.pdf": PERFORMANCE,
    "spending-to-october.pdf": SPENDING,
    "treatment-contract.pdf": CONTRACT,
}
"""The papers by the names of their files."""
