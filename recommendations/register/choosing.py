"""What can be done to several recommendations at once, and to which it cannot. Pure."""

from collections.abc import Mapping

from ..rules.dates import in_words
from .positions import Position

SEND, REVISE, CONFIRM, THEME, OWNER = "send", "revise", "confirm", "theme", "owner"

VERBS: Mapping[str, str] = {
    SEND: "Record that they were sent",
    REVISE: "Revise the due date",
    CONFIRM: "Confirm the outcomes proposed",
    THEME: "Set the theme",
    OWNER: "Set who is to act",
}
"""What to do with those chosen, as the register offers it."""


def why_not(verb: str, position: Position) -> str:
    """Why it cannot be done to this one, as a sentence; "" where it can."""
    match verb:
        case "send" if position.sent_on is not None:
            return f"It was sent on {in_words(position.sent_on)}."
        case "revise" if position.sent_on is None:
            return "It has not been sent, so no date counts for it yet."
        case "revise" if position.answered_on is not None:
            return f"It was answered on {in_words(position.answered_on)}."
        case "revise" if position.due_on is None:
            return "It was sent without a due date. Set the first one on its page."
        case "confirm" if not position.to_confirm:
            return "It has no outcome to confirm."
    return ""


def as_it_is(verb: str, position: Position, *, office: str) -> str:
    """What there is before it is done: the due date, the theme, who is to act."""
    match verb:
        case "revise" if position.due_on is not None:
            return f"Due by {in_words(position.due_on)}"
        case "theme":
            return f"Theme: {position.theme}" if position.theme else "No theme"
        case "owner":
            return f"To act: {position.owner or office}"
    return ""
