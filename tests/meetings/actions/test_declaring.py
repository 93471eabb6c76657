"""Interests that people declared."""

import pytest

from meetings import actions
from meetings.models import Declaration
from pcp_scrutiny import history
from tests.factories.meetings import DeclarationFactory, MeetingFactory


def test_an_interest_is_declared_changed_and_taken_back_with_history(officer):
    declared = DeclarationFactory.build(meeting=MeetingFactory())
    actions.add_declaration(declared, by=officer)
    declared.interest = "A governor of the school."
    actions.change_declaration(declared, by=officer)
    actions.remove_declaration(declared, by=officer)
    reasons = Declaration.history.values_list("history_change_reason", flat=True)
    assert list(reasons) == [
        "Declaration taken back",
        "Declaration changed",
        "Interest declared",
    ]


def test_a_declaration_that_someone_else_changed_is_not_overwritten(officer, clerk):
    declared = DeclarationFactory()
    seen = history.stamp(declared)
    theirs = Declaration.objects.get()
    theirs.interest = "As the clerk has it."
    actions.change_declaration(theirs, by=clerk)
    declared.interest = "As the officer has it."
    with pytest.raises(history.Stale):
        actions.change_declaration(declared, by=officer, seen=seen)
