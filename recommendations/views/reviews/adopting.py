"""The way of a report to the panel: onto an agenda, and adopted there."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from meetings.models import Paper
from meetings.views.labelling import telling_labels
from pcp_scrutiny.access import gate
from pcp_scrutiny.components.templatetags.formats import count
from pcp_scrutiny.editing import saved

from ... import actions, permissions
from ...forms import AdoptionForm, PlaceForm
from ...models import ScrutinyReview


@gate(permissions.can_place_report, of=ScrutinyReview)
def place(request: HttpRequest, review: ScrutinyReview) -> HttpResponse:
    """Put the report under an item of an agenda, as a paper."""
    form = PlaceForm(request.POST or None)

    def put() -> Paper:
        item, label = form.chosen, form.cleaned_data["label"]
        with telling_labels(request, item.meeting):
            return actions.place_report(review, item=item, label=label, by=request.user)

    if request.method == "POST" and (paper := saved(form, put)):
        messages.success(request, f"The report is on the agenda of {paper.item.meeting}.")
        return redirect(review)
    context = {"title": "Put the report on an agenda", "form": form, "review": review}
    return render(request, "recommendations/reviews/form.html", context)


@gate(permissions.can_adopt_report, of=ScrutinyReview)
def adopt(request: HttpRequest, review: ScrutinyReview) -> HttpResponse:
    """Record that the panel adopted the report: what it recommends enters the register."""
    form = AdoptionForm(request.POST or None, review=review, today=timezone.localdate())
    made = None
    if request.method == "POST":
        made = saved(form, lambda: form.adopt(by=request.user))
    if made is None:
        context = {"form": form, "review": review}
        return render(request, "recommendations/reviews/adopt.html", context)
    said = f" {count(made, 'recommendation')} entered the register." if made else ""
    messages.success(request, f"The report has been adopted.{said}")
    return redirect(review)
