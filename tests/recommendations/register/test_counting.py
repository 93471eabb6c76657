"""How many each choice would show."""

from hypothesis import given
from hypothesis import strategies as st

from recommendations.register.counting import counted, tally
from recommendations.register.narrowing import FACETS, NONE, VOCABULARY, value_of
from tests.factories.positions import position, positions

CHOSEN = st.dictionaries(
    st.sampled_from(FACETS),
    st.sets(
        st.sampled_from(
            ["overdue", "awaiting", "open", "Patrol", "1", "2", NONE, "yes", "concern"]
        ),
        min_size=1,
    ),
    max_size=3,
)


def test_counts_of_nothing():
    found = counted([], {"response": {"overdue"}})
    assert (found.shown, found.total) == ([], 0)
    assert all(not choices for choices in found.choices.values())


def test_counts_of_a_facet_leave_its_own_choice_aside():
    late = position(response="overdue", theme="Patrol")
    waiting = position(response="awaiting", theme="Patrol")
    other = position(response="overdue", theme="Victims")
    found = counted([late, waiting, other], {"response": {"overdue"}, "theme": {"Patrol"}})
    assert found.shown == [late]
    assert found.total == 3
    assert found.choices["response"] == {"overdue": 1, "awaiting": 1}
    assert found.choices["theme"] == {"Patrol": 1, "Victims": 1}
    assert found.choices["kind"] == {"recommendation": 1}


def test_tally_says_what_has_none():
    found = [position(theme="", plan=None, to_confirm=True), position()]
    assert tally(found, "theme") == {NONE: 1, "Patrol": 1}
    assert tally(found, "plan") == {NONE: 1, "1": 1}
    assert tally(found, "to_confirm") == {"yes": 1, "no": 1}


def narrowed(found, chosen):
    """Those with one of the values chosen of every facet."""
    return [p for p in found if all(value_of(p, facet) in chosen[facet] for facet in chosen)]


@given(positions(), CHOSEN)
def test_each_count_is_what_choosing_it_alone_would_show(found, chosen):
    told = counted(found, chosen)
    assert told.shown == narrowed(found, chosen)
    for facet in FACETS:
        values = {value_of(p, facet) for p in found} | set(VOCABULARY.get(facet, ()))
        for value in values:
            would_show = narrowed(found, {**chosen, facet: {value}})
            assert told.choices[facet][value] == len(would_show), (facet, value)
