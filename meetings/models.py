"""Meetings of the panel: who was there, what was on the agenda, what was said and resolved."""

from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from pcp_scrutiny.history.models import Recorded
from plans.models import PlanVersion

from .querysets import (
    ActionQuerySet,
    AgendaItemQuerySet,
    DeclarationQuerySet,
    EntryPartQuerySet,
    MeetingPartQuerySet,
    MeetingQuerySet,
    MinuteEntryQuerySet,
    PackQuerySet,
    PanelMemberQuerySet,
    PaperQuerySet,
)


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


class Meeting(Recorded):
    """A meeting of the panel, from its planning to its approved minutes."""

    class State(models.TextChoices):
        PLANNED = "planned", "Planned"
        AGENDA_PUBLISHED = "agenda published", "Agenda published"
        IN_PROGRESS = "in progress", "In progress"
        DRAFT_MINUTES = "draft minutes", "Draft minutes"
        APPROVED_MINUTES = "approved minutes", "Approved minutes"

    title = models.CharField(max_length=200, default="Police and Crime Panel")
    starts_at = models.DateTimeField("date and time")
    venue = models.CharField(max_length=300)
    how_to_attend = models.TextField("how to attend or watch", blank=True)
    state = models.CharField(max_length=20, choices=State, default=State.PLANNED)
    published_on = models.DateField("agenda published on", null=True, blank=True)
    approved_at = models.DateTimeField("minutes approved", null=True, blank=True)
    objects = MeetingQuerySet.as_manager()

    class Meta:
        ordering = ["-starts_at"]
        constraints = [
            models.UniqueConstraint(fields=["title", "starts_at"], name="meeting_once_at_a_time"),
            models.CheckConstraint(
                condition=~Q(state="approved minutes") | Q(approved_at__isnull=False),
                name="meeting_minutes_approved_when",
            ),
        ]

    def __str__(self) -> str:
        day = timezone.localtime(self.starts_at)
        return f"{self.title}, {day.day} {day:%B %Y}"

    def get_absolute_url(self) -> str:
        return reverse("meetings:detail", args=[self.pk])

    @property
    def day(self) -> date:
        """The day it is held, where the panel is."""
        return timezone.localdate(self.starts_at)

    @property
    def minutes_are_approved(self) -> bool:
        """Whether the minutes can no longer change."""
        return self.state == self.State.APPROVED_MINUTES

    @property
    def minutes_are_finished(self) -> bool:
        """Whether its minutes are more than notes: a complete draft, or approved."""
        return self.state in (self.State.DRAFT_MINUTES, self.State.APPROVED_MINUTES)


class ExemptUnder(models.IntegerChoices):
    """The paragraph of Part 1 of Schedule 12A to the Local Government Act 1972 under which
    information is exempt."""

    INDIVIDUAL = 1, "Paragraph 1: information relating to an individual"
    IDENTITY = 2, "Paragraph 2: information likely to reveal the identity of an individual"
    FINANCIAL = 3, "Paragraph 3: financial or business affairs of a person"
    LABOUR = 4, "Paragraph 4: consultations or negotiations on labour relations"
    LEGAL = 5, "Paragraph 5: legal professional privilege"
    NOTICE = 6, "Paragraph 6: notices, orders or directions under an enactment"
    CRIME = 7, "Paragraph 7: prevention, investigation or prosecution of crime"


def restricted_under() -> models.PositiveSmallIntegerField:
    """The field that marks something "not for publication" and says why."""
    return models.PositiveSmallIntegerField(
        "not for publication under", choices=ExemptUnder, null=True, blank=True
    )


class AgendaItem(Recorded):
    """An item of a meeting's agenda. The number people see is its place among the items."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="items")
    position = models.PositiveIntegerField()
    title = models.CharField(max_length=300)
    purpose = models.TextField(blank=True)
    presenter = models.CharField(max_length=200, blank=True)
    restricted_under = restricted_under()
    special_circumstances = models.TextField("why the item is urgent", blank=True)
    objects = AgendaItemQuerySet.as_manager()

    class Meta:
        ordering = ["meeting", "position", "pk"]

    def __str__(self) -> str:
        return f"{self.position}. {self.title}"

    def get_absolute_url(self) -> str:
        return f"{self.meeting.get_absolute_url()}#{self.anchor}"

    @property
    def anchor(self) -> str:
        """The fragment that finds it on the meeting's page and in the minutes."""
        return f"item-{self.pk}"


