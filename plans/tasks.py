"""Work on plans that takes long, done by the worker."""

import logging
import time

from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django_tasks import task

from pcp_scrutiny import documents

from . import actions, arrivals
from .models import Reading

logger = logging.getLogger(__name__)

UNEXPECTED = (
    "Something went wrong that the system did not expect. Try it again; if it fails again, tell"
    " whoever runs the system: the details are in its log."
)

SECONDS = 1.0
"""How often a reading says how far it is."""


@task()
def read_version(pk: int) -> None:
    """Read a file that was sent in. It ends as a version, or failed with the reason."""
    reading = actions.begin_reading(pk)
    if reading is None:
        return
    try:
        actions.finish_reading(pk, _read(reading))
    except documents.Unreadable as refusal:
        actions.fail_reading(pk, reason=str(refusal))
    except ValidationError as refusal:
        actions.fail_reading(pk, reason=" ".join(refusal.messages))
    except Exception:
        logger.exception("Reading %s ended unexpectedly", pk)
        actions.fail_reading(
            pk,
            reason=UNEXPECTED,
        )


def _read(reading: Reading) -> arrivals.Arrival:
    told = time.monotonic()

    def tell(done: int, total: int) -> None:
        nonlocal told
        if time.monotonic() >= told + SECONDS:
            told = time.monotonic()
            actions.tell_pages(reading.pk, done, total)

    with reading.source.content.open("rb") as file:
        return arrivals.read_file(file.read(), reading.source.name, progress=tell)


@task()
def renew_comparison(pk: int, by: int) -> None:
    """Bring a comparison up to date that is awaited. It ends done, or with the reason why not."""
    officer = get_user_model().objects.get(pk=by)
    try:
        actions.renew_awaited(pk, by=officer)
    except Exception:
        logger.exception("Comparison %s ended unexpectedly", pk)
        actions.fail_comparison(pk, reason=UNEXPECTED, by=officer)
