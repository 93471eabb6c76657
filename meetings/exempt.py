"""Words for what is not for publication (Local Government Act 1972 s.100B(5), Schedule 12A)."""

SCHEDULE = "Part 1 of Schedule 12A to the Local Government Act 1972"
INFORMATION = {
    1: "information relating to an individual",
    2: "information likely to reveal the identity of an individual",
    3: "information relating to the financial or business affairs of a person",
    4: "information relating to consultations or negotiations on labour relations",
    5: "information that is legally privileged",
    6: "information revealing a proposed notice, order or direction under an enactment",
    7: "information relating to the prevention, investigation or prosecution of crime",
}


def paragraph(number: int) -> str:
    """The paragraph that makes something exempt, as it is cited."""
    return f"paragraph {number} of {SCHEDULE}"


def sentence(number: int) -> str:
    """What stands in the place of what is withheld."""
    return f"Not for publication: {paragraph(number)} ({INFORMATION[number]})."


def head(number: int) -> str:
    """What stands at the head of every page that is exempt."""
    return f"NOT FOR PUBLICATION (Schedule 12A, paragraph {number})"
