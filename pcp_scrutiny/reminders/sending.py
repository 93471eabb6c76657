"""Sending each letter once, also when two runs meet and when one is killed.

A run first claims what it is about to tell a person: rows that a unique constraint gives to one
run only. The claim is committed before the letter goes, and the letter tells only what was
claimed. Where the letter certainly did not go, the claim is given up, and the next run tries again:
it could not be written, the mail server could not be reached or would not let us in, or it refused
the letter (``REFUSALS``), or said that it had sent none.

Two things leave a claim without an end, and nobody can know whether the letter went: a run that is
killed between the two, and a connection that is lost or times out once the letter was on its way,
since the server may have accepted it before. Such a claim is kept: of "twice" and "never", never is
the lesser harm here. A response that is overdue is told again within two weeks under a new key, and
it stands on the home page all the while; letters that come twice teach people not to read them. It
is not hidden, either: the run that lost the connection ends with an error, and so does each run
that finds a claim of more than an hour without an end, until somebody who has looked into the mail
server's log says ``--retry-interrupted``.
"""

import socket
from collections import defaultdict
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from smtplib import (
    SMTPAuthenticationError,
    SMTPConnectError,
    SMTPDataError,
    SMTPHeloError,
    SMTPNotSupportedError,
    SMTPRecipientsRefused,
    SMTPSenderRefused,
)
from typing import Any
from uuid import UUID, uuid4

from django.core.mail import EmailMessage, get_connection
from django.utils import timezone

from .models import Sent
from .registry import Letter, Reminder, Source, sources

LONGEST_SENDING = timedelta(hours=1)
"""A claim that is older than this and has no end was interrupted: no run takes so long."""

REFUSALS = (
    socket.gaierror,
    ConnectionRefusedError,
    SMTPConnectError,
    SMTPHeloError,
    SMTPAuthenticationError,
    SMTPNotSupportedError,
    SMTPSenderRefused,
    SMTPRecipientsRefused,
    SMTPDataError,
)
"""After one of these, the mail server has not accepted the letter (RFC 5321, 4.2.1: its answer was
not positive). SMTPServerDisconnected and time-outs do not say."""


class NotSent(Exception):
    """The letter certainly did not go; the cause says why, if there is one."""


@dataclass
class Report:
    """What a run did: a line for each letter that went, for each that did not, and for each that is
    ``in_doubt``, with the reason; and how many claims earlier runs left without an end."""

    sent: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)
    in_doubt: list[str] = field(default_factory=list)
    interrupted: int = 0

    @property
    def is_clean(self) -> bool:
        """Whether there is nothing that somebody has to look at."""
        return not (self.failed or self.in_doubt or self.interrupted)


@dataclass(frozen=True)
class Parcel:
    """All that one source has to tell one person and has not told before."""

    source: Source
    person: Any
    reminders: Sequence[Reminder]

    def letter(self, on: date, keys: set[str] | None = None) -> Letter:
        """The letter that tells it; of some ``keys`` only, where they are given."""
        things = [r.thing for r in self.reminders if keys is None or r.key in keys]
        return self.source.write(self.person, things, on)


def waiting(on: date) -> list[Parcel]:
    """What there is to send on that day."""
    parcels = []
    for source in sources:
        found = list(source.told(on))
        told = _told({reminder.key for reminder in found})
        by_person: dict[Any, list[Reminder]] = defaultdict(list)
        for reminder in found:
            if (reminder.key, reminder.to.pk) not in told:
                by_person[reminder.to].append(reminder)
        parcels += [Parcel(source, person, own) for person, own in by_person.items()]
    return parcels


def _told(keys: set[str]) -> set[tuple[str, int]]:
    rows = Sent.objects.filter(key__in=keys).order_by()
    return set(rows.values_list("key", "person_id"))


def send(on: date, *, now: datetime | None = None) -> Report:
    """Send all that waits on that day. A letter that fails stops no other."""
    run, report = uuid4(), Report()
    report.interrupted = Sent.objects.interrupted((now or timezone.now()) - LONGEST_SENDING).count()
    for parcel in waiting(on):
        keys = _claim(parcel, run)
        if not keys:  # another run was quicker
            continue
        mine = Sent.objects.filter(run=run, person=parcel.person, key__in=keys)
        whom = f"{parcel.person.email}, {parcel.source.name}"
        try:
            subject = _post(parcel, keys, on)
        except NotSent as failure:
            mine.delete()  # not historied: given up, so that the next run tries again
            report.failed.append(f"{whom}: {(failure.__cause__ or failure)!r}")
        except Exception as failure:  # it may have gone: the claim stays, and the others go
            report.in_doubt.append(f"{whom}: {failure!r}")
        else:
            mine.update(sent_at=timezone.now())  # not historied: see Sent
            report.sent.append(f"{parcel.person.email}: {subject}")
    return report


def _post(parcel: Parcel, keys: set[str], on: date) -> str:
    """Write the letter and hand it to the mail server; its subject. Raises NotSent where it
    certainly did not go; whatever else is raised leaves that open."""
    try:
        letter = parcel.letter(on, keys)
        connection = get_connection()
        message = EmailMessage(
            letter.subject, letter.body, to=[parcel.person.email], connection=connection
        )
        message.message()  # raises what is wrong with its headers before anything is sent
        connection.open()
    except Exception as failure:
        raise NotSent from failure
    try:
        number = message.send()
    except REFUSALS as failure:
        raise NotSent from failure
    finally:
        _close(connection)
    if number == 0:
        raise NotSent("The mail server sent no letter.")
    return letter.subject


def _close(connection: Any) -> None:
    """Whether the server says goodbye tells nothing of the letter."""
    with suppress(Exception):
        connection.close()


def _claim(parcel: Parcel, run: UUID) -> set[str]:
    """The keys of a parcel that this run may tell. In one statement: a run that inserts the same
    at the same moment waits for this one, and is left with nothing."""
    now = timezone.now()
    claims = [
        Sent(key=reminder.key, person=parcel.person, run=run, claimed_at=now)
        for reminder in parcel.reminders
    ]
    Sent.objects.bulk_create(claims, ignore_conflicts=True)  # not historied: see Sent
    keys = [claim.key for claim in claims]
    mine = Sent.objects.filter(run=run, person=parcel.person, key__in=keys)
    return set(mine.order_by().values_list("key", flat=True))


def release_interrupted(*, now: datetime | None = None) -> int:
    """Give up the claims that were interrupted, so that they are told again; how many."""
    before = (now or timezone.now()) - LONGEST_SENDING
    return Sent.objects.interrupted(before).delete()[0]  # not historied: see Sent
