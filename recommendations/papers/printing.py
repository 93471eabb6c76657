"""Papers as HTML: as a part of a pack, on a page of the screen, or as a PDF of their own."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from string import ascii_uppercase
from typing import Any

from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.text import slugify

from pcp_scrutiny import pdf
from pcp_scrutiny.panel.models import Panel

from . import sending, tracker
from .analysis import Analysis, Letter

ON_SCREEN = 2  # the page's title is <h1>


@dataclass(frozen=True, slots=True)
class Appendix:
    """An appendix, named after its paper: "Appendix A to Paper B". One of a letter, or of the
    unexplained changes."""

    name: str
    anchor: str
    letter: Letter | None = None


def analysis(
    found: Analysis,
    *,
    level: int = ON_SCREEN,
    label: str = "",
    taken: Collection[str] = (),
    anchor: str = "",
    on_screen: bool = False,
) -> SafeString:
    """The officers' analysis. ``label`` is the paper's in its pack ("Paper B"); ``taken`` are the
    names of other papers there, whose letters are passed over; ``anchor`` goes before its ids."""
    appendices = list(_appendices(found, label=label, taken=taken, anchor=anchor))
    by_letter = {one.letter.pk: one for one in appendices if one.letter}
    return _fragment(
        "documents/_analysis.html",
        {
            "analysis": found,
            "appendices": appendices,
            "by_letter": by_letter,
            "changes": next((one for one in appendices if one.letter is None), None),
            "anchor": anchor,
        },
        level=level,
        on_screen=on_screen,
    )


def _appendices(
    found: Analysis, *, label: str, taken: Collection[str], anchor: str
) -> Iterator[Appendix]:
    to_paper = f" to {label}" if label else ""
    names = (name for letter in _letters() if (name := f"Appendix {letter}{to_paper}") not in taken)
    for letter in found.letters:
        yield Appendix(next(names), f"{anchor}letter-{letter.pk}", letter)
    if found.points and found.unexplained:
        yield Appendix(next(names), f"{anchor}unexplained")


def _letters() -> Iterator[str]:
    """A to Z, then AA, AB, and so on."""
    yield from ascii_uppercase
    yield from (first + second for first in ascii_uppercase for second in ascii_uppercase)


def tracked(
    found: tracker.Tracker, *, level: int = ON_SCREEN, anchor: str = "", on_screen: bool = False
) -> SafeString:
    """The tracker."""
    context = {"tracker": found, "anchor": anchor}
    return _fragment("documents/_tracker.html", context, level=level, on_screen=on_screen)


def letter(
    found: sending.Letter, *, level: int = ON_SCREEN, anchor: str = "", on_screen: bool = False
) -> SafeString:
    """The letter that sends recommendations."""
    context = {"letter": found, "anchor": anchor}
    return _fragment("documents/_letter.html", context, level=level, on_screen=on_screen)


def letters(
    found: Sequence[sending.Letter],
    *,
    level: int = ON_SCREEN,
    anchor: str = "",
    on_screen: bool = False,
) -> list[SafeString]:
    """Letters on one page, with ids that differ."""
    return [
        letter(one, level=level, anchor=f"{anchor}letter-{number}-", on_screen=on_screen)
        for number, one in enumerate(found, start=1)
    ]


def _fragment(template: str, context: dict[str, Any], *, level: int, on_screen: bool) -> SafeString:
    panel = Panel.current()
    return render_to_string(
        template,
        {
            **context,
            "panel": panel,
            "office": panel.office_title,
            "level": level,
            "below": level + 1,
            "on_screen": on_screen,
        },
    )


def as_pdf(title: str, contents: Sequence[SafeString], *, is_wide: bool = False) -> bytes:
    """Fragments as a tagged PDF under one title. Raises pdf.Unavailable."""
    html = as_document(title, contents, is_wide=is_wide)
    return pdf.render(html, foot=f"{Panel.current().name}. {title}")


def as_document(title: str, contents: Sequence[SafeString], *, is_wide: bool = False) -> str:
    """The HTML of that PDF."""
    context = {"title": title, "contents": contents, "is_wide": is_wide, "panel": Panel.current()}
    return render_to_string("documents/paper.html", context)


def file_name(*parts: str) -> str:
    """What a PDF is called when it is downloaded."""
    return f"{slugify(' '.join(parts).replace('–', '-').replace('/', '-'))}.pdf"
