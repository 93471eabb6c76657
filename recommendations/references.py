"""References of recommendations: "2026/23" is the twenty-third of the year of its meeting."""

from .models import Recommendation


def next_reference(year: int) -> str:
    """The reference after the highest of that year. One query."""
    taken = Recommendation.objects.filter(reference__startswith=f"{year}/").order_by()
    numbers = [given.partition("/")[2] for given in taken.values_list("reference", flat=True)]
    highest = max((int(number) for number in numbers if number.isdecimal()), default=0)
    return f"{year}/{highest + 1:02}"
