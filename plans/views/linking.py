"""What officers decide about the links of a comparison, and what they decided."""

from collections.abc import Callable, Sequence
from typing import Any

from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from pcp_scrutiny.access import gate
from pcp_scrutiny.editing import saved

from .. import actions
from ..compared import links
from ..compared.candidates import candidates
from ..compared.changes import Change
from ..compared.decisions import decisions
from ..compared.narrowing import Narrowed
from ..forms.linking import LinkForm
from ..models import BrokenLink, Comparison, Paragraph, PlanVersion, Revision
from ..permissions import can_compare_version, can_link
from . import notices

DECISIONS = "decisions"
"""What ``back`` says where a decision is taken on the list of decisions."""


@gate(can_compare_version, of=PlanVersion)
def decision_list(request: HttpRequest, version: PlanVersion) -> HttpResponse:
    """Every link that an officer confirmed or broke."""
    comparison = _comparison(request, version)
    pages = Paginator(decisions(comparison), 50)
    context = {
        "version": version,
        "comparison": comparison,
        "page": pages.get_page(request.GET.get("page")),
        "notices": notices.take(request),
    }
    return render(request, "plans/compare_decisions.html", context)


@gate(can_link, of=PlanVersion)
@require_POST
def confirm_certain(request: HttpRequest, version: PlanVersion) -> HttpResponse:
    """Vouch for every change that the comparison is sure of."""
    comparison = _comparison(request, version)
    try:
        number = actions.confirm_certain(
            comparison, by=request.user, seen=request.POST.get("seen", "")
        )
    except ValidationError as refusal:
        notices.refuse(request, " ".join(refusal.messages), at="")
    else:
        changes = "1 change" if number == 1 else f"{number} changes"
        notices.say(request, f"Confirmed: {changes}. Each can be undone under Decisions.", at="")
    return redirect(f"{comparison.get_absolute_url()}{_query(request, comparison)}")


@gate(can_link, of=Revision)
@require_POST
def confirm(request: HttpRequest, revision: Revision) -> HttpResponse:
    """Vouch for what became of some paragraphs."""
    undo = reverse("plans:undo_confirmation", args=[revision.pk])

    def decide() -> str:
        actions.confirm_link(revision, by=request.user, seen=request.POST.get("seen"))
        return f"Confirmed: {actions.said(revision)}."

    return _decided(request, revision.comparison, _about(revision), decide, undo=lambda: undo)


@gate(can_link, of=Revision)
@require_POST
def break_link(request: HttpRequest, revision: Revision) -> HttpResponse:
    """Say that the later paragraphs are not what the earlier became."""
    undo: list[str] = []

    def decide() -> str:
        words = actions.said(revision)
        broken = actions.break_link(revision, by=request.user, seen=request.POST.get("seen"))
        undo.append(reverse("plans:mend_link", args=[broken.pk]))
        return f"Marked as not the same. It said: {words}."

    return _decided(request, revision.comparison, _about(revision), decide, undo=lambda: undo[0])


@gate(can_link, of=Revision)
@require_POST
def undo(request: HttpRequest, revision: Revision) -> HttpResponse:
    """Take a confirmation back."""

    def decide() -> str:
        words = actions.said(revision)
        actions.undo_confirmation(revision, by=request.user)
        return f"Undone. It had been confirmed that {words}."

    return _decided(request, revision.comparison, _about(revision), decide)


@gate(can_link, of=BrokenLink)
@require_POST
def mend(request: HttpRequest, broken: BrokenLink) -> HttpResponse:
    """Take back that two paragraphs are not the same."""

    def decide() -> str:
        actions.mend_link(broken, by=request.user)
        return f"Undone. It had been said that {broken.later.name} is not {broken.earlier.name}."

    return _decided(request, broken.comparison, [broken.later, broken.earlier], decide)


