"""A vote: how it went, what in it cannot be, and how the minutes say it.

A motion is carried by more votes for than against; where they are equal the person in the chair has
a casting vote (Local Government Act 1972 Sch 12 para 39(2)). A veto of the precept, or of a chief
constable's appointment, takes at least two thirds of the persons who are members of the panel at
the time, whether they are there or not (Police Reform and Social Responsibility Act 2011 Sch 5
para 4, Sch 8 para 5).
"""

import re
from dataclasses import dataclass, fields, replace
from enum import StrEnum
from typing import Any

FOR, AGAINST = "for", "against"
VETOES = {
    "precept": ("the precept", "Schedule 5"),
    "chief constable": ("the chief constable’s appointment", "Schedule 8"),
}
ACT = "the Police Reform and Social Responsibility Act 2011"


class Result(StrEnum):
    """What became of the motion. It is unknown where too little was recorded."""

    CARRIED = "carried"
    LOST = "lost"
    TIED = "tied"
    UNKNOWN = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cast:
    """A vote as recorded. The counts are of the members who voted, without a casting vote;
    ``membership`` is how many members the panel has at the time."""

    mover: str = ""
    seconder: str = ""
    is_unanimous: bool = False
    votes_for: int | None = None
    votes_against: int | None = None
    abstentions: int | None = None
    casting_vote: str = ""
    names_for: str = ""
    names_against: str = ""
    names_abstaining: str = ""
    veto_of: str = ""
    membership: int | None = None


FIELDS = tuple(field.name for field in fields(Cast))
NAMED = (
    ("names_for", "votes_for", "voted for"),
    ("names_against", "votes_against", "voted against"),
    ("names_abstaining", "abstentions", "abstained"),
)


def cast_of(vote: Any) -> Cast:
    """A vote as it is kept."""
    return Cast(**{name: getattr(vote, name) for name in FIELDS})


def settled(cast: Cast, *, members: int | None = None) -> Cast:
    """The vote with what follows from it filled in: the counts from the names, and for a veto
    the membership. What is not asked of a vote that is no veto is left out."""
    counts = {
        count: len(names(getattr(cast, listed)))
        for listed, count, _ in NAMED
        if getattr(cast, count) is None and names(getattr(cast, listed))
    }
    membership = (cast.membership or members) if cast.veto_of else None
    return replace(cast, membership=membership, **counts)


def is_empty(cast: Cast) -> bool:
    """Whether nothing at all was recorded."""
    return cast == Cast()


def names(listed: str) -> list[str]:
    """The people in a list: one to a line, or between semicolons, commas and "and"."""
    for separator in (r"\n", ";"):
        if len(parts := [part.strip(" ,;\r") for part in re.split(separator, listed)]) > 1:
            return [part for part in parts if part]
    found = re.split(r",\s*(?:and\s)?|\sand\s", listed)
    return [name.strip() for name in found if name.strip()]


