"""Bringing people in, and changing what they may do."""

from typing import Any

from django.conf import settings
from django.contrib.auth.tokens import default_token_generator
from django.core.exceptions import ValidationError
from django.core.mail import send_mail
from django.db import transaction
from django.template.loader import render_to_string
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode

from pcp_scrutiny import history
from pcp_scrutiny.panel.models import Panel

from .models import User


@transaction.atomic
def add_person(person: User, *, by: User, site: str) -> User:
    """Add a person and send them a link to choose their password.

    ``site`` is the address of the site, as in "https://panel.example.org".
    """
    person.set_unusable_password()
    history.save(person, by=by, why="Added")
    transaction.on_commit(lambda: send_invitation(person, site=site))
    return person


@transaction.atomic
def change_person(person: User, *, by: User, seen: str | None) -> User:
    """Change a person's name, address or roles.

    Raises ValidationError where nobody would be left to look after people; Stale as
    ``history.save`` does.
    """
    others = User.objects.select_for_update().filter(is_administrator=True, is_active=True)
    stays = person.is_administrator and person.is_active
    if not stays and not others.exclude(pk=person.pk).exists():
        raise ValidationError("At least one administrator who can sign in must remain.")
    return history.save(person, by=by, why="Name, address or roles changed", seen=seen)


def send_invitation(person: User, *, site: str) -> None:
    """Send the link to choose a password. It holds for PASSWORD_RESET_TIMEOUT."""
    context: dict[str, Any] = {
        "person": person,
        "panel": Panel.current(),
        "site": site,
        "uid": urlsafe_base64_encode(force_bytes(person.pk)),
        "token": default_token_generator.make_token(person),
        "days": settings.PASSWORD_RESET_TIMEOUT // 86_400,
    }
    body = render_to_string("accounts/email/invitation.txt", context)
    send_mail("Your account with the panel", body, None, [person.email])
