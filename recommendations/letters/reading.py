"""A response letter, read: its date, its reference, and what it answers to each point."""

from collections.abc import Sequence
from dataclasses import replace

from pcp_scrutiny.documents import Block, Document
from plans import citations

from . import closing, decisions, letterhead, pairs, statements, tables, turns, voices
from .letter import Exchange, Letter, Pair

NO_DATE = "No date could be read from the top of the letter."
NO_REFERENCE = "No reference could be read from the top of the letter."
NO_POINTS = (
    "No points of the panel's with responses to them could be recognised. Enter them by hand, or"
    " check that this is the letter that answers the panel."
)
NO_RESPONSES = (
    "The text has points of the panel's but no responses to them. It may be the panel's own letter"
    " or report."
)
NOT_A_LETTER = (
    "The text does not look like a letter that answers the panel: no one speaks in it as the"
    " office that answers. Nothing was read from it."
)
NO_WORDS = "{label} stands in the letter with neither a point nor a response; check what it heads."
UNREAD = "“{words}” names a place that could not be read; enter it if it is one of the plan’s."
_FURTHEST_LEAD_IN = 25


def read_letter(
    document: Document,
    *,
    about: citations.DocumentKind = "plan",
    headings: Sequence[str] = (),
) -> Letter:
    """What a response letter says, point by point; what could not be read is in ``unsure``.

    ``about`` is the document the letter answers for, and ``headings`` are the plan's, if known:
    both only help to recognise citations. Nothing is raised for a text that is no letter: it has
    no pairs, and ``unsure`` says why.
    """
    text = "\n".join(block.text for block in document.blocks)
    head = letterhead.read(text)
    unsure: list[str] = []
    if head.dated is None:
        unsure.append(NO_DATE)
    if not head.reference:
        unsure.append(NO_REFERENCE)
    exchanges, problems = _exchanges(document.blocks)
    unsure.extend(problems)
    bare = [each for each in exchanges if _is_bare(each)]
    unsure.extend(NO_WORDS.format(label=each.number or "A label") for each in bare)
    found = tuple(_pair(each, about, headings) for each in exchanges if each not in bare)
    return Letter(head.dated, head.reference, found, tuple(unsure))


def _exchanges(blocks: Sequence[Block]) -> tuple[list[Exchange], list[str]]:
    if in_tables := tables.of(blocks):
        return in_tables, []
    said = _without_lone_label(statements.of(blocks))
    greeted, body = _after_greeting(said)
    lead_in = _lead_in(body)
    taken = turns.of(_before_closing(body[lead_in:]), announced=lead_in > 0)
    exchanges, unplaced = pairs.of(taken)
    answered = [exchange for exchange in exchanges if exchange.response]
    if not answered:
        return [], [*unplaced, NO_RESPONSES if exchanges else NO_POINTS]
    if not (greeted or any(turn.labelled for turn in taken) or _speaks_as_office(taken)):
        return [], [NOT_A_LETTER]
    return exchanges, unplaced


def _is_bare(exchange: Exchange) -> bool:
    """Whether there is no more to it than its label."""
    return not (exchange.point.strip() or exchange.response.strip())


def _without_lone_label(
    said: Sequence[statements.Statement],
) -> Sequence[statements.Statement]:
    """A single "Response" with no "Recommendation" is the title of a whole text, not a label."""
    if len([statement for statement in said if statement.voice]) > 1:
        return said
    return [replace(statement, voice=None) for statement in said]


def _after_greeting(
    said: Sequence[statements.Statement],
) -> tuple[bool, Sequence[statements.Statement]]:
    """Whether there is a greeting, and the letter without what stands above it."""
    for index, statement in enumerate(said):
        end = letterhead.after_greeting(statement.text)
        if end is not None:
            rest = statements.without_start(statement, end)
            return True, [*([rest] if rest.text else []), *said[index + 1 :]]
    return False, said


def _before_closing(body: Sequence[statements.Statement]) -> list[statements.Statement]:
    """The letter without its courtesies and signature."""
    own = closing.without([statement.text for statement in body])
    # "Agreed." is short enough for a signature, and is an answer all the same.
    own += next((i for i in range(len(body) - own, 0, -1) if _answers(body[own + i - 1])), 0)
    found = [replace(s, text=closing.cut_valediction(s.text)) for s in body[:own]]
    while found and not found[-1].text and not found[-1].voice:
        found.pop()
    return found


def _answers(statement: statements.Statement) -> bool:
    if statement.voice:
        return True
    return voices.leaning(statement.text) <= -pairs.SURE and not closing.is_courtesy(statement.text)


def _lead_in(body: Sequence[statements.Statement]) -> int:
    """How many sentences stand before the points: up to the first that is labelled as one, or up
    to "I respond to each in turn:"."""
    labelled = [index for index, statement in enumerate(body) if statement.voice == "panel"]
    if len(labelled) > 1:
        return labelled[0]
    last = 0
    for index, statement in enumerate(body[:_FURTHEST_LEAD_IN]):
        if statement.voice or statement.set_off == "heading":
            break
        if closing.LEADS_IN.search(statement.text):
            last = index + 1
        elif voices.leaning(statement.text) >= pairs.SURE and last:
            break
    return last


def _speaks_as_office(taken: Sequence[turns.Turn]) -> bool:
    """Whether, in a text without greeting or labels, most answers begin in the first person."""
    answers = [turn for turn in taken if turn.voice == "office"]
    own = [t for t in answers if any(voices.speaks_as_i(s.text) for s in t.statements[:2])]
    return len(own) >= 2 and len(own) * 2 >= len(answers)


def _pair(exchange: Exchange, about: citations.DocumentKind, headings: Sequence[str]) -> Pair:
    decision = decisions.read(exchange.response, exchange.decision_words)
    cited = citations.find(exchange.response, about=about, headings=headings)
    unread = [UNREAD.format(words=words) for words in citations.unread(exchange.response, cited)]
    return Pair(
        number=exchange.number,
        point=exchange.point,
        response=exchange.response,
        decision=decision.decision,
        reason=decision.reason,
        citations=tuple(cited),
        point_citations=tuple(citations.find(exchange.point, about=about, headings=headings)),
        unsure=" ".join([*([exchange.unsure] if exchange.unsure else []), *unread]),
        heading=exchange.heading,
    )
