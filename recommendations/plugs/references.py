"""What keeps a paragraph where it is: a recommendation or a response that cites it."""

from django.utils.text import capfirst

from plans.models import Paragraph

from ..models import Recommendation


def cited_by(paragraph: Paragraph) -> list[str]:
    """The recommendations that name the paragraph, themselves or in an answer, as a sentence."""
    said = Recommendation.objects.filter(citations__paragraphs=paragraph)
    answered = Recommendation.objects.filter(responses__citations__paragraphs=paragraph)
    named = [str(recommendation) for recommendation in (said | answered).distinct()]
    if not named:
        return []
    return [
        f"{capfirst(paragraph.name)} cannot be taken away, because it is cited in "
        f"{', '.join(named)}. Correct its text or its number instead, or take it out of what is "
        "cited there first."
    ]
