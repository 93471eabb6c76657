"""Questions that a member may put, in plain words, from what the record shows.

Each recommendation has its first question before any has its second. Where the officers have
written one, that is it, and none is made; else it names the place and the fact and leaves the
answer open: the record shows that the words are the same, not why. ``office`` is the short name of
the scrutinised office, as in "PCC".
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from plans import labels

from ..outcomes.verdicts import NO_PLACE
from ..register.positions import Position
from ..states import Effect, Response
from .known import Finding, Undertaking
from .placing import in_words
from .pressing import ACCEPTS, is_settled

MOST_NAMED = 3
NOTHING_YET = (Effect.NOT_ESTABLISHED, Effect.NO_CHANGE)


@dataclass(frozen=True, slots=True)
class Question:
    """A question, and the recommendations it is about. ``by_officers`` says that an officer wrote
    it; ``to_confirm`` that it rests on something no officer has looked at yet; ``is_restricted``
    that it may not be put in public."""

    text: str
    about: tuple[Position, ...] = ()
    by_officers: bool = False
    to_confirm: bool = False
    is_restricted: bool = False


def suggested(
    positions: Sequence[Position],
    *,
    office: str,
    on: date,
    findings: Mapping[int, Sequence[Finding]],
    written: Mapping[int, Sequence[str]],
    undertakings: Iterable[Undertaking] = (),
    unexplained: int = 0,
) -> list[Question]:
    """What may be asked about the recommendations under one item, in the order given: the most
    pressing first. What only waits for the panel's judgement is asked about last."""
    unwritten = [position for position in positions if not written.get(position.pk)]
    to_chase = [position for position in positions if not is_settled(position)]
    settled = [position for position in positions if is_settled(position)]
    return [
        *_first_of_each(to_chase, findings, written, office),
        *(_from_undertaking(one) for one in undertakings if one.due_on and one.due_on < on),
        *_together(unwritten, office),
        *([_unexplained(unexplained)] if unexplained else []),
        *_first_of_each(settled, findings, written, office),
        *(_by_officers(p, text) for p in positions for text in written.get(p.pk, ())[1:]),
    ]


def _first_of_each(
    positions: Iterable[Position],
    findings: Mapping[int, Sequence[Finding]],
    written: Mapping[int, Sequence[str]],
    office: str,
) -> list[Question]:
    """What the officers would ask first of each, or what the plan shows; the same of several
    recommendations once."""
    found: dict[str, Question] = {}
    for position in positions:
        texts = written.get(position.pk)
        made = [] if texts else _of_one(position, findings.get(position.pk, ()), office)
        for question in [_by_officers(position, texts[0])] if texts else made:
            same = found.get(question.text)
            found[question.text] = _joined(same, question) if same else question
    return list(found.values())


def _joined(one: Question, same: Question) -> Question:
    return replace(
        one,
        about=(*one.about, *same.about),
        to_confirm=one.to_confirm or same.to_confirm,
        is_restricted=one.is_restricted or same.is_restricted,
    )


def _by_officers(position: Position, text: str) -> Question:
    return Question(text, (position,), by_officers=True, is_restricted=not position.is_public)


# --- From what the plan shows ---------------------------------------------------------------------


def _of_one(position: Position, findings: Sequence[Finding], office: str) -> Iterator[Question]:
    """What does not hold of one recommendation."""
    alike: dict[tuple[str, str, str], list[Finding]] = defaultdict(list)
    for finding in findings:
        alike[finding.verdict, finding.claim, finding.kind].append(finding)
    for (verdict, claim, kind), group in alike.items():
        places = [finding.place for finding in group]
        match verdict:
            case "not borne out":
                text = _not_borne_out(claim, kind, Places(places), office)
            case "not found" if NO_PLACE in places:
                text = _without_place(position, office)
            case "not found":
                text = _not_found(claim, Places(places), office)
            case "changed without being claimed":
                text = _unclaimed(position.decision, kind, Places(places), office)
            case _:
                continue
        to_confirm = any(finding.to_confirm for finding in group)
        yield Question(
            text, (position,), to_confirm=to_confirm, is_restricted=not position.is_public
        )


class Places:
    """Places as a sentence names them, and the verbs that go with them."""

    def __init__(self, places: Sequence[str]) -> None:
        numbered = [place for place in places if labels.is_label(place)]
        named = [_named(place) for place in places if not labels.is_label(place)]
        if numbered:
            word = "paragraph" if len(numbered) == 1 else "paragraphs"
            named.insert(0, f"{word} {_listed(numbered)}")
        self.words = _listed(named)
        self.is_one = len(places) == 1
        self.was, self.it = ("was", "It") if self.is_one else ("were", "They")
        self.iss, self.place = ("is", "place") if self.is_one else ("are", "places")
        self.has, self.stands = ("has", "stands") if self.is_one else ("have", "stand")

    @property
    def at_start(self) -> str:
        """The words as a sentence begins with them."""
        return f"{self.words[0].upper()}{self.words[1:]}"


