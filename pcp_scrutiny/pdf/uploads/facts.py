"""What is known of a paper that was sent in, and what is said of it."""

from dataclasses import dataclass, field

from pcp_scrutiny.documents import kinds

from . import limits


class Unusable(Exception):
    """The file cannot go into a pack; the message says why, and what to do."""


@dataclass(frozen=True, slots=True)
class Facts:
    """``lacks`` are the codes of what stands in the way of people who have it read out;
    ``notes`` of what else to know before it is published. ``sentence`` says each in words.

    ``title``, ``author`` and ``language`` are what the file says of itself, empty where it says
    nothing. None of the first two is in what is printed.
    """

    pages: int
    is_tagged: bool = False
    claims_ua: bool = False
    language: str = ""
    title: str = ""
    author: str = ""
    lacks: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


_AGAIN = "Ask the author to save it from Word as PDF"

LACKS = {
    "untagged": (
        "It is not tagged, so a screen reader cannot tell headings from text. "
        f"{_AGAIN} with ‘Document structure tags for accessibility’ ticked."
    ),
    "part-tagged": (
        "Some of its pages are not tagged, so a screen reader may leave them out. "
        f"{_AGAIN} with ‘Document structure tags for accessibility’ ticked, and not to join it "
        "with other files afterwards."
    ),
    "scan": (
        "It has no text: it is a scan or a picture of its pages, and cannot be read out, searched "
        "or enlarged. Ask the author for the Word document or PDF that it was printed from."
    ),
    "scanned-pages": (
        "Some of its pages have no text: they are scans or pictures, and cannot be read out. "
        "Ask the author for the document that those pages were printed from."
    ),
    "language": (
        "It does not say which language it is in, so a screen reader may use the wrong voice. "
        "Ask the author to set the language in Word (Review, Language, Set Proofing Language) "
        "and to save it as PDF again."
    ),
    "fonts": (
        "Some of its typefaces are not inside it, so other machines may show other letters. "
        f"{_AGAIN} with ‘PDF/A compliant’ ticked."
    ),
    "letters": (
        "Some of its text does not say which letters it is made of, so it cannot be read out, "
        f"searched or copied. {_AGAIN} again, or for the Word document itself."
    ),
    "alternatives": (
        "Some of its pictures have no words for people who cannot see them. Ask the author to "
        "describe them in Word (right-click, Edit Alt Text) and to save it as PDF again."
    ),
}

NOTES = {
    "foreign": (
        "It says that it is not in English. If that is wrong, a screen reader reads it with the "
        "wrong voice: ask the author to set the language in Word (Review, Language) and to save "
        "it as PDF again."
    ),
    "form": (
        "It is a form. What is filled in is printed, but nobody can fill it in from a pack. If "
        "people are to fill it in, put it on your website and say so in the paper."
    ),
    "marks": (
        "Boxes, stamps, highlights or notes were drawn on its pages in a PDF editor. They are "
        "printed as they stand, but text beneath them can still be copied. If something was to "
        "be hidden, ask the author to take it out of the document itself."
    ),
    "comments": (
        "It has comments or notes that open when they are pressed. They are left out. If the "
        "panel should see them, ask the author to put them in the text."
    ),
    "attachments": (
        "Other files are attached to it. They are left out. If they belong to the paper, ask the "
        "author for each of them and add it as a paper of its own."
    ),
    "scripts": (
        "It has scripts, sounds or films. They are left out. Look whether anything is missing "
        "from its pages."
    ),
    "layers": (
        "It has layers that can be hidden. Those that are hidden or never printed are left out. "
        "Look whether every page is as the author meant it."
    ),
    "cropped": (
        "There is text outside the visible part of its pages. It is not seen, but it can be "
        "copied. If it is private, ask the author to take it out and to save it as PDF again, "
        "instead of cropping the pages."
    ),
    "sideways": (
        "At least one page lies on its side or upside down. Ask for it again turned upright."
    ),
    "large": (
        "Some of its pages are larger than A3. In the pack they are made smaller, to A4, and "
        "small print may become too small. Ask the author for an A4 edition, or put the large one "
        "on your website and say so in the paper."
    ),
    "protected": (
        "Its author has locked it against changes. The pack prints it with page numbers added. If "
        "that was not meant, ask the author for a copy without the lock."
    ),
    "repaired": (
        "The file was damaged and has been mended as far as that was possible. Look at every page, "
        "and if anything is missing ask for the file to be sent again."
    ),
}


def sentence(code: str) -> str:
    """What a code of ``Facts.lacks`` or ``Facts.notes`` says to the clerk, and what to ask for."""
    return LACKS.get(code) or NOTES[code]


def is_barrier(code: str) -> bool:
    """Whether it stands in the way of people who have the paper read out."""
    return code in LACKS


def check_size(size: int, name: str = "") -> None:
    """Refuse a file that is empty or too large by its size alone, before it is read.

    Raises Unusable.
    """
    if not size:
        raise Unusable(
            f"{kinds.shown(name)} is empty. Check that it is the right file, and add it again."
        )
    if size > limits.MAX_BYTES:
        raise Unusable(f"{kinds.shown(name)} {limits.TOO_LARGE}")
