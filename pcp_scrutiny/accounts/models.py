"""People who sign in, and the roles they hold."""

from typing import Any

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models
from simple_history.models import HistoricalRecords

from pcp_scrutiny import history


class UserQuerySet(models.QuerySet):
    """People."""

    def visible_to(self, user: Any) -> "UserQuerySet":
        """The people someone may look up: administrators all, others nobody."""
        return self if user.is_administrator else self.none()


class UserManager(BaseUserManager.from_queryset(UserQuerySet)):
    """Makes users; an e-mail address is kept in lower case, so that it is one person's only."""

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> "User":
        """Make a user. Raises ValueError without an e-mail address."""
        if not email:
            raise ValueError("A user needs an e-mail address.")
        user = self.model(email=email.strip().lower(), **fields)
        user.set_password(password)
        return history.save(user, by=None, why="Made at the command line")

    def create_superuser(self, email: str, password: str | None = None, **fields: Any) -> "User":
        """Make an administrator (``manage.py createsuperuser``)."""
        return self.create_user(email, password, is_administrator=True, **fields)

    def get_by_natural_key(self, username: str | None) -> "User":
        """Find by e-mail address, however it was typed."""
        return self.get(email=(username or "").strip().lower())


class User(AbstractBaseUser):
    """Someone who signs in. They may hold several roles, or none yet."""

    email = models.EmailField("e-mail address", unique=True)
    name = models.CharField(max_length=150)
    is_active = models.BooleanField("can sign in", default=True)
    is_officer = models.BooleanField("panel officer", default=False)
    is_clerk = models.BooleanField("clerk", default=False)
    is_member = models.BooleanField("panel member", default=False)
    is_administrator = models.BooleanField("administrator", default=False)
    last_login = None  # kept nowhere: signing in is not a change to the record

    history = HistoricalRecords(
        excluded_fields=["password"],
        # Django's own pages save people too (a new password), and give no reason.
        history_change_reason_field=models.TextField(null=True),
    )
    objects = UserManager()

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS = ["name"]

    class Meta:
        verbose_name = "person"
        verbose_name_plural = "people"
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    @property
    def has_a_role(self) -> bool:
        """Whether they work with the panel's record at all."""
        return self.is_officer or self.is_clerk or self.is_member

    @property
    def roles(self) -> list[str]:
        """The roles they hold, in words."""
        held = {
            "Panel officer": self.is_officer,
            "Clerk": self.is_clerk,
            "Panel member": self.is_member,
            "Administrator": self.is_administrator,
        }
        return [role for role, holds in held.items() if holds]
