"""Who was at a meeting, and what interests they declared."""

from django.db import models
from django.db.models import Q

from pcp_scrutiny.history.models import Recorded

from ..querysets import AttendanceQuerySet, DeclarationQuerySet
from .agenda import AgendaItem
from .meeting import Meeting
from .members import PanelMember


class Attendance(Recorded):
    """Someone who was at a meeting, or sent apologies. ``joined_at`` and ``left_at`` are the items
    during which they came late or left early. ``stands_in_for`` and ``is_co_opted`` say what was so
    on the day, whatever becomes of the member since."""

    class Capacity(models.TextChoices):
        MEMBER = "member", "Panel member"
        SUBSTITUTE = "substitute", "Substitute member"
        OFFICE = "office", "The scrutinised office"
        OFFICER = "officer", "Officer supporting the panel"
        OTHER = "other", "Also present"

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="attendances")
    member = models.ForeignKey(
        PanelMember, on_delete=models.PROTECT, null=True, blank=True, related_name="attendances"
    )
    name = models.CharField(max_length=150)
    capacity = models.CharField(max_length=12, choices=Capacity)
    role = models.CharField("council or post", max_length=200, blank=True)
    substitute_for = models.ForeignKey(
        PanelMember, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    stands_in_for = models.CharField("in the place of", max_length=150, blank=True)
    is_co_opted = models.BooleanField("co-opted member", default=False)
    sent_apologies = models.BooleanField(default=False)
    joined_at = models.ForeignKey(
        AgendaItem,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="joined during item",
    )
    left_at = models.ForeignKey(
        AgendaItem,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="left during item",
    )
    note = models.CharField(
        max_length=200, blank=True, help_text="For example, joined during item 5"
    )
    objects = AttendanceQuerySet.as_manager()

    class Meta:
        ordering = ["meeting", "capacity", "name"]
        constraints = [
            # Two members may have one name.
            models.UniqueConstraint(
                fields=["meeting", "member"],
                condition=Q(member__isnull=False),
                name="attendance_of_a_member_once",
                violation_error_message="This member is recorded already.",
            ),
            models.UniqueConstraint(
                fields=["meeting", "name", "capacity"],
                condition=Q(member__isnull=True),
                name="attendance_of_others_once",
                violation_error_message="This person is recorded already.",
            ),
            models.CheckConstraint(
                condition=Q(substitute_for__isnull=True) | Q(capacity="substitute"),
                name="attendance_only_substitutes_stand_in",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Declaration(Recorded):
    """An interest declared at a meeting, in one item or in all."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="declarations")
    item = models.ForeignKey(
        AgendaItem, on_delete=models.CASCADE, null=True, blank=True, related_name="declarations"
    )
    name = models.CharField(max_length=150)
    interest = models.TextField()
    withdrew = models.BooleanField("left the meeting for the item", default=False)
    objects = DeclarationQuerySet.as_manager()

    class Meta:
        ordering = ["meeting", "pk"]

    def __str__(self) -> str:
        return f"{self.name}: {self.interest}"
