"""Labels that follow the order of the agenda."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meetings.agenda import paper_labels
from meetings.agenda.paper_labels import relabelled


@pytest.mark.parametrize(
    ("labels", "answer"),
    [
        ([], []),
        (["Paper B", "Paper A"], ["Paper A", "Paper B"]),
        (["Paper A", "Paper D"], ["Paper A", "Paper B"]),
        (["Paper B", "Paper C"], ["Paper B", "Paper C"]),  # the panel's first is B
        (["Letter", "", "Paper B", "Plan 2"], ["Letter", "", "Paper B", "Plan 2"]),
        (["paper b", "PAPER A"], ["paper a", "PAPER B"]),
        (["Report b", "Report a"], ["Report a", "Report b"]),
        (["Paper A", "Report A", "Paper B"], ["Paper A", "Report A", "Paper B"]),
        (["Paper A", "Paper A"], ["Paper A", "Paper B"]),
        (["Paper Z", "Paper AB", "Paper AA"], ["Paper Z", "Paper AA", "Paper AB"]),
        (["Paper  A"], ["Paper  A"]),  # nobody is told of a space
    ],
)
def test_papers_of_one_sort_are_in_order_without_a_gap(labels, answer):
    assert relabelled(labels) == answer


@pytest.mark.parametrize(
    ("labels", "answer"),
    [
        (["Report 2", "Report 1"], ["Report 1", "Report 2"]),
        (["Report 9", "Report 5"], ["Report 9", "Report 5"]),  # the numbers of their items
        (["Appendix ii", "Appendix i"], ["Appendix ii", "Appendix i"]),
    ],
)
def test_numbers_are_put_in_order_only_where_they_run(labels, answer):
    assert relabelled(labels) == answer


def test_an_appendix_follows_its_paper():
    labels = [
        "Paper B",
        "Appendix C to Paper B",
        "Appendix D to paper b",
        "Paper A",
        "Annex 1 to Paper A",
    ]
    assert relabelled(labels) == [
        "Paper A",
        "Appendix C to Paper A",
        "Appendix D to Paper A",
        "Paper B",
        "Annex 1 to Paper B",
    ]


def test_appendices_of_a_paper_are_in_order_among_themselves():
    assert relabelled(["Paper A", "Appendix B to Paper A", "Appendix A to Paper A"]) == [
        "Paper A",
        "Appendix A to Paper A",
        "Appendix B to Paper A",
    ]


def test_an_appendix_of_an_appendix_follows_both():
    labels = ["Paper B", "Appendix B to Paper B", "Appendix A to Appendix B to Paper B", "Paper A"]
    labels.insert(3, "Appendix A to Paper B")
    assert relabelled(labels) == [
        "Paper A",
        "Appendix A to Paper A",
        "Appendix A to Appendix A to Paper A",
        "Appendix B to Paper A",
        "Paper B",
    ]


def test_an_appendix_to_what_is_not_there_stays():
    assert relabelled(["Appendix B to Paper Q", "Paper A"]) == ["Appendix B to Paper Q", "Paper A"]


@pytest.mark.parametrize(
    ("labels", "gone", "answer"),
    [
        (["Paper B", "Paper C"], "Paper A", ["Paper A", "Paper B"]),
        (["Paper 1", "Paper 3"], "Paper 2", ["Paper 1", "Paper 2"]),
        (
            ["Paper A", "Appendix B to Paper A"],
            "Appendix A to Paper A",
            ["Paper A", "Appendix A to Paper A"],
        ),
        (["Report B"], "Paper A", ["Report B"]),
    ],
)
def test_what_was_taken_away_leaves_no_gap(labels, gone, answer):
    assert relabelled(labels, gone=[gone]) == answer


PLAIN = st.builds(
    "{} {}".format,
    st.sampled_from(["Paper", "paper", "Report"]),
    st.sampled_from(["A", "B", "c", "D", "Z", "AA", "1", "2", "3", "9"]),
)
OTHER = st.sampled_from(["", "Letter", "Draft plan", "Paper", "Paper A1"])
APPENDIX = st.builds(
    "{} {} to {}".format,
    st.sampled_from(["Appendix", "annex"]),
    st.sampled_from(["A", "B", "C", "1"]),
    PLAIN | OTHER.filter(bool),
)
LABELS = st.lists(PLAIN | OTHER | APPENDIX | APPENDIX.map("Appendix A to {}".format), max_size=12)


@given(LABELS, st.lists(PLAIN | APPENDIX, max_size=2))
def test_labels_that_are_right_stay(labels, gone):
    right = relabelled(labels, gone=gone)
    assert relabelled(right) == right


def _follows(label):
    """Whether it is a label that is put in order: numbers are so only where they run."""
    own = paper_labels.APPENDIX.fullmatch(label)
    read = paper_labels.LETTERED.fullmatch(own["own"] if own else label)
    return read and not read["mark"].isdigit() and read["mark"].upper() not in ("Z", "AA")


@given(LABELS)
def test_no_two_that_follow_the_order_are_the_same(labels):
    right = [label for label in relabelled(labels) if _follows(label)]
    assert len({" ".join(label.split()).casefold() for label in right}) == len(right)


@given(st.lists(PLAIN.filter(_follows), min_size=1, max_size=20, unique=True))
def test_labels_run_from_the_first_in_use_along_the_agenda(labels):
    for word in ("paper", "report"):
        here = [label.split()[1].upper() for label in labels if label.casefold().startswith(word)]
        now = [label for label in relabelled(labels) if label.casefold().startswith(word)]
        if here:
            first = paper_labels.MARKS.index(min(here))
            assert [label.split()[1].upper() for label in now] == paper_labels.MARKS[
                first : first + len(here)
            ]


@given(st.permutations(["Paper A", "Paper B", "Paper C"]), st.data())
def test_an_appendix_stays_with_its_paper(papers, data):
    parents = data.draw(st.lists(st.sampled_from(papers), max_size=6, unique=True))
    labels = [*papers, *(f"Appendix A to {paper}" for paper in parents)]
    right = relabelled(labels)
    became = dict(zip(papers, right, strict=False))
    assert right[len(papers) :] == [f"Appendix A to {became[paper]}" for paper in parents]


@given(LABELS)
def test_other_labels_stay(labels):
    for old, new in zip(labels, relabelled(labels), strict=True):
        if not paper_labels.LETTERED.match(old) and not paper_labels.APPENDIX.match(old):
            assert new == old


@pytest.mark.parametrize(
    ("text", "is_named"),
    [
        ("See Paper B.", True),
        ("see  paper\nb, which", True),
        ("See Paper BA.", False),
        ("Newspaper B", False),
        ("Appendix A to Paper B", True),
        ("", False),
    ],
)
def test_a_text_names_a_label(text, is_named):
    assert paper_labels.names(text, "Paper B") is is_named


def test_appendices_are_found_and_moved():
    labels = ["Appendix A to Paper B", "Annex 1 to paper b", "Appendix A to Paper C", "Paper B"]
    assert paper_labels.appendices_to("Paper B", labels) == labels[:2]
    assert paper_labels.moved_to(labels[0], "Letter") == "Appendix A to Letter"
