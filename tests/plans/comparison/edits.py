"""Plans made up from a seed, and edits to them of which it is known what became of what."""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from plans.comparison import Change, Passage


def _phrases(text: str) -> list[str]:
    return text.split("|")


SUBJECTS = _phrases(
    "The Commissioner|Neighbourhood teams|The force|Community safety partnerships|Each district"
    "|The victims' service|Volunteers|The rural crime team|Youth workers|The control room"
    "|The Chief Constable|Local councils|The fraud desk|Schools officers|The probation service"
)
VERBS = _phrases(
    "will publish|will review|must strengthen|intends to fund|will share|has to measure|will expand"
    "|should protect|will recruit|is to simplify|will monitor|undertakes to restore|will evaluate"
)
OBJECTS = _phrases(
    "the response to burglary|patrols at night|support for people at risk|the handling of calls"
    "|its estate|training in digital evidence|the number of special constables|restorative justice"
    "|the use of stop and search|work against county lines|body worn cameras|the custody suites"
    "|help for those who were harmed|speed enforcement|action on domestic abuse|wildlife crime"
    "|the complaints process|data on hate incidents|drug treatment|the website for reporting"
    "|advice to small firms|the cadet scheme|mental health triage|the precept|its vehicle fleet"
)
PLACES = _phrases(
    "in every market town|along the coast|near railway stations|across the northern parishes"
    "|within the city wards|on trunk roads|around licensed premises|in sheltered housing|at sea"
    "|in villages without a station|on housing estates|in the three hospitals|at festivals"
)
TIMES = _phrases(
    "by the end of March|each quarter|before the next budget|over the life of this plan|from June"
    "|within eighteen months|twice a year|as soon as funds allow|during the first year"
)
REASONS = _phrases(
    "because residents named it first in the survey|so that confidence may recover"
    "|since inspectors found it wanting|as demand has grown by a third|in order to spend less"
    "|for the panel has asked for it|so that nobody is turned away|although grants are falling"
    "|where partners agree to share the cost|as the audit committee advised"
)
EXTRA = _phrases("carefully|openly|locally|jointly|promptly|fairly|plainly|steadily|visibly|fully")
OTHER_WORDS = _phrases(
    "enduring|practical|renewed|tailored|lasting|sensible|modest|shared|regional|effective"
)
HEADINGS = _phrases(
    "Visible policing|Victims|Rural crime|Young people|Value for money|Roads|Partnership"
)


