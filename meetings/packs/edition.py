"""The HTML edition of a pack: the same fragments, for phones and screen readers."""

from collections.abc import Mapping, Sequence

from django.template.loader import render_to_string

from .fronts import Place
from .numbering import Slot
from .planning import Plan


def fragment(plan: Plan, slots: Sequence[Slot], places: Mapping[str, Place]) -> str:
    """A fragment whose highest heading is <h2>: the page that holds it has the title."""
    context = {"front": plan.side.front.fragment(places), "parts": plan.parts, "places": places}
    return render_to_string("documents/edition.html", context)
