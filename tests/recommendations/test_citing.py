"""Citations as records: what the officer typed against what the text names."""

import pytest

from pcp_scrutiny import history
from recommendations import citing
from recommendations.citing import Cited
from recommendations.models import Citation
from tests.factories.recommendations import RecommendationFactory, ResponseFactory, version_of

HEADINGS = ["Roads, rail and rivers", "Roads", "Keeping people safe"]


def plan(words, *labels):
    return Cited(words, "plan", labels)


# --- What was typed -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("", []),
        (" , ;\n", []),
        ("46(e), 52", ["46(e)", "52"]),
        ("46.e; 52\n54 F", ["46(e)", "52", "54 F"]),
        ("8-11", ["8", "9", "10", "11"]),
        ("Foreword, page 27", ["Foreword", "page 27"]),
        ("2, 2, 1-2", ["2", "1"]),
        ("Para 40", ["40"]),
        ("Roads, rail and rivers, 2", ["Roads, rail and rivers", "2"]),
        ("2, roads, RAIL and rivers", ["2", "roads, RAIL and rivers"]),
        ("Roads, 2", ["Roads", "2"]),
        ("Roads, rail", ["Roads", "rail"]),
    ],
)
def test_labels_in_what_was_typed(typed, expected):
    assert citing.labels_in(typed, headings=HEADINGS) == expected


def test_labels_in_many_commas_are_found_at_once():
    assert citing.labels_in("1," * 20_000, headings=HEADINGS) == ["1"]


def test_as_typed_gives_the_plans_labels_once_in_order():
    cited = [plan("Para 2", "2"), Cited("minute 9", "minutes", ("9",)), plan("2 and 1", "2", "1")]
    assert citing.as_typed(cited) == "2, 1"


def test_as_typed_comes_back_as_it_went():
    cited = [plan("Para 46(e)", "46(e)"), plan("the section", HEADINGS[0]), plan("54", "54 F")]
    typed = citing.as_typed(cited)
    assert citing.labels_in(typed, headings=HEADINGS) == ["46(e)", HEADINGS[0], "54 F"]


# --- What the text names, as corrected ----------------------------------------------------------

TEXT = "Please see Para 46(e) and 52. Minute 12 of the meeting of 3 March says why."
PARA, MINUTE = plan("Para 46(e) and 52", "46(e)", "52"), ("minutes", ("12",))


def settled(typed, text=TEXT):
    found = citing.settle(text, typed, headings=HEADINGS)
    return [(c.words, c.labels) for c in found if c.document == "plan"]


def test_settle_keeps_what_was_recognised_and_confirmed():
    assert settled("46(e), 52") == [("Para 46(e) and 52", ("46(e)", "52"))]


def test_settle_drops_a_label_the_officer_took_out():
    assert settled("52") == [("Para 46(e) and 52", ("52",))]
    assert settled("") == []


def test_settle_keeps_a_label_the_officer_added_in_their_words():
    assert settled("46(e), 52, 71") == [("Para 46(e) and 52", ("46(e)", "52")), ("71", ("71",))]


def test_settle_sees_one_place_in_two_spellings():
    assert settled("46 E; para 52") == [("Para 46(e) and 52", ("46(e)", "52"))]


@pytest.mark.parametrize("typed", ["", "46(e), 52"])
def test_settle_keeps_citations_of_other_documents(typed):
    others = [c for c in citing.settle(TEXT, typed) if c.document != "plan"]
    assert [c.document for c in others] == ["minutes"]


def test_settle_knows_the_headings_of_the_version():
    text = "I have rewritten the section “Roads, rail and rivers”."
    [(words, labels)] = settled("Roads, rail and rivers", text)
    assert labels == ("Roads, rail and rivers",)
    assert words in text


# --- As records ---------------------------------------------------------------------------------


@pytest.fixture
def version(officer):
    parts = [("1", "First."), ("2(a)", "Second, a."), ("2(b)", "Second, b.")]
    return version_of([("", "Words.", ["Foreword"]), *parts], by=officer)


def write(of, cited, version, officer):
    paragraphs = citing.Paragraphs(version)
    return citing.write(of, cited, paragraphs=paragraphs, by=officer, why="Cited")


def paragraph_labels(citation):
    return [paragraph.label for paragraph in citation.paragraphs.order_by("position")]


@pytest.mark.parametrize(
    ("label", "expected"), [("1", ["1"]), ("2", ["2(a)", "2(b)"]), ("Foreword", [""]), ("9", [])]
)
def test_write_finds_the_paragraphs_a_label_stands_for(officer, version, label, expected):
    recommendation = RecommendationFactory(version=version)
    [written] = write(recommendation, [plan("there", label)], version, officer)
    assert paragraph_labels(written) == expected


def test_write_finds_no_paragraph_for_another_document(officer, version):
    response = ResponseFactory()
    [written] = write(response, [Cited("minute 1", "minutes", ("1",))], version, officer)
    assert (written.response, written.recommendation) == (response, None)
    assert not written.paragraphs.exists()


def test_write_without_a_version_keeps_the_words(officer):
    [written] = write(RecommendationFactory(version=None), [plan("Para 1", "1")], None, officer)
    assert (written.words, written.labels) == ("Para 1", ["1"])


def test_write_takes_the_place_of_what_was_cited_before(officer, version):
    recommendation = RecommendationFactory(version=version)
    [old] = write(recommendation, [plan("Para 1", "1")], version, officer)
    write(recommendation, [plan("Para 2", "2"), plan("Foreword", "Foreword")], version, officer)
    assert [c.words for c in recommendation.citations.all()] == ["Para 2", "Foreword"]
    gone = Citation.history.filter(id=old.pk).latest()
    assert (gone.history_type, gone.history_user) == ("-", officer)
    assert gone.history_change_reason == "Cited"


def test_write_keeps_what_is_cited_already(officer, version):
    recommendation = RecommendationFactory(version=version)
    first, _ = write(recommendation, [plan("1", "1"), plan("1", "1")], version, officer)
    again, other = write(recommendation, [plan("1", "1"), plan("2", "2")], version, officer)
    assert again == first
    assert first.history.count() == 1
    assert other.labels == ["2"]


def test_write_cuts_words_that_run_on(officer, version):
    recommendation = RecommendationFactory(version=version)
    [written] = write(recommendation, [plan("x" * 400, "1")], version, officer)
    assert len(written.words) == 300


def test_citation_row_of_history_says_who(officer, version):
    [written] = write(RecommendationFactory(version=version), [plan("1", "1")], version, officer)
    assert written.history.get().history_user == officer
    assert history.stamp(written)


def test_headings_of_a_version_are_given_once_in_order(officer):
    parts = [("1", "A.", ["Safe", "Roads"]), ("2", "B.", ["Safe", "Rural"]), ("3", "C.", ["Money"])]
    version = version_of(parts, by=officer)
    assert citing.Paragraphs(version).headings == ["Safe", "Roads", "Rural", "Money"]
    assert citing.Paragraphs(None).headings == []
