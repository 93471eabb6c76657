"""The paragraphs of a version, found by the labels that cite them."""

from collections.abc import Iterator
from dataclasses import dataclass

from . import citations
from .models import Paragraph, PlanVersion
from .resolution import Place, resolve


class Paragraphs:
    """The paragraphs of one version, found by the labels that cite them. One query."""

    def __init__(self, version: PlanVersion | None) -> None:
        self.version = version
        self.all: list[Paragraph] = list(version.paragraphs.all()) if version else []
        self.places = [Place(p.label, tuple(p.heading), p.page) for p in self.all]

    def find(self, label: str) -> list[Paragraph]:
        """The paragraphs that a label stands for in this version."""
        return [self.all[i] for i in resolve(label, self.places)]

    @property
    def headings(self) -> list[str]:
        """Every heading of the version, once, in order."""
        return list(dict.fromkeys(heading for p in self.all for heading in p.heading))


@dataclass(frozen=True, slots=True)
class Named:
    """A place of the plan that a text names: the words, and the paragraph they stand for, None
    where the version has no such place."""

    words: str
    label: str
    paragraph: Paragraph | None


def named_in(text: str, paragraphs: Paragraphs) -> Iterator[Named]:
    """The places of the plan that a text names, in order, each label once with the first paragraph
    it stands for."""
    seen = set()
    for found in citations.find(text, headings=paragraphs.headings):
        for label in found.labels:
            if found.document == "plan" and label not in seen:
                seen.add(label)
                yield Named(found.text, label, next(iter(paragraphs.find(label)), None))