@gate(can_link, of=Revision)
def change(request: HttpRequest, revision: Revision) -> HttpResponse:
    """Set what became of some paragraphs."""
    comparison = Comparison.objects.visible_to(request.user).get(pk=revision.comparison_id)
    sides = list(revision.earlier.all()), list(revision.later.all())
    given = {name: request.GET[name] for name in ("earlier", "later") if name in request.GET}
    form = LinkForm(comparison, request.POST or None, shown=sides, initial=given)
    refused: dict[str, Any] = {}
    if request.method == "POST" and (
        made := saved(form, lambda: _make(comparison, form, request.user, refused))
    ):
        about = [*form.sides[1], *form.sides[0]]
        undo = reverse("plans:undo_confirmation", args=[made.pk])
        return _answer(request, comparison, about, f"Set: {actions.said(made)}.", undo=undo)
    shown = Change(revision, *sides)
    context = {
        "comparison": comparison,
        "version": comparison.later,
        "revision": revision,
        "change": shown,
        "form": form,
        "refused": refused,
        "candidates": candidates(comparison, shown),
        "back": request.POST.get("back", request.GET.get("back", "")),
        "place": f"{comparison.get_absolute_url()}?at={shown.anchor}#{shown.anchor}",
    }
    return render(request, "plans/compare_change.html", context)


def _make(comparison: Comparison, form: LinkForm, by: Any, refused: dict[str, Any]) -> Revision:
    """Make the link, or note which decision stands against it so that it can be undone."""
    earlier, later = form.sides
    try:
        return actions.make_link(comparison, earlier=earlier, later=later, by=by)
    except ValidationError as refusal:
        params = getattr(refusal, "params", None) or {}
        if "revision" in params:
            refused["undo"] = reverse("plans:undo_confirmation", args=[params["revision"].pk])
        elif "broken" in params:
            refused["undo"] = reverse("plans:mend_link", args=[params["broken"].pk])
        raise


# --- Back to where the decision was taken -------------------------------------------------------


def _comparison(request: HttpRequest, version: PlanVersion) -> Comparison:
    visible = Comparison.objects.visible_to(request.user)
    return get_object_or_404(visible, later=version, earlier=version.revises_id)


def _about(revision: Revision) -> list[Paragraph]:
    """Its paragraphs as they were before the decision, the later ones first."""
    return [*revision.later.all(), *revision.earlier.all()]


def _decided(
    request: HttpRequest,
    comparison: Comparison,
    about: Sequence[Paragraph],
    decide: Callable[[], str],
    *,
    undo: Callable[[], str] = str,
) -> HttpResponse:
    """Carry a decision out, and say so where it was taken; or say why not."""
    try:
        text = decide()
    except ValidationError as refusal:
        return _answer(request, comparison, about, " ".join(refusal.messages), is_error=True)
    return _answer(request, comparison, about, text, undo=undo())


def _answer(
    request: HttpRequest,
    comparison: Comparison,
    about: Sequence[Paragraph],
    text: str,
    *,
    undo: str = "",
    is_error: bool = False,
) -> HttpResponse:
    """Back to the change, or where the filters leave it out to the next one that they show."""
    tell = notices.refuse if is_error else notices.say
    if request.POST.get("back") == DECISIONS:
        tell(request, text, at="", undo=undo)
        return redirect("plans:decisions", pk=comparison.later_id)
    changes = links.stored(comparison, request.user)
    narrowed = Narrowed.by(QueryDict(request.POST.get("back", "")), changes)
    change = _place(narrowed, about)
    tell(request, text, at=change.anchor if change else "", undo=undo)
    place = narrowed.address(change) if change else narrowed.asked.query()
    return redirect(f"{comparison.get_absolute_url()}{place}")


def _place(narrowed: Narrowed, about: Sequence[Paragraph]) -> Change | None:
    """The change about the first of these paragraphs, if it is shown; otherwise the next that is,
    or the last."""
    changes, wanted = narrowed.changes, [paragraph.pk for paragraph in about]
    at = next(
        (
            place
            for pk in wanted
            for place, change in enumerate(changes)
            if any(p.pk == pk for p in (*change.later, *change.earlier))
        ),
        0,
    )
    onwards = [*changes[at:], *reversed(changes[:at])]
    return next((change for change in onwards if narrowed.shows(change)), None)


def _query(request: HttpRequest, comparison: Comparison) -> str:
    changes = links.stored(comparison, request.user)
    return Narrowed.by(QueryDict(request.POST.get("back", "")), changes).asked.query()
