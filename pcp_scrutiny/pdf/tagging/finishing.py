"""All of it, in order, as the finisher that WeasyPrint calls."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

import pydyf

from . import joining, links, painting, tables, tidying
from .nodes import Mark, Tree


def finish(pdf: Any, salt: str) -> None:
    """Bring the tags of a document that is about to be written to what its HTML says. ``salt``
    is what the names of its header cells are made from."""
    tree = Tree(pdf)
    tidying.tidy_lists(tree, tree.root)
    again = joining.join(tree.root)
    _make_artifacts(tree, tidying.marks_of(again))
    tidying.tidy_text(tree, tree.root)
    joining.join(tree.root)
    painting.paint_labels_first(tree)
    tables.say_scopes(tree.root)
    for table in tree.root.find("Table"):
        tables.thin_headers(table)
    named = tables.identify(tree.root, salt)
    tidying.say_numbering(tree.root)
    tidying.say_languages(tree.root)
    links.describe(tree.root)
    links.make_explicit(tree.root, _destinations(pdf))
    tree.write()
    names = [each for name, cell in named for each in (pydyf.String(name), cell.element.reference)]
    if names:
        tree.struct_root["IDTree"] = pydyf.Dictionary({"Names": pydyf.Array(names)})


def _destinations(pdf: Any) -> dict[str, Any]:
    names = pdf.catalog.get("Names", {}).get("Dests", {}).get("Names", [])
    return {name.string: place for name, place in zip(names[::2], names[1::2], strict=True)}


def _make_artifacts(tree: Tree, marks: Sequence[Mark]) -> None:
    """Mark as an artifact what is printed again."""
    by_page = defaultdict(set)
    for mark in marks:
        by_page[mark.page].add(mark.number)
    for page, numbers in by_page.items():
        operators = tree.object(tree.object(page)["Contents"]).stream
        for place, operator in enumerate(operators):
            if operator == b"BDC" and operators[place - 1].get("MCID") in numbers:
                operators[place - 2 : place + 1] = [
                    "/Artifact", pydyf.Dictionary({"Type": "/Pagination"}), b"BDC",
                ]  # fmt: skip
