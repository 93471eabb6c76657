"""What the letter says of the law."""

from datetime import date

import pytest

from recommendations.models import Recommendation
from recommendations.papers import statute

OFFICE = "Police, Fire and Crime Commissioner"


def said(route, *, sent_on=None, is_draft_plan=True):
    return " ".join(
        statute.paragraphs(route, office=OFFICE, sent_on=sent_on, is_draft_plan=is_draft_plan)
    )


def test_every_route_has_its_words():
    assert set(statute.BY_ROUTE) == set(Recommendation.Route.values)


@pytest.mark.parametrize("route", statute.BY_ROUTE)
def test_office_is_called_as_it_is(route):
    words = said(route)
    assert OFFICE in words
    assert "{" not in words
    assert "PCC" not in words


@pytest.mark.parametrize(
    ("route", "provisions"),
    [
        ("s.28(3)", ["Section 28(3)", "Section 5(6)"]),
        ("s.28(4)", ["Section 28(4)", "as soon as practicable", "Section 12(4)"]),
        ("s.28(6)", ["Section 28(6)"]),
        ("Sch 5", ["Schedule 5", "SI 2012/2271"]),
        ("Sch 1", ["Schedule 1", "three weeks"]),
        ("Sch 8", ["Schedule 8", "three weeks"]),
    ],
)
def test_route_names_its_provisions(route, provisions):
    assert all(provision in said(route) for provision in provisions)


def test_a_plan_that_is_issued_already_is_not_about_to_be():
    assert "Section 5(6)" not in said("s.28(3)", is_draft_plan=False)


@pytest.mark.parametrize(
    ("sent_on", "year"),
    [(date(2027, 2, 5), 2027), (date(2027, 3, 31), 2027), (date(2026, 12, 11), 2027)],
)
def test_precept_dates_are_of_the_spring_to_come(sent_on, year):
    words = said("Sch 5", sent_on=sent_on)
    for day in ("1 February", "8 February", "15 February", "22 February", "1 March"):
        assert f"{day} {year}" in words


def test_precept_dates_are_the_last_and_may_be_earlier_locally():
    assert "earlier dates may be set locally" in said("Sch 5")


def test_precept_dates_without_a_day_have_no_year():
    assert "by 15 February. Where" in said("Sch 5")