def _not_borne_out(claim: str, kind: str, at: Places, office: str) -> str:
    said = {
        "added": f"The {office} said that something was added at {at.words}.",
        "moved": f"The {office} said that something was moved to {at.words}.",
        "removed": f"The {office} said that {at.words} {at.was} taken out.",
    }.get(claim, f"The {office} said that {at.words} {at.was} amended.")
    if claim == "removed":
        return f"{said} {at.it} {at.iss} still there. Why?"
    if claim == "moved":
        return f"{said} The plan does not show that. What happened?"
    shows = {
        "removed": f"{at.it} {at.iss} no longer in the plan.",
        "renumbered": f"{at.it} {at.has} another number and the same words.",
        "moved": f"{at.it} {at.stands} elsewhere with the same words.",
    }.get(kind, f"{at.it} {at.iss} word for word the same.")
    return f"{said} {shows} What happened?"


def _not_found(claim: str, at: Places, office: str) -> str:
    said = (
        f"The {office} said that this is covered at {at.words} already."
        if claim == "already covered"
        else f"The {office} pointed to {at.words}."
    )
    return f"{said} The plan has no such {at.place}. Where is it?"


def _without_place(position: Position, office: str) -> str:
    return (
        f"The {office} said that the plan was changed on {position.reference} and named no place. "
        "Where is the change?"
    )


def _unclaimed(decision: str, kind: str, at: Places, office: str) -> str:
    done = f"{at.was} taken out" if kind == "removed" else f"{at.was} changed"
    if decision in ("not accepted", "deferred"):
        refused = "declined" if decision == "not accepted" else "put off"
        what = "to change" if decision == "not accepted" else "changing"
        return f"The {office} {refused} {what} {at.words}, and {at.it.lower()} {done}. Why?"
    return f"{at.at_start} {done}, and the response claims no change there. Why?"


def _unexplained(number: int) -> Question:
    one = "1 change to the plan answers no recommendation. What led to it?"
    more = f"{number} changes to the plan answer no recommendation. What led to them?"
    return Question(one if number == 1 else more)


# --- From what has not come -----------------------------------------------------------------------


def _from_undertaking(undertaking: Undertaking) -> Question:
    kind = undertaking.kind
    day, due = in_words(undertaking.origin.day), in_words(undertaking.due_on)
    done = "kept" if kind == "undertaking" else "done"
    return Question(
        f"The {kind} of {day} on “{undertaking.origin.item}” was due by {due}. Has it been {done}?",
        is_restricted=undertaking.is_restricted,
    )


def _together(positions: Sequence[Position], office: str) -> Iterator[Question]:
    """One for all that are overdue, put off, or accepted with nothing to show."""
    if overdue := [p for p in positions if p.response == Response.OVERDUE and p.due_on]:
        first = in_words(min(p.due_on for p in overdue))
        yield _about(
            overdue,
            f"The response on {{}} was due by {first} and has not come. When will it?",
            f"Responses on {{}} have not come. The first was due by {first}. When will they?",
        )
    if put_off := [p for p in positions if p.decision == "deferred"]:
        yield _about(put_off, f"The {office} put {{}} off to a later refresh. When will that be?")
    if accepted := [p for p in positions if p.decision in ACCEPTS and p.effect in NOTHING_YET]:
        yield _about(
            accepted,
            f"The {office} accepted {{}}. No change to the plan is shown for it. What was done?",
            f"The {office} accepted {{}}. No change to the plan is shown for them. What was done?",
        )
    outside = [
        p for p in positions if p.decision in ACCEPTS and p.effect == Effect.NOT_A_PLAN_MATTER
    ]
    if outside:
        yield _about(outside, f"The {office} accepted {{}}. What has been done since?")


def _about(positions: Sequence[Position], one: str, several: str = "") -> Question:
    words = several if several and len(positions) > 1 else one
    return Question(
        words.format(_references(positions)),
        tuple(positions),
        is_restricted=not all(position.is_public for position in positions),
    )


def _references(positions: Sequence[Position]) -> str:
    named = [position.reference for position in positions[:MOST_NAMED]]
    if more := len(positions) - len(named):
        named.append(f"{more} more")
    return _listed(named)


def _listed(words: Sequence[str]) -> str:
    return " and ".join(part for part in (", ".join(words[:-1]), *words[-1:]) if part)


def _named(place: str) -> str:
    """ "the Foreword", but "page 27"."""
    is_bare = place.lower().startswith(("page ", "annex ", "appendix ", "the "))
    return place if is_bare else f"the {place}"
