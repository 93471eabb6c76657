"""States as coloured tags."""

import pytest
from django.template import Context, Template

from recommendations import register, states
from recommendations.models import Assessment, Judgement, Outcome, Response


def tag(state):
    template = Template("{% load positions %}{% state_tag state %}")
    return template.render(Context({"state": state}))


@pytest.mark.parametrize(
    "choices",
    [Response.Decision, Outcome.Verdict, Judgement.Decision, Assessment.View],
)
def test_state_has_one_colour_as_stored_and_as_displayed(choices):
    for state in choices:
        colour = register.COLOURS[state.value]
        assert f"govuk-tag--{colour}" in tag(state.value)
        assert f"govuk-tag--{colour}" in tag(state.label)


@pytest.mark.parametrize("state", [*states.Response, *states.Effect, *states.Schedule])
def test_every_state_has_a_colour(state):
    assert f"govuk-tag--{register.COLOURS[state]}" in tag(state)


def test_state_begins_with_a_capital():
    assert "Claimed but not borne out" in tag("claimed but not borne out")
