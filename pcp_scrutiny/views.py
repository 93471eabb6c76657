"""The pages that belong to no app."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from . import home as waiting
from .access import anyone_signed_in, gate


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
    return render(request, "help.html")
