"""What was corrected afterwards: the pure reading of what was told, and what history tells."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pcp_scrutiny import history
from recommendations import actions, loop
from recommendations.loop.corrections import Told, brief, corrections, together
from recommendations.models import Outcome
from tests.factories.recommendations import (
    EntryFactory,
    JudgementFactory,
    OutcomeFactory,
    answer,
    letter_with,
    recommend,
    version_of,
)

NINE = datetime(2026, 7, 1, 9, tzinfo=UTC)
WORDS = st.lists(st.sampled_from(["patrol", "hours", "by", "night", "ward"]), max_size=80)


def told(hour=9, who="Olive", why="Corrected", **values):
    return Told(NINE.replace(hour=hour), who, why, values)


# --- In brief -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("", "Patrol", ("", "Patrol")),
        ("Patrol", "", ("Patrol", "")),
        ("29", "29, 30", ("29", "29, 30")),
        ("one two three", "one four three", ("one two three", "one four three")),
    ],
)
def test_brief_leaves_short_texts_whole(old, new, expected):
    assert brief(old, new) == expected


def test_brief_shows_what_changed_with_a_few_words_about_it():
    words = [f"w{n}" for n in range(100)]
    changed = [*words[:50], "new", *words[51:]]
    old, new = brief(" ".join(words), " ".join(changed))
    assert old == "… w44 w45 w46 w47 w48 w49 w50 w51 w52 w53 w54 w55 w56 …"
    assert new == "… w44 w45 w46 w47 w48 w49 new w51 w52 w53 w54 w55 w56 …"


def test_brief_cuts_what_is_long():
    old, new = brief("", " ".join(["word"] * 200))
    assert old == ""
    assert (new.count("word"), new.endswith("…")) == (40, True)


@given(WORDS, WORDS)
def test_brief_is_brief_and_of_the_text(old, new):
    for text, shown in zip((old, new), brief(" ".join(old), " ".join(new)), strict=True):
        words = [word for word in shown.split() if word != "…"]
        assert len(words) <= 40
        assert bool(words) is bool(text)
        assert " ".join(words) in " ".join(text)


# --- Corrections of one record ------------------------------------------------------------------


def test_corrections_begin_after_the_record_was_made():
    assert corrections([told(Text="a")], subject="It", url="/") == []


def test_corrections_name_what_changed_and_who_did_it():
    rows = [told(Text="a", Theme=""), told(10, Text="b", Theme=""), told(11, Text="b", Theme="x")]
    found = corrections(rows, subject="It", url="/h/")
    assert [(c.at.hour, c.who, c.subject, c.url) for c in found] == [
        (10, "Olive", "It", "/h/"),
        (11, "Olive", "It", "/h/"),
    ]
    assert [[(f.name, f.old, f.new) for f in c.fields] for c in found] == [
        [("Text", "a", "b")],
        [("Theme", "", "x")],
    ]


def test_corrections_leave_out_what_changed_nothing_told():
    assert corrections([told(Text="a"), told(10, Text="a")], subject="It", url="/") == []


def test_together_is_by_person_reason_record_and_day():
    found = [
        correction
        for subject, who in [("It", "Olive"), ("It", "Clem"), ("That", "Olive")]
        for correction in corrections(
            [told(Text="a"), told(10, who, Text="b"), told(11, who, Text="c")],
            subject=subject,
            url="/",
        )
    ]
    shown = [(c.subject, c.who, len(c.fields)) for c in together(found)]
    assert shown == [("It", "Olive", 2), ("It", "Clem", 2), ("That", "Olive", 2)]


# --- From history -------------------------------------------------------------------------------

PARTS = [("1", "Every ward has an officer."), ("2", "Patrols."), ("3", "A third.")]


@pytest.fixture
def point(officer, db):
    return recommend(version_of(PARTS, by=officer), by=officer, reference="R1", cites="2")


def corrected(point):
    return [
        (c.subject, c.why, {f.name: (f.old, f.new) for f in c.fields})
        for c in loop.gather(point).corrections
    ]


def test_nothing_is_corrected_by_going_round_the_loop(officer, looped):
    actions.confirm_outcome(Outcome.objects.get(), by=officer)
    assert corrected(looped) == []


def test_correcting_a_recommendation_tells_old_and_new(officer, point):
    point.theme = "Patrols"
    actions.correct_recommendation(point, cites="1, 3", by=officer, seen=None)
    changes = {"Theme": ("", "Patrols"), "Places cited": ("2", "1, 3")}
    assert corrected(point) == [("Recommendation R1", "Corrected", changes)]
    assert loop.gather(point).corrections[0].who == officer


def test_correcting_an_answer_and_its_letter(officer, point):
    letter = letter_with(answer(point, "I agree.", "accepted"), by=officer)
    response = letter.responses.get()
    response.decision = "noted"
    actions.correct_response(response, cites="2", by=officer, seen=None)
    letter.reference = "OPCC/15"
    actions.correct_letter(letter, by=officer, seen=None)
    named = {"Decision": ("Accepted", "Noted")}
    of_letter = {"Reference": ("", "OPCC/15")}
    subject = "The response in the letter of 20 July 2026"
    assert corrected(point)[0] == (subject, "Corrected", named)
    assert corrected(point)[-1] == ("The letter of 20 July 2026", "Corrected", of_letter)


def test_rejecting_an_outcome_is_told_with_its_reason(officer, point):
    outcome = OutcomeFactory(recommendation=point, place="2")
    actions.reject_outcome(outcome, note="Another town.", by=officer)
    [(subject, why, fields)] = corrected(point)
    assert (subject, why) == ("What became of paragraph 2", "Rejected: Another town.")
    assert fields["State"] == ("To confirm", "Rejected")


def test_correcting_a_judgement_tells_what_it_was(officer, point):
    judgement = JudgementFactory(
        recommendation=point, entry=EntryFactory(item=point.raised_in.item)
    )
    judgement.decision = "not satisfied"
    actions.correct_judgement(judgement, by=officer, seen=history.stamp(judgement))
    [(_, why, fields)] = corrected(point)
    assert (why, fields) == ("Corrected", {"Decision": ("Satisfied", "Not satisfied")})


def test_a_judgement_whose_minute_is_gone_too_is_still_told(officer, point):
    entry = EntryFactory(item=point.raised_in.item)
    judgement = JudgementFactory(recommendation=point, entry=entry)
    judgement.decision = "not satisfied"
    actions.correct_judgement(judgement, by=officer, seen=history.stamp(judgement))
    history.delete(judgement, by=officer, why="Never made")
    history.delete(entry, by=officer, why="Never said")
    [(subject, _, fields)] = corrected(point)
    assert (subject, fields["Decision"]) == (
        "The panel’s judgement",
        ("Satisfied", "Not satisfied"),
    )


def test_each_leads_to_the_full_history(officer, point, client_of):
    point.theme = "Patrols"
    actions.correct_recommendation(point, cites="2", by=officer, seen=None)
    [correction] = loop.gather(point).corrections
    assert client_of(officer).get(correction.url).status_code == 200
