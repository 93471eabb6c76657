"""``manage.py read_letter FILE``: a response letter as points, responses and citations."""

import json
import textwrap
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from pcp_scrutiny import documents
from pcp_scrutiny.documents.commands import bytes_of
from plans.citations import Citation
from recommendations.letters import Letter, Pair, read_letter


class Command(BaseCommand):
    """Reads a file and prints what was read. It needs no database and changes nothing."""

    help = "Read a response letter (.docx, .pdf or .txt) into points, responses and citations."
    requires_system_checks = []
    requires_migrations_checks = False

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, metavar="FILE", help="the letter")
        parser.add_argument("--json", action="store_true", help="print JSON, for other programs")

    def handle(self, *_args: Any, **options: Any) -> None:
        path: Path = options["file"]
        try:
            letter = read_letter(documents.read(bytes_of(path), path.name))
        except documents.Unreadable as problem:
            raise CommandError(str(problem)) from problem
        if options["json"]:
            self.stdout.write(json.dumps(as_json(letter), ensure_ascii=False, indent=1))
        else:
            self.stdout.write(as_text(letter))


def as_json(letter: Letter) -> dict[str, Any]:
    """The letter as plain values; dates in ISO 8601."""
    return {
        "dated": letter.dated.isoformat() if letter.dated else None,
        "reference": letter.reference,
        "pairs": [_pair_as_json(pair) for pair in letter.pairs],
        "unsure": [*letter.unsure, *_unsure_of(letter)],
    }


def as_text(letter: Letter) -> str:
    """The letter for people to read."""
    lines = [
        f"Dated: {letter.dated.isoformat() if letter.dated else 'not found'}",
        f"Reference: {letter.reference or 'not found'}",
        f"Points with responses: {len(letter.pairs)}",
    ]
    for number, pair in enumerate(letter.pairs, start=1):
        lines += ["", f"{number}. {pair.decision.capitalize() or 'No response'}"]
        lines += [_wrapped("Point", pair.point), _wrapped("Response", pair.response)]
        for whose, found in (("Point", pair.point_citations), ("Response", pair.citations)):
            lines += [f"   {whose} cites {_named(citation)}" for citation in found]
        if pair.unsure:
            lines.append(_wrapped("Unsure", pair.unsure))
    if letter.unsure:
        lines += ["", "What could not be read:"]
        lines += [textwrap.fill(problem, 98, initial_indent="- ") for problem in letter.unsure]
    return "\n".join(lines)


def _pair_as_json(pair: Pair) -> dict[str, Any]:
    return {
        "point": pair.point,
        "response": pair.response,
        "decision": pair.decision,
        "citations": [_citation_as_json(citation) for citation in pair.citations],
        "point_citations": [_citation_as_json(citation) for citation in pair.point_citations],
    }


def _citation_as_json(citation: Citation) -> dict[str, Any]:
    return {
        "text": citation.text,
        "document": citation.document,
        "labels": list(citation.labels),
    }


def _unsure_of(letter: Letter) -> list[str]:
    return [
        f"Point {number}: {pair.unsure}"
        for number, pair in enumerate(letter.pairs, start=1)
        if pair.unsure
    ]


def _named(citation: Citation) -> str:
    return f"{citation.document}: {', '.join(citation.labels) or '?'} (“{citation.text}”)"


def _wrapped(title: str, text: str) -> str:
    words = " ".join(text.split()) or "none"
    return textwrap.fill(f"{title}: {words}", 98, initial_indent="   ", subsequent_indent="     ")
