"""Publishing an agenda pack: from then on nothing of it changes."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from pcp_scrutiny import history
from pcp_scrutiny.panel.models import Panel

from .. import kept_files, notice
from ..models import Meeting, Pack
from ..packs import CannotMake, leaks, versions
from .agenda import publish_agenda
from .locking import hold
from .packs import says_now

NAMED = 3
"""So many of the leaks found are told; the rest are counted."""


def publish_pack(pack: Pack, *, by: Any, now: datetime | None = None) -> Pack:
    """Publish one pack, as ``publish_packs`` does."""
    return publish_packs([pack], by=by, now=now)[0]


def publish_packs(chosen: Sequence[Pack], *, by: Any, now: datetime | None = None) -> list[Pack]:
    """Publish packs of one meeting that were made and are still what the record says: all of them,
    or none. The public pack of a planned meeting records that its agenda was published, too.

    The files as they are kept are read again before: their checksums, and, of a public pack, that
    nothing of what is restricted is in it. Raises ValidationError where anything keeps it from
    happening.
    """
    now = now or history.now()
    for pack in chosen:
        _refuse_unmade(pack)
    # Reading long files takes a while, in which nobody should be kept from the meeting.
    read = _Read(chosen)
    for pack in chosen:
        _check_files(pack, read.secrets if _is_public(pack) else None)
    with transaction.atomic():
        held = hold(chosen[0].meeting)
        is_as_read = read.still_stands()
        return [_take(held, pack, is_as_read, by=by, now=now) for pack in chosen]


class _Read:
    """What is restricted, as it was read before the meeting was locked."""

    def __init__(self, chosen: Sequence[Pack]) -> None:
        self._meeting = chosen[0].meeting
        self._standing = history.standing()
        self.secrets = _secrets_of(self._meeting) if any(map(_is_public, chosen)) else None

    def still_stands(self) -> bool:
        """Whether it is the same now. It is not read again where nothing at all was written."""
        if self.secrets is None:
            return True
        if self._standing.is_quiet and history.standing().stamp == self._standing.stamp:
            return True
        return _secrets_of(self._meeting) == self.secrets


def _secrets_of(meeting: Meeting) -> leaks.Secrets:
    try:
        return leaks.secrets_of(meeting)
    except CannotMake as refusal:
        raise ValidationError(str(refusal)) from refusal


def _is_public(pack: Pack) -> bool:
    return pack.audience == Pack.Audience.PUBLIC


def _take(held: Meeting, pack: Pack, is_as_read: bool, *, by: Any, now: datetime) -> Pack:
    """Publish one of them, with the meeting locked."""
    pack = Pack.objects.select_for_update().get(pk=pack.pk)
    _refuse_unmade(pack)
    if pack.supplement:
        _refuse_supplement(held, pack)
    if not is_as_read or says_now(held, pack) != pack.made_from:
        raise ValidationError(
            "The record has changed since this pack was made. Make it again, look at it, and "
            "publish that."
        )
    return _publish(held, pack, by=by, now=now)


def _publish(held: Meeting, pack: Pack, *, by: Any, now: datetime) -> Pack:
    day = timezone.localdate(now)
    pack.version = _version(held, pack)
    is_the_agenda = _is_public(pack) and not pack.supplement
    if is_the_agenda and held.state == Meeting.State.PLANNED:
        _refuse_past(held, day)
        publish_agenda(held, on=day, by=by)
    pack.published_at, pack.published_by = now, by
    pack.clear_days = notice.clear_days(day, held.day, nation=Panel.current().nation)
    named = pack.called if pack.version == 1 else f"{pack.called}, version {pack.version}"
    return history.save(pack, by=by, why=f"Published: {named}")


def _refuse_unmade(pack: Pack) -> None:
    if pack.state != Pack.State.MADE:
        raise ValidationError("Only a pack that has been made can be published.")
    if pack.is_published:
        raise ValidationError("This pack has been published already.")


def _refuse_past(held: Meeting, day: date) -> None:
    if day > held.day:
        raise ValidationError(
            f"This meeting was held on {held.day.day} {held.day:%B %Y}, so its agenda was not "
            "published today, as publishing this pack would record. Record on the page of the "
            "meeting when it was published; then this pack can be published."
        )


def _refuse_supplement(held: Meeting, pack: Pack) -> None:
    published = held.packs.exclude(published_at=None).filter(audience=pack.audience)
    if not published.filter(supplement=0).exists():
        raise ValidationError(
            f"A supplement adds to what was published. Publish the {pack.audience} pack first."
        )
    if published.filter(supplement=pack.supplement).exists():
        raise ValidationError(
            f"Supplement {pack.supplement} has been published already. Make the next one."
        )


def _check_files(pack: Pack, secrets: leaks.Secrets | None) -> None:
    """Read what was kept. ``secrets`` are what may not be in it; None where all may."""
    with kept_files.open_file(pack) as file:
        content = file.read()
    edition = kept_files.read_edition(pack)
    if secrets is None:
        return
    if found := [*leaks.find(content, secrets), *leaks.find_in_text(edition, secrets)]:
        raise ValidationError(in_words(found))


def in_words(found: Sequence[leaks.Leak]) -> str:
    """What was found in a public pack that the public may not see, as a refusal."""
    named = " ".join(str(leak) for leak in found[:NAMED])
    more = len(found) - NAMED
    told = f" It was found in {more} more place{'' if more == 1 else 's'}." if more > 0 else ""
    return f"It was not published, because the public may not see all that is in it. {named}{told}"


def _version(held: Meeting, pack: Pack) -> int:
    """The version that it is, which stands on its front. Raises ValidationError where there is
    nothing new in it, or something was published since it was made that makes it another."""
    alike = held.packs.exclude(published_at=None).filter(supplement=pack.supplement)
    version = versions.number(
        held, audience=pack.audience, supplement=pack.supplement, digest=pack.made_from
    )
    if alike.filter(audience=pack.audience, version=version).exists():
        raise ValidationError(
            f"Nothing has changed since version {version} was published, so there is nothing to "
            "publish anew."
        )
    if pack.supplement and version > 1:
        raise ValidationError(
            f"Supplement {pack.supplement} was published for the other audience, and what it says "
            "has changed since. A supplement has one version: make the next version of the pack, "
            "for both."
        )
    if versions.printed(pack) not in (None, version):
        raise ValidationError(
            f"Another version was published since this pack was made: this is version {version} "
            "now. Make it again, so that it says so."
        )
    return version
