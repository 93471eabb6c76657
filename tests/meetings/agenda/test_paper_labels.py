import pytest

from meetings.agenda import paper_labels


@pytest.mark.parametrize(
    ("labels", "free"),
    [
        ([], "Paper A"),
        (["", "Letter"], "Paper A"),
        (["Paper A", "paper  b"], "Paper C"),
        (["Paper A", "Appendix A to Paper A"], "Paper B"),
        (["Report 1", "Report 9"], "Report 10"),
        (["Paper Z"], "Paper AA"),
        (["Paper A", "Paper C"], "Paper D"),
        (["Report Z", "Paper B"], "Paper C"),
        (["Paper Z", "Paper 2"], "Paper 3"),
    ],
)
def test_the_next_paper_is_free(labels, free):
    assert paper_labels.next_paper(labels) == free


def test_the_next_appendix_is_to_its_own_paper():
    labels = ["Paper A", "Appendix A to Paper A", "Appendix B to paper a", "Appendix A to Paper B"]
    assert paper_labels.next_appendix(labels, "Paper A") == "Appendix C to Paper A"
    assert paper_labels.next_appendix(labels, "Paper C") == "Appendix A to Paper C"


def test_what_is_offered_instead_is_of_the_same_sort():
    labels = ["Paper A", "Appendix A to Paper A"]
    assert paper_labels.instead_of("Paper A", labels) == "Paper B"
    assert paper_labels.instead_of("Paper A", ["Paper A", "Report Z"]) == "Paper B"
    assert paper_labels.instead_of("Letter", ["Letter"]) == "Paper A"
    assert paper_labels.instead_of("appendix a to Paper A", labels) == "Appendix B to Paper A"


@pytest.mark.parametrize(
    ("label", "missing"),
    [
        ("Appendix A to Paper C", "Paper C"),
        ("Appendix A to paper  a", ""),
        ("Appendix B to Appendix A to Paper A", ""),
        ("Appendix B to Appendix B to Paper A", "Appendix B to Paper A"),
        ("Appendix A to the budget", ""),
        ("Paper C", ""),
    ],
)
def test_an_appendix_is_to_a_paper_that_there_is(label, missing):
    labels = ["Paper A", "Appendix A to Paper A"]
    assert paper_labels.missing_paper_of(label, labels) == missing


def test_labels_are_the_same_whatever_their_spaces_and_capitals():
    assert paper_labels.same("Paper  B", " paper b ")
    assert not paper_labels.same("Paper B", "Paper C")
