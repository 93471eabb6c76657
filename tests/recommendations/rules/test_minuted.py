"""What minutes say that belongs into the register."""

import pytest

from recommendations.rules.minuted import Line, Said, recommended, route


def test_a_recommendation_is_one_and_discussion_is_none():
    lines = [Line(1, "discussion", 0, "Members asked."), Line(2, "recommendation", 0, "Do it.")]
    assert recommended(lines) == {2: Said("recommendation", "Do it.")}


def test_points_under_it_belong_to_its_text():
    lines = [
        Line(1, "recommendation", 0, "That the plan:"),
        Line(2, "discussion", 1, "names a measure;"),
        Line(3, "key point", 2, "for each priority\nand year;"),
        Line(4, "action", 1, "The clerk is to write."),
        Line(5, "recommendation", 1, "gives a date."),
        Line(6, "discussion", 0, "Members moved on."),
        Line(7, "discussion", 1, "Nothing else."),
    ]
    text = (
        "That the plan:\n- names a measure;\n  - for each priority\n    and year;\n- gives a date."
    )
    assert recommended(lines) == {1: Said("recommendation", text)}


def test_a_recommendation_under_something_else_is_part_of_that():
    lines = [Line(1, "discussion", 0, "It was said:"), Line(2, "recommendation", 1, "Do it.")]
    assert recommended(lines) == {}


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("Recommendation: Do it.", Said("recommendation", "Do it.")),
        ("**Concern:** It is late.", Said("concern", "It is late.")),
        ("CONCERN: It is late.", Said("concern", "It is late.")),
        ("Recommendation:", Said("recommendation", "Recommendation:")),
        ("Concerns were raised.", Said("recommendation", "Concerns were raised.")),
    ],
)
def test_the_word_that_announces_it_is_not_said_again(typed, said):
    assert recommended([Line(1, "recommendation", 0, typed)]) == {1: said}


@pytest.mark.parametrize(
    ("title", "under"),
    [
        ("Draft Police and Crime Plan", "s.28(3)"),
        ("Annual Report 2025/26", "s.28(4)"),
        ("Proposed precept for 2027/28", "Sch 5"),
        ("Confirmation hearing: Chief Constable", "Sch 8"),
        ("Appointment of the Deputy Commissioner", "Sch 1"),
        ("Performance and planning", "s.28(6)"),
        ("Road safety", "s.28(6)"),
    ],
)
def test_the_route_follows_from_the_title(title, under):
    assert route(title) == under


def test_its_text_ends_where_the_public_went_out_or_came_in():
    lines = [
        Line(1, "recommendation", 0, "Publish:"),
        Line(2, "discussion", 1, "the survey."),
        Line(3, "discussion", 1, "The contract cost too much.", 3),
        Line(4, "discussion", 1, "They came back."),
        Line(5, "recommendation", 0, "Say no more:", 3),
        Line(6, "discussion", 1, "of it.", 3),
        Line(7, "discussion", 1, "They came back."),
    ]
    said = {one: said.text for one, said in recommended(lines).items()}
    assert said == {1: "Publish:\n- the survey.", 5: "Say no more:\n- of it."}
