"""The title of a document: the one its file states, or else its first heading or line."""

import re
from collections.abc import Sequence

from .blocks import Block
from .characters import trim

CONTENTS = re.compile(r"(?:table of )?contents|cynnwys", re.IGNORECASE)
"""What stands over a contents list; Welsh too."""

_LONGEST = 200
# What programs put in when nobody gave a title.
_EMPTY_TITLE = re.compile(
    r"(?:untitled|title|document|word document|slide|presentation)?\s*\d*(?:\.\w{3,4})?",
    re.IGNORECASE,
)


def title_of(stated: str, blocks: Sequence[Block]) -> str:
    """At most 200 characters, on one line; "" where there is nothing to take it from."""
    stated = trim(stated).replace("\n", " ")
    stated = re.sub(r"^Microsoft (?:Office )?Word - |\.(?:docx?|pdf|rtf)$", "", stated)
    if not _EMPTY_TITLE.fullmatch(stated):
        return stated[:_LONGEST].strip()
    first = next((block for block in blocks if block.kind == "heading"), None)
    first = first or next((block for block in blocks if block.text.strip()), None)
    return "" if first is None else first.text.strip().split("\n", 1)[0][:_LONGEST].strip()
