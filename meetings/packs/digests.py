"""Whether packs still say what the record says."""

from collections.abc import Iterable

from ..models import Meeting, Pack
from .planning import plan
from .refusals import CannotMake


def digest_now(
    meeting: Meeting, *, audience: str, supplement: int = 0, without: Iterable[int] = ()
) -> str:
    """The digest of a pack made at this moment; empty where none can be made."""
    try:
        return plan(
            meeting, audience=audience, supplement=supplement, without=tuple(without)
        ).digest
    except CannotMake:
        return ""


def is_out_of_date(pack: Pack) -> bool:
    """Whether the record has moved on since the pack was made: something was added, reworded,
    removed or marked exempt."""
    return bool(out_of_date(pack.meeting, [pack]))


def out_of_date(meeting: Meeting, packs: Iterable[Pack]) -> set[int]:
    """Which of the meeting's packs that were made no longer say what the record says."""
    made = [pack for pack in packs if pack.state == Pack.State.MADE]
    now = {asked: "" for pack in made if (asked := _asked(pack))}
    for audience, supplement, without in now:
        now[audience, supplement, without] = digest_now(
            meeting, audience=audience, supplement=supplement, without=without
        )
    return {pack.pk for pack in made if not pack.made_from or pack.made_from != now[_asked(pack)]}


def _asked(pack: Pack) -> tuple[str, int, tuple[int, ...]]:
    return pack.audience, pack.supplement, tuple(sorted(pack.without))
