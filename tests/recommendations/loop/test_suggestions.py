"""What a new recommendation most likely has."""

from datetime import date

import pytest

from recommendations import loop
from tests.factories.plans import PlanVersionFactory
from tests.factories.recommendations import ItemFactory, RecommendationFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("taken", "expected"),
    [
        ([], "2026/01"),
        (["2026/01", "2026/02"], "2026/03"),
        (["2026/09", "2026/10"], "2026/11"),
        (["2026/7"], "2026/08"),
        (["2025/40"], "2026/01"),
        (["2026/07a", "R3"], "2026/01"),
        (["2026/99"], "2026/100"),
        (["2026/100", "2026/99"], "2026/101"),
    ],
)
def test_suggestions_number_on_from_the_highest_of_the_year(taken, expected):
    item = ItemFactory()
    for reference in taken:
        RecommendationFactory(reference=reference)
    assert loop.suggestions(item)["reference"] == expected


def test_suggestions_take_the_newest_locked_version_by_the_day_of_the_meeting():
    item = ItemFactory()
    assert loop.suggestions(item)["version"] is None
    PlanVersionFactory(dated=date(2026, 6, 1))
    expected = PlanVersionFactory(dated=date(2026, 5, 1), locked=True)
    PlanVersionFactory(dated=date(2026, 4, 1), locked=True)
    PlanVersionFactory(dated=date(2026, 6, 13), locked=True)
    assert loop.suggestions(item)["version"] == expected


def test_themes_are_those_in_use_once_each():
    for theme in ("Rural crime", "Patrol", "", "Rural crime"):
        RecommendationFactory(theme=theme)
    assert loop.themes() == ["Patrol", "Rural crime"]
