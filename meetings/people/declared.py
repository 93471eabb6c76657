"""A declaration of interest as the minutes say it."""

import re

# The words typed say themselves that they went out: it is not said twice.
WENT_OUT = re.compile(
    r"\b(?:left|leaving|withdrew|withdrawing|withdrawn|went out of)\b[^.;]*"
    r"\b(?:meeting|room|chamber|item)\b|\bwithdrew\b",
    re.IGNORECASE,
)


def in_words(name: str, interest: str, *, withdrew: bool) -> str:
    """Who declared what, and that they left the meeting for the item."""
    text = interest.strip()
    said = f"{name} declared an interest: {text}{'' if text.endswith(('.', '!', '?')) else '.'}"
    if withdrew and not WENT_OUT.search(text):
        said += " They left the meeting for the item."
    return said
