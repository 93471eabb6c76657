"""Questions that a member may put, from what the record shows."""

from datetime import date

import pytest

from recommendations.briefing.known import Finding, Origin, Undertaking
from recommendations.briefing.questions import suggested
from recommendations.outcomes.verdicts import NO_PLACE
from tests.factories.positions import position

TODAY = date(2026, 11, 22)
DUE = date(2026, 11, 1)


def asked(*positions, findings=(), written=None, office="PCC", **more):
    by_pk = {}
    for finding in findings:
        by_pk.setdefault(finding.recommendation, []).append(finding)
    return suggested(
        positions, office=office, on=TODAY, findings=by_pk, written=written or {}, **more
    )


def texts(*positions, **more):
    return [question.text for question in asked(*positions, **more)]


def found(point, verdict, *places, claim="amended", kind="unchanged", **more):
    return [Finding(point.pk, place, claim, verdict, kind, **more) for place in places or ("40",)]


@pytest.mark.parametrize(
    ("claim", "kind", "question"),
    [
        (
            "amended",
            "unchanged",
            "The PCC said that paragraph 40 was amended. It is word for word the same. "
            "What happened?",
        ),
        (
            "amended",
            "renumbered",
            "The PCC said that paragraph 40 was amended. It has another number and the same "
            "words. What happened?",
        ),
        (
            "amended",
            "moved",
            "The PCC said that paragraph 40 was amended. It stands elsewhere with the same words. "
            "What happened?",
        ),
        (
            "amended",
            "removed",
            "The PCC said that paragraph 40 was amended. It is no longer in the plan. "
            "What happened?",
        ),
        (
            "added",
            "unchanged",
            "The PCC said that something was added at paragraph 40. It is word for word the same. "
            "What happened?",
        ),
        (
            "removed",
            "unchanged",
            "The PCC said that paragraph 40 was taken out. It is still there. Why?",
        ),
        (
            "moved",
            "unchanged",
            "The PCC said that something was moved to paragraph 40. The plan does not show that. "
            "What happened?",
        ),
        (
            "",  # entered by an officer
            "",
            "The PCC said that paragraph 40 was amended. It is word for word the same. "
            "What happened?",
        ),
    ],
)
def test_claim_that_is_not_borne_out_is_asked_about(claim, kind, question):
    point = position(decision="accepted", effect="claimed but not borne out")
    findings = found(point, "not borne out", claim=claim, kind=kind)
    assert texts(point, findings=findings) == [question]


@pytest.mark.parametrize(
    ("places", "words"),
    [
        (["46(e)"], "paragraph 46(e) was"),
        (["40", "41"], "paragraphs 40 and 41 were"),
        (["40", "41", "Foreword"], "paragraphs 40 and 41 and the Foreword were"),
        (["Foreword"], "the Foreword was"),
        (["page 27"], "page 27 was"),
        (["Annex B"], "Annex B was"),
    ],
)
def test_places_are_named_as_people_name_them(places, words):
    point = position(effect="claimed but not borne out")
    [text] = texts(point, findings=found(point, "not borne out", *places))
    assert f"said that {words} amended. " in text
    assert ("They are" in text) == (len(places) > 1)


@pytest.mark.parametrize(
    ("claim", "question"),
    [
        (
            "amended",
            "The PCC pointed to paragraph 80. The plan has no such place. Where is it?",
        ),
        (
            "already covered",
            "The PCC said that this is covered at paragraph 80 already. The plan has no such "
            "place. Where is it?",
        ),
    ],
)
def test_place_that_is_not_there_is_asked_for(claim, question):
    point = position(effect="claimed but not borne out")
    assert texts(point, findings=found(point, "not found", "80", claim=claim)) == [question]


def test_change_without_a_place_is_asked_for():
    point = position(reference="2026/05", effect="claimed, place not named")
    assert texts(point, findings=found(point, "not found", NO_PLACE)) == [
        "The PCC said that the plan was changed on 2026/05 and named no place. Where is the change?"
    ]


@pytest.mark.parametrize(
    ("decision", "kind", "question"),
    [
        (
            "not accepted",
            "reworded",
            "The PCC declined to change paragraph 40, and it was changed. Why?",
        ),
        (
            "deferred",
            "reworded",
            "The PCC put off changing paragraph 40, and it was changed. Why?",
        ),
        (
            "noted",
            "reworded",
            "Paragraph 40 was changed, and the response claims no change there. Why?",
        ),
        (
            "already covered",
            "removed",
            "Paragraph 40 was taken out, and the response claims no change there. Why?",
        ),
    ],
)
def test_change_that_nobody_claimed_is_asked_about(decision, kind, question):
    point = position(decision=decision, effect="changed without being claimed")
    findings = found(point, "changed without being claimed", claim="none", kind=kind)
    assert texts(point, findings=findings)[0] == question


