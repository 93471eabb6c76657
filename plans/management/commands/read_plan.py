"""``manage.py read_plan FILE``: a plan as its numbered paragraphs."""

import json
import textwrap
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from pcp_scrutiny import documents
from pcp_scrutiny.documents.commands import bytes_of
from plans.reading import PlanParagraph, PlanText, read_plan

_WIDTH = 98
_LABEL = 14
"""Characters for the label, before the first words."""
_FIRST_WORDS = 72


class Command(BaseCommand):
    """Reads a file and prints what was read. It needs no database and changes nothing."""

    help = "Read a plan (.docx, .pdf or .txt) into its paragraphs with their labels and headings."
    requires_system_checks = []
    requires_migrations_checks = False

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, metavar="FILE", help="the plan")
        parser.add_argument("--json", action="store_true", help="print JSON, for other programs")

    def handle(self, *_args: Any, **options: Any) -> None:
        path: Path = options["file"]
        try:
            plan = read_plan(documents.read(bytes_of(path), path.name))
        except documents.Unreadable as problem:
            raise CommandError(str(problem)) from problem
        if options["json"]:
            self.stdout.write(json.dumps(as_json(plan), ensure_ascii=False, indent=1))
            for problem in plan.problems:
                self.stderr.write(problem)
        else:
            self.stdout.write(as_text(plan))


def as_json(plan: PlanText) -> dict[str, Any]:
    """The plan as plain values; ``page`` is null where the file has no pages."""
    return {
        "title": plan.title,
        "paragraphs": [
            {
                "label": paragraph.label,
                "heading": list(paragraph.heading),
                "page": paragraph.page,
                "text": paragraph.text,
                "unsure": paragraph.unsure,
            }
            for paragraph in plan.paragraphs
        ],
    }


def as_text(plan: PlanText) -> str:
    """The plan for people to read: what is where, and what to check."""
    return "\n".join(
        [f"Title: {plan.title or 'not found'}", _totals(plan), *_listing(plan), *_problems(plan)]
    )


def _totals(plan: PlanText) -> str:
    numbered = sum(bool(paragraph.label) for paragraph in plan.paragraphs)
    unsure = sum(bool(paragraph.unsure) for paragraph in plan.paragraphs)
    return (
        f"Paragraphs: {len(plan.paragraphs)}, of which {numbered} with a number and {unsure} to"
        " check"
    )


def _listing(plan: PlanText) -> Iterator[str]:
    heading: tuple[str, ...] = ()
    for paragraph in plan.paragraphs:
        if paragraph.heading != heading:
            heading = paragraph.heading
            yield ""
            yield textwrap.fill(" > ".join(heading) or "Under no heading", _WIDTH)
        yield _line(paragraph)
        if paragraph.unsure:
            yield _wrapped("Check: ", paragraph.unsure)


def _line(paragraph: PlanParagraph) -> str:
    words = textwrap.shorten(paragraph.text, _FIRST_WORDS, placeholder=" …")
    page = f" (page {paragraph.page})" if paragraph.page else ""
    return f"  {paragraph.label or '-':<{_LABEL}}{words}{page}"


def _wrapped(title: str, text: str) -> str:
    indent = " " * (_LABEL + 2)
    return textwrap.fill(
        title + text, _WIDTH, initial_indent=indent, subsequent_indent=indent + " " * len(title)
    )


def _problems(plan: PlanText) -> Iterator[str]:
    if plan.problems:
        yield ""
        yield "To check in the plan as a whole:"
    for problem in plan.problems:
        yield textwrap.fill(problem, _WIDTH, initial_indent="- ", subsequent_indent="  ")
