"""What became of the labels of papers, in sentences for whoever moved something."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from . import paper_labels


@dataclass(frozen=True, slots=True)
class Text:
    """Words that may name papers by their labels, and what people call them."""

    called: str
    words: str


def changes(before: Mapping[int, str], after: Mapping[int, str]) -> dict[str, str]:
    """Which labels became which, of the papers that there were before and still are."""
    return {
        old: after[key]
        for key, old in before.items()
        if old and after.get(key) and not paper_labels.same(old, after[key])
    }


def said(changed: Mapping[str, str]) -> str:
    """In a sentence: "Paper B is now Paper A, and Paper A is now Paper B."; empty for none."""
    each = [f"{old} is now {new}" for old, new in changed.items()]
    if not each:
        return ""
    return f"{', '.join(each[:-1])}, and {each[-1]}." if each[1:] else f"{each[0]}."


def to_check(changed: Mapping[str, str], texts: Iterable[Text]) -> list[str]:
    """A sentence for each text that names papers by labels they no longer have."""
    sentences = []
    for text in texts:
        named = {old: new for old, new in changed.items() if _names(text.words, old, changed)}
        if named:
            which = ", ".join(f"{old} (now {new})" for old, new in named.items())
            sentences.append(f"{text.called} speaks of {which}. Check its words.")
    return sentences


def _names(words: str, label: str, changed: Mapping[str, str]) -> bool:
    """Not where it stands only in another that is told: in "Appendix A to Paper B", "Paper B"."""
    for longer in changed:
        if longer != label and paper_labels.names(longer, label):
            words = paper_labels.without(words, longer)
    return paper_labels.names(words, label)
