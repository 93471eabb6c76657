"""The components of a page, as template tags: ``{% load components %}``.

A page writes the tag and its words; the markup is here and in ``templates/components/`` only.
Every argument is escaped; what stands between a tag and its end tag is the template's own HTML.
"""

from collections.abc import Iterable
from html import escape
from typing import Any, Literal, Protocol

from django import template
from django.core.paginator import Page
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from pcp_scrutiny.components.errors import Summary, groups, summarise
from pcp_scrutiny.components.wording import lower_first

register = template.Library()

TAG_COLOURS = (
    *("", "grey", "green", "teal", "blue"),
    *("purple", "magenta", "red", "orange", "yellow"),
)
BUTTON_VARIANTS = ("primary", "secondary", "warning", "start")
BANNER_KINDS = ("information", "success")


def _one_of(value: str, allowed: tuple[str, ...], what: str) -> str:
    if value not in allowed:
        raise ValueError(f"{value!r} is no {what}. Use one of: {', '.join(filter(None, allowed))}.")
    return value


# --- Things to press ----------------------------------------------------------------------------


@register.inclusion_tag("components/button.html")
def button(
    text: str,
    href: str = "",
    variant: Literal["primary", "secondary", "warning", "start"] = "primary",
    name: str = "",
    value: str = "",
    form: str = "",
    hidden_text: str = "",
) -> dict[str, Any]:
    """A submit button, or with ``href`` a link that looks like one.

    ``form`` is the id of a form elsewhere on the page. ``hidden_text`` follows the text for screen
    readers: "Confirm" + "recommendation 12".
    """
    _one_of(variant, BUTTON_VARIANTS, "button variant")
    return locals() | {"gives_value": bool(name)}


@register.inclusion_tag("components/pagination.html", takes_context=True)
def pagination(
    context: template.Context, page: Page, parameter: str = "page", label: str = "Pages"
) -> dict[str, Any]:
    """Links to the other pages of a list, keeping the rest of the address's query.

    ``parameter`` is the name of the page number in the query.
    """
    request = context.get("request")

    def address(number: int) -> str:
        query = request.GET.copy() if request else None
        if query is None:
            return f"?{parameter}={number}"
        query[parameter] = str(number)
        return f"?{query.urlencode()}"

    numbers = page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)
    return {
        "page": page,
        "label": label,
        "previous": address(page.previous_page_number()) if page.has_previous() else "",
        "next": address(page.next_page_number()) if page.has_next() else "",
        "items": [
            {"number": number, "href": address(number), "current": number == page.number}
            if isinstance(number, int)
            else {}
            for number in numbers
        ],
    }


# --- Words that stand out -----------------------------------------------------------------------


@register.inclusion_tag("components/tag.html")
def tag(text: str, colour: str = "") -> dict[str, Any]:
    """A state in a coloured box: ``{% tag "Borne out" "green" %}``. The words carry the meaning."""
    return {"text": text, "colour": _one_of(colour, TAG_COLOURS, "tag colour")}


@register.inclusion_tag("components/visually_hidden.html")
def visually_hidden(text: str) -> dict[str, Any]:
    """Words for screen readers only."""
    return {"text": text}


@register.simple_block_tag
def inset(content: str) -> SafeString:
    """A quotation, or a passage that differs from the text around it."""
    return render_to_string("components/inset.html", {"content": content})


@register.simple_block_tag
def warning(content: str, hidden_text: str = "Warning") -> SafeString:
    """What must not be overlooked, such as an act that cannot be undone."""
    return render_to_string(
        "components/warning.html", {"content": content, "hidden_text": hidden_text}
    )


@register.simple_block_tag
def details(content: str, summary: str, is_open: bool = False) -> SafeString:
    """Something that only some readers need, folded away. Printed unfolded."""
    return render_to_string(
        "components/details.html", {"content": content, "summary": summary, "is_open": is_open}
    )


@register.simple_block_tag
def banner(
    content: str, title: str, kind: Literal["information", "success"] = "information"
) -> SafeString:
    """A notice about the page as a whole; ``kind="success"`` after something was done."""
    _one_of(kind, BANNER_KINDS, "banner kind")
    return render_to_string(
        "components/banner.html", {"content": content, "title": title, "kind": kind}
    )