@pytest.mark.parametrize("verdict", ["borne out", "as stated"])
def test_nothing_is_asked_about_what_holds(verdict):
    point = position(decision="accepted", effect="incorporated")
    assert texts(point, findings=found(point, verdict)) == []


def test_same_question_about_several_is_put_once():
    one, two = position(), position(is_public=False)
    findings = [
        *found(one, "not borne out"),
        *found(two, "not borne out", to_confirm=True),
    ]
    [question] = asked(one, two, findings=findings)
    assert question.about == (one, two)
    assert question.to_confirm
    assert question.is_restricted


def test_question_of_the_officers_stands_in_for_one_that_would_be_made():
    point = position(decision="accepted", effect="claimed but not borne out")
    written = {point.pk: ["What became of the crossing?"]}
    [question] = asked(point, findings=found(point, "not borne out"), written=written)
    assert question.text == "What became of the crossing?"
    assert question.by_officers


def test_each_has_its_first_question_before_any_has_its_second():
    one, two = position(), position(effect="claimed but not borne out")
    written = {one.pk: ["First?", "Second?"]}
    questions = texts(one, two, findings=found(two, "not borne out"), written=written)
    assert [questions[0], questions[-1]] == ["First?", "Second?"]
    assert len(questions) == 3


def test_what_only_waits_for_a_judgement_is_asked_about_after_what_is_to_chase():
    settled = position(decision="accepted", effect="incorporated")
    overdue = position(response="overdue", due_on=DUE)
    questions = texts(settled, overdue, written={settled.pk: ["Has it helped?"]})
    assert questions[-1] == "Has it helped?"
    assert questions[0].startswith("The response on ")


def test_overdue_responses_are_asked_about_together():
    points = [
        position(reference=f"2026/0{n}", response="overdue", due_on=date(2026, 10, n))
        for n in range(1, 6)
    ]
    assert texts(points[0]) == [
        "The response on 2026/01 was due by 1 October 2026 and has not come. When will it?"
    ]
    assert texts(*points) == [
        "Responses on 2026/01, 2026/02, 2026/03 and 2 more have not come. The first was due by "
        "1 October 2026. When will they?"
    ]


@pytest.mark.parametrize(
    ("fields", "question"),
    [
        (
            {"decision": "deferred", "effect": "no change"},
            "The PCC put 2026/01 off to a later refresh. When will that be?",
        ),
        (
            {"decision": "accepted", "effect": "not yet established"},
            "The PCC accepted 2026/01. No change to the plan is shown for it. What was done?",
        ),
        (
            {"decision": "accepted in part", "effect": "not a plan matter"},
            "The PCC accepted 2026/01. What has been done since?",
        ),
    ],
)
def test_what_was_promised_is_asked_about(fields, question):
    assert texts(position(reference="2026/01", **fields)) == [question]


def undertaking(**fields):
    usual = {
        "kind": "undertaking",
        "owner": "The Commissioner",
        "text": "To write.",
        "due_on": DUE,
        "origin": Origin(1, date(2026, 6, 12), "Public questions"),
        "url": "/",
    }
    return Undertaking(**usual | fields)


@pytest.mark.parametrize(("kind", "done"), [("undertaking", "kept"), ("action", "done")])
def test_undertaking_past_its_day_is_asked_about(kind, done):
    [question] = asked(undertakings=[undertaking(kind=kind, is_restricted=True)])
    assert question.text == (
        f"The {kind} of 12 June 2026 on “Public questions” was due by 1 November 2026. "
        f"Has it been {done}?"
    )
    assert question.is_restricted


@pytest.mark.parametrize("due_on", [None, TODAY])
def test_undertaking_that_is_not_late_is_not_asked_about(due_on):
    assert texts(undertakings=[undertaking(due_on=due_on)]) == []


@pytest.mark.parametrize(
    ("number", "question"),
    [
        (1, "1 change to the plan answers no recommendation. What led to it?"),
        (7, "7 changes to the plan answer no recommendation. What led to them?"),
    ],
)
def test_changes_that_nothing_accounts_for_are_asked_about(number, question):
    assert texts(unexplained=number) == [question]


def test_office_is_called_what_the_panel_calls_it():
    points = [
        position(effect="claimed but not borne out"),
        position(decision="deferred"),
        position(decision="accepted", effect="not yet established"),
    ]
    findings = found(points[0], "not borne out")
    for text in texts(*points, findings=findings, office="Mayor"):
        assert text.startswith("The Mayor ")
        assert "PCC" not in text
