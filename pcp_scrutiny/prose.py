"""The light Markdown people type, as safe HTML: the same for the screen and for print.

Headings, paragraphs, lists, tables, quotations, bold, italics and links; nothing else has a
meaning, so that minutes with a stray ``<`` or four spaces of indent come out as they were typed.
No HTML passes, no image is fetched, and a link leads only to http, https or mailto.
"""

import re
from collections.abc import Sequence
from functools import cache
from urllib.parse import urlsplit

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt
from markdown_it.token import Token

RULES = (
    *("normalize", "block", "inline", "text_join"),
    *("heading", "list", "blockquote", "table", "paragraph"),
    *("text", "newline", "escape", "emphasis", "balance_pairs", "fragments_join"),
    *("link", "autolink", "entity"),
)
SCHEMES = ("http", "https", "mailto")
CLASSES = {
    "paragraph_open": "govuk-body",
    "bullet_list_open": "govuk-list govuk-list--bullet",
    "ordered_list_open": "govuk-list govuk-list--number",
    "link_open": "govuk-link",
    "blockquote_open": "govuk-inset-text",
    "table_open": "govuk-table",
    "thead_open": "govuk-table__head",
    "tbody_open": "govuk-table__body",
    "tr_open": "govuk-table__row",
    "th_open": "govuk-table__header",
    "td_open": "govuk-table__cell",
}
HEADING_CLASSES = ("govuk-heading-m", "govuk-heading-s")
BEGINS_A_BLOCK = re.compile(r"\s*(?:[-*+>#|]|\d+[.)])\s*")


def render(text: str, *, level: int = 3, lead: str = "", number: str = "") -> SafeString:
    """Typed text as HTML.

    ``level`` is that of its highest heading: deeper ones follow it without a gap, whatever was
    typed, because a document's headings must not skip a level. ``lead`` is set in bold before the
    first words ("RESOLVED"), and ``number`` before that ("6.2"), in the same paragraph.
    """
    tokens = parse(text, lead=lead)
    if number:
        _put_number(tokens, number)
    _place_headings(tokens, level)
    for token in tokens:
        _dress(token)
        for child in token.children or ():
            _dress(child)
    # Safe: markdown-it-py escapes all text, and html is off.
    return mark_safe(_markdown().renderer.render(tokens, _markdown().options, {}))  # noqa: S308


def parse(text: str, *, lead: str = "") -> list[Token]:
    """Typed text as Markdown tokens, for other formats; with ``lead`` in bold before it."""
    if lead:
        gap = "\n\n" if BEGINS_A_BLOCK.match(text) else " "
        text = f"**{lead}**{gap}{text.lstrip()}"
    return _markdown().parse(text)


def plain(text: str) -> str:
    """Typed text without its marks, on one line, for a summary or a title."""
    words = [
        child.content if child.type == "text" else " "
        for token in _markdown().parse(text)
        for child in (*(token.children or ()), *([Token("gap", "", 0)] if token.children else []))
        if child.type in ("text", "softbreak", "hardbreak", "gap")
    ]
    return " ".join("".join(words).split())


def leads_somewhere_safe(url: str) -> bool:
    """Whether a link may be followed: an absolute address of a kind that a browser only opens."""
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return False
    return parts.scheme in SCHEMES and bool(parts.netloc or parts.scheme == "mailto")


@cache
def _markdown() -> MarkdownIt:
    markdown = MarkdownIt("zero", {"html": False, "breaks": True}).enable(RULES, True)
    markdown.validateLink = leads_somewhere_safe
    return markdown


def _put_number(tokens: list[Token], number: str) -> None:
    if not tokens or tokens[0].type != "paragraph_open":
        opening, inline = Token("paragraph_open", "p", 1), Token("inline", "", 0, children=[])
        tokens[:0] = [opening, inline, Token("paragraph_close", "p", -1)]
    span = f'<span class="app-number">{escape(number)}</span> '
    tokens[1].children.insert(0, Token("html_inline", "", 0, content=span))


def _place_headings(tokens: Sequence[Token], level: int) -> None:
    """Give headings levels that begin at ``level`` and never skip one."""
    typed: list[int] = []  # the levels as typed, of the headings that this one stands under
    for token in tokens:
        if token.type == "heading_open":
            rank = int(token.tag[1:])
            while typed and typed[-1] >= rank:
                typed.pop()
            typed.append(rank)
            depth = min(len(typed), len(HEADING_CLASSES)) - 1
            token.attrSet("class", HEADING_CLASSES[depth])
        if token.type in ("heading_open", "heading_close"):
            token.tag = f"h{min(level + len(typed) - 1, 6)}"


def _dress(token: Token) -> None:
    if name := CLASSES.get(token.type):
        token.attrSet("class", name)
    if token.type in ("th_open", "td_open"):
        # A style attribute would be refused by the content security policy.
        style = str(token.attrs.pop("style", ""))
        if "right" in style:
            token.attrJoin("class", "govuk-table__cell--numeric")
    if token.type == "th_open":
        token.attrSet("scope", "col")
