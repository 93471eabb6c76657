"""Pages about people: their own account, and the list an administrator keeps."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from pcp_scrutiny.access import anyone_signed_in, gate
from pcp_scrutiny.editing import saved

from . import actions
from .forms import PersonForm
from .models import User
from .permissions import can_manage_people


@gate(anyone_signed_in)
def account(request: HttpRequest) -> HttpResponse:
    """What the panel knows of the person who looks, and how to change the password."""
    return render(request, "accounts/account.html")


@gate(can_manage_people)
def people(request: HttpRequest) -> HttpResponse:
    """Everyone who signs in, with their roles."""
    return render(request, "accounts/people.html", {"people": User.objects.all()})


@gate(can_manage_people)
def add_person(request: HttpRequest) -> HttpResponse:
    """Add someone, who is then sent a link to choose a password."""
    form = PersonForm(request.POST or None)
    site = f"{request.scheme}://{request.get_host()}"
    if request.method == "POST" and saved(
        form, lambda: actions.add_person(form.instance, by=request.user, site=site)
    ):
        messages.success(request, f"{form.instance.name} has been sent a link to sign in.")
        return redirect("accounts:people")
    return _person_form(request, form, title="Add a person")


@gate(can_manage_people, of=User)
def edit_person(request: HttpRequest, person: User) -> HttpResponse:
    """Change someone's name, address or roles."""
    form = PersonForm(request.POST or None, instance=person)
    if request.method == "POST" and saved(
        form, lambda: actions.change_person(person, by=request.user, seen=form.stamp)
    ):
        messages.success(request, f"{person.name} has been saved.")
        return redirect("accounts:people")
    return _person_form(request, form, title="Change a person")


def _person_form(request: HttpRequest, form: PersonForm, *, title: str) -> HttpResponse:
    people_url = reverse("accounts:people")
    context = {
        "title": title,
        "form": form,
        "crumbs": [("People who sign in", people_url)],
        "cancel_url": people_url,
    }
    return render(request, "form.html", context)
