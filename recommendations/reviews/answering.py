"""Who answered the panel's invitations, and the rate at which they did."""

from collections.abc import Iterable
from typing import NamedTuple


class Asked(NamedTuple):
    """An invitation: by letter to someone, or by an open call to anyone; what came of it."""

    by_letter: bool
    has_answered: bool
    has_declined: bool = False


class Rate(NamedTuple):
    """Of those ``asked`` by letter, how many ``answered``, and of these how many ``declined``.
    An open call has no rate: nobody knows how many it reached."""

    asked: int
    answered: int
    declined: int = 0

    @property
    def percent(self) -> int | None:
        """To a whole number, halves up; all and none only where it was all or none. None where
        nobody was asked by letter."""
        if not self.asked:
            return None
        if self.answered in (0, self.asked):
            return 100 * self.answered // self.asked
        return min(max((200 * self.answered + self.asked) // (2 * self.asked), 1), 99)

    @property
    def in_words(self) -> str:
        """As a sentence."""
        if not self.asked:
            return "Nobody has been invited by letter."
        if not self.answered:
            return f"None of the {self.asked} invited by letter has answered (0%)."
        who = f"{self.answered} of the {self.asked} invited by letter"
        if self.asked == 1:
            who = "The one invited by letter"
        have = "have" if self.answered > 1 else "has"
        words = f"{who} {have} answered ({self.percent}%)"
        declined = f", {self.declined} of them to decline" if self.answered > 1 else ", to decline"
        return f"{words}{declined if self.declined else ''}."

    @property
    def in_brief(self) -> str:
        """For a table: "5 of 8 (63%)"; "" where nobody was asked by letter."""
        return f"{self.answered} of {self.asked} ({self.percent}%)" if self.asked else ""


def rate(invitations: Iterable[Asked]) -> Rate:
    """The rate of those asked by letter."""
    letters = [one for one in invitations if one.by_letter]
    answered = [one for one in letters if one.has_answered]
    declined = [one for one in answered if one.has_declined]
    return Rate(len(letters), len(answered), len(declined))
