"""OWASP's Application Security Verification Standard, 4.0.3 and 5.0.0, and its own mapping.

Its authors wrote down what became of each requirement. "MOVED TO", "MERGED TO" and "SPLIT TO" are
links. "COVERED BY" and "DEPRECATED BY" say that a requirement was deleted because another speaks
of the same: whoever links these is held neither right nor wrong.
"""

import json
import re

from plans.comparison import Passage

from . import Pair
from .clones import Clone

NAME = "OWASP/ASVS"
_OLD, _NEW = "v4.0.3_release", "v5.0.0_release"
_STEM = "4.0/docs_en/OWASP Application Security Verification Standard 4.0.3-en"
_NEW_STEM = "5.0/docs_en/OWASP_Application_Security_Verification_Standard_5.0.0_en"
_MAPPING = "5.0/mappings/mapping_v4.0.3_to_v5.0.0.yml"

_ENTRY = re.compile(r"^v4\.0\.3-([\d.]+):\n((?:[ \t]+.*\n)+)", re.MULTILINE)
_BECAME = re.compile(
    r"(MOVED TO|MERGED TO|SPLIT TO|COVERED BY|DEPRECATED BY)((?:[\s,]+v5\.0\.0-[\d.]+)+)"
)
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")


def pairs(clone: Clone) -> list[Pair]:
    old = json.loads(clone.text(_OLD, f"{_STEM}.flat.json"))["requirements"]
    new = json.loads(clone.text(_NEW, f"{_NEW_STEM}.flat.json"))["requirements"]
    earlier = [_passage(r["Item"], (r["Section"],), r["Description"]) for r in old]
    later = [
        _passage(r["req_id"], (r["chapter_name"], r["section_name"]), r["req_description"])
        for r in new
    ]
    links, either = mapped(clone.text(_NEW, _MAPPING), earlier, later)
    return [Pair("ASVS 4.0.3 to 5.0.0", earlier, later, links, frozenset(either))]


def _passage(label: str, heading: tuple[str, ...], text: str) -> Passage:
    plain = _LINK.sub(r"\1", text.replace("**", ""))
    return Passage(label.removeprefix("V"), heading, " ".join(plain.split()))


def mapped(
    mapping: str, earlier: list[Passage], later: list[Passage]
) -> tuple[set[tuple[int, int]], set[tuple[int, int]]]:
    places = {p.label: i for i, p in enumerate(earlier)}, {p.label: j for j, p in enumerate(later)}
    links: set[tuple[int, int]] = set()
    either: set[tuple[int, int]] = set()
    for label, what in _ENTRY.findall(mapping):
        for verb, targets in _BECAME.findall(" ".join(what.split())):
            for target in re.findall(r"v5\.0\.0-([\d.]*\d)", targets):
                kept = links if verb.endswith(" TO") else either
                kept.add((places[0][label], places[1][target]))
    return links, either
