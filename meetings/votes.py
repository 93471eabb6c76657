"""A vote as the minutes say it."""

from typing import Any


def in_words(
    *,
    mover: str = "",
    seconder: str = "",
    is_unanimous: bool = False,
    votes_for: int | None = None,
    votes_against: int | None = None,
    abstentions: int | None = None,
) -> str:
    """A sentence or two: who proposed it, how it went. Empty where nothing was recorded."""
    return " ".join(
        filter(
            None,
            (_moved(mover, seconder), _went(is_unanimous, votes_for, votes_against, abstentions)),
        )
    )


def _moved(mover: str, seconder: str) -> str:
    if mover and seconder:
        return f"Proposed by {mover}, seconded by {seconder}."
    if mover or seconder:
        return f"Proposed by {mover}." if mover else f"Seconded by {seconder}."
    return ""


def _went(unanimous: bool, for_: int | None, against: int | None, abstained: int | None) -> str:
    counts = [
        f"{number} {words}"
        for number, words in (
            (for_, "for"),
            (against, "against"),
            (abstained, _abstentions(abstained)),
        )
        if number is not None
    ]
    listed = ", ".join(counts)
    if unanimous:
        return f"Agreed unanimously ({listed})." if listed else "Agreed unanimously."
    return f"Votes: {listed}." if listed else ""


def _abstentions(number: int | None) -> str:
    return "abstention" if number == 1 else "abstentions"


def of(vote: Any) -> str:
    """The sentence for a vote as recorded."""
    return in_words(
        mover=vote.mover,
        seconder=vote.seconder,
        is_unanimous=vote.is_unanimous,
        votes_for=vote.votes_for,
        votes_against=vote.votes_against,
        abstentions=vote.abstentions,
    )
