"""``manage.py export_pack MEETING --audience public|full --out FILE``: a pack from the shell."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError

from meetings import packs
from meetings.models import Meeting, Pack
from pcp_scrutiny import pdf


class Command(BaseCommand):
    """Write an agenda pack to a file, the same bytes as the pages make."""

    help = "Write the agenda pack of a meeting as a PDF."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The meeting, for whom, and where to."""
        parser.add_argument(
            "meeting", help="the number of the meeting in its address, or its date (2026-12-11)"
        )
        parser.add_argument("--audience", choices=Pack.Audience.values, required=True)
        parser.add_argument("--out", type=Path, required=True, metavar="FILE")

    def handle(self, *args: Any, meeting: str, audience: str, out: Path, **options: Any) -> None:  # noqa: ARG002
        """Make the pack and write it."""
        try:
            content = packs.make(_find(meeting), audience=audience).content
            out.write_bytes(content)
        except (pdf.Unavailable, packs.CannotMake) as refusal:
            raise CommandError(str(refusal)) from refusal
        except OSError as error:
            raise CommandError(f"{out} cannot be written: {error.strerror}.") from error
        self.stdout.write(f"{out}: {pdf.count_pages(content)} pages.")


def _find(meeting: str) -> Meeting:
    field = "pk" if meeting.isdecimal() else "starts_at__date"
    try:
        found = list(Meeting.objects.filter(**{field: meeting})[:2])
    except (ValueError, ValidationError) as error:
        raise CommandError(f"{meeting} is neither a number nor a date like 2026-12-11.") from error
    if len(found) != 1:
        why = "There is no meeting" if not found else "There is more than one meeting"
        raise CommandError(f"{why} {meeting}. `manage.py shell` or the pages show their numbers.")
    return found[0]
