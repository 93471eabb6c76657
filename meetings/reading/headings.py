"""Which paragraphs are the titles of items.

Each paragraph is weighed by what the page, the number and the setting say of it; what numbers the
document gives its items decides what else may be a title.
"""

import re
from collections.abc import Sequence

from . import masthead, numbers, wording
from .paragraphs import Paragraph

_ENOUGH = 2
_STEPS = ("integer", "upper roman", "labelled", "capital", "closed")
_LEAD = re.compile(
    r"(?:[:–—-]|\bthat|\bto)\s*$|^\W*(?:RESOLVED|AGREED|RECOMMENDED|Resolved|Agreed)\W*$"
)
_NAMES = re.compile(
    r"(?:councillor|cllr|mr|mrs|ms|miss|dr|sir|dame|professor|rev|chief\s+constable|apologies\s*:)\b",
    re.IGNORECASE,
)
_SPEAKS = re.compile(
    r"(?:the\s+(?:[\w,]+\s+){0,4}?(?:panel|committee|chair(?:man)?|commissioner|minutes|report|clerk)|members|"
    r"councillors?|cllr|it|there|none|no|nil|that|to|apologies\s+(?:were|had|from))\b.*\.$",
    re.IGNORECASE,
)
_SHORT = 12
_TITLE_OF_ALL = re.compile(
    r"(?:(?:draft|unconfirmed|public)\s+)*(?:minutes|notes)\s+of\s+(?:a|an|the)\b.{0,80}?"
    r"\b(?:held|panel|committee|meeting)\b|meeting\s+of\s+the\b",
    re.IGNORECASE,
)


def of(paragraphs: Sequence[Paragraph]) -> list[int]:
    """The indices of the paragraphs that begin an item."""
    listed = _listed(paragraphs)
    numbered = _numbered(paragraphs, listed)
    sure = {index for index in range(len(paragraphs)) if _is_marked(paragraphs, index)}
    if len(numbered) > 1 or _is_coded(paragraphs, numbered):
        also = {
            index
            for index, each in enumerate(paragraphs)
            if _weight(paragraphs, index) > _ENOUGH + 1
            and not _is_of_masthead(each)
            and wording.is_standing(each.text)
            and not each.number
        }
        return _without_pairs(paragraphs, numbered | sure | (also - listed))
    weighed = {
        index
        for index in range(len(paragraphs))
        if index not in listed and _weight(paragraphs, index) >= _ENOUGH
    }
    found = _without_masthead(paragraphs, numbered | sure | weighed)
    run_in = [i for i, each in enumerate(paragraphs) if wording.runs_in_standing(each.text)]
    if len(run_in) > 1:
        found |= {
            i
            for i, p in enumerate(paragraphs)
            if i >= run_in[0] and _runs_in(p) and i not in listed
        }
    elif found:
        found |= {
            index
            for index in range(min(found), len(paragraphs))
            if index not in listed and _stands_like_one(paragraphs, index)
        }
    return _without_pairs(paragraphs, found)


def _runs_in(each: Paragraph) -> bool:
    return each.number is None and not each.label and not each.kind and wording.runs_in(each.text)


def _without_pairs(paragraphs: Sequence[Paragraph], found: set[int]) -> list[int]:
    """A heading right under one with a number is its second line, not an item of its own."""
    return sorted(
        index
        for index in found
        if not (index - 1 in found and wording.is_purpose(paragraphs[index].text))
        and not (
            index - 1 in found
            and paragraphs[index - 1].printed
            and not paragraphs[index].number
            and not paragraphs[index].has_file
            and not wording.is_standing(paragraphs[index].text)
        )
    )


def _without_masthead(paragraphs: Sequence[Paragraph], found: set[int]) -> set[int]:
    """Titles without those of the document itself, which stand above the first item."""
    kept = sorted(found)
    while kept and _is_of_masthead(paragraphs[kept[0]]):
        kept.pop(0)
    return set(kept)


def _is_of_masthead(each: Paragraph) -> bool:
    if each.number or each.has_file:
        return False
    return masthead.names_a_panel(each.text) or bool(_TITLE_OF_ALL.match(each.text))


def _is_marked(paragraphs: Sequence[Paragraph], index: int) -> bool:
    """Whether the page itself says that an item begins here."""
    each = paragraphs[index]
    before = _label_before(paragraphs, index)
    if each.label or not each.text:
        return False
    if before in ("tag", "agenda item"):
        return True
    return (
        each.has_file
        and not wording.is_purpose(each.text)
        and not _in_list_of_files(paragraphs, index)
    )


def _in_list_of_files(paragraphs: Sequence[Paragraph], index: int) -> bool:
    """Whether a file's name stands among the documents of an item."""
    last = next((p.label for p in reversed(paragraphs[:index]) if p.label), None)
    return last in ("documents", "supporting")


def _label_before(paragraphs: Sequence[Paragraph], index: int) -> str | None:
    return paragraphs[index - 1].label if index else None


def _numbered(paragraphs: Sequence[Paragraph], listed: set[int]) -> set[int]:
    """The paragraphs with the number of an item and a title."""
    coded = {
        index
        for index, each in enumerate(paragraphs)
        if each.number and each.number.family == "coded" and _may_be_titled(each.text)
    }
    if coded:
        return coded
    best: list[int] = []
    for family in (*_STEPS, "decimal"):
        chain = _chain(paragraphs, family, listed)
        if len(chain) > len(best):
            best = chain
    if len(best) == 1 and not _is_set_off(paragraphs, best[0]):
        return set()
    return set(best)


