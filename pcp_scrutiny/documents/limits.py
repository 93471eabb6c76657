"""How much a file may hold. Each limit is well above any plan or letter that panels publish."""

MAX_BYTES = 20 * 1024 * 1024
"""The file as it is sent in."""

MAX_PAGES = 1_000
"""Pages of a PDF."""

MAX_CHARACTERS = 5_000_000
"""Characters of text, labels not counted; a 300-page plan has about one million."""

MAX_BLOCKS = 100_000
"""Headings, paragraphs, list items and table cells together."""

MAX_MEMBERS = 5_000
"""Files inside a Word document, which is a zip: each picture is one."""

MAX_UNPACKED_BYTES = 300 * 1024 * 1024
"""All that is inside a Word document, as it says itself. Only the parts with text are unpacked."""

MAX_PARSED_BYTES = 32 * 1024 * 1024
"""The parts of a Word document that are unpacked and parsed, all together."""

MAX_RATIO = 250
"""How many times smaller a part of a Word document may have been packed; parts over 1 MB only."""

TOO_MUCH_TEXT = (
    f"The text is longer than {MAX_CHARACTERS // 1_000_000} million characters or"
    f" {MAX_BLOCKS:,} paragraphs. Split it into parts and add them one by one."
)
