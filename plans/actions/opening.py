"""Nothing is written to a version unless it is open, and held until the writing is done."""

from django.core.exceptions import ValidationError

from ..models import PlanVersion


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
