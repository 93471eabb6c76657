"""One recommendation: the whole loop on one page, recording it, correcting it, its due date."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from meetings.models import AgendaItem
from pcp_scrutiny.access import gate
from pcp_scrutiny.editing import saved

from .. import actions, loop, permissions
from ..forms import DueDateForm, RecommendationForm
from ..models import Recommendation


@gate(permissions.can_view_recommendation, of=Recommendation)
def detail(request: HttpRequest, recommendation: Recommendation) -> HttpResponse:
    """One recommendation: what happened to it, where it stands, what to do next."""
    page = loop.page_of(
        recommendation,
        request.user,
        on=timezone.localdate(),
        query=dict(request.GET.lists()),
    )
    context = {"recommendation": page.recommendation, "page": page}
    return render(request, "recommendations/detail.html", context)


@gate(permissions.can_record_recommendation, of=AgendaItem)
def add(request: HttpRequest, item: AgendaItem) -> HttpResponse:
    """Record what the panel said under an item."""
    form = RecommendationForm(request.POST or None, initial=loop.suggestions(item))
    if request.method == "POST" and saved(
        form,
        lambda: actions.record_recommendation(
            form.instance, item=item, cites=form.cleaned_data["cites"], by=request.user
        ),
    ):
        messages.success(request, f"Recommendation {form.instance} has been recorded.")
        if "another" in request.POST:
            return redirect("recommendations:add", item.pk)
        return redirect(form.instance)
    context = {"form": form, "item": item}
    return render(request, "recommendations/add.html", context)


@gate(permissions.can_record_recommendation, of=Recommendation)
def edit(request: HttpRequest, recommendation: Recommendation) -> HttpResponse:
    """Correct a recommendation."""
    form = RecommendationForm(request.POST or None, instance=recommendation)
    if request.method == "POST" and saved(
        form,
        lambda: actions.correct_recommendation(
            recommendation, cites=form.cleaned_data["cites"], by=request.user, seen=form.stamp
        ),
    ):
        messages.success(request, f"Recommendation {recommendation} has been saved.")
        return redirect(recommendation)
    cancel = reverse("recommendations:detail", args=[recommendation.pk])
    context = {"title": "Correct a recommendation", "form": form, "cancel_url": cancel}
    return render(request, "form.html", context)


@gate(permissions.can_record_recommendation, of=Recommendation)
def due(request: HttpRequest, recommendation: Recommendation) -> HttpResponse:
    """Give another day for the response, or the first where it was sent without one."""
    today = timezone.localdate()
    form = DueDateForm(request.POST or None, recommendation=recommendation, today=today)
    give = actions.set_due_date if form.is_first else actions.revise_due_date
    if request.method == "POST" and saved(
        form,
        lambda: give(
            recommendation,
            due_on=form.cleaned_data["due_on"],
            decided_on=form.cleaned_data["decided_on"],
            reason=form.cleaned_data["reason"],
            by=request.user,
            seen=form.stamp,
        ),
    ):
        messages.success(request, f"The date for the response to {recommendation} has been saved.")
        return redirect(recommendation)
    context = {"form": form, "recommendation": recommendation}
    return render(request, "recommendations/due.html", context)
