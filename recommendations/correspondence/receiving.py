"""What cannot be so of a letter that comes in: that it was added before, that it answers what is
about another version, that it is older than what it answers."""

from collections.abc import Sequence
from datetime import date

from django.core.exceptions import ValidationError
from django.utils import timezone

from pcp_scrutiny.components.templatetags.formats import date_gds
from plans.models import PlanVersion

from ..models import Recommendation, ResponseLetter
from .tally import listed


def added_before(data: bytes, text: str, version: PlanVersion | None) -> ResponseLetter | None:
    """The letter that came as the very same bytes, or has the very same words, on a version."""
    of_version = ResponseLetter.objects.filter(version=version)
    return (of_version.with_content(data) | of_version.filter(text=text)).first()


def check_version(recommendations: Sequence[Recommendation], version: PlanVersion | None) -> None:
    """Raises ValidationError where one is about another version than the letter answers on."""
    strange = [r.reference for r in recommendations if r.version_id != (version and version.pk)]
    if strange:
        verb, these = ("is", "that") if len(strange) == 1 else ("are", "those")
        about = (
            f"the {version.get_kind_display().lower()} of {date_gds(version.dated)}"
            if version
            else "matters that are not of a plan"
        )
        raise ValidationError(
            f"The letter answers on {about}, and {listed(strange)} {verb} not about that. Leave "
            f"{these} out here, and add the letter again for the version that it is about."
        )


def check_date(recommendations: Sequence[Recommendation], dated: date) -> None:
    """Raises ValidationError where the letter is dated before the panel said what it answers."""
    raised = Recommendation.objects.filter(pk__in=[r.pk for r in recommendations]).values_list(
        "reference", "raised_in__item__meeting__starts_at"
    )
    later = [(ref, timezone.localtime(at).date()) for ref, at in raised.order_by("reference")]
    later = [(reference, day) for reference, day in later if day > dated]
    if later:
        reference, day = later[0]
        raise ValidationError(
            f"The letter is dated {date_gds(dated)}, before the panel made {reference} on "
            f"{date_gds(day)}. Correct the date of the letter, or leave that answer out."
        )
