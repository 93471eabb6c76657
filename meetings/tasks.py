"""Work that takes long, done by the worker."""

import errno
import logging
import time
from collections.abc import Callable, Sequence
from typing import Any

from django_tasks import task

from pcp_scrutiny import pdf

from . import actions, packs
from .models import Pack

logger = logging.getLogger(__name__)

SECONDS = 1.0
"""How often a pack says how far it is, and asks whether it is still wanted."""

UNEXPECTED = (
    "Something went wrong that the system did not expect. Ask for it again; if it fails again, "
    "tell whoever runs the system: the details are in its log."
)
NO_ROOM = (
    "There is no room left on the disk where packs are kept. Nothing is lost: tell whoever runs "
    "the system, and ask for it again once there is room."
)


@task()
def make_pack(pk: int) -> None:
    """Make a waiting pack. It ends made, cancelled, or failed with the reason in a sentence."""
    pack = actions.begin_pack(pk)
    if pack is None:
        return
    try:
        actions.finish_pack(pk, made=_make(pack))
    except packs.Cancelled:
        logger.info("Pack %s was cancelled or given up while it was made", pk)
    except packs.Failed as failed:
        actions.fail_pack(pk, reason=_counted(failed.failures), failures=failed.failures)
    except packs.Leaked as leaked:
        logger.error("Pack %s was refused: %s", pk, leaked)
        actions.fail_pack(pk, reason=f"It was made and thrown away. {leaked}")
    except (pdf.Unavailable, packs.CannotMake) as refusal:
        actions.fail_pack(pk, reason=str(refusal))
    except Exception as fault:
        logger.exception("Pack %s could not be made", pk)
        actions.fail_pack(pk, reason=NO_ROOM if _is_full(fault) else UNEXPECTED)


def _make(pack: Pack) -> packs.Made:
    return packs.make(
        pack.meeting,
        audience=pack.audience,
        supplement=pack.supplement,
        without=pack.without,
        progress=teller(pack.pk),
    )


def teller(pk: int) -> Callable[[str, int, int | None], None]:
    """What tells how far a pack is, once a second. It raises packs.Cancelled when the pack is not
    wanted any more."""
    told = 0.0

    def tell(doing: str, done: int, expected: int | None) -> None:
        nonlocal told
        if told and time.monotonic() < told + SECONDS:
            return
        told = time.monotonic()
        if not actions.tell_pack(pk, doing, done, expected):
            raise packs.Cancelled

    return tell


def _counted(failures: Sequence[dict[str, Any]]) -> str:
    """What the failures come to; what is wrong with each paper is told beside it."""
    papers = sum(1 for failure in failures if failure["paper"] is not None)
    said = [f"{papers} paper{'' if papers == 1 else 's'} could not be made."] if papers else []
    return " ".join(said + [each["reason"] for each in failures if each["paper"] is None])


def _is_full(fault: BaseException) -> bool:
    return isinstance(fault, OSError) and fault.errno in (errno.ENOSPC, errno.EDQUOT)
