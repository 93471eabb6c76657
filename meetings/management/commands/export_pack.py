"""``manage.py export_pack MEETING --audience public|full [--supplement N] --out FILE``: a pack from
the shell."""

import hashlib
import os
from argparse import ArgumentParser
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError

from meetings import packs
from meetings.models import Meeting, Pack, Paper
from meetings.querysets import PackQuerySet
from pcp_scrutiny import pdf
from pcp_scrutiny.pdf import uploads

OF_ALL = 0o666  # before the umask: what other files get that a person makes


class Command(BaseCommand):
    """Write an agenda pack to a file, the same bytes as the pages make."""

    help = "Write the agenda pack of a meeting as a PDF."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The meeting, for whom, which supplement, and where to."""
        parser.add_argument(
            "meeting", help="the number of the meeting in its address, or its date (2026-12-11)"
        )
        parser.add_argument("--audience", choices=Pack.Audience.values, required=True)
        parser.add_argument(
            "--supplement",
            type=int,
            default=0,
            metavar="N",
            help="supplement N to the pack, as published, or the next; without it, the pack",
        )
        parser.add_argument("--out", type=Path, required=True, metavar="FILE")

    def handle(
        self,
        *args: Any,  # noqa: ARG002
        meeting: str,
        audience: str,
        supplement: int,
        out: Path,
        **options: Any,  # noqa: ARG002
    ) -> None:
        """Make the pack and write it."""
        if supplement < 0:
            raise CommandError("Supplements are numbered from 1.")
        found = _find(meeting)
        made = _make(found, audience=audience, supplement=supplement)
        try:
            _write(made.content, out)
        except OSError as error:
            raise CommandError(f"{out} cannot be written: {error.strerror}.") from error
        self._tell(made, out)
        self._compare(made, found.packs.filter(audience=audience, supplement=supplement))

    def _tell(self, made: packs.Made, out: Path) -> None:
        claims = "claims" if made.is_accessible else "does not claim"
        pages = "1 page" if made.pages == 1 else f"{made.pages} pages"
        self.stdout.write(f"{out}: {pages}.")
        self.stdout.write(f"SHA-256: {hashlib.sha256(made.content).hexdigest()}")
        self.stdout.write(f"It {claims} PDF/UA-1.")
        papers = Paper.objects.in_bulk(made.untagged)
        for key in made.untagged:
            lacks = " ".join(uploads.sentence(code) for code in papers[key].lacks)
            self.stdout.write(f"- {papers[key]}: {lacks or 'its file does not claim it.'}")

    def _compare(self, made: packs.Made, packs_made: PackQuerySet) -> None:
        """Whether it is what is published: what is not should not go out by itself."""
        published = packs_made.exclude(published_at=None).order_by("-version").first()
        if published is None:
            self.stdout.write("It is not published.")
        elif published.sha256 == hashlib.sha256(made.content).hexdigest():
            self.stdout.write(f"It is what was published as version {published.version}.")
        else:
            self.stderr.write(
                f"It is not what is published: version {published.version} has the SHA-256 "
                f"{published.sha256}, and the record has changed since."
            )


def _make(meeting: Meeting, *, audience: str, supplement: int) -> packs.Made:
    try:
        return packs.make(meeting, audience=audience, supplement=supplement)
    except packs.Failed as failed:
        reasons = "\n".join(f"- {failure['reason']}" for failure in failed.failures)
        raise CommandError(f"The pack cannot be made.\n{reasons}") from failed
    except packs.Leaked as leaked:
        found = "\n".join(f"- {leak}" for leak in leaked.leaks)
        raise CommandError(
            f"The pack holds what is not for publication, and was not written.\n{found}"
        ) from leaked
    except (pdf.Unavailable, packs.CannotMake) as refusal:
        raise CommandError(str(refusal)) from refusal
    except OSError as error:
        raise CommandError(f"The pack cannot be made: {error.strerror}.") from error


def _write(content: bytes, out: Path) -> None:
    """Whole or not at all: what was there stays until all is written."""
    with NamedTemporaryFile(dir=out.parent, prefix=f".{out.name}.", delete=False) as file:
        written = Path(file.name)
        try:
            file.write(content)
            file.close()
            written.chmod(OF_ALL & ~_umask())
            written.replace(out)
        except BaseException:
            written.unlink(missing_ok=True)
            raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


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
