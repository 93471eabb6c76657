"""One piece of a plan, before it is known what the pieces around it make of it."""

from dataclasses import dataclass
from typing import Literal

from .marks import Mark

Kind = Literal["heading", "text", "bullet", "table"]


@dataclass(frozen=True, slots=True)
class Piece:
    """``level`` is that of a styled heading, else 0; ``mark`` what the line begins with, which
    ``text`` then leaves out; ``aside`` whether it stands in a box beside the running text."""

    text: str
    kind: Kind = "text"
    level: int = 0
    mark: Mark | None = None
    page: int | None = None
    bold: bool = False
    aside: bool = False

    @property
    def printed(self) -> str:
        """The text with its mark, as it stands in the document."""
        return f"{self.mark.printed} {self.text}" if self.mark else self.text
