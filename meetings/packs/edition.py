"""The HTML edition of a pack: the same fragments, for phones and screen readers."""

from django.template.loader import render_to_string

from .laying_out import Layout
from .planning import Plan


def fragment(plan: Plan, layout: Layout) -> str:
    """A fragment whose highest heading is <h2>: the page that holds it has the title."""
    front = plan.side.front.fragment(layout.places)
    context = {"front": front, "parts": plan.parts, "places": layout.places}
    return render_to_string("documents/edition.html", context)
