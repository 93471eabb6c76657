"""``manage.py send_reminders``: the letters about what is due, for cron."""

from datetime import date
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from pcp_scrutiny.components.templatetags.formats import count
from pcp_scrutiny.reminders import sending

INTERRUPTED = (
    "{what} begun by an earlier run which was stopped, or lost the mail server, in the middle. It "
    "is not known whether the letters went. Look into the mail server's log; if they did not, run "
    "the command with --retry-interrupted."
)
IN_DOUBT = (
    "What is not known to have gone is not sent again by itself. Look into the mail server's log; "
    "if it did not go, run the command with --retry-interrupted, an hour from now or later."
)


class Command(BaseCommand):
    """Ends with 1 where a letter could not be sent or its fate is not known."""

    help = "Send the letters about what is due. Run it once a day: it never sends one twice."

    def add_arguments(self, parser: CommandParser) -> None:
        """The day, and what to do about letters."""
        parser.add_argument("--on", type=_day, metavar="YYYY-MM-DD", help="as on that day")
        parser.add_argument(
            "--dry-run", action="store_true", help="say what would be sent, and send nothing"
        )
        parser.add_argument(
            "--retry-interrupted",
            action="store_true",
            help="send again what an earlier run left in doubt, an hour ago or more",
        )

    def handle(self, *, on: date | None, dry_run: bool, retry_interrupted: bool, **_: Any) -> None:
        """Send, and say what was sent."""
        today = timezone.localdate()
        day = on or today
        if dry_run:
            self._show(day)
            return
        if day > today:
            raise CommandError("That day has not come. Use --dry-run to see what it would send.")
        if retry_interrupted:
            sending.release_interrupted()
        report = sending.send(day)
        for line in report.sent:
            self.stdout.write(f"Sent to {line}")
        self.stdout.write(f"{count(report.sent, 'letter')} sent.")
        if not report.is_clean:
            raise CommandError("\n".join(_problems(report)))

    def _show(self, day: date) -> None:
        parcels = sending.waiting(day)
        for parcel in parcels:
            letter = parcel.letter(day)
            self.stdout.write(f"To {parcel.person.email}: {letter.subject}\n\n{letter.body}\n\n")
        self.stdout.write(f"{count(parcels, 'letter')} would be sent. Nothing was.")


def _problems(report: sending.Report) -> list[str]:
    problems = [f"Could not be sent to {line}" for line in report.failed]
    if report.failed:
        problems.append(f"{count(report.failed, 'letter')} not sent. The next run tries again.")
    problems += [f"It is not known whether the letter went to {line}" for line in report.in_doubt]
    if report.in_doubt:
        problems.append(IN_DOUBT)
    if report.interrupted:
        were = "reminder was,reminders were"
        problems.append(INTERRUPTED.format(what=count(report.interrupted, were)))
    return problems


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise CommandError(f"“{text}” is no date. Write it as 2026-11-22.") from None
