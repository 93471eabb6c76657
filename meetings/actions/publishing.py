"""Publishing an agenda pack: from then on nothing of it changes."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from pcp_scrutiny import history
from pcp_scrutiny.panel.models import Panel

from .. import kept_files, notice
from ..models import Meeting, Pack
from ..packs import leaks
from .agenda import publish_agenda
from .locking import hold
from .packs import says_now

NAMED = 3
"""So many of the leaks found are told; the rest are counted."""


def publish_pack(pack: Pack, *, by: Any, now: datetime | None = None) -> Pack:
    """Publish a pack that was made and is still what the record says. The public pack of a
    planned meeting records that its agenda was published, too.

    The file as it is kept is read again before: its checksum, and, of a public one, that nothing
    of what is restricted is in it. Raises ValidationError where anything keeps it from happening.
    """
    now = now or history.now()
    _refuse_unmade(pack)
    # Reading a long file takes a while, in which nobody should be kept from the meeting.
    secrets = leaks.secrets_of(pack.meeting) if pack.audience == Pack.Audience.PUBLIC else None
    _check_files(pack, secrets)
    with transaction.atomic():
        held = hold(pack.meeting)
        pack = Pack.objects.select_for_update().get(pk=pack.pk)
        _refuse_unmade(pack)
        if pack.supplement:
            _refuse_supplement(held, pack)
        is_as_read = secrets is None or leaks.secrets_of(held) == secrets
        if not is_as_read or says_now(held, pack) != pack.made_from:
            raise ValidationError(
                "The record has changed since this pack was made. Make it again, look at it, and "
                "publish that."
            )
        return _publish(held, pack, by=by, now=now)


def _publish(held: Meeting, pack: Pack, *, by: Any, now: datetime) -> Pack:
    day = timezone.localdate(now)
    pack.version = _version(held, pack)
    is_the_agenda = pack.audience == Pack.Audience.PUBLIC and not pack.supplement
    if is_the_agenda and held.state == Meeting.State.PLANNED:
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
    """The next number; or that of the other audience's pack, where the record is still what that
    one says."""
    alike = held.packs.exclude(published_at=None).filter(supplement=pack.supplement)
    last = alike.order_by("version", "pk").last()
    if last is None:
        return 1
    own = alike.filter(audience=pack.audience, version=last.version).first()
    if own is None:
        return last.version if says_now(held, last) == last.made_from else last.version + 1
    if own.made_from == pack.made_from:
        raise ValidationError(
            f"Nothing has changed since version {own.version} was published, so there is nothing "
            "to publish anew."
        )
    return last.version + 1
