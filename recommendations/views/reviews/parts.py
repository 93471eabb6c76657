"""The parts of a review: adding, changing, moving and removing one of any kind."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.text import capfirst
from django.views.decorators.http import require_POST

from meetings.views.answers import attempt, confirm
from pcp_scrutiny.access import find_visible, gate
from pcp_scrutiny.editing import saved

from ... import actions, permissions
from ...forms import EvidenceForm, PromiseKeptForm
from ...forms.review_parts import KINDS, kind_of
from ...models import Promise


def new_part(user: Any, kind: str, pk: int) -> Any:
    """A part of that kind, not saved yet, under what has that key."""
    if kind not in KINDS:
        raise Http404
    return KINDS[kind].new(find_visible(KINDS[kind].of, user, pk=pk))


def find_part(user: Any, kind: str, pk: int) -> Any:
    """The part of that kind that has that key."""
    if kind not in KINDS:
        raise Http404
    part = find_visible(KINDS[kind].model, user, pk=pk)
    if not KINDS[kind].holds(part):
        raise Http404
    return part


def movable(user: Any, kind: str, pk: int) -> Any:
    """A part that has a place among others."""
    part = find_part(user, kind, pk)
    if not isinstance(part, actions.ORDERED):
        raise Http404
    return part


@gate(permissions.can_edit_review_part, of=new_part)
def add(request: HttpRequest, part: Any) -> HttpResponse:
    """Add a part; with "Save and add another", one after the other."""
    kind, form = kind_of(part), _form(request, part)
    if request.method == "POST" and saved(form, lambda: _keep(form, by=request.user)):
        messages.success(request, f"{capfirst(kind.words)} has been added.")
        return redirect(request.path if "another" in request.POST else part)
    return _page(request, form, title=f"Add {kind.words}")


@gate(permissions.can_edit_review_part, of=find_part)
def edit(request: HttpRequest, part: Any) -> HttpResponse:
    """Change a part."""
    form = _form(request, part)
    if request.method == "POST" and saved(
        form, lambda: _keep(form, by=request.user, seen=form.stamp)
    ):
        messages.success(request, "The change has been saved.")
        return redirect(part)
    return _page(request, form, title=f"Change {kind_of(part).words}")


def _form(request: HttpRequest, part: Any) -> Any:
    own = {"by": request.user} if kind_of(part).form is EvidenceForm else {}
    return kind_of(part).form(request.POST or None, request.FILES or None, instance=part, **own)


def _keep(form: Any, *, by: Any, seen: str | None = None) -> Any:
    if isinstance(form, EvidenceForm):
        return actions.file_evidence(form.instance, received=form.received, by=by, seen=seen)
    if seen is None:
        return actions.add_part(form.instance, by=by)
    return actions.change_part(form.instance, by=by, seen=seen)


def _page(request: HttpRequest, form: Any, *, title: str) -> HttpResponse:
    if isinstance(form, EvidenceForm) and form.is_bound:
        form.hold_document()
    part = form.instance
    context = {"title": title, "form": form, "review": part.review, "is_new": part.pk is None}
    return render(request, "recommendations/reviews/form.html", context)


@gate(permissions.can_edit_review_part, of=movable)
@require_POST
def move(request: HttpRequest, part: Any) -> HttpResponse:
    """Move a part up or down by one place."""
    up = request.POST.get("direction") == "up"
    attempt(request, lambda: actions.move_part(part, up=up, by=request.user))
    return redirect(part)


@gate(permissions.can_edit_review_part, of=find_part)
def remove(request: HttpRequest, part: Any) -> HttpResponse:
    """Remove a part with what is under it."""
    if request.method == "POST":
        back, done = part.review, f"{capfirst(kind_of(part).words)} has been removed."
        attempt(request, lambda: actions.remove_part(part, by=request.user), done=done)
        return redirect(back)
    title = f"Remove {kind_of(part).words}"
    return confirm(request, title=title, quoted=part, cancel_url=part.get_absolute_url())


@gate(permissions.can_keep_promise, of=Promise)
def keep_promise(request: HttpRequest, promise: Promise) -> HttpResponse:
    """Record what was done about a promise."""
    today = timezone.localdate()
    form = PromiseKeptForm(request.POST or None, instance=promise, today=today)
    if request.method == "POST" and saved(
        form, lambda: actions.keep_promise(promise, by=request.user, seen=form.stamp)
    ):
        messages.success(request, "What was done has been recorded.")
        return redirect(promise)
    context = {"title": "Record what was done", "form": form, "review": promise.review}
    context["quoted"] = promise
    return render(request, "recommendations/reviews/form.html", context)
