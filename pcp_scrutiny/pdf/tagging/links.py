"""What a link is called when it is read out (PDF/UA-1, 7.18.5), and where it leads.

WeasyPrint describes a link by its address. Here it gets its own words instead.
"""

from typing import Any

import pydyf

from .nodes import Annotation, Node

PRINT = 4  # the flag of an annotation that is there on paper, too


def describe(root: Node) -> None:
    """Give each link its words."""
    for node in root.find("Link"):
        for kid in node.kids:
            if isinstance(kid, Annotation):
                kid.dictionary["F"] = PRINT
                if words := " ".join("".join(node.origin.itertext()).split()):
                    kid.dictionary["Contents"] = pydyf.String(words)


def make_explicit(root: Node, destinations: dict[str, Any]) -> None:
    """Let links lead to places instead of names, which other documents may have, too."""
    for node in root.find("Link"):
        for kid in node.kids:
            if isinstance(kid, Annotation) and "Dest" in kid.dictionary:
                kid.dictionary["Dest"] = destinations[kid.dictionary["Dest"].string]
