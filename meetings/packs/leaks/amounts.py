"""Amounts in a text: figures that are told apart from page numbers, years and numbers of items."""

import re
from collections.abc import Iterator

AMOUNT = re.compile(
    r"(?<![\w.,])(£\s?)?(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?"
    r"(?:\s?(m|k|bn|million|billion|thousand)\b)?(?![\w])",
    re.IGNORECASE,
)
LONG = 5
"""Digits of a number that is no page, year or item."""
UNITS = {"million": "m", "billion": "bn", "thousand": "k"}


def amounts(text: str) -> Iterator[str]:
    """Sums of money, and numbers of at least five digits, without what sets their digits apart. A
    long number is the same with or without its sign."""
    for sign, figure, pence, unit in AMOUNT.findall(text):
        digits = figure.replace(",", "")
        rest = pence.rstrip("0").rstrip(".") + UNITS.get(unit.lower(), unit.lower())
        if len(digits) >= LONG:
            yield digits + rest
        elif sign:
            yield f"£{digits}{rest}"
