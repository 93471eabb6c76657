"""The likeliest changes for a recommendation, and the other way round: pure functions."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recommendations.outcomes.candidates import MOST, Asked, Changed, Ranking

PLAN = [
    "Every ward has a named officer whom residents can reach by telephone.",
    "Shop theft is recorded when it is reported and visited within two working days.",
    "The force holds two open evenings a year at which anyone may question its leaders.",
    "Victims of burglary are offered a visit by an adviser on crime prevention in a week.",
    "Officers on foot patrol keep to the routes that parish councils have agreed.",
]
THEFT = Changed(
    "paragraph 2", "stolen goods sold online are traced", PLAN[1], ["Priorities", "Shops"]
)
PATROL = Changed("paragraph 5", "monthly figures of hours on patrol", PLAN[4], ["Streets"])
EVENINGS = Changed("paragraph 3", "four", PLAN[2], ["Openness"])


def ranking(*changes):
    return Ranking(changes, PLAN)


def offered(asked, *changes):
    return [candidate.index for candidate in ranking(*changes).changes_for(Asked(asked))]


def test_words_that_came_into_the_plan_decide():
    assert offered("Publish how many hours are spent on patrol.", THEFT, PATROL)[0] == 1


def test_heading_it_stands_under_speaks_for_a_change():
    quiet = Changed("paragraph 9", "twice", "It is done once.", ["Shops"])
    assert offered("Say more on shops.", EVENINGS, quiet) == [1]


def test_theme_counts_as_words_do():
    [found] = ranking(THEFT).changes_for(Asked("Say more.", theme="Stolen goods online"))
    assert found.index == 0


def test_rare_word_weighs_more_than_a_common_one():
    common = Changed("paragraph 1", "officers visited the force in the year")
    rare = Changed("paragraph 2", "drones visited the force in the year")
    assert offered("Officers and drones.", common, rare)[0] == 1


def test_unexplained_change_comes_before_one_that_is_explained():
    explained = Changed(PATROL.name, PATROL.words, PATROL.around, PATROL.headings, True)
    weaker = Changed("paragraph 8", "hours on the road and in the air and at sea and on patrol")
    assert offered("Publish monthly figures of hours on patrol.", explained, weaker) == [1, 0]


def test_nothing_is_offered_where_nothing_is_alike():
    assert offered("Dogs should be kept on a lead in the park.", THEFT, PATROL) == []
    assert offered("", THEFT) == []
    assert ranking().changes_for(Asked("Patrols.")) == []


def test_ending_of_a_word_does_not_hide_it():
    assert offered("Trace the selling of stolen things online.", THEFT) == [0]


def test_evidence_names_the_words_that_both_have():
    [found] = ranking(PATROL).changes_for(Asked("Publish figures of hours spent on patrol."))
    assert set(found.shared) == {"figures", "hours", "patrol"}
    assert found.evidence == (
        "What changed in paragraph 5 has “figures”, “hours” and “patrol” too."
    )


def test_evidence_names_the_heading_that_both_have():
    [found] = ranking(PATROL).changes_for(Asked("Streets and patrol hours."))
    assert found.evidence.endswith("and it stands under “Streets”.")


def test_recommendations_are_offered_for_a_change():
    asked = [Asked("On stolen goods sold online."), Asked("On hours of patrol, monthly.")]
    found = ranking(THEFT, PATROL).asked_for(1, asked)
    assert [candidate.index for candidate in found] == [1]


# --- How often it is right ------------------------------------------------------------------------

LETTERS = "bcdfghjklmnprstvz"


def invented(chance, number):
    """Words that nobody has said before."""
    syllables = [f"{a}{b}" for a in LETTERS for b in "aeiou"]
    return ["".join(chance.choices(syllables, k=3)) for _ in range(number)]


def a_plan_and_its_points(seed):
    """Twenty changes of a plan of sixty paragraphs, each made on one of twenty points, which share
    three or four words with it and as many with any other; the rest is chatter."""
    chance = random.Random(seed)
    chatter, topics = invented(chance, 150), invented(chance, 300)
    changes, asked = [], []
    for _ in range(20):
        topic = chance.sample(topics, 8)
        changed = chance.sample(topic, 5) + chance.sample(chatter, 8) + chance.sample(topics, 2)
        said = chance.sample(topic, 5) + chance.sample(chatter, 15) + chance.sample(topics, 4)
        chance.shuffle(changed)
        changes.append(Changed("it", " ".join(changed), " ".join(chance.sample(chatter, 15))))
        asked.append(Asked(" ".join(said)))
    others = [" ".join(chance.sample(chatter, 20)) for _ in range(40)]
    return changes, asked, [change.words for change in changes] + others


def test_true_change_is_first_nine_times_in_ten_and_among_three_nearly_always():
    first = among = total = 0
    for seed in range(10):
        changes, asked, texts = a_plan_and_its_points(seed)
        ranked = Ranking(changes, texts)
        for true, one in enumerate(asked):
            found = [candidate.index for candidate in ranked.changes_for(one)]
            first += found[:1] == [true]
            among += true in found
            total += 1
    assert first >= 0.9 * total
    assert among >= 0.97 * total


@given(st.text(max_size=60), st.lists(st.text(max_size=40), max_size=6))
def test_any_texts_are_ranked_and_none_is_offered_twice(said, words):
    changes = [Changed(f"paragraph {n}", text, text[::-1], [text]) for n, text in enumerate(words)]
    found = Ranking(changes, words).changes_for(Asked(said))
    assert len({candidate.index for candidate in found}) == len(found) <= MOST
    assert all(0 < candidate.score <= 1.000001 for candidate in found)
    assert [c.score for c in found] == sorted((c.score for c in found), reverse=True)


@pytest.mark.parametrize("text", ["the plan should say", "Commissioner’s police and crime plan"])
def test_words_that_every_point_has_tell_nothing(text):
    assert offered(text, Changed("it", text)) == []
