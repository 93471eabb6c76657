"""Words and lines as operators of a content stream, with the fonts they need."""

from dataclasses import dataclass, field

from . import typeface
from .frames import number
from .typeface import Font

INK = b"0 g\n"
COLOUR = b"0.086 0.263 0.29 rg\n"  # #16434a, as in documents.scss
COLOUR_OF_LINES = b"0.086 0.263 0.29 RG\n"


@dataclass
class Drawing:
    """Content in the making. Coordinates are points from the lower left corner."""

    content: list[bytes] = field(default_factory=list)
    fonts: dict[str, Font] = field(default_factory=dict)

    def text(self, words: str, x: float, y: float, size: float, *, bold: bool = False) -> None:
        """A line of words; ``y`` is its baseline."""
        self.content.append(b"BT\n1 0 0 1 %s %s Tm\n" % (number(x), number(y)))
        self._show(words, size, bold=bold)
        self.content.append(b"ET\n")

    def text_along(
        self, words: str, matrix: tuple[float, ...], size: float, spacing: float
    ) -> None:
        """A line of bold words in a coordinate system of its own, its letters spaced."""
        placed = b" ".join(number(value) for value in matrix)
        self.content.append(b"BT\n%s Tm\n%s Tc\n" % (placed, number(spacing)))
        self._show(words, size, bold=True)
        self.content.append(b"ET\n")

    def line(self, x: float, y: float, length: float, thickness: float) -> None:
        """A level line."""
        ends = number(x), number(y), number(x + length), number(y)
        self.content.append(b"%s w\n%s %s m %s %s l S\n" % (number(thickness), *ends))

    def add(self, operators: bytes) -> None:
        """Operators as they are."""
        self.content.append(operators)

    @property
    def bytes(self) -> bytes:
        """All of it."""
        return b"".join(self.content)

    def _show(self, words: str, size: float, *, bold: bool) -> None:
        for run in typeface.runs(words, bold=bold):
            self.fonts[run.font.resource] = run.font
            name = run.font.resource.encode()
            self.content.append(b"%s %s Tf\n%s Tj\n" % (name, number(size), run.codes))
