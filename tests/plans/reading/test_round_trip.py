"""One plan, set in many ways, is read the same from each."""

import pytest

from plans.reading import read_plan

from . import settings, truths


@pytest.mark.parametrize("way", settings.WAYS)
@pytest.mark.parametrize("name", truths.ALL)
def test_plan_is_read_the_same_however_it_is_set(name, way):
    truth = truths.ALL[name]
    plan = read_plan(settings.WAYS[way](truth))
    assert plan.title == truth.title
    assert [(p.label, p.heading, p.text) for p in plan.paragraphs] == list(truth.paragraphs())
    assert [p.label for p in plan.paragraphs if p.unsure] == truth.doubtful
