"""How far a review is. It is never typed in: each stage is seen from what is recorded."""

from enum import StrEnum


class Stage(StrEnum):
    """How far a review is."""

    PLANNED = "being planned"
    EVIDENCE = "taking evidence"
    REPORTED = "report on an agenda"
    ADOPTED = "report adopted"

    @property
    def colour(self) -> str:
        """Of its tag."""
        return COLOURS[self]


COLOURS = {
    Stage.PLANNED: "grey",
    Stage.EVIDENCE: "blue",
    Stage.REPORTED: "purple",
    Stage.ADOPTED: "green",
}


def stage(*, has_begun: bool, is_on_an_agenda: bool, is_adopted: bool) -> Stage:
    """The furthest that the record shows. It has begun once anyone was invited or heard, or sent
    something in."""
    if is_adopted:
        return Stage.ADOPTED
    if is_on_an_agenda:
        return Stage.REPORTED
    return Stage.EVIDENCE if has_begun else Stage.PLANNED
