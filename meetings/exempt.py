"""Words for what is not for publication (Local Government Act 1972 s.100B(5), Schedule 12A).

Part 1 of the schedule is England's; in Wales the same descriptions are paragraphs 12 to 18, in
Part 4.
"""

SCHEDULE = "Part {part} of Schedule 12A to the Local Government Act 1972"
WALES = 11
"""What is added to the number of England's paragraph for the one in Wales."""
INFORMATION = {
    1: "information relating to an individual",
    2: "information likely to reveal the identity of an individual",
    3: "information relating to the financial or business affairs of a person",
    4: "information relating to consultations or negotiations on labour relations",
    5: "information that is legally privileged",
    6: "information revealing a proposed notice, order or direction under an enactment",
    7: "information relating to the prevention, investigation or prosecution of crime",
}
INFORMATION |= {number + WALES: words for number, words in INFORMATION.items()}
PARAGRAPHS_OF = {
    "ENG": [number for number in INFORMATION if number <= WALES],
    "WLS": [number for number in INFORMATION if number > WALES],
}


def schedule_of(nation: str) -> str:
    """The part of the schedule that holds the paragraphs of a nation."""
    return _schedule(PARAGRAPHS_OF[nation][0])


def choices(nation: str, *, kept: int | None = None) -> list[tuple[int, str]]:
    """The paragraphs to choose from in a nation, and the one that is ``kept`` from before."""
    numbers = PARAGRAPHS_OF[nation]
    if kept and kept not in numbers:
        numbers = [*numbers, kept]
    return [(number, f"Paragraph {number}: {INFORMATION[number]}") for number in numbers]


def paragraph(number: int) -> str:
    """The paragraph that makes something exempt, as it is cited."""
    return f"paragraph {number} of {_schedule(number)}"


def sentence(number: int) -> str:
    """What stands in the place of what is withheld."""
    return f"Not for publication: {paragraph(number)} ({INFORMATION[number]})."


def head(number: int) -> str:
    """What stands at the head of every page that is exempt."""
    return f"NOT FOR PUBLICATION (Schedule 12A, paragraph {number})"


def _schedule(number: int) -> str:
    return SCHEDULE.format(part=1 if number <= WALES else 4)
