"""Nothing is written to a version unless it is open, and held until the writing is done."""

from collections.abc import Sequence

from django.core.exceptions import ValidationError

from pcp_scrutiny import history

from ..models import Paragraph, PlanVersion


def hold_open(version: PlanVersion) -> PlanVersion:
    """The version as it now is, locked against other writers until the transaction ends.

    Raises ValidationError if its text stands.
    """
    held = PlanVersion.objects.select_for_update().get(pk=version.pk)
    if held.is_locked:
        raise ValidationError(
            f"{held} has been locked, so its text can no longer change. Nothing was saved."
        )
    return held


def hold_headings(paragraph: Paragraph, *, seen: Sequence[str] | None) -> Paragraph:
    """The paragraph as it now is, its version held as by ``hold_open``.

    Raises history.Stale where other headings stand above it than those ``seen``.
    """
    held = hold_open(paragraph.version).paragraphs.get(pk=paragraph.pk)
    if seen is None or list(held.heading) != list(seen):
        raise history.Stale(held)
    return held
