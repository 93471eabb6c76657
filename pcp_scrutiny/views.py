"""The pages that belong to no app."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from . import home as waiting
from .access import anyone_signed_in, gate

WORDS = [
    ("Draft, issued plan, variation", "The versions that a Police and Crime Plan goes through."),
    ("Point", "A recommendation, concern, comment or request for information from the panel."),
    ("Borne out", "The response says the plan was changed, and the plan was changed there."),
    ("Not borne out", "The response says the plan was changed, and the words there are the same."),
    ("As stated", "The response says the plan covers it already, and that paragraph stands."),
    ("Not found", "The response names a place that the revised plan does not have."),
    (
        "Changed without being claimed",
        "The response claims no change, and the paragraph changed all the same.",
    ),
    ("Unexplained change", "A paragraph changed, and no recommendation accounts for it."),
    (
        "Clear days",
        "Days of notice, leaving out the day of publication, the day of the meeting, weekends "
        "and bank holidays.",
    ),
]


@gate(anyone_signed_in)
def home(request: HttpRequest) -> HttpResponse:
    """What waits for the person who looks."""
    blocks = waiting.blocks(request.user, on=timezone.localdate())
    return render(request, "home.html", {"blocks": blocks})


@login_not_required
def accessibility(request: HttpRequest) -> HttpResponse:
    """The accessibility statement (Public Sector Bodies Accessibility Regulations 2018)."""
    return render(request, "accessibility.html")


@login_not_required
def help_page(request: HttpRequest) -> HttpResponse:
    """How to get help."""
    return render(request, "help.html", {"words": WORDS})
