"""Tables that can be read as they are printed and pasted into a Markdown page."""

from collections.abc import Sequence


def table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Columns as wide as need be; all but the first to the right."""
    widths = [max(len(row[at]) for row in (heads, *rows)) for at in range(len(heads))]

    def line(cells: Sequence[str]) -> str:
        padded = [
            cell.rjust(width) if at else cell.ljust(width)
            for at, (cell, width) in enumerate(zip(cells, widths, strict=True))
        ]
        return f"| {' | '.join(padded)} |"

    rule = [("-" * width if not at else "-" * (width - 1) + ":") for at, width in enumerate(widths)]
    return "\n".join([line(heads), line(rule), *map(line, rows)])


def share(value: float) -> str:
    return f"{value:.3f}"


def per_cent(value: float) -> str:
    return f"{100 * value:.1f}%"


def seconds(value: float) -> str:
    return f"{value:.2f} s"


def times(value: float) -> str:
    return f"{value:,.2f} ×" if value < 10 else f"{value:,.0f} ×"
