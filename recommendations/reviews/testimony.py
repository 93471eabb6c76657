"""Who was invited, who was heard and what was filed: read in full, or as the public may."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ..models import Evidence, Invitation, ScrutinyReview, Witness
from .report import Filed, Heard, Invited


@dataclass(frozen=True)
class Testimony:
    """Witnesses and evidence of one review as far as they may be told of; ``withheld`` has the
    key and the paragraph of Schedule 12A of evidence that may not be."""

    is_public: bool
    witnesses: Sequence[Witness]
    evidence: Sequence[Evidence]
    withheld: Mapping[int, int]


def visible(records: Any, *, is_public: bool) -> list[Any]:
    """All of them, or those that anyone may read."""
    return list(records.public() if is_public else records.all())


def testimony(review: ScrutinyReview, *, is_public: bool) -> Testimony:
    """What was said and sent in. Two queries, or three for the public."""
    heard = review.witnesses.select_related("meeting", "invitation")
    filed = review.evidence.select_related("file", "invitation")
    return Testimony(
        is_public,
        visible(heard, is_public=is_public),
        visible(filed, is_public=is_public),
        dict(filed.withheld()) if is_public else {},
    )


def invited(review: ScrutinyReview, told: Testimony) -> list[Invited]:
    """Those invited, with what came of it."""
    sent: dict[int | None, list[int]] = defaultdict(list)
    for one in told.evidence:
        sent[one.invitation_id].append(one.number)
    present = {one.invitation_id for one in told.witnesses}
    return [
        Invited(
            pk=one.pk,
            name=one.name,
            role=one.role,
            by_letter=one.manner == Invitation.Manner.LETTER,
            invited_on=one.invited_on,
            answered_on=one.answered_on,
            has_declined=one.declined,
            filed=sent[one.pk],
            was_heard=one.pk in present,
            restricted_under=one.restricted_under,
        )
        for one in visible(review.invitations, is_public=told.is_public)
    ]


def why_exempt(part: Witness | Evidence) -> int | None:
    """The paragraph under which it is exempt, itself or through whom it came from."""
    theirs = part.invitation.restricted_under if part.invitation else None
    return part.restricted_under or theirs


def heard(told: Testimony) -> list[Heard]:
    """The witnesses in the order in which they were heard."""
    found = [
        Heard(
            pk=one.pk,
            name=one.name,
            role=one.role,
            day=one.day,
            where=one.meeting.title if one.meeting else one.heard_at,
            url=one.meeting.get_absolute_url() if one.meeting else "",
            restricted_under=why_exempt(one),
        )
        for one in told.witnesses
    ]
    return sorted(found, key=lambda one: (one.day is None, one.day, one.pk))


def filed(told: Testimony) -> list[Filed]:
    """The evidence by number; of what is withheld, the number and the paragraph."""
    found = [
        Filed(
            number=one.number,
            pk=one.pk,
            title=one.title,
            source=one.source,
            received_on=one.received_on,
            file_name=one.file.name if one.file else "",
            size=one.file.size if one.file else 0,
            text=one.text,
            restricted_under=why_exempt(one),
        )
        for one in told.evidence
    ]
    places = Evidence.objects.filter(pk__in=told.withheld).values_list("pk", "number")
    found += [
        Filed(number, restricted_under=told.withheld[pk], is_withheld=True)
        for pk, number in (places if told.withheld else ())
    ]
    return sorted(found, key=lambda one: one.number)
