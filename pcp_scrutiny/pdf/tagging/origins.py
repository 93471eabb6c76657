"""Which element of the HTML a tag came from.

WeasyPrint forgets it when it makes the tag. The one function through which every tag passes is
wrapped, so that it is noted; its versions are pinned, and the tests of this package fail where it
is no longer what it was.
"""

from collections.abc import Iterator
from typing import Any

_ORIGIN = "origin"


def remember() -> None:
    """From now on tags know their origin. To be called before anything is printed."""
    from weasyprint.pdf import tags

    build = tags._build_box_tree
    if hasattr(build, "is_remembering"):
        return

    def remembering(box: Any, *arguments: Any) -> Iterator[Any]:
        for element in build(box, *arguments):
            source = getattr(box, "_box", box)  # one placed absolutely stands in for another
            if not hasattr(element, _ORIGIN):
                setattr(element, _ORIGIN, source.element)
            yield element

    remembering.is_remembering = True  # type: ignore[attr-defined]
    tags._build_box_tree = remembering


def origin(element: Any) -> Any:
    """The element of the HTML; None for a piece of text."""
    return getattr(element, _ORIGIN, None)
