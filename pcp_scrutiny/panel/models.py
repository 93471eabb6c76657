"""The one panel that this deployment serves, and the office it scrutinises."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models

from pcp_scrutiny.history.models import Recorded


class Nation(models.TextChoices):
    ENGLAND = "ENG", "England"
    WALES = "WLS", "Wales"


class MinuteNumbers(models.TextChoices):
    """How minutes are numbered."""

    BY_ITEM = "item", "By the item: 7.1, 7.2 under item 7"
    BY_YEAR = "year", "Through the year: 12/26, 13/26"
    CONTINUOUS = "continuous", "On from meeting to meeting: 58, 59, 60"


LEAST_NOTICE = {Nation.ENGLAND: 5, Nation.WALES: 3}
"""Clear days of notice (Local Government Act 1972 s.100B(4))."""


class PanelQuerySet(models.QuerySet):
    """The panel's settings."""

    def visible_to(self, user: Any) -> "PanelQuerySet":
        """Settings are for administrators; what the pages say of the panel comes without asking."""
        return self if user.is_administrator else self.none()


class Panel(Recorded):
    """The panel's settings: names, places and periods. There is one row, or none yet.

    ``notice_days`` are clear days (Local Government Act 1972 s.100B(4): five in England, three in
    Wales). A meeting needs one in ``quorum_one_in`` of the members, and no fewer than
    ``quorum_least`` (the panel's rules of procedure, PRSRA 2011 Sch 6). The retention periods are
    years (s.100C(1): six; s.100D(2): four).
    """

    name = models.CharField(max_length=200, default="Police and Crime Panel")
    host_authority = models.CharField(max_length=200, blank=True)
    office_title = models.CharField(max_length=200, default="Police and Crime Commissioner")
    office_short = models.CharField(max_length=40, default="PCC")
    force_area = models.CharField(max_length=200, blank=True)
    nation = models.CharField(max_length=3, choices=Nation, default=Nation.ENGLAND)
    notice_days = models.PositiveSmallIntegerField(default=5)
    minute_numbers = models.CharField(
        "how minutes are numbered",
        max_length=10,
        choices=MinuteNumbers,
        default=MinuteNumbers.BY_ITEM,
    )
    quorum_one_in = models.PositiveSmallIntegerField("quorum: one member in", default=4)
    quorum_least = models.PositiveSmallIntegerField("quorum: at least", default=3)
    minutes_kept_years = models.PositiveSmallIntegerField(default=6)
    background_papers_kept_years = models.PositiveSmallIntegerField(default=4)
    contact_name = models.CharField(max_length=200, blank=True)
    contact_email = models.EmailField(blank=True)
    contact_telephone = models.CharField(max_length=40, blank=True)

    objects = PanelQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(pk=1), name="panel_is_one"),
        ]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        """Refuse less notice than the law asks (LGA 1972 s.100B(4))."""
        least = LEAST_NOTICE[self.nation]
        if self.notice_days is not None and self.notice_days < least:
            nation = self.get_nation_display()
            sentence = f"In {nation} a meeting needs at least {least} clear days of notice"
            raise ValidationError({"notice_days": sentence})

    @classmethod
    def current(cls) -> "Panel":
        """The panel as set, or one with the usual names where nobody has set it yet."""
        return cls.objects.filter(pk=1).first() or cls(pk=1)
