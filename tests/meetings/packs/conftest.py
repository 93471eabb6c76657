"""A meeting that has something to withhold."""

from types import SimpleNamespace

import pytest
from django.db import transaction
from django.test import override_settings

from meetings import packs
from meetings.models import Paper
from tests.factories.meetings import (
    ActionFactory,
    AgendaItemFactory,
    AttendanceFactory,
    DeclarationFactory,
    MeetingFactory,
    MinuteEntryFactory,
    PanelMemberFactory,
    PaperFactory,
    VoteFactory,
)

SECRET = "Zanzibar"


@pytest.fixture
def secret():
    """What the public may read nowhere."""
    return SECRET


@pytest.fixture
def meeting(db):
    """That meeting."""
    return something_to_withhold()


@pytest.fixture(scope="module")
def both(django_db_setup, django_db_blocker, tmp_path_factory):
    """Its packs in full and for the public, made once for a module, and the keys of its papers."""
    media = override_settings(MEDIA_ROOT=str(tmp_path_factory.mktemp("media")))
    with django_db_blocker.unblock(), media, transaction.atomic():
        meeting = something_to_withhold()
        papers = Paper.objects.filter(item__meeting=meeting).order_by("item__position", "position")
        made = SimpleNamespace(
            full=packs.make(meeting, audience="full"),
            public=packs.make(meeting, audience="public"),
            papers=list(papers.values_list("pk", flat=True)),
        )
        transaction.set_rollback(True)
    return made


def something_to_withhold():
    """A meeting whose open, restricted and half-restricted items all say something secret where
    the public must not read it, in its papers and in the minutes of the meeting before."""
    last = MeetingFactory(title="Last time", starts_at="2026-06-12T10:30Z", state="draft minutes")
    secret = f"{SECRET} was discussed."
    open_before = AgendaItemFactory(meeting=last, title="Known before")
    MinuteEntryFactory(item=open_before, text="Members welcomed the report.")
    VoteFactory(entry__item=open_before, mover="Councillor Open")
    exempt_before = AgendaItemFactory(meeting=last, title=SECRET, restricted_under=1)
    MinuteEntryFactory(item=exempt_before, text=secret)
    ActionFactory(entry__item=exempt_before, owner=SECRET)
    DeclarationFactory(meeting=last, item=exempt_before, interest=secret)
    AttendanceFactory(meeting=last, name="Councillor Present")
    meeting = MeetingFactory(title="This time")
    first = AgendaItemFactory(meeting=meeting, title="Minutes")
    PaperFactory(item=first, kind="minutes", label="Paper A", text="", minutes_of=last)
    mixed = AgendaItemFactory(meeting=meeting, title="Mixed")
    PaperFactory(item=mixed, label="Paper B", title="Open report", text="# Costs\n\nKnown costs.")
    PaperFactory(item=mixed, label=f"Paper {SECRET}", title=SECRET, text=secret, restricted_under=3)
    closed = AgendaItemFactory(
        meeting=meeting,
        title=SECRET,
        purpose=secret,
        presenter=SECRET,
        special_circumstances=secret,
        is_urgent=True,
        restricted_under=7,
    )
    PaperFactory(item=closed, title=SECRET, text=secret, background=f"A file about {SECRET}")
    PanelMemberFactory(name="Councillor Serving")
    return meeting
