from hypothesis import given
from hypothesis import strategies as st

from recommendations.correspondence.matching import match

RECOMMENDATIONS = [
    ("2025/01", "That hare coursing on the Levels be made a priority of the rural crime team."),
    ("2025/02", "That the number of places in the refuge be corrected at paragraph 33(b)."),
    ("2025/03", "That owners be told how to mark dogs and other animals against theft."),
    ("2025/04", "That the night-time economy in Osterbridge have a section of its own."),
]


def indexes(points, recommendations=RECOMMENDATIONS, **options):
    return [found and found.index for found in match(points, recommendations, **options)]


def test_points_in_the_panels_own_words_are_matched_surely():
    points = [text for _reference, text in reversed(RECOMMENDATIONS)]
    found = match(points, RECOMMENDATIONS)
    assert [one.index for one in found] == [3, 2, 1, 0]
    assert all(one.sure and one.score > 90 for one in found)


def test_shortened_points_are_matched():
    points = [
        "Hare coursing as a priority for rural crime",
        "The night-time economy in Osterbridge",
    ]
    assert indexes(points) == [0, 3]


def test_point_like_none_is_matched_to_none():
    assert indexes(["Helicopters are noisy after midnight and ought to fly higher."]) == [None]


def test_recommendation_is_given_to_the_best_point_only():
    points = ["The number of places in the refuge", RECOMMENDATIONS[1][1]]
    assert indexes(points) == [None, 1]


def test_number_decides_between_two_that_are_alike():
    twins = [
        ("R1", "That the response to burglary in the north be improved."),
        ("R2", "That the response to burglary in the south be improved."),
    ]
    point = ["That the response to burglary be improved."]
    assert indexes(point, twins, numbers=["2"]) == [1]
    assert indexes(point, twins, numbers=["1"]) == [0]


def test_match_that_hardly_beats_the_next_is_unsure():
    twins = [
        ("R1", "That the response to burglary in the north be improved."),
        ("R2", "That the response to burglary in the south be improved."),
    ]
    [found] = match(["That the response to burglary be improved."], twins)
    assert not found.sure


def test_nothing_is_matched_to_nothing():
    assert match([], RECOMMENDATIONS) == []
    assert match(["Dogs"], []) == [None]


@given(
    st.lists(st.text(max_size=40), max_size=5),
    st.lists(st.tuples(st.text(max_size=6), st.text(max_size=40)), max_size=5),
    st.lists(st.text(max_size=3), max_size=5),
)
def test_matches_are_one_to_one(points, recommendations, numbers):
    found = match(points, recommendations, numbers=numbers)
    assert len(found) == len(points)
    taken = [one.index for one in found if one]
    assert len(taken) == len(set(taken))