# --- Facts --------------------------------------------------------------------------------------


@register.simple_block_tag
def summary_list(content: str, title: str = "", level: int = 2) -> SafeString:
    """Keys and values. With a ``title`` it is a card whose heading has that ``level``."""
    return render_to_string(
        "components/summary_list.html", {"content": content, "title": title, "level": level}
    )


@register.simple_block_tag
def row(
    content: str, key: str, href: str = "", action: str = "Change", hidden_text: str = ""
) -> SafeString:
    """One key of a summary list, with a link at its end where ``href`` is given.

    ``hidden_text`` tells screen readers what the action is about; it is the key unless given.
    """
    return render_to_string(
        "components/summary_list_row.html",
        {
            "content": content,
            "key": key,
            "href": href,
            "action": action,
            "hidden_text": hidden_text or lower_first(str(key)),
        },
    )


@register.simple_block_tag
def stats(content: str) -> SafeString:
    """A row of counts."""
    return render_to_string("components/stats.html", {"content": content})


@register.inclusion_tag("components/stat.html")
def stat(figure: int | str, text: str, href: str = "", is_urgent: bool = False) -> dict[str, Any]:
    """One count of ``stats``, leading to the things counted."""
    return {"figure": figure, "text": text, "href": href, "is_urgent": is_urgent}


# --- Where one is -------------------------------------------------------------------------------


@register.simple_block_tag
def breadcrumbs(content: str) -> SafeString:
    """The way from the home page to here; holds crumbs, the last of them without an address."""
    return render_to_string("components/breadcrumbs.html", {"content": content})


@register.inclusion_tag("components/crumb.html")
def crumb(text: str, href: str = "") -> dict[str, Any]:
    """One step of the breadcrumbs."""
    return {"text": text, "href": href}


# --- Words that changed -------------------------------------------------------------------------


class Run(Protocol):
    """Some words and what happened to them: "same", "inserted" or "deleted"."""

    kind: str
    text: str


def _hidden(words: str) -> str:
    return f'<span class="govuk-visually-hidden">{words}</span>'


# Before and after the words of a run. Not in a template: a page can have tens of thousands.
_MARKS = {
    "same": ("", ""),
    "inserted": (f'<ins class="app-ins">{_hidden(" [inserted: ")}', f"{_hidden('] ')}</ins>"),
    "deleted": (f'<del class="app-del">{_hidden(" [deleted: ")}', f"{_hidden('] ')}</del>"),
}


@register.simple_tag
def word_changes(
    runs: Iterable[Run], side: Literal["both", "before", "after"] = "both"
) -> SafeString:
    """A text with its changes marked, by more than colour and said to screen readers.

    ``side="before"`` leaves out what was inserted, ``side="after"`` what was deleted.
    """
    left_out = {"both": "", "before": "inserted", "after": "deleted"}[side]
    marked = []
    for run in runs:
        if run.kind != left_out:
            before, after = _MARKS[run.kind]
            marked += (before, escape(run.text), after)
    return SafeString(f'<span class="app-diff__words">{"".join(marked)}</span>')


# --- Forms --------------------------------------------------------------------------------------


@register.inclusion_tag("components/error_summary.html")
def error_summary(*forms: Any) -> Summary:
    """What is wrong in these forms and formsets, each linked to its field; nothing if all is well.

    base.html prints it above the heading for the context's ``form`` and ``formset``; a form whose
    summary is printed does not print it again.
    """
    return summarise(*forms)


@register.simple_tag
def error_prefix(*forms: Any) -> str:
    """``Error: `` where one of the forms has an error, for the page's title."""
    sent = [form for form in forms if getattr(form, "is_bound", False)]
    return "" if all(form.is_valid() for form in sent) else "Error: "


@register.inclusion_tag("forms/fields.html")
def fields(form: Any) -> dict[str, Any]:
    """The fields of a form without its error summary, for pages that hold several forms."""
    return {"form": form, "groups": groups(form)}
