"""Two versions and what changed between them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from pcp_scrutiny.access import gate

from ..compared import links
from ..compared.changes import Change
from ..compared.decisions import is_certain, told_apart
from ..compared.doubts import found_little
from ..compared.narrowing import Narrowed
from ..compared.strip import Row, strip
from ..forms.comparing import ChooseForm
from ..models import Comparison, Plan, PlanVersion
from ..permissions import can_compare_version, can_view_plan
from .notices import take


@gate(can_compare_version, of=PlanVersion)
def compare(request: HttpRequest, version: PlanVersion) -> HttpResponse:
    """What became of each paragraph since the version that this one revises. ``?kind=`` and the
    other filters narrow it."""
    visible = Comparison.objects.visible_to(request.user).select_related(
        "earlier__source", "later__source", "later__plan"
    )
    comparison = get_object_or_404(visible, later=version, earlier=version.revises_id)
    version = comparison.later
    changes = links.stored(comparison, request.user)
    certain = [change for change in changes if is_certain(change)]
    context = _context(request, comparison.earlier, version, changes)
    context |= {
        "comparison": comparison,
        "is_same_file": comparison.earlier.source.sha256 == version.source.sha256,
        "certain": len(certain),
        "certain_seen": told_apart(certain),
        "decided": sum(change.is_confirmed for change in changes)
        + len({link for change in changes for link in change.broken}),
    }
    return render(request, "plans/compare.html", context)


@dataclass(frozen=True)
class Pair:
    """Two versions of which the one is asked how it became the other."""

    later: PlanVersion
    earlier: PlanVersion


def find_pair(user: Any, pk: int, earlier: int) -> Pair:
    """The two versions that an address names, among those that someone may know of."""
    visible = PlanVersion.objects.visible_to(user)
    return Pair(get_object_or_404(visible, pk=pk), get_object_or_404(visible, pk=earlier))


@gate(can_view_plan, of=find_pair)
def compare_with(request: HttpRequest, pair: Pair) -> HttpResponse:
    """What became of each paragraph since any version before this one, over the steps between."""
    version, other = pair.later, pair.earlier
    if other.pk == version.revises_id:
        return redirect("plans:compare", pk=version.pk)
    steps = links.steps_between(other, version)
    if steps is None:
        if links.steps_between(version, other):
            return redirect("plans:compare_with", pk=other.pk, earlier=version.pk)
        return _beside(request, other, version)
    awaited = [step for step in steps if step.awaited_since]
    try:
        changes = links.over(steps, request.user)
    except ValueError:  # what is stored of one step is of before a correction
        return _refused(request, other, version, awaited=awaited or steps)
    context = _context(request, other, version, changes)
    context |= {"steps": steps, "awaited": awaited}
    return render(request, "plans/compare.html", context)


def _beside(request: HttpRequest, other: PlanVersion, version: PlanVersion) -> HttpResponse:
    """Two versions of which neither was made from the other; refused where they are not even of
    one plan."""
    is_pair = other.plan_id == version.plan_id and other != version
    changes = links.directly(other, version) if is_pair else None
    if changes is None:
        return _refused(request, other, version)
    context = _context(request, other, version, changes)
    return render(request, "plans/compare.html", context | {"is_direct": True, "explains": False})


@gate(can_view_plan, of=Plan)
def choose(request: HttpRequest, plan: Plan) -> HttpResponse:
    """Choose which two versions of a plan to compare."""
    form = ChooseForm(plan, request.GET or None)
    if form.is_valid():
        later, earlier = form.cleaned_data["later"], form.cleaned_data["earlier"]
        return redirect("plans:compare_with", pk=later.pk, earlier=earlier.pk)
    return render(request, "plans/compare_choose.html", {"plan": plan, "form": form})


def _refused(
    request: HttpRequest,
    earlier: PlanVersion,
    later: PlanVersion,
    *,
    awaited: Sequence[Comparison] = (),
) -> HttpResponse:
    """Say why two versions are not compared, and what to do."""
    context = {
        "earlier": earlier,
        "version": later,
        "awaited": awaited,
        "choose": _chooser(earlier, later),
    }
    return render(request, "plans/compare_refused.html", context)


def _context(
    request: HttpRequest, earlier: PlanVersion, later: PlanVersion, changes: Sequence[Change]
) -> dict[str, Any]:
    """What the page of any two versions shows."""
    notices = {notice.anchor: notice for notice in take(request)}
    changes = [
        replace(change, notice=notices[change.anchor]) if change.anchor in notices else change
        for change in changes
    ]
    narrowed = Narrowed.by(request.GET, changes)
    in_place = {change.anchor for change in narrowed.page}
    return {
        "version": later,
        "earlier": earlier,
        "narrowed": narrowed,
        "shown": narrowed.shown,
        "sections": narrowed.sections.set_out(narrowed.on_page, narrowed.shows),
        "marks": strip(_rows(narrowed)),
        "notices": [notice for anchor, notice in notices.items() if anchor not in in_place],
        "explains": later.is_locked or any(change.is_explained for change in changes),
        "choose": _chooser(earlier, later),
        "found_little": found_little(changes),
    }


def _chooser(earlier: PlanVersion, later: PlanVersion) -> ChooseForm:
    return ChooseForm(later.plan, initial={"earlier": earlier.pk, "later": later.pk})


def _rows(narrowed: Narrowed) -> Iterator[Row]:
    on_page = {change.anchor for change in narrowed.page}
    shown = {change.anchor for change in narrowed.shown}
    for change in narrowed.changes:
        if change.anchor in shown:
            here = change.anchor in on_page
            href = f"#{change.anchor}" if here else narrowed.address(change)
            words = f"{change.title}: {change.kind.lower()}"
            yield Row(change.weight, change.revision.kind, href, words)
        else:
            yield Row(change.weight)
