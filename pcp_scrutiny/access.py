"""The one permission gate: every view says who may pass, and is handed what they may see.

A view is gated with a question about a person, ``can_<verb>(user)``, or about a person and a
thing, ``can_<verb>(user, thing)``. The thing comes from a finder, which starts from
``visible_to(user)``: what someone may not know of is not found (404); what they know of but may
not do is refused (403).

    @gate(can_lock_version, of=PlanVersion)
    def lock_version(request, version): ...

Templates ask the same questions by name: ``{% can "plans.lock_version" version as may_lock %}``.
"""

from collections.abc import Callable
from functools import wraps
from importlib import import_module
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from .once import answer_once

View = Callable[..., HttpResponse]
Question = Callable[..., bool]
Finder = Callable[..., Any]


def gate(can: Question, *, of: type[Model] | Finder | None = None) -> Callable[[View], View]:
    """Let a view run only when ``can`` says yes; hand it the thing found by ``of``.

    ``of`` is a model whose default manager offers ``visible_to(user)`` (found by ``pk``), or a
    function of the user and the URL's arguments. Without it the view receives only the request.
    """

    def decorate(view: View) -> View:
        @wraps(view)
        def gated(request: HttpRequest, **kwargs: Any) -> HttpResponse:
            # A repeat comes first: what was locked or deleted by the first may not be done again.
            return answer_once(request, lambda: admit(request, **kwargs))

        def admit(request: HttpRequest, **kwargs: Any) -> HttpResponse:
            if of is None:
                allowed, arguments = can(request.user), ()
            else:
                thing = find_visible(of, request.user, **kwargs)
                allowed, arguments = can(request.user, thing), (thing,)
                kwargs = {}
            if not allowed:
                raise PermissionDenied
            return view(request, *arguments, **kwargs)

        gated.permission = can
        return gated

    return decorate


def find_visible(of: type[Model] | Finder, user: Any, **kwargs: Any) -> Any:
    """Find what the URL names among what ``user`` may know of; raise Http404 otherwise."""
    if isinstance(of, type) and issubclass(of, Model):
        return get_object_or_404(of._default_manager.visible_to(user), **kwargs)
    return of(user, **kwargs)


def question(name: str) -> Question:
    """The question a dotted name stands for: "plans.lock_version" is plans'
    ``permissions.can_lock_version``. Raises ImportError or AttributeError for a wrong name."""
    app, _, verb = name.rpartition(".")
    return getattr(import_module(f"{app}.permissions"), f"can_{verb}")


def anyone_signed_in(user: Any, thing: Any = None) -> bool:  # noqa: ARG001
    """Whoever has signed in, with or without a role."""
    return user.is_authenticated
