"""The numbered paragraphs of a plan, read from a document.

    plan = read_plan(documents.read(data, name))

The steps, each a module: ``pieces`` cuts the document into headings, lines and bullets and sees
what number each begins with (``marks``), row by row in a table (``tables``), leaving out what
belongs to the pages (``furniture``);
``headings`` finds the headings that are not styled as such; ``numbering`` decides which numbers
are paragraph numbers and what each is called; ``assembly`` joins what belongs together; and
``doubts`` tells which numbers are used twice.

Bullets have no labels of their own: each is a line of the paragraph above it, "• " before it, for
a bullet is cited by its paragraph. Labels are as the plan prints them, a part's under its
parent's: "(ii)" under "(c)" under "46." is 46(c)(ii), and under "49.b" it is 49.b(ii).
"""

from pcp_scrutiny.documents import Document

from . import doubts
from .assembly import paragraphs
from .headings import is_like_heading, with_headings
from .piece import Piece
from .pieces import pieces
from .plan import PlanParagraph, PlanText

__all__ = ["PlanParagraph", "PlanText", "read_plan"]

NO_TEXT = (
    "No text was found in this document. If it is a scan, ask for a version with text in it,"
    " or paste the text."
)
NO_NUMBERS = (
    "No numbered paragraphs were found. If the plan has numbers, check that they are in the text"
    " that was sent in, or paste the text with them; otherwise correct the labels below."
)
GUESSED = (
    "This text does not say which lines are headings, so they were told by their look:"
    " check the headings."
)


def read_plan(document: Document) -> PlanText:
    """A plan's paragraphs in order, each with its label as it would be cited."""
    found = pieces(document)
    found, guessed = with_headings(found)
    title, found = _title(document.title, found)
    known = doubts.with_doubts(paragraphs(found))
    return PlanText(title, tuple(known.plan), tuple(_problems(known, guessed=guessed)))


def _title(given: str, found: list[Piece]) -> tuple[str, list[Piece]]:
    """The plan's title, and the pieces without it. A first line is the title, not the first
    section, if more headings follow at once or all other headings stand below it."""
    given = " ".join(given.split())
    if not found:
        return given, found
    first, rest = found[0], found[1:]
    if first.mark or not is_like_heading(first.text):
        same = {" ".join(words.split()) for words in (first.printed, first.text)}
        kept = is_like_heading(given) and given not in same
        return (given if kept else ""), found
    text = " ".join(first.text.split())
    levels = [p.level for p in rest if p.kind == "heading"]
    alone = first.kind == "heading" and bool(levels) and min(levels) > first.level
    followed = bool(rest) and rest[0].kind == "heading" and rest[0].level <= first.level
    if followed or alone or (first.kind != "heading" and text == given):
        return text, rest
    named = any(word in text.lower() for word in ("plan", "addendum", "variation", "strategy"))
    if named and first.kind == "heading" and (not levels or text == given):
        return text, rest
    return given if given != text else "", found


def _problems(known: doubts.Doubts, *, guessed: bool) -> list[str]:
    if not known.plan:
        return [NO_TEXT]
    found = []
    if not any(p.label for p in known.plan):
        found.append(NO_NUMBERS)
    found += doubts.problems(known)
    if guessed:
        found.append(GUESSED)
    return found
