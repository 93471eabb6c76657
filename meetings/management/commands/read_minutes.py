"""``manage.py read_minutes FILE``: minutes as items with their entries."""

import json
import textwrap
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from meetings.reading import Entry, Item, Minutes, read_minutes
from pcp_scrutiny import documents
from pcp_scrutiny.documents.commands import bytes_of


class Command(BaseCommand):
    """Reads a file and prints what was read. It needs no database and changes nothing."""

    help = "Read minutes (.docx, .pdf or .txt), of one item or of a whole meeting."
    requires_system_checks = []
    requires_migrations_checks = False

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, metavar="FILE", help="the minutes")
        parser.add_argument("--json", action="store_true", help="print JSON, for other programs")

    def handle(self, *_args: Any, **options: Any) -> None:
        path: Path = options["file"]
        try:
            minutes = read_minutes(documents.read(bytes_of(path), path.name))
        except documents.Unreadable as problem:
            raise CommandError(str(problem)) from problem
        if options["json"]:
            self.stdout.write(json.dumps(as_json(minutes), ensure_ascii=False, indent=1))
        else:
            self.stdout.write(as_text(minutes))


def as_json(minutes: Minutes) -> dict[str, Any]:
    """The minutes as plain values; the date in ISO 8601, null where it is not known."""
    return {
        "body": minutes.body,
        "date": minutes.date.isoformat() if minutes.date else None,
        "items": [_item_as_json(item) for item in minutes.items],
        "unsure": list(minutes.unsure),
    }


def as_text(minutes: Minutes) -> str:
    """The minutes for people to read."""
    lines = [
        f"Panel: {minutes.body or 'not found'}",
        f"Date: {minutes.date.isoformat() if minutes.date else 'not found'}",
        f"Items: {len(minutes.items)}",
    ]
    for item in minutes.items:
        lines += ["", f"{item.number} {item.title or '(no title)'}".strip()]
        lines += [_wrapped(entry) for entry in item.entries]
        if not item.entries:
            lines.append("   Nothing minuted")
    if minutes.unsure:
        lines += ["", "What could not be known:"]
        lines += [
            textwrap.fill(problem, 98, initial_indent="- ", subsequent_indent="  ")
            for problem in minutes.unsure
        ]
    return "\n".join(lines)


def _item_as_json(item: Item) -> dict[str, Any]:
    return {
        "number": item.number,
        "title": item.title,
        "entries": [
            {"kind": entry.kind, "number": entry.number, "level": entry.level, "text": entry.text}
            for entry in item.entries
        ],
    }


def _wrapped(entry: Entry) -> str:
    indent = "   " * (entry.level + 1)
    words = " ".join(f"{entry.number} {entry.text}".split())
    return textwrap.fill(
        f"{entry.kind.capitalize()}: {words}",
        98,
        initial_indent=indent,
        subsequent_indent=f"{indent}  ",
    )
