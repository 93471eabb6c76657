"""The bar every letter of these tests is held to: each pair whole, no citation too many."""

from dataclasses import dataclass

from plans.citations import Citation
from recommendations.letters import Letter


@dataclass(frozen=True)
class Expected:
    """How a point and its response begin and end, what they cite, and what the answer comes to.

    ``cites`` and ``point_cites`` are labels of the plan, in order; ``elsewhere`` is what the
    response cites in other documents, as (document, *labels).
    """

    point: str
    response: str
    ends: str
    decision: str
    cites: tuple[str, ...] = ()
    point_cites: tuple[str, ...] = ()
    elsewhere: tuple[tuple[str, ...], ...] = ()
    number: str = ""


def check(letter: Letter, expected: list[Expected]) -> None:
    wanted_points = [e.point for e in expected]
    found_points = [p.point[: len(e)] for p, e in zip(letter.pairs, wanted_points, strict=False)]
    assert (len(letter.pairs), found_points) == (len(expected), wanted_points)
    for pair, wanted in zip(letter.pairs, expected, strict=True):
        assert (
            pair.response[: len(wanted.response)],
            pair.response[-len(wanted.ends) :],
            of_the_plan(pair.citations),
            of_others(pair.citations),
            of_the_plan(pair.point_citations),
            pair.decision,
            pair.number,
        ) == (
            wanted.response,
            wanted.ends,
            wanted.cites,
            wanted.elsewhere,
            wanted.point_cites,
            wanted.decision,
            wanted.number,
        )
        assert pair.reason.split()[0] in pair.response


def of_the_plan(citations: tuple[Citation, ...]) -> tuple[str, ...]:
    return tuple(label for c in citations if c.document == "plan" for label in c.labels)


def of_others(citations: tuple[Citation, ...]) -> tuple[tuple[str, ...], ...]:
    return tuple((c.document, *c.labels) for c in citations if c.document != "plan")
