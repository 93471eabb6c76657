"""What changed in a version of a plan, as a paper; and which versions a paper can be of."""

from typing import Any

from django.db.models import QuerySet
from django.utils.safestring import SafeString

from plans.compared import printing
from plans.models import Comparison, PlanVersion

from .models import Paper
from .packs import PAPER_HEADINGS, CannotMake
from .papers import Of

WHOLE = "whole comparison"
KINDS = {
    "comparison": "What changed in a plan: the changes only",
    WHOLE: "What changed in a plan: the whole plan",
}


def revising(meeting: Any) -> QuerySet[PlanVersion]:  # noqa: ARG001
    """The locked versions that revise another."""
    return PlanVersion.objects.locked().filter(comparison__isnull=False).select_related("plan")


def called(version: PlanVersion) -> str:
    """What the paper is usually called."""
    return f"{version.plan}: what changed in the {version.get_kind_display().lower()}"


OF_A_VERSION = Of(
    "version",
    asks="Version of the plan whose changes it shows",
    hint="It is compared with the version it revises",
    missing="Choose the version of the plan",
    choices=revising,
    called=called,
)


def build(paper: Paper, *, is_public: bool) -> SafeString:  # noqa: ARG001
    """The comparison of a version with the one it revises. Raises CannotMake as ``compared``
    does."""
    comparison = compared(paper)
    return printing.fragment(comparison, whole=paper.kind == WHOLE, level=PAPER_HEADINGS)


def version_of(paper: Paper) -> PlanVersion:
    """The version that a paper is of. One that is still open is not for members' papers: it
    raises CannotMake, as a paper does that is of none."""
    version = paper.version
    if version is None:
        raise CannotMake(f"{paper}: it is not said which version of a plan it is about.")
    if not version.is_locked:
        raise CannotMake(
            f"{paper}: {version} is still being corrected. Lock it, or remove the paper from the"
            " agenda, and ask again."
        )
    return version


def compared(paper: Paper) -> Comparison:
    """The comparison of the paper's version with the one it revises. Raises CannotMake where the
    version revises none or is still being compared, and as ``version_of`` does."""
    version = version_of(paper)
    comparison = getattr(version, "comparison", None)
    if comparison is None:
        raise CannotMake(
            f"{paper}: {version} revises no other version, so there is nothing to compare it with."
            " Choose another version, or remove the paper from the agenda, and ask again."
        )
    if comparison.awaited_since is not None:
        raise CannotMake(
            f"{paper}: the two versions are still being compared. Wait until that is done, and ask"
            " again."
        )
    return comparison


def link(paper: Paper) -> str:
    """Where the comparison is read on the screen."""
    comparison = getattr(paper.version, "comparison", None)
    return comparison.get_absolute_url() if comparison else ""
