"""Which paragraphs hang under which."""

from plans.document.nesting import nested


def places(*labels):
    return [(place.depth, place.shown) for place in nested(labels)]


def test_sub_paragraphs_hang_under_theirs_and_show_what_they_add():
    assert places("46", "46(a)", "46(a)(i)", "46(a)(ii)", "46(b)", "47") == [
        (0, "46"),
        (1, "(a)"),
        (2, "(i)"),
        (2, "(ii)"),
        (1, "(b)"),
        (0, "47"),
    ]


def test_sub_paragraphs_without_theirs_show_the_whole_label():
    assert places("45", "46(a)", "46(b)", "46(a)(i)") == [
        (0, "45"),
        (0, "46(a)"),
        (0, "46(b)"),
        (0, "46(a)(i)"),
    ]


def test_unnumbered_text_between_does_not_end_a_list():
    assert places("46", "46(a)", "", "46(b)") == [(0, "46"), (1, "(a)"), (0, ""), (1, "(b)")]


def test_lettered_sections_hang_under_their_number_and_decimals_do_not():
    assert places("54", "54 A", "54 B", "4.3", "4.3.1") == [
        (0, "54"),
        (1, "A"),
        (1, "B"),
        (0, "4.3"),
        (0, "4.3.1"),
    ]


def test_a_step_that_is_left_out_is_shown():
    assert places("46", "46(a)(i)") == [(0, "46"), (1, "(a)(i)")]


def test_named_parts_are_outermost():
    assert places("Annex A", "46") == [(0, "Annex A"), (0, "46")]
