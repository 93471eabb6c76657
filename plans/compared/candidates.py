"""What a paragraph without a counterpart may have become, or come from."""

from collections.abc import Sequence

from rapidfuzz import fuzz, process

from ..models import Comparison, Paragraph
from .changes import Change

MOST = 3
ENOUGH = 45
"""Of 100, rapidfuzz's ratio of shared words. Below it two paragraphs have only their small words
in common."""


def candidates(comparison: Comparison, change: Change) -> Sequence[Paragraph]:
    """The likeliest counterparts of something new or gone, among all that has none, the likeliest
    first."""
    if change.earlier and change.later:
        return ()
    side = "later" if change.is_removed else "earlier"
    version = comparison.later if change.is_removed else comparison.earlier
    kind = "added" if change.is_removed else "removed"
    alone = comparison.revisions.filter(kind=kind, confirmed_at__isnull=True).values(side)
    others = list(version.paragraphs.filter(pk__in=alone).order_by("position", "pk"))
    found = process.extract(
        " ".join(p.text for p in change.shown),
        [paragraph.text for paragraph in others],
        scorer=fuzz.token_set_ratio,
        limit=MOST,
        score_cutoff=ENOUGH,
    )
    return [others[at] for _, _, at in found]
