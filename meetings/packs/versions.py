"""Which version of a pack it is: what is printed on it once another was published before.

It follows from the record and from what was published, so that the same record gives the same
bytes before and after its publication. It is no part of a plan's digest, which it depends on.
"""

from collections.abc import Collection
from dataclasses import replace

from django.utils import timezone

from ..models import Meeting, Pack
from .digests import digest_now
from .fronts import Version
from .planning import Plan
from .supplements import published


def number(meeting: Meeting, *, audience: str, supplement: int, digest: str) -> int:
    """The version that a pack of that digest is, published or to be published. Full and public
    pack of one record share it."""
    alike = [pack for pack in published(meeting) if pack.supplement == supplement]
    last = max((pack.version for pack in alike), default=0)
    newest = [pack for pack in alike if pack.version == last]
    own = next((pack for pack in newest if pack.audience == audience), None)
    if own is not None:
        return last if own.made_from == digest else last + 1
    is_shared = any(_says_the_same(meeting, pack) for pack in newest)
    return last if is_shared else last + 1


def printed(pack: Pack) -> int | None:
    """The version that stands on a pack; None where it is not known."""
    return pack.manifest[0].get("version") if pack.manifest else None


def numbered(plan: Plan, *, digest: str) -> Plan:
    """The plan with its version on its front, where it is not the first. A supplement has one."""
    if plan.supplement:
        return plan
    found = _version(
        published(plan.meeting),
        number(plan.meeting, audience=plan.audience, supplement=0, digest=digest),
    )
    side, full = (
        replace(one, front=replace(one.front, version=found)) for one in (plan.side, plan.full)
    )
    return replace(plan, side=side, full=full)


def _version(packs: Collection[Pack], wanted: int) -> Version | None:
    before = [pack for pack in packs if not pack.supplement and pack.version == wanted - 1]
    if not before:
        return None
    days = [timezone.localdate(pack.published_at) for pack in before]
    after = [pack.published_at for pack in packs if not pack.supplement and pack.version == wanted]
    until = min(after, default=None)
    supplements = {
        pack.supplement
        for pack in packs
        if pack.supplement
        and pack.published_at >= min(one.published_at for one in before)
        and (until is None or pack.published_at < until)
    }
    return Version(wanted, min(days), len(supplements))


def _says_the_same(meeting: Meeting, pack: Pack) -> bool:
    now = digest_now(
        meeting, audience=pack.audience, supplement=pack.supplement, without=pack.without
    )
    return now == pack.made_from
