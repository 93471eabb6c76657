"""Other ways to find the same paragraphs again, each as short as one would write it.

Each takes both versions and gives links from an earlier to a later paragraph. ``LONGEST`` says up
to how many paragraphs a peer ends within about half a minute.
"""

import difflib
import math
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence

from rapidfuzz import fuzz

from plans.comparison import Passage

Link = tuple[int, int]
Peer = Callable[[Sequence[Passage], Sequence[Passage]], set[Link]]


def same_number(earlier: Sequence[Passage], later: Sequence[Passage]) -> set[Link]:
    """What a person with two printouts does first."""
    places = {passage.label: j for j, passage in enumerate(later) if passage.label}
    labelled = ((i, passage.label) for i, passage in enumerate(earlier))
    return {(i, places[label]) for i, label in labelled if label in places}


def difflib_opcodes(earlier: Sequence[Passage], later: Sequence[Passage]) -> set[Link]:
    """A line by line comparison with paragraphs for lines; what was replaced is paired in order."""
    texts = [passage.text for passage in earlier], [passage.text for passage in later]
    matcher = difflib.SequenceMatcher(None, *texts, autojunk=False)
    found: set[Link] = set()
    for what, a, b, c, d in matcher.get_opcodes():
        if what in ("equal", "replace"):
            found.update(zip(range(a, b), range(c, d), strict=False))
    return found


def difflib_ratio(earlier: Sequence[Passage], later: Sequence[Passage]) -> set[Link]:
    """The most similar paragraph by difflib's ratio, for each earlier one."""
    matcher = difflib.SequenceMatcher(autojunk=False)
    found = set()
    for i, old in enumerate(earlier):
        matcher.set_seq2(old.text)
        best, nearest = 0.0, -1
        for j, new in enumerate(later):
            matcher.set_seq1(new.text)
            # The bounds are there to be used: they spare most of the work, and no result.
            if matcher.real_quick_ratio() > best and matcher.quick_ratio() > best:
                ratio = matcher.ratio()
                if ratio > best:
                    best, nearest = ratio, j
        if nearest >= 0:
            found.add((i, nearest))
    return found


def rapidfuzz_mutual(earlier: Sequence[Passage], later: Sequence[Passage]) -> set[Link]:
    """The most similar paragraph by rapidfuzz's ratio, where that holds both ways."""
    news = [new.text for new in later]
    return _mutual([[fuzz.ratio(old.text, new) for new in news] for old in earlier])


def tfidf_mutual(earlier: Sequence[Passage], later: Sequence[Passage]) -> set[Link]:
    """The nearest paragraph by TF-IDF over words, where that holds both ways."""
    counts = [Counter(re.findall(r"\w+", p.text.lower())) for p in (*earlier, *later)]
    documents = Counter(word for count in counts for word in count)
    vectors = []
    for count in counts:
        vector = {w: n * math.log(len(counts) / documents[w]) for w, n in count.items()}
        length = math.hypot(*vector.values()) or 1.0
        vectors.append({word: weight / length for word, weight in vector.items()})
    postings = defaultdict(list)
    for j, vector in enumerate(vectors[len(earlier) :]):
        for word, weight in vector.items():
            postings[word].append((j, weight))
    rows = []
    for vector in vectors[: len(earlier)]:
        row = [0.0] * len(later)
        for word, weight in vector.items():
            for j, other in postings.get(word, ()):
                row[j] += weight * other
        rows.append(row)
    return _mutual(rows)


def _mutual(rows: Sequence[Sequence[float]]) -> set[Link]:
    """The pairs that are each other's best; what is alike in nothing is not paired."""
    if not rows or not rows[0]:
        return set()
    nearest = [max(range(len(row)), key=row.__getitem__) for row in rows]
    back = [max(range(len(rows)), key=lambda i: rows[i][j]) for j in range(len(rows[0]))]
    return {(i, j) for i, j in enumerate(nearest) if back[j] == i and rows[i][j] > 0}


LONGEST: dict[Peer, int] = {
    same_number: 3000,
    difflib_opcodes: 3000,
    difflib_ratio: 100,
    rapidfuzz_mutual: 1000,
    tfidf_mutual: 1000,
}
NAMES: dict[Peer, str] = {
    same_number: "same number",
    difflib_opcodes: "difflib opcodes",
    difflib_ratio: "difflib.ratio, best",
    rapidfuzz_mutual: "rapidfuzz.ratio, mutual best",
    tfidf_mutual: "word TF-IDF, mutual best",
}
