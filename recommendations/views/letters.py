"""Letters from the Commissioner: read, confirmed, kept, and corrected."""

from pathlib import PurePath

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from pcp_scrutiny import history
from pcp_scrutiny.access import gate
from pcp_scrutiny.components.wording import lower_first
from pcp_scrutiny.documents import holding
from pcp_scrutiny.documents.responses import as_received
from pcp_scrutiny.editing import saved

from .. import actions, permissions
from ..correspondence import reviewing
from ..correspondence.account import account
from ..forms import LetterCorrectionForm, LetterForm, ResponseForm, changed_meanwhile, stamps_in
from ..models import Response, ResponseLetter

LONGEST_NAME = 80  # of a file that is held: its name is part of an address


@gate(permissions.can_view_recommendations)
def letters(request: HttpRequest) -> HttpResponse:
    """Every letter, newest first."""
    found = ResponseLetter.objects.visible_to(request.user).with_counts()
    return render(request, "recommendations/letters.html", {"letters": found})


@gate(permissions.can_add_letter)
def add(request: HttpRequest) -> HttpResponse:
    """Take a letter in. Nothing is recorded: it goes on to be read and confirmed."""
    form = LetterForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        version = form.cleaned_data["version"]
        token = holding.hold(
            form.data_received,
            purpose=reviewing.PURPOSE,
            name=_short(form.name),
            by=request.user,
            about={"version": version and version.pk, "pasted": form.is_pasted},
        )
        return redirect(f"{reverse('recommendations:review_letter')}?held={token}")
    return render(request, "recommendations/letter_add.html", {"form": form})


def _short(name: str) -> str:
    ending = PurePath(name).suffix[:LONGEST_NAME]
    return name.removesuffix(ending)[: LONGEST_NAME - len(ending)] + ending


@gate(permissions.can_add_letter)
def review(request: HttpRequest) -> HttpResponse:
    """The letter beside what was read from it, to correct and confirm."""
    token = request.GET.get("held", "")
    try:
        reading = reviewing.read(token, by=request.user)
    except holding.NotHeldError:
        return render(request, "recommendations/letter_gone.html", status=404)
    forms = reviewing.forms_for(reading, request.POST or None)
    if request.method == "POST" and (
        letter := reviewing.confirmed(forms, reading, by=request.user)
    ):
        holding.release(token, purpose=reviewing.PURPOSE, by=request.user)
        messages.success(request, f"The {lower_first(str(letter))} has been added.")
        return redirect(letter)
    context = {"reading": reading, "form": forms.head, "formset": forms.answers}
    return render(request, "recommendations/letter_review.html", context)


@gate(permissions.can_view_recommendation, of=ResponseLetter)
def letter(request: HttpRequest, letter: ResponseLetter) -> HttpResponse:
    """A letter, to be read out: what it claims, point by point, and what the plan shows of it."""
    context = {"letter": letter, "account": account(letter, request.user)}
    return render(request, "recommendations/letter.html", context)


@gate(permissions.can_correct_letter, of=ResponseLetter)
@require_POST
def confirm(request: HttpRequest, letter: ResponseLetter) -> HttpResponse:
    """Vouch for all that waits of a letter, as it stood on the page."""
    try:
        number = actions.confirm_outcomes(stamps_in(request.POST), by=request.user)
    except history.Stale as stale:
        messages.error(request, changed_meanwhile(stale))
    except ValidationError as refusal:
        messages.error(request, " ".join(refusal.messages))
    else:
        messages.success(request, f"Confirmed: {number} of this letter.")
    return redirect(letter)


@gate(permissions.can_view_recommendation, of=ResponseLetter)
def source(request: HttpRequest, letter: ResponseLetter) -> HttpResponse:  # noqa: ARG001
    """The letter's file, byte for byte as received."""
    return as_received(letter.source)


@gate(permissions.can_correct_letter, of=ResponseLetter)
def edit(request: HttpRequest, letter: ResponseLetter) -> HttpResponse:
    """Correct the date or the reference of a letter."""
    form = LetterCorrectionForm(request.POST or None, instance=letter)
    if request.method == "POST" and saved(
        form, lambda: actions.correct_letter(letter, by=request.user, seen=form.stamp)
    ):
        messages.success(request, f"The {lower_first(str(letter))} has been saved.")
        return redirect(letter)
    context = {"title": "Correct a letter", "form": form, "cancel_url": letter.get_absolute_url()}
    return render(request, "form.html", context)


@gate(permissions.can_correct_letter, of=Response)
def edit_response(request: HttpRequest, response: Response) -> HttpResponse:
    """Correct an answer that was read from a letter; what it led to is looked for again."""
    form = ResponseForm(request.POST or None, instance=response)
    if request.method == "POST" and saved(
        form,
        lambda: actions.correct_response(
            response, cites=form.cleaned_data["cites"], by=request.user, seen=form.stamp
        ),
    ):
        messages.success(request, f"The response to {response.recommendation} has been saved.")
        return redirect(response.recommendation)
    context = {"response": response, "form": form}
    return render(request, "recommendations/response_edit.html", context)
