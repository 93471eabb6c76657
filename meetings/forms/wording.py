"""Words that several forms say."""

LIGHT_MARKDOWN = (
    "Leave an empty line between paragraphs. Begin a line with - for a bullet, 1. for a number, "
    "# for a heading. **Two stars** make bold."
)