def plan(size: int, rng: random.Random) -> list[Passage]:
    """A plan of numbered paragraphs under headings; some are short, a few refer to others."""
    passages = []
    for number in range(1, size + 1):
        heading = HEADINGS[(number - 1) * len(HEADINGS) // size]
        text = paragraph(rng)
        if rng.random() < 0.1:
            text += f" See paragraph {rng.randint(1, size)}."
        passages.append(Passage(str(number), (heading,), text))
    return passages


def paragraph(rng: random.Random, sentences: int | None = None) -> str:
    count = sentences or rng.choice((1, 1, 2, 3, 3, 4))
    return " ".join(sentence(rng) for _ in range(count))


def sentence(rng: random.Random) -> str:
    parts = [rng.choice(SUBJECTS), rng.choice(VERBS), rng.choice(OBJECTS), rng.choice(PLACES)]
    if rng.random() < 0.7:
        parts.append(rng.choice(TIMES))
    if rng.random() < 0.6:
        parts.append(rng.choice(REASONS))
    if rng.random() < 0.3:
        parts.append(f"at a cost of £{rng.randint(12, 990)},000")
    return " ".join(parts) + "."


def reworded(text: str, rng: random.Random, *, share: float = 0.12) -> str:
    """That share of the words, and at least one, goes, comes or is another one."""
    words = text.split()
    for _ in range(max(1, round(len(words) * share))):
        at = rng.randrange(len(words))
        edit = rng.randrange(3)
        if edit == 0:
            words.insert(at, rng.choice(EXTRA))
        elif edit == 1:
            words[at] = rng.choice(OTHER_WORDS)
        elif len(words) > 6:
            del words[at]
    return " ".join(words)


@dataclass
class Edited:
    """Both versions, and which earlier passage is in which later one."""

    earlier: list[Passage]
    later: list[Passage]
    links: set[tuple[int, int]]
    kinds: dict[tuple[int, ...], str]  # by the earlier passages' indexes


@dataclass
class _Line:
    passage: Passage
    sources: tuple[int, ...]


def edit(
    earlier: Sequence[Passage],
    rng: random.Random,
    *,
    reword: int = 0,
    rewrite: int = 0,
    split: int = 0,
    merge: int = 0,
    move: int = 0,
    insert: int = 0,
    delete: int = 0,
) -> Edited:
    """So many edits of each sort, no two on one paragraph, then all is numbered anew."""
    lines = [_Line(p, (i,)) for i, p in enumerate(earlier)]
    kinds: dict[tuple[int, ...], str] = {}
    fresh = list(range(len(lines)))
    rng.shuffle(fresh)

    def take(suits: Callable[[int], bool] = lambda i: True) -> int:  # noqa: ARG005
        at = next(n for n, i in enumerate(fresh) if suits(i))
        return fresh.pop(at)

    def place(i: int) -> int:
        return next(at for at, line in enumerate(lines) if line.sources == (i,))

    for _ in range(merge):
        i = take(lambda i: i + 1 in fresh)
        fresh.remove(i + 1)
        at = place(i)
        both = f"{lines[at].passage.text} {lines[at + 1].passage.text}"
        lines[at : at + 2] = [_Line(replace(lines[at].passage, text=both), (i, i + 1))]
        kinds[i, i + 1] = "merged"
    for _ in range(split):
        i = take(lambda i: earlier[i].text.count(". ") >= 1)
        at = place(i)
        sentences = earlier[i].text.split(". ")
        cut = max(1, len(sentences) // 2)
        parts = (". ".join(sentences[:cut]) + ".", ". ".join(sentences[cut:]))
        lines[at : at + 1] = [_Line(replace(earlier[i], text=part), (i,)) for part in parts]
        kinds[(i,)] = "split"
    for _ in range(delete):
        i = take()
        del lines[place(i)]
        kinds[(i,)] = "removed"
    for at in range(reword + rewrite):
        i = take()
        line = lines[place(i)]
        share = 0.12 if at < reword else 0.4
        line.passage = replace(line.passage, text=reworded(line.passage.text, rng, share=share))
        kinds[(i,)] = "reworded"
    for _ in range(move):
        i = take()
        line = lines.pop(at := place(i))
        further = [n for n in range(len(lines) + 1) if abs(n - at) > 5]
        lines.insert(rng.choice(further), line)
        kinds[(i,)] = "moved"
    for _ in range(insert):
        at = rng.randint(0, len(lines))
        heading = lines[min(at, len(lines) - 1)].passage.heading
        lines.insert(at, _Line(Passage("", heading, paragraph(rng, 3)), ()))
    return _renumbered(earlier, lines, kinds)


def _renumbered(
    earlier: Sequence[Passage], lines: list[_Line], kinds: dict[tuple[int, ...], str]
) -> Edited:
    first: dict[int, int] = {}
    for number, line in enumerate(lines, start=1):
        for i in line.sources:
            first.setdefault(i, number)
    later = []
    for number, line in enumerate(lines, start=1):
        text, reference = line.passage.text, line.passage.text.rpartition("See paragraph ")[2]
        if text.endswith(f"See paragraph {reference}") and reference[:-1].isdigit():
            target = first.get(int(reference[:-1]) - 1)
            if target:
                text = text[: -len(reference)] + f"{target}."
        later.append(replace(line.passage, label=str(number), text=text))
    links = {(i, j) for j, line in enumerate(lines) for i in line.sources}
    return Edited(list(earlier), later, links, kinds)


def links(changes: Sequence[Change]) -> set[tuple[int, int]]:
    return {(i, j) for change in changes for i in change.earlier for j in change.later}


def scores(found: set[tuple[int, int]], true: set[tuple[int, int]]) -> tuple[float, float, float]:
    """Precision, recall and F1 over links."""
    right = len(found & true)
    precision = right / len(found) if found else 1.0
    recall = right / len(true) if true else 1.0
    return precision, recall, 2 * right / (len(found) + len(true)) if found or true else 1.0
