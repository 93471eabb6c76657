"""The panel's membership."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from pcp_scrutiny.history.models import Recorded

from ..querysets import PanelMemberQuerySet


class PanelMember(Recorded):
    """A member of the panel: a councillor appointed by an authority, or a co-opted member
    (PRSRA 2011 Sch 6). ``ended`` is the last day of membership."""

    class Position(models.TextChoices):
        CHAIR = "chair", "Chair"
        VICE_CHAIR = "vice-chair", "Vice-Chair"
        MEMBER = "member", "Member"

    name = models.CharField(max_length=150)
    authority = models.CharField("council", max_length=150, blank=True)
    is_co_opted = models.BooleanField("co-opted member", default=False)
    position = models.CharField(max_length=12, choices=Position, default=Position.MEMBER)
    started = models.DateField()
    ended = models.DateField(null=True, blank=True)
    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True
    )
    objects = PanelMemberQuerySet.as_manager()

    class Meta:
        ordering = ["authority", "name"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ended__isnull=True) | Q(ended__gte=models.F("started")),
                name="panel_member_ends_after_start",
            ),
        ]

    def __str__(self) -> str:
        return self.name