def needed(membership: int) -> int:
    """How many votes a veto takes: at least two thirds of the members."""
    return -(-2 * membership // 3)


def result(cast: Cast) -> Result:
    """What became of the motion."""
    if cast.veto_of:
        return _of_veto(cast)
    if cast.is_unanimous:
        return Result.CARRIED
    if cast.votes_for is None and cast.votes_against is None:
        return _by_casting(cast.casting_vote, otherwise=Result.UNKNOWN)
    if cast.votes_for is None:  # "two against" is said of a motion that was carried as well
        return Result.UNKNOWN
    lead = cast.votes_for - (cast.votes_against or 0)
    if lead == 0:
        return _by_casting(cast.casting_vote, otherwise=Result.TIED)
    return Result.CARRIED if lead > 0 else Result.LOST


def _of_veto(cast: Cast) -> Result:
    if cast.votes_for is None or not cast.membership:
        return Result.UNKNOWN
    return Result.CARRIED if cast.votes_for >= needed(cast.membership) else Result.LOST


def _by_casting(vote: str, *, otherwise: Result) -> Result:
    return {FOR: Result.CARRIED, AGAINST: Result.LOST}.get(vote, otherwise)


def against(cast: Cast) -> dict[str, str]:
    """What in a vote contradicts itself: a sentence for each field."""
    wrong: dict[str, str] = {}
    if cast.mover and cast.mover.strip().lower() == cast.seconder.strip().lower():
        wrong["seconder"] = "A motion is seconded by someone other than its proposer."
    if cast.is_unanimous and cast.votes_against:
        wrong["is_unanimous"] = "A vote with some against it is not unanimous."
    elif cast.is_unanimous and cast.votes_for == 0:
        wrong["is_unanimous"] = "A vote with nobody for it is not unanimous."
    return wrong | _against_casting(cast) | _against_names(cast) | _against_veto(cast)


def _against_casting(cast: Cast) -> dict[str, str]:
    if not cast.casting_vote:
        return {}
    if cast.veto_of:
        said = "A veto takes two thirds of the members, so there is no casting vote on it."
    elif cast.is_unanimous:
        said = "A unanimous vote leaves nothing to a casting vote."
    elif cast.votes_for is not None and cast.votes_for != (cast.votes_against or 0):
        said = (
            f"There is a casting vote only where votes are equal; here {cast.votes_for} are for "
            f"and {cast.votes_against or 0} against. Leave the casting vote out of the counts."
        )
    else:
        return {}
    return {"casting_vote": said}


def _against_names(cast: Cast) -> dict[str, str]:
    wrong: dict[str, str] = {}
    seen: dict[str, str] = {}
    for listed, count, verb in NAMED:
        found, number = names(getattr(cast, listed)), getattr(cast, count)
        if found and number is not None and len(found) != number:
            given = "1 name is" if len(found) == 1 else f"{len(found)} names are"
            wrong[listed] = (
                f"{given} given of those who {verb}, and the count is {number}. "
                "Put one of the two right."
            )
        for name in found:
            if name.lower() in seen:
                wrong[listed] = f"{name} is named twice: among those who {seen[name.lower()]}, too."
            seen[name.lower()] = verb
    return wrong


def _against_veto(cast: Cast) -> dict[str, str]:
    if not cast.veto_of:
        return {}
    wrong: dict[str, str] = {}
    if cast.votes_for is None:
        wrong["votes_for"] = (
            "Enter how many voted for the veto: it takes two thirds of the panel’s members."
        )
    if not cast.membership:
        wrong["membership"] = (
            "Enter how many members the panel has: a veto takes two thirds of them."
        )
    elif (cast.votes_for or 0) > cast.membership:
        wrong["votes_for"] = (
            f"{cast.votes_for} votes for the veto are more than the panel’s {cast.membership} "
            "members."
        )
    return wrong


def doubts(cast: Cast, *, present: int) -> list[str]:
    """What does not fit the rest of the record, as sentences: it may be the rest that is wrong.
    ``present`` is how many members are recorded as there, 0 where nobody recorded it."""
    voted = sum(getattr(cast, count) or 0 for _, count, _ in NAMED)
    if not present or voted <= present:
        return []
    there = "1 member is" if present == 1 else f"{present} members are"
    return [
        f"{voted} votes are recorded, and {there} recorded as present. Check the figures and the "
        "attendance."
    ]


def lead(cast: Cast | None) -> str:
    """The bold words before a resolution. Only what was carried was resolved."""
    how = result(cast) if cast else Result.UNKNOWN
    if how == Result.LOST:
        return "VETO NOT CARRIED:" if cast and cast.veto_of else "MOTION LOST:"
    return "MOTION NOT CARRIED:" if how == Result.TIED else "RESOLVED:"


def is_resolved(entry: Any) -> bool:
    """Whether a resolution is one, as far as its vote says."""
    vote = getattr(entry, "vote", None)
    return vote is None or result(cast_of(vote)) in (Result.CARRIED, Result.UNKNOWN)


def of(vote: Any) -> str:
    """The sentences for a vote as it is kept."""
    return in_words(cast_of(vote))


def in_words(cast: Cast) -> str:
    """Who proposed it, how it went, who voted how. Empty where nothing was recorded."""
    said = (_moved(cast.mover, cast.seconder), _went(cast), *_names(cast))
    return " ".join(filter(None, said))


def _moved(mover: str, seconder: str) -> str:
    if mover and seconder:
        return f"Proposed by {mover}, seconded by {seconder}."
    if mover or seconder:
        return f"Proposed by {mover}." if mover else f"Seconded by {seconder}."
    return ""


def _went(cast: Cast) -> str:
    figures = _figures(cast.votes_for, cast.votes_against, cast.abstentions)
    how = result(cast)
    if cast.veto_of:
        return _veto(cast, how, figures)
    if cast.is_unanimous:
        return f"Agreed unanimously ({figures})." if figures else "Agreed unanimously."
    after = f": {figures}" if figures else ""
    casting = " on the casting vote of the person in the chair" if cast.casting_vote else ""
    if how == Result.CARRIED:
        return f"Carried{casting}{after}."
    if how == Result.LOST:
        return f"The motion was lost{casting}{after}."
    if how == Result.TIED:
        return f"The votes were equal ({figures}), so the motion was not carried."
    return f"Votes: {figures}." if figures else ""


def _veto(cast: Cast, how: Result, figures: str) -> str:
    what, schedule = VETOES[cast.veto_of]
    if how == Result.UNKNOWN:
        return f"On a veto of {what}{': ' if figures else ''}{figures}."
    became = "carried" if how == Result.CARRIED else "not carried"
    return (
        f"The veto of {what} was {became}. {cast.votes_for} of the panel’s {cast.membership} "
        f"members voted for it; {schedule} to {ACT} asks for at least two thirds of the members, "
        f"which is {needed(cast.membership or 0)}. Votes: {figures}."
    )


def _figures(for_: int | None, against_: int | None, abstained: int | None) -> str:
    abstentions = "abstention" if abstained == 1 else "abstentions"
    counts = ((for_, "for"), (against_, "against"), (abstained, abstentions))
    return ", ".join(f"{number} {words}" for number, words in counts if number is not None)


def _names(cast: Cast) -> list[str]:
    headed = (("For", cast.names_for), ("Against", cast.names_against))
    listed = (*headed, ("Abstaining", cast.names_abstaining))
    return [f"{head}: {'; '.join(names(text))}." for head, text in listed if names(text)]
