"""Signing in, passwords, and the people an administrator looks after."""

from typing import Any

from django import forms
from django.contrib.auth import forms as auth_forms

from pcp_scrutiny.editing import RecordForm

from .models import User


class SignInForm(auth_forms.AuthenticationForm):
    """E-mail address and password."""

    error_messages = {
        "invalid_login": "Enter the e-mail address and password of an account. Passwords "
        "tell capital letters from small ones.",
        "inactive": "This account cannot sign in. Ask your administrator.",
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["username"].label = "E-mail address"
        self.fields["username"].widget = forms.EmailInput(
            attrs={"autocomplete": "email", "spellcheck": "false"}
        )
        self.fields["username"].error_messages["required"] = "Enter your e-mail address"
        self.fields["password"].error_messages["required"] = "Enter your password"


class ForgottenPasswordForm(auth_forms.PasswordResetForm):
    """The e-mail address that the link to a new password is sent to."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["email"].label = "E-mail address"
        self.fields["email"].help_text = "We will send a link to choose a new password"
        self.fields["email"].error_messages = {
            "required": "Enter your e-mail address",
            "invalid": "Enter an e-mail address in the correct format, like name@example.com",
        }


WHAT_MAKES_A_GOOD_ONE = "At least 10 characters. Three unrelated words make a good one."


class NewPasswordForm(auth_forms.SetPasswordForm):
    """A new password, typed twice."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _word_passwords(self)


class ChangePasswordForm(auth_forms.PasswordChangeForm):
    """The old password, and a new one typed twice."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["old_password"].label = "Your password now"
        self.fields["old_password"].error_messages["required"] = "Enter the password you have now"
        _word_passwords(self)


def _word_passwords(form: forms.Form) -> None:
    first, second = form.fields["new_password1"], form.fields["new_password2"]
    first.label, first.help_text = "New password", WHAT_MAKES_A_GOOD_ONE
    second.label, second.help_text = "New password again", ""
    first.error_messages["required"] = "Enter a new password"
    second.error_messages["required"] = "Enter the new password again"


class PersonForm(RecordForm):
    """Who someone is, and what they do here."""

    fieldsets = [
        ("Who they are", ["name", "email"]),
        ("What they do here", ["is_officer", "is_clerk", "is_member", "is_administrator"]),
        ("Their account", ["is_active"]),
    ]

    class Meta:
        model = User
        fields = [
            "name",
            "email",
            "is_officer",
            "is_clerk",
            "is_member",
            "is_administrator",
            "is_active",
        ]
        help_texts = {
            "is_officer": "Enters plans, minutes and letters, and confirms what was read",
            "is_clerk": "Arranges meetings and makes agenda packs",
            "is_member": "Reads everything, exempt papers included",
            "is_administrator": "Looks after people and the panel's settings",
            "is_active": "Clear this when someone leaves. Their name stays in the record",
        }
        error_messages = {
            "name": {"required": "Enter the person's name"},
            "email": {
                "required": "Enter the person's e-mail address",
                "unique": "Someone with this e-mail address is already here",
            },
        }

    def clean_email(self) -> str:
        """Addresses are kept in lower case, so that one address is one person."""
        return self.cleaned_data["email"].lower()