def _may_be_titled(text: str) -> bool:
    plain = text if _SPEAKS.match(text) else text.rstrip(".")
    heads = wording.is_no_title(plain) and not wording.opens_kind(plain) and not _NAMES.match(plain)
    return not text or heads or wording.is_title(plain) or wording.run_in(text) is not None


def _chain(paragraphs: Sequence[Paragraph], family: str, listed: set[int]) -> list[int]:
    """The longest run of titles whose numbers rise."""
    steps = [
        (index, each.number.values[0])
        for index, each in enumerate(paragraphs)
        if each.number
        and each.number.family == family
        and not each.kind
        and (family != "decimal" or each.number.values[1:] == (0,))
        and index not in listed
        and _may_be_titled(each.text)
        and not wording.is_purpose(each.text)
    ]
    best: list[list[int]] = []
    for place, (index, value) in enumerate(steps):
        before = [best[i] for i in range(place) if steps[i][1] < value]
        best.append([*max(before, key=len, default=[]), index])
    return max(best, key=len, default=[])


def _is_set_off(paragraphs: Sequence[Paragraph], index: int) -> bool:
    each = paragraphs[index]
    after = paragraphs[index + 1] if index + 1 < len(paragraphs) else None
    child = after and after.number and after.number.family == "decimal"
    return bool(
        child
        or each.bold
        or each.heading
        or each.has_file
        or wording.is_capitals(each.text)
        or wording.is_standing(each.text)
        or (after and after.label)
    )


def _is_coded(paragraphs: Sequence[Paragraph], numbered: set[int]) -> bool:
    return any(
        (number := paragraphs[index].number) and number.family == "coded" for index in numbered
    )


def _listed(paragraphs: Sequence[Paragraph]) -> set[int]:
    """The numbered paragraphs that are the parts of a list, after "RESOLVED:" or the like."""
    found: set[int] = set()
    for index, each in enumerate(paragraphs):
        if each.label or each.number is None or index == 0:
            continue
        before = paragraphs[index - 1]
        due = _is_next(before.number, each.number)
        if (index - 1 in found and due and not _breaks_off(paragraphs, index)) or (
            each.number.values in ((1,), ())
            and (before.text or before.printed)
            and not before.label
            and _LEAD.search(before.text)
            and not each.heading
            and not (wording.is_standing(each.text) and before.text.endswith(":"))
        ):
            found.add(index)
    return found


def _is_next(before: numbers.Number | None, after: numbers.Number) -> bool:
    if before is None or before.follows != after.follows:
        return False
    return before.family == "bullet" or before.values[-1] + 1 == after.values[-1]


def _breaks_off(paragraphs: Sequence[Paragraph], index: int) -> bool:
    """Whether a numbered paragraph that could go on a list is an item's title all the same."""
    each, before = paragraphs[index], paragraphs[index - 1]
    if each.heading > before.heading or (each.bold and not before.bold) or each.has_file:
        return True
    if wording.is_standing(each.text):
        return True
    if wording.is_capitals(each.text) and not wording.is_capitals(before.text):
        return True
    return (
        before.text.endswith(".")
        and bool(re.match(r"[Tt]hat\b", before.text))
        and wording.is_title(each.text)
        and wording.has_title_case(each.text)
    )


def _weight(paragraphs: Sequence[Paragraph], index: int) -> int:
    """How much speaks for a paragraph without a number being the title of an item."""
    each = paragraphs[index]
    text = each.text.strip()
    if each.label or each.kind or not text or wording.is_no_title(text):
        return 0
    bulleted = each.number is not None and each.number.family == "bullet"
    if bulleted or text.endswith((";", ",", "?", "!")) or wording.opens_kind(text):
        return 0
    standing = wording.is_standing(text)
    titled = wording.is_title(text)
    if not (standing or titled):
        return 2 if _opens_in_capitals(text, each) else 0
    after = next((p for p in paragraphs[index + 1 :] if p.text or p.label), None)
    weight = 2 * bool(each.heading) + 2 * wording.is_capitals(text) + 2 * standing
    weight += 2 * each.bold
    weight += 2 * bool(after and after.label in ("documents", "minutes"))
    weight += each.ends_row
    if each.number and each.number.family not in ("integer", "labelled"):
        weight -= 2
    return weight


def _opens_in_capitals(text: str, each: Paragraph) -> bool:
    split = wording.run_in(text)
    return split is not None and wording.is_capitals(split[0]) and each.number is None


def _stands_like_one(paragraphs: Sequence[Paragraph], index: int) -> bool:
    """Whether a paragraph stands alone between others as the titles of this document do."""
    each = paragraphs[index]
    after = paragraphs[index + 1] if index + 1 < len(paragraphs) else None
    before = paragraphs[index - 1] if index else None
    return bool(
        each.alone
        and each.number is None
        and not each.label
        and not each.kind
        and each.indent == 0
        and 1 < len(each.text.split()) <= _SHORT
        and wording.is_title(each.text)
        and wording.has_title_case(each.text)
        and not _NAMES.match(each.text)
        and not each.text.endswith(":")
        and after is not None
        and (after.alone and not wording.is_title(after.text))
        and not (before and before.text.endswith((":", ",", ";")))
    )
