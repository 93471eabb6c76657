"""Work that takes long, done by the worker."""

import logging

from django_tasks import task

from pcp_scrutiny import pdf

from . import actions, packs
from .models import Pack

logger = logging.getLogger(__name__)


@task()
def make_pack(pk: int) -> None:
    """Make a waiting pack. It ends made, or failed with the reason in a sentence."""
    pack = actions.begin_pack(pk)
    if pack is None:
        return
    try:
        written = packs.write(pack.meeting, is_public=pack.audience == Pack.Audience.PUBLIC)
        content = written.as_pdf()
    except (pdf.Unavailable, packs.CannotMake) as refusal:
        actions.fail_pack(pk, reason=str(refusal))
    except Exception:
        logger.exception("Pack %s could not be made", pk)
        actions.fail_pack(
            pk,
            reason="Something went wrong that the system did not expect. Ask for it again; "
            "if it fails again, tell whoever runs the system: the details are in its log.",
        )
    else:
        actions.finish_pack(
            pk, content=content, pages=pdf.count_pages(content), made_from=written.digest
        )
