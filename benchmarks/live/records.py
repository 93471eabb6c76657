"""Writes a meeting in progress with those who type and those who read, and prints what a client
needs to be each of them; or holds the minutes against what was sent.

    python -m benchmarks.live.records write OFFICERS MEMBERS
    python -m benchmarks.live.records check   (what was sent on standard input)
"""

import json
import sys
from uuid import uuid4

import django

django.setup()

from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY  # noqa: E402
from django.contrib.sessions.backends.db import SessionStore  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.utils import timezone  # noqa: E402

from meetings.models import AgendaItem, Meeting, MinuteEntry  # noqa: E402
from pcp_scrutiny import history  # noqa: E402
from pcp_scrutiny.accounts.models import User  # noqa: E402

ITEMS, BEFORE = 12, 120
"""Items on the agenda, and entries that are minuted when the measuring begins."""

SENTENCE = (
    "Members asked how the figures in the report compared with those of the year before, and were "
    "told that recorded crime had fallen by 3 per cent while calls for help had grown."
)


def write(officers: int, members: int) -> dict[str, object]:
    """A meeting in progress; a session for each person."""
    call_command("migrate", verbosity=0)
    meeting = Meeting(title="Police and Crime Panel", starts_at=timezone.now(), venue="County Hall")
    meeting.state = Meeting.State.IN_PROGRESS
    history.save(meeting, by=None, why="Made up")
    items = [
        AgendaItem(meeting=meeting, position=n, number=str(n), title=f"Business {n}")
        for n in range(1, ITEMS + 1)
    ]
    items = history.create_many(AgendaItem, items, by=None, why="Made up")
    entries = [
        MinuteEntry(item=items[n % ITEMS], position=1024 * (n + 1), text=f"{n}. {SENTENCE}")
        for n in range(BEFORE)
    ]
    history.create_many(MinuteEntry, entries, by=None, why="Made up")
    return {
        "meeting": meeting.pk,
        "items": [item.pk for item in items],
        "before": BEFORE,
        "officers": [_signed_in(f"officer{n}", is_officer=True) for n in range(officers)],
        "members": [_signed_in(f"member{n}", is_member=True) for n in range(members)],
    }


def _signed_in(name: str, **roles: bool) -> str:
    user = User.objects.create(email=f"{name}@bench.example", name=name, **roles)
    session = SessionStore(session_key=uuid4().hex)
    session[SESSION_KEY] = str(user.pk)
    session[BACKEND_SESSION_KEY] = "django.contrib.auth.backends.ModelBackend"
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    session.save(must_create=True)
    return session.session_key


def check(sent: dict[str, str]) -> dict[str, int]:
    """How many entries of those sent are not there, are there twice, or say something else."""
    found: dict[str, list[str]] = {}
    for uid, text in MinuteEntry.objects.values_list("uid", "text"):
        found.setdefault(str(uid), []).append(text)
    return {
        "lost": sum(uid not in found for uid in sent),
        "twice": sum(len(texts) > 1 for texts in found.values()),
        "other": sum(found.get(uid, [text]) != [text] for uid, text in sent.items()),
        "beside": len(found.keys() - sent.keys()) - BEFORE,
    }


if __name__ == "__main__":
    verb, *numbers = sys.argv[1:]
    done = write(*map(int, numbers)) if verb == "write" else check(json.load(sys.stdin))
    print(json.dumps(done))
