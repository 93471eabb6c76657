"""Points of a minute that a recommendation took into its text, and that are withheld now.

One that nobody has used follows its minutes and ends before such a point
(``rules/minuted.py``). One that was sent, answered or corrected keeps its words: then it is
withheld as a whole, because nobody may take words out of what was sent.
"""

from django.db.models import F, Model, OuterRef, Q, QuerySet, Subquery, TextField, Value
from django.db.models.functions import Concat, Replace, StrIndex, Trim

BULLET = "- "


def withheld(recommendation: type[Model]) -> QuerySet:
    """For each recommendation outside, the withheld entries whose words it may hold: those under
    its minute, unless it says no more than the minute itself; and those of the meeting whose words
    stand in it as a point, because they were moved away since."""
    entries = recommendation._meta.get_field("raised_in").related_model._default_manager.all()
    private = entries.filter(
        Q(restricted_under__isnull=False) | Q(item__restricted_under__isnull=False),
        item__meeting=OuterRef("raised_in__item__meeting"),
    ).exclude(pk=OuterRef("raised_in"))
    before = entries.filter(item=OuterRef("item"), level=0).filter(
        Q(position__lt=OuterRef("position"))
        | Q(position=OuterRef("position"), pk__lt=OuterRef("pk"))
    )
    head = before.order_by("-position", "-pk").values("pk")[:1]
    says_more = Q(in_its_minute=0)
    return (
        private.order_by()
        .alias(
            head=Subquery(head),
            in_its_minute=StrIndex(OuterRef("raised_in__text"), OuterRef("text")),
            as_point=StrIndex(OuterRef("text"), _printed("\n  ")),
            as_point_of_point=StrIndex(OuterRef("text"), _printed("\n    ")),
        )
        .filter(
            Q(says_more, level__gt=0, head=OuterRef("raised_in"))
            | Q(as_point__gt=0)
            | Q(as_point_of_point__gt=0)
        )
    )


def _printed(line: str) -> Concat:
    """The words of an entry as they stand in the text of a recommendation."""
    words = Replace(Trim(F("text")), Value("\n"), Value(line), output_field=TextField())
    return Concat(Value(BULLET), words, output_field=TextField())
