"""How much a paper that is sent in may hold, and what is said where it holds more."""

MAX_BYTES = 100 * 1024 * 1024
"""The file as it is sent in."""

MAX_PAGES = 1_000

POINTS_PER_MM = 72 / 25.4
MIN_SIDE = 5 * POINTS_PER_MM
"""The shortest side of a page, in points: less is no page."""
MAX_SIDE = 20_000 * POINTS_PER_MM
"""The longest side of a page, in points: twenty metres. Posters of five are known."""

MAX_STREAM_BYTES = 256 * 1024 * 1024
"""What one packed stream may unpack to; bombs unpack to thousands of times their size."""
MAX_DRAWING_BYTES = 512 * 1024 * 1024
"""What all the drawing instructions of a file may unpack to, together."""
MAX_FILTERS = 6
"""How many times over a stream may be packed."""
MAX_PIXELS = 250_000_000
"""Of one picture: a poster of 841 by 1,189 millimetres at 300 dots to the inch has 139 million."""
MAX_BOOKMARKS = 10_000
MAX_DEPTH = 100
"""Levels of bookmarks and of structure."""
MAX_MARKS = 65_536
"""Pieces of marked content on one page."""

TOO_LARGE = (
    f"is larger than {MAX_BYTES // 1024 // 1024} MB. Ask the author to save it with smaller"
    " pictures (in Word: File, Save As, PDF, ‘Minimum size’), or split it into parts, and add that."
)
