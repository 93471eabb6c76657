"""Tags that say nothing go, and lists and text get the tags that they must have."""

from typing import Any

import pydyf

from .nodes import Annotation, Mark, Node, Tree

SAYING_NOTHING = {"NonStruct", "Span"}
GROUPING = {"Document", "Part", "Art", "Sect", "Div", "BlockQuote"}
NEEDED_WHEN_EMPTY = {"TD", "TH", "Document", "TR"}


def tidy_lists(tree: Tree, node: Node) -> None:
    """Each item has a body, and a list inside an item is in its body (ISO 32000-1, 14.8.4.3.3)."""
    for kid in node.nodes:
        tidy_lists(tree, kid)
    if node.role != "L":
        return
    items: list[Node] = []
    rest = []
    for kid in node.kids:
        if isinstance(kid, Node) and kid.role == "L" and items:
            _body(tree, items[-1]).kids.append(kid)
            continue
        if isinstance(kid, Node) and kid.role == "LI":
            items.append(kid)
            _body(tree, kid)
        rest.append(kid)
    node.kids = rest


def _body(tree: Tree, item: Node) -> Node:
    """The body of an item, with everything in it but the label."""
    found = next((kid for kid in item.nodes if kid.role == "LBody"), None)
    labels = [kid for kid in item.kids if isinstance(kid, Node) and kid.role == "Lbl"]
    others = [kid for kid in item.kids if kid is not found and kid not in labels]
    if found is None:
        found = tree.add("LBody", item)
    found.kids += others
    item.kids = [*labels, found]
    return found


def tidy_text(tree: Tree, node: Node) -> None:
    """Pieces of text go straight into the tag that they are in; text that is in none but a
    section becomes a paragraph."""
    kids = []
    for kid in node.kids:
        if isinstance(kid, Node):
            tidy_text(tree, kid)
            if kid.role in SAYING_NOTHING and not _has_language(kid, node):
                kids += kid.kids if node.role not in GROUPING else _as_paragraphs(tree, kid)
                continue
            if not kid.kids and kid.role not in NEEDED_WHEN_EMPTY:
                continue
        kids.append(kid)
    node.kids = _apart(tree, node, kids)


def _apart(tree: Tree, node: Node, kids: list[Node | Mark | Annotation]) -> list[Any]:
    """Text stands in tags of its own where other tags stand beside it: not every reader takes
    text and tags in the order in which they are mixed."""
    if not any(isinstance(kid, Node) for kid in kids):
        return kids
    found: list[Node | Mark | Annotation] = []
    open_one: Node | None = None
    for kid in kids:
        if not isinstance(kid, Mark):
            found.append(kid)
            open_one = None
            continue
        if open_one is None:
            open_one = tree.add("Span", node)
            open_one.origin = None
            found.append(open_one)
        open_one.kids.append(kid)
    return found


def _as_paragraphs(tree: Tree, node: Node) -> list[Node]:
    """The kids of a tag that says nothing, runs of text among them as paragraphs."""
    found: list[Node] = []
    open_one: Node | None = None
    for kid in node.kids:
        if isinstance(kid, Node) and kid.role not in ("Link", "Span", "Figure"):
            found.append(kid)
            open_one = None
            continue
        if open_one is None:
            open_one = tree.add("P", node)
            found.append(open_one)
        open_one.kids.append(kid)
    return found


def _has_language(node: Node, above: Node) -> bool:
    source = node.origin
    return source is not None and source is not above.origin and bool(source.get("lang"))


def say_languages(node: Node) -> None:
    """The language of words in another one."""
    for each in node.walk():
        given = each.origin.get("lang") if each.origin is not None else None
        if given and each is not node:
            each.element["Lang"] = pydyf.String(given)


def say_numbering(node: Node) -> None:
    """How the items of lists are labelled (PDF/UA-1, 7.6)."""
    for each in node.find("L"):
        has_labels = any(kid.role == "Lbl" for item in each.nodes for kid in item.nodes)
        is_ordered = each.origin is not None and each.origin.tag == "ol"
        kind = "/None" if not has_labels else "/Decimal" if is_ordered else "/Disc"
        each.element["A"] = pydyf.Dictionary({"O": "/List", "ListNumbering": kind})


def marks_of(nodes: list[Node]) -> list[Mark]:
    """All the marked content in some tags."""
    return [mark for node in nodes for mark in node.marks()]
