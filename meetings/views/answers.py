"""How the pages ask before something is removed, and say how it went."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def confirm(request: HttpRequest, **context: Any) -> HttpResponse:
    """The page that asks before something is removed."""
    return render(request, "meetings/confirm.html", context)


def attempt(request: HttpRequest, act: Callable[[], Any], *, done: str = "") -> bool:
    """Do what a button asks for and say that it is done; what the record does not allow
    (ValidationError: the minutes were approved meanwhile) is said instead."""
    try:
        act()
    except ValidationError as refusal:
        messages.error(request, " ".join(refusal.messages))
        return False
    if done:
        messages.success(request, done)
    return True
