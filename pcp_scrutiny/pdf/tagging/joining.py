"""What goes on from page to page, or from line to line, becomes one tag again."""

from .nodes import Annotation, Mark, Node

INLINE = {"Link", "Span"}


def join(node: Node) -> list[Node]:
    """Join the kids of ``node`` that are pieces of one element, and theirs. The headers that
    tables print again on each page are taken out and returned."""
    again: list[Node] = []
    joined: list[Node | Mark | Annotation] = []
    for kid in node.kids:
        last = joined[-1] if joined else None
        if isinstance(kid, Node) and isinstance(last, Node) and goes_on(last, kid):
            again += append(last, kid)
        else:
            joined.append(kid)
    node.kids = joined
    for kid in node.nodes:
        again += join(kid)
    return again


def goes_on(first: Node, second: Node) -> bool:
    """Whether the second is the same element as the first, further on."""
    is_same = first.origin is not None and first.origin is second.origin
    return is_same and first.role == second.role


def append(first: Node, second: Node) -> list[Node]:
    """Put what is in the second to what is in the first; headers printed again are returned."""
    again: list[Node] = []
    if first.role == "TR":
        cells = list(zip(first.nodes, second.nodes, strict=False))
        if all(goes_on(*pair) for pair in cells):
            for above, below in cells:
                again += append(above, below)
            return again
    groups = {id(kid.origin) for kid in first.nodes if kid.role in ("THead", "TFoot")}
    for kid in second.kids:
        if isinstance(kid, Node) and kid.role in ("THead", "TFoot") and id(kid.origin) in groups:
            again.append(kid)
        else:
            first.kids.append(kid)
    return again