class Paper(Recorded):
    """A paper under an item: written here, or made from the record when the pack is made.

    ``kind`` is "written" or one of the papers that apps offer (papers.py). Some of those are of
    something: of the meeting in ``minutes_of``, of the version of a plan in ``version``."""

    WRITTEN = "written"

    item = models.ForeignKey(AgendaItem, on_delete=models.CASCADE, related_name="papers")
    position = models.PositiveIntegerField()
    kind = models.CharField(max_length=30, default=WRITTEN)
    label = models.CharField(max_length=60, blank=True, help_text="For example, Paper B")
    title = models.CharField(max_length=300)
    text = models.TextField(blank=True)
    minutes_of = models.ForeignKey(
        Meeting, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    version = models.ForeignKey(
        PlanVersion, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    restricted_under = restricted_under()
    objects = PaperQuerySet.as_manager()

    class Meta:
        ordering = ["item", "position", "pk"]

    def __str__(self) -> str:
        return f"{self.label}: {self.title}" if self.label else self.title

    def get_absolute_url(self) -> str:
        return reverse("meetings:paper", args=[self.pk])


class Attendance(Recorded):
    """Someone who was at a meeting, or sent apologies."""

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
    sent_apologies = models.BooleanField(default=False)
    note = models.CharField(
        max_length=200, blank=True, help_text="For example, joined during item 5"
    )
    objects = MeetingPartQuerySet.as_manager()

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


class MinuteEntry(Recorded):
    """Something minuted under an item. ``level`` 0 is the entry itself, 1 a point under it."""

    class Kind(models.TextChoices):
        DISCUSSION = "discussion", "Discussion"
        KEY_POINT = "key point", "Key point"
        ADVICE = "advice", "Advice"
        RESOLUTION = "resolution", "Resolution"
        RECOMMENDATION = "recommendation", "Recommendation or concern"
        ACTION = "action", "Action"
        UNDERTAKING = "undertaking", "Undertaking"

    item = models.ForeignKey(AgendaItem, on_delete=models.CASCADE, related_name="entries")
    position = models.PositiveIntegerField()
    kind = models.CharField(max_length=16, choices=Kind, default=Kind.DISCUSSION)
    level = models.PositiveSmallIntegerField(default=0)
    text = models.TextField()
    objects = MinuteEntryQuerySet.as_manager()

    class Meta:
        ordering = ["item", "position", "pk"]
        verbose_name_plural = "minute entries"

    def __str__(self) -> str:
        return self.text[:80]

    def get_absolute_url(self) -> str:
        return f"{reverse('meetings:minutes', args=[self.item.meeting_id])}#{self.anchor}"

    @property
    def anchor(self) -> str:
        """The fragment that finds it in the minutes."""
        return f"m{self.pk}"


class Vote(Recorded):
    """The vote on a resolution. The counts are of the members who voted."""

    entry = models.OneToOneField(MinuteEntry, on_delete=models.CASCADE, related_name="vote")
    mover = models.CharField(max_length=150, blank=True)
    seconder = models.CharField(max_length=150, blank=True)
    is_unanimous = models.BooleanField("unanimous", default=False)
    votes_for = models.PositiveSmallIntegerField(null=True, blank=True)
    votes_against = models.PositiveSmallIntegerField(null=True, blank=True)
    abstentions = models.PositiveSmallIntegerField(null=True, blank=True)
    objects = EntryPartQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(is_unanimous=False) | Q(votes_against=0) | Q(votes_against=None),
                name="vote_unanimous_has_none_against",
            ),
        ]

    def __str__(self) -> str:
        return f"Vote on: {self.entry}"


class Action(Recorded):
    """What someone is to do. An undertaking by the Commissioner is an action whose owner is the
    office. ``due_on`` is kept as first set."""

    entry = models.OneToOneField(MinuteEntry, on_delete=models.PROTECT, related_name="action")
    owner = models.CharField(max_length=200)
    due_on = models.DateField(null=True, blank=True)
    done_on = models.DateField(null=True, blank=True)
    outcome = models.TextField("what was done", blank=True)
    objects = ActionQuerySet.as_manager()

    class Meta:
        ordering = ["due_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(done_on__isnull=True) | ~Q(outcome=""),
                name="action_done_says_what_was_done",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.owner}: {self.entry}"


class Pack(Recorded):
    """An agenda pack: a meeting's papers as one PDF, for the public or in full.

    ``sha256`` (hexadecimal) and ``pages`` are those of the finished file; ``made_from`` is the
    digest of what it prints (packs.py), which tells when the record no longer says the same."""

    class Audience(models.TextChoices):
        PUBLIC = "public", "Public pack"
        FULL = "full", "Full pack"

    class State(models.TextChoices):
        WAITING = "waiting", "Waiting to be made"
        MAKING = "making", "Being made"
        MADE = "made", "Made"
        FAILED = "failed", "Could not be made"

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="packs")
    audience = models.CharField(max_length=8, choices=Audience)
    state = models.CharField(max_length=8, choices=State, default=State.WAITING)
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    asked_at = models.DateTimeField(auto_now_add=True)
    made_at = models.DateTimeField(null=True, blank=True)
    content = models.FileField(upload_to="packs/%Y/", max_length=255, blank=True)
    sha256 = models.CharField(max_length=64, blank=True)
    pages = models.PositiveIntegerField(null=True, blank=True)
    made_from = models.CharField(max_length=64, blank=True)
    failure = models.TextField(blank=True)
    objects = PackQuerySet.as_manager()

    class Meta:
        ordering = ["-asked_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(state="made") | (~Q(sha256="") & Q(pages__gte=1)),
                name="pack_made_has_its_file",
            ),
            models.CheckConstraint(
                condition=~Q(state="failed") | ~Q(failure=""), name="pack_failed_says_why"
            ),
            # Two people pressing at once make one pack.
            models.UniqueConstraint(
                fields=["meeting", "audience"],
                condition=Q(state__in=["waiting", "making"]),
                name="pack_one_in_the_making",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_audience_display()}, {self.meeting}"

    def get_absolute_url(self) -> str:
        return reverse("meetings:pack", args=[self.pk])
