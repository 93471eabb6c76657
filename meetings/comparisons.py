"""What changed in a version of a plan, as a paper."""

from django.utils.safestring import SafeString

from plans.compared import printing

from .models import Paper
from .packs import PAPER_HEADINGS, CannotMake

WHOLE = "whole comparison"
KINDS = {
    "comparison": "What changed in a plan: the changes only",
    WHOLE: "What changed in a plan: the whole plan",
}


def build(paper: Paper, *, is_public: bool) -> SafeString:  # noqa: ARG001
    """The comparison of a version with the one it revises. A version that is still open is not
    for members' papers: it raises CannotMake, as does one that revises no other."""
    version = paper.version
    comparison = getattr(version, "comparison", None)
    if comparison is None:
        raise CannotMake(f"{paper}: it is not said which version of a plan it is about.")
    if not version.is_locked:
        raise CannotMake(
            f"{paper}: {version} is still being corrected. Lock it, or remove the paper from the"
            " agenda, and ask again."
        )
    if comparison.awaited_since is not None:
        raise CannotMake(
            f"{paper}: the two versions are still being compared. Wait until that is done, and ask"
            " again."
        )
    return printing.fragment(comparison, whole=paper.kind == WHOLE, level=PAPER_HEADINGS)


def link(paper: Paper) -> str:
    """Where the comparison is read on the screen."""
    comparison = getattr(paper.version, "comparison", None)
    return comparison.get_absolute_url() if comparison else ""
