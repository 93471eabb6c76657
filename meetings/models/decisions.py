"""What was decided in a minute: its vote, and what someone is to do."""

from django.db import models
from django.db.models import Q

from pcp_scrutiny.history.models import Recorded

from ..querysets import ActionQuerySet, EntryPartQuerySet
from .minutes import MinuteEntry


class Vote(Recorded):
    """The vote on a resolution. The counts are of the members who voted.

    ``veto_of`` is what the panel voted to veto: that takes two thirds of the persons who are
    members at the time, ``membership``, whether or not they are there (Police Reform and Social
    Responsibility Act 2011 Sch 5, Sch 8)."""

    class Side(models.TextChoices):
        FOR = "for", "For"
        AGAINST = "against", "Against"

    class Veto(models.TextChoices):
        PRECEPT = "precept", "The precept: Schedule 5"
        CHIEF_CONSTABLE = "chief constable", "The chief constable's appointment: Schedule 8"

    entry = models.OneToOneField(MinuteEntry, on_delete=models.CASCADE, related_name="vote")
    mover = models.CharField(max_length=150, blank=True)
    seconder = models.CharField(max_length=150, blank=True)
    is_unanimous = models.BooleanField("unanimous", default=False)
    votes_for = models.PositiveSmallIntegerField(null=True, blank=True)
    votes_against = models.PositiveSmallIntegerField(null=True, blank=True)
    abstentions = models.PositiveSmallIntegerField(null=True, blank=True)
    casting_vote = models.CharField("chair's casting vote", max_length=8, choices=Side, blank=True)
    names_for = models.TextField("who voted for", blank=True)
    names_against = models.TextField("who voted against", blank=True)
    names_abstaining = models.TextField("who abstained", blank=True)
    veto_of = models.CharField("veto of", max_length=16, choices=Veto, blank=True)
    membership = models.PositiveSmallIntegerField("members of the panel", null=True, blank=True)
    objects = EntryPartQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(is_unanimous=False) | Q(votes_against=0) | Q(votes_against=None),
                name="vote_unanimous_has_none_against",
            ),
            models.CheckConstraint(
                condition=Q(veto_of="") | Q(membership__gte=1),
                name="vote_of_veto_counts_the_members",
            ),
        ]

    def __str__(self) -> str:
        return f"Vote on: {self.entry}"


class Action(Recorded):
    """What someone is to do. An undertaking by the Commissioner is an action whose owner is the
    office. Nobody is named yet where ``owner`` is empty. ``owner`` and ``due_on`` are as last
    agreed, also after the minutes were approved: those go on saying what was agreed at the meeting
    (``meetings/minuting/agreed.py``)."""

    entry = models.OneToOneField(MinuteEntry, on_delete=models.PROTECT, related_name="action")
    owner = models.CharField(max_length=200, blank=True)
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
        return f"{self.owner or 'Somebody'}: {self.entry}"
