"""The forms of single minutes: their words, the vote on a resolution, who is to do an action, and
the public excluded by one."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet

from pcp_scrutiny.components.forms import DateField
from pcp_scrutiny.editing import RecordForm
from pcp_scrutiny.panel.models import Panel

from .. import exempt
from ..actions import voting
from ..minuting import votes
from ..models import Exclusion, MinuteEntry, Vote
from .wording import LIGHT_MARKDOWN

LEVELS = (
    (0, "An entry of its own"),
    (1, "A point under the entry above it"),
    (2, "A point under the point above it"),
)
COUNTS = ("votes_for", "votes_against", "abstentions", "membership")
NAMES = {"names_for": "For", "names_against": "Against", "names_abstaining": "Abstained"}


def _count(label: str) -> forms.IntegerField:
    return forms.IntegerField(
        label=label,
        min_value=0,
        max_value=200,
        required=False,
        widget=forms.NumberInput(attrs={"width": 3, "inputmode": "numeric"}),
    )


class EntryForm(RecordForm):
    """A minute, with the vote on a resolution and who is to do an action."""

    mark_optional = False

    level = forms.TypedChoiceField(
        label="Where it stands", choices=LEVELS, coerce=int, initial=0, required=False
    )
    mover = forms.CharField(label="Proposed by", max_length=150, required=False)
    seconder = forms.CharField(label="Seconded by", max_length=150, required=False)
    is_unanimous = forms.BooleanField(label="The vote was unanimous", required=False)
    votes_for = _count("For")
    votes_against = _count("Against")
    abstentions = _count("Abstentions")
    casting_vote = forms.ChoiceField(
        label="Casting vote of the person in the chair",
        choices=[("", "None was needed"), *Vote.Side.choices],
        required=False,
    )
    names_for, names_against, names_abstaining = (
        forms.CharField(label=label, required=False, widget=forms.Textarea(attrs={"rows": 3}))
        for label in NAMES.values()
    )
    veto_of = forms.ChoiceField(
        label="Is it a veto?", choices=[("", "No"), *Vote.Veto.choices], required=False
    )
    membership = _count("How many members the panel has")
    membership_because = forms.CharField(
        label="If that is not what the list of members says, why?", max_length=300, required=False
    )
    owner = forms.CharField(label="Who is to do it", max_length=200, required=False)
    due_on = DateField(label="By when", required=False)

    WITH_AN_OWNER = (MinuteEntry.Kind.ACTION, MinuteEntry.Kind.UNDERTAKING)

    class Meta:
        model = MinuteEntry
        fields = ["kind", "text", "level"]
        labels = {"kind": "Kind of entry"}
        help_texts = {"text": LIGHT_MARKDOWN}
        widgets = {
            "kind": forms.RadioSelect(attrs={"class": "govuk-radios--small"}),
            "text": forms.Textarea(attrs={"rows": 6}),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        office = Panel.current().office_title
        hints = {
            "owner": f"{office}, for an undertaking by the office. Leave it empty if nobody is "
            "named yet",
            "casting_vote": "Only where votes are equal. It is not among the counts",
            "veto_of": "A veto takes two thirds of all members of the panel, there or not",
            "membership": "Leave it empty to take the number from the list of members",
            "names_for": "One name to a line, if they were recorded",
        }
        for name, hint in hints.items():
            self.fields[name].help_text = hint
        if self.instance.pk and not self.is_bound:
            for part, names in (("vote", votes.FIELDS), ("action", ("owner", "due_on"))):
                if record := getattr(self.instance, part, None):
                    self.initial |= {name: getattr(record, name) for name in names}

    def clean_level(self) -> int:
        """An entry of its own where nothing else is said."""
        return self.cleaned_data["level"] or 0

    def clean(self) -> dict[str, Any]:
        """A vote is on a resolution, and something to do belongs to an action or undertaking."""
        given = super().clean()
        kind = given.get("kind")
        if kind not in self.WITH_AN_OWNER and (given.get("owner") or given.get("due_on")):
            self.add_error("kind", "Only an action or an undertaking has someone who is to do it")
        if self._voted(given):
            if kind != MinuteEntry.Kind.RESOLUTION:
                self.add_error("kind", "Only a resolution is voted on")
            elif not self.errors:
                self._settle(given)
        return given

    def _settle(self, given: dict[str, Any]) -> None:
        there = Vote.objects.filter(entry=self.instance).first() if self.instance.pk else None
        try:
            voting.settle(self.instance, self._vote(given), there=there)
        except ValidationError as wrong:
            self.add_error(None, wrong)

    def _voted(self, given: dict[str, Any]) -> bool:
        return any(given.get(name) not in (None, "", False) for name in votes.FIELDS)

    def _vote(self, given: dict[str, Any]) -> dict[str, Any]:
        return {name: given.get(name) for name in (*votes.FIELDS, voting.BECAUSE)}

    @property
    def vote(self) -> dict[str, Any] | None:
        """The vote as typed; None where there was none."""
        return self._vote(self.cleaned_data) if self._voted(self.cleaned_data) else None

    @property
    def task(self) -> dict[str, Any] | None:
        """Who is to do it and by when; None where the kind asks for nobody."""
        given = self.cleaned_data
        if given["kind"] not in self.WITH_AN_OWNER:
            return None
        return {"owner": given["owner"], "due_on": given["due_on"]}

    @property
    def has_names(self) -> bool:
        """Whether the names of those who voted are shown at once."""
        return self._says(*NAMES)

    @property
    def has_veto(self) -> bool:
        """Whether the fields of a veto are shown at once."""
        return self._says("veto_of", "membership", "membership_because")

    def _says(self, *names: str) -> bool:
        return any(self[name].value() or self[name].errors for name in names)


def _paragraphs(kept: int | None = None) -> list[tuple[int, str]]:
    return exempt.choices(Panel.current().nation, kept=kept)


class ExcludeForm(forms.Form):
    """A resolution that excludes the public: under which paragraph, from what, in which words."""

    paragraph = forms.TypedChoiceField(
        label="Under which paragraph of Schedule 12A?",
        coerce=int,
        widget=forms.RadioSelect(attrs={"class": "govuk-radios--small"}),
        error_messages={"required": "Select the paragraph under which the public is excluded"},
    )
    business = forms.CharField(
        label="From what business?",
        max_length=300,
        help_text="The resolution has to say what the public is excluded from",
    )
    text = forms.CharField(
        label="The resolution",
        required=False,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text="Leave it empty to be offered words to put right",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["paragraph"].choices = _paragraphs()


class ReadmitForm(forms.Form):
    """The minute with which the public is let in again."""

    text = forms.CharField(
        label="What is minuted",
        initial="The public were let in again.",
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    because = forms.CharField(
        label="Why may it become public?",
        required=False,
        max_length=300,
        help_text="What was minuted after this in private is public from then on",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "because" not in self.data:
            self._because = self.fields.pop("because")

    def ask_why(self, messages: Iterable[str]) -> None:
        """Show what would become public, and ask why it may."""
        if "because" not in self.fields:
            self.fields["because"] = self._because
        self.add_error("because", list(messages))


class ExclusionForm(RecordForm):
    """An exclusion put right: its paragraph, where it ended, and why something becomes public."""

    because = forms.CharField(
        label="Why may it become public?",
        required=False,
        max_length=300,
        help_text="Only where this makes public what was minuted in private",
    )

    class Meta:
        model = Exclusion
        fields = ["paragraph", "until"]
        labels = {
            "paragraph": "Under which paragraph of Schedule 12A?",
            "until": "With which minute was the public let in again?",
        }
        widgets = {"paragraph": forms.RadioSelect(attrs={"class": "govuk-radios--small"})}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["paragraph"].choices = _paragraphs(self.instance.paragraph)
        until = self.fields["until"]
        until.queryset = _after(self.instance.entry)
        until.label_from_instance = _in_a_line
        until.empty_label = "None: they stayed out to the end of the meeting"


def _after(entry: MinuteEntry) -> QuerySet[MinuteEntry]:
    """What is minuted after an entry."""
    later = Q(item__position__gt=entry.item.position)
    later |= Q(item=entry.item_id, position__gt=entry.position)
    found = MinuteEntry.objects.filter(later, item__meeting=entry.item.meeting_id)
    return found.select_related("item").order_by("item__position", "position", "pk")


def _in_a_line(entry: MinuteEntry) -> str:
    text = " ".join(entry.text.split())
    return f"{entry.item.number}: {text[:70]}{'…' if len(text) > 70 else ''}"
