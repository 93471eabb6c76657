"""What is proposed of each response, from real versions that were really compared."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import pytest

from plans.models import Revision
from recommendations import actions, outcomes
from recommendations.models import Outcome, Response
from tests.factories.plans import ComparisonFactory, PlanVersionFactory, RevisionFactory
from tests.factories.recommendations import (
    ResponseFactory,
    answer,
    letter_with,
    recommend,
    version_of,
)

NAMED = "Every ward will have a named neighbourhood officer whom people can reach by telephone."
PATROL = "I will publish each quarter the number of hours that officers spend on foot patrol."
THEFT = "Shop theft will be recorded when it is reported and visited within two working days."
BURGLARY = "Victims of burglary will be offered a visit by a crime prevention adviser in a week."
EVENINGS = "The force will hold two open evenings a year at which anyone may question its leaders."
CAMERAS = "Cameras worn on the body will be used in every search and the footage kept for a month."
PATROL_NOW = (
    "I will publish each month the number of hours that officers spend on foot patrol in towns."
)
RURAL = "A dedicated rural team will meet farm watch groups in spring and in autumn of each year."
TWO = (
    "Speeding on village roads will be measured by volunteers trained at the force's expense.",
    "The results are sent to parish councils before the end of the month that follows.",
)
HELLO = "My first duty is to listen, and this plan is what I have heard from you in a year."
THANKS = "I thank the volunteers, the specials and the cadets who give their evenings to us all."
THANKS_NOW = "I thank the volunteers, the specials and the many cadets who give so much to us all."

FOREWORD = ["Foreword"]

DRAFT = [
    ("", HELLO, FOREWORD),
    ("", THANKS, FOREWORD),
    ("1", NAMED),
    ("2", PATROL),
    ("3", THEFT),
    ("4", BURGLARY),
    ("5", EVENINGS),
    ("6", CAMERAS),
]


def revised(*changes, foreword=(HELLO, THANKS)):
    """The draft's paragraphs with some of them exchanged: (label, text) by label, None to go."""
    exchanged = dict(changes)
    numbered = [(label, exchanged.get(label, text)) for label, text, *_ in DRAFT if label]
    return [("", text, FOREWORD) for text in foreword] + [(n, t) for n, t in numbered if t]


@dataclass
class Case:
    """A response, the plan that followed, and what is to be said of each place."""

    later: Sequence[tuple]
    response: str
    expected: list[tuple[str, str, str]]  # place, verdict, kind of the revision
    decision: str = "accepted"
    cites: str = ""
    point_cites: str = ""
    earlier: Sequence[tuple] = tuple(DRAFT)
    evidence: str = ""


REWORDED = revised(("2", PATROL_NOW))
SAME = revised()
ADDED = [*revised(), ("7", RURAL)]
# Put in as 2, so that what was 2 to 6 is now 3 to 7; the old 2 is also reworded.
RENUMBERED = [
    ("", HELLO, FOREWORD),
    ("", THANKS, FOREWORD),
    ("1", NAMED),
    ("2", RURAL),
    ("3", PATROL_NOW),
    ("4", THEFT),
    ("5", BURGLARY),
    ("6", EVENINGS),
    ("7", CAMERAS),
]
# Put in as 2, and nothing else done but that the old 6, now 7, is reworded.
CAMERAS_NOW = "Cameras worn on the body will be used in each search and footage kept for one year."
RENUMBERED_BELOW = [
    *RENUMBERED[:3],
    ("2", RURAL),
    ("3", PATROL),
    *RENUMBERED[5:8],
    ("7", CAMERAS_NOW),
]
# The old 5 is gone, and what was 6 has its number.
GONE = [*revised(("5", None), ("6", None)), ("5", CAMERAS)]

CASES = {
    "amended and reworded": Case(
        REWORDED,
        "I have amended the plan, please see Para 2.",
        [("2", "borne out", "reworded")],
        cites="2",
    ),
    "amended and word for word the same": Case(
        SAME,
        "I have amended the plan, please see Para 2.",
        [("2", "not borne out", "unchanged")],
        cites="2",
        evidence="word for word the same",
    ),
    "a new paragraph that is new": Case(
        ADDED,
        "I have added a new paragraph, please see Para 7.",
        [("7", "borne out", "added")],
        cites="7",
    ),
    "a place that the plan does not have": Case(
        REWORDED,
        "I have amended the plan, please see Para 80.",
        [("80", "not found", "")],
        cites="80",
    ),
    "already covered, and there": Case(
        SAME,
        "This is already covered at Para 3.",
        [("3", "as stated", "unchanged")],
        decision="already covered",
        cites="3",
    ),
    "already covered, and reworded": Case(
        REWORDED,
        "This is already covered at Para 2.",
        [("2", "changed without being claimed", "reworded")],
        decision="already covered",
        cites="2",
    ),
    "declined, and changed all the same": Case(
        REWORDED,
        "I do not agree and have not changed the plan.",
        [("2", "changed without being claimed", "reworded")],
        decision="not accepted",
        point_cites="2",
    ),
    "declined, and left as it was": Case(
        SAME,
        "I do not agree and have not changed the plan.",
        [],
        decision="not accepted",
        point_cites="2",
    ),
    "accepted without naming a place": Case(
        REWORDED,
        "I agree with the panel and have amended the plan.",
        [("2", "borne out", "reworded")],
        point_cites="2",
    ),
    "accepted without naming a place, and nothing done": Case(
        SAME,
        "I agree with the panel and have amended the plan.",
        [("2", "not borne out", "unchanged")],
        point_cites="2",
    ),
    "accepted without naming a place in a plan renumbered since": Case(
        RENUMBERED,
        "I agree with the panel and have amended the plan.",
        [("3", "borne out", "reworded")],
        point_cites="2",
    ),
    "the later number counts first": Case(
        RENUMBERED,
        "I have amended the plan, please see Para 3.",
        [("3", "borne out", "reworded")],
        cites="3",
    ),
    "the earlier number where the later paragraph did not change": Case(
        RENUMBERED_BELOW,
        "I have amended the plan, please see Para 6.",
        [("6", "borne out", "reworded")],
        cites="6",
        evidence="earlier version’s",
    ),
    "neither number's paragraph changed": Case(
        RENUMBERED_BELOW,
        "I have amended the plan, please see Para 4.",
        [("4", "not borne out", "renumbered")],
        cites="4",
        evidence="another number",
    ),
    "accepted, and the place only referred to": Case(
        REWORDED,
        "I agree with the Panel that paragraph 2 should be amended.",
        [("2", "borne out", "reworded")],
        cites="2",
        evidence="accepts the point and refers to",
    ),
    "accepted, and the place only referred to left as it was": Case(
        SAME,
        "I agree with the Panel that paragraph 2 should be amended.",
        [("2", "as stated", "unchanged")],
        cites="2",
    ),
    "noted, and the place that the point cites changed": Case(
        REWORDED,
        "I am grateful for this.",
        [("2", "changed without being claimed", "reworded")],
        decision="noted",
        point_cites="2",
    ),
    "noted, and the place that the point cites left as it was": Case(
        SAME, "I am grateful for this.", [], decision="noted", point_cites="2"
    ),
    "put off at a place that it names": Case(
        SAME,
        "Paragraph 2 will be amended in the next refresh of the Plan.",
        [],
        decision="deferred",
        cites="2",
    ),
    "put off at a place that changed": Case(
        REWORDED,
        "Paragraph 2 will be amended in the next refresh of the Plan.",
        [("2", "changed without being claimed", "reworded")],
        decision="deferred",
        cites="2",
    ),
    "amended, and gone": Case(
        revised(("6", None)),
        "I have strengthened paragraph 6.",
        [("6", "not borne out", "removed")],
        cites="6",
        evidence="no longer in the later version",
    ),
    "removed, and gone": Case(
        GONE,
        "Paragraph 5 has been removed.",
        [("5", "borne out", "removed")],
        cites="5",
        evidence="earlier version’s",
    ),
    "removed, and there": Case(
        SAME,
        "Paragraph 5 has been removed.",
        [("5", "not borne out", "unchanged")],
        cites="5",
    ),
    "declined, and gone though another has its number": Case(
        GONE,
        "I do not propose to amend paragraph 5.",
        [("5", "changed without being claimed", "removed")],
        decision="not accepted",
        cites="5",
        evidence="earlier version’s",
    ),
    "already covered, and gone": Case(
        revised(("6", None)),
        "This is already covered at Para 6.",
        [("6", "changed without being claimed", "removed")],
        decision="already covered",
        cites="6",
    ),
    "already covered by the earlier number, which a new paragraph now has": Case(
        RENUMBERED_BELOW,
        "This is already covered at Para 2.",
        [("2", "as stated", "renumbered")],
        decision="already covered",
        cites="2",
        evidence="earlier version’s",
    ),
    "declined by the earlier number, which a new paragraph now has": Case(
        RENUMBERED_BELOW,
        "I do not propose to amend paragraph 2.",
        [],
        decision="not accepted",
        cites="2",
    ),
    "a paragraph gone from the Foreword": Case(
        revised(foreword=(HELLO,)),
        "I have shortened and amended my Foreword.",
        [("Foreword", "borne out", "removed")],
        cites="Foreword",
        evidence="part of it is no longer",
    ),
    "a change in another document": Case(
        REWORDED,
        "This has been addressed in paragraph 22 of the Delivery Plan.",
        [],
        point_cites="5",
    ),
    "a change claimed with no place to look for it": Case(
        REWORDED,
        "I have amended the Plan to reflect this.",
        [("no place named", "not found", "")],
        evidence="names no place",
    ),
    "split": Case(
        [*revised(), ("7", TWO[0]), ("8", TWO[1])],
        "I have divided the paragraph, please see Para 7.",
        [("7", "borne out", "split")],
        cites="7",
        earlier=[*DRAFT, ("7", " ".join(TWO))],
    ),
    "merged": Case(
        [*revised(), ("7", " ".join(TWO))],
        "I have merged the paragraphs, please see Para 7.",
        [("7", "borne out", "merged")],
        cites="7",
        earlier=[*DRAFT, ("7", TWO[0]), ("8", TWO[1])],
    ),
    "one of several paragraphs of the Foreword": Case(
        revised(foreword=(HELLO, THANKS_NOW)),
        "I have modified my Foreword.",
        [("Foreword", "borne out", "reworded")],
        cites="Foreword",
    ),
    "no paragraph of the Foreword": Case(
        SAME,
        "I have modified my Foreword.",
        [("Foreword", "not borne out", "unchanged")],
        cites="Foreword",
    ),
    "two places in one sentence, one of them true": Case(
        REWORDED,
        "I have amended the plan, please see Para 2 and 5.",
        [("2", "borne out", "reworded"), ("5", "not borne out", "unchanged")],
        cites="2, 5",
    ),
    "a label the officer took out": Case(
        REWORDED,
        "I have amended the plan, please see Para 2 and 5.",
        [("2", "borne out", "reworded")],
        cites="2",
    ),
    "a label only the officer entered": Case(
        REWORDED,
        "I agree, and the paragraph on foot patrol says so.",
        [("2", "borne out", "reworded")],
        cites="2",
    ),
    "a citation of the minutes": Case(
        REWORDED,
        "As minute 2 of the meeting of 3 March records, I have noted the point.",
        [],
        decision="noted",
    ),
    "put off, and changed already": Case(
        REWORDED,
        "This will be considered at the next refresh of the plan.",
        [("2", "changed without being claimed", "reworded")],
        decision="deferred",
        point_cites="2",
    ),
}


def run(case, officer):
    draft = version_of(case.earlier, by=officer)
    point = recommend(draft, by=officer, cites=case.point_cites)
    letter_with(answer(point, case.response, case.decision, cites=case.cites), by=officer)
    return version_of(case.later, revises=draft, by=officer)


def said(version):
    return [
        (o.place, o.verdict, o.revision.kind if o.revision else "")
        for o in Outcome.objects.filter(version=version).order_by("pk")
    ]


@pytest.mark.parametrize("name", CASES)
def test_locking_a_revised_version_proposes_what_the_comparison_shows(officer, name):
    case = CASES[name]
    version = run(case, officer)
    assert said(version) == case.expected
    evidence = " ".join(o.evidence for o in Outcome.objects.all())
    assert case.evidence in evidence
    assert all(o.state == "proposed" and o.decided_by is None for o in Outcome.objects.all())


def test_letter_that_comes_after_the_revised_version_is_held_against_it_at_once(officer):
    draft = version_of(DRAFT, by=officer)
    point = recommend(draft, by=officer)
    issued = version_of(REWORDED, revises=draft, by=officer)
    assert said(issued) == []
    letter_with(answer(point, "I have amended Para 2.", "accepted", cites="2"), by=officer)
    assert said(issued) == [("2", "borne out", "reworded")]


def test_evidence_says_that_the_earlier_number_was_taken_only_where_it_was(officer):
    run(CASES["the later number counts first"], officer)
    assert "earlier version’s" not in Outcome.objects.get().evidence


def test_borne_out_is_said_only_of_a_revision_that_is_a_change(officer):
    for name in ("amended and reworded", "split", "merged", "a new paragraph that is new"):
        run(CASES[name], officer)
    found = Outcome.objects.filter(verdict="borne out")
    assert found.count() == 4
    assert not found.filter(revision=None).exists()
    assert not found.filter(revision__kind__in=Revision.SAME_WORDS).exists()


@pytest.mark.parametrize(
    ("cites", "point_cites", "response", "basis"),
    [
        ("2", "", "I have amended the plan, please see Para 2.", "cited"),
        ("", "2", "I agree with the panel and have amended the plan.", "comparison"),
        ("2", "", "I agree, and the paragraph on foot patrol says so.", "officer"),
    ],
)
def test_basis_says_who_named_the_place(officer, cites, point_cites, response, basis):
    run(Case(REWORDED, response, [], cites=cites, point_cites=point_cites), officer)
    assert Outcome.objects.get().basis == basis


# --- Where nothing is proposed -------------------------------------------------------------------


def test_open_version_has_nothing_proposed_in_it(officer):
    draft = version_of(DRAFT, by=officer)
    point = recommend(draft, by=officer)
    issued = version_of(REWORDED, revises=draft, by=officer, lock=False)
    letter_with(answer(point, "I have amended Para 2.", "accepted", cites="2"), by=officer)
    assert outcomes.propose(issued, by=officer) == []
    assert not Outcome.objects.exists()


def test_version_that_was_compared_with_nothing_has_nothing_proposed_in_it(officer):
    version = version_of(DRAFT, by=officer)
    assert outcomes.propose(version, by=officer) == []


def test_answer_on_another_version_is_not_held_against_this_one(officer):
    draft = version_of(DRAFT, by=officer)
    issued = version_of(REWORDED, revises=draft, by=officer)
    elsewhere = recommend(version_of(DRAFT, by=officer), by=officer)
    letter_with(answer(elsewhere, "I have amended Para 2.", "accepted", cites="2"), by=officer)
    assert outcomes.propose(issued, by=officer) == []


# --- Looking again ------------------------------------------------------------------------------


@pytest.fixture
def issued(officer):
    """A version with one outcome borne out and one not, both to be confirmed."""
    return run(CASES["two places in one sentence, one of them true"], officer)


def rows(version):
    return list(Outcome.objects.filter(version=version).order_by("pk").values())


def test_propose_again_changes_nothing_and_writes_no_history(officer, issued):
    before, written = rows(issued), Outcome.history.count()
    assert outcomes.propose(issued, by=officer) == []
    assert rows(issued) == before
    assert Outcome.history.count() == written


@pytest.mark.parametrize("decide", ["confirm", "reject"])
def test_propose_again_leaves_what_an_officer_decided(officer, issued, decide):
    first, second = Outcome.objects.order_by("pk")
    if decide == "confirm":
        actions.confirm_outcome(first, by=officer)
    else:
        actions.reject_outcome(first, note="It is about another town.", by=officer)
    before = rows(issued)
    for response in Response.objects.all():  # the letter is read anew, and says something else
        response.text = "I have not changed the plan."
        _save(response, by=officer)
        for citation in response.citations.all():
            citation.labels = []
            _save(citation, by=officer)
    outcomes.propose(issued, by=officer)
    assert rows(issued) == before[:1]
    assert not Outcome.objects.filter(pk=second.pk).exists()


def test_propose_again_does_not_propose_anew_what_was_rejected(officer, issued):
    rejected = Outcome.objects.get(place="5")
    actions.reject_outcome(rejected, note="It names another place.", by=officer)
    assert outcomes.propose(issued, by=officer) == []
    assert Outcome.objects.filter(version=issued, place="5").count() == 1


def test_decided_outcome_stays_when_the_comparison_finds_something_else(officer, issued):
    actions.confirm_outcome(Outcome.objects.get(place="2"), by=officer)
    before = rows(issued)
    for outcome in Outcome.objects.all():
        revision = outcome.revision
        revision.kind, revision.words_changed = Revision.Kind.RENUMBERED, False
        _save(revision, by=officer)
    outcomes.propose(issued, by=officer)
    after = rows(issued)
    assert after[0] == before[0]
    assert "another number" in after[1]["evidence"]


def test_stale_proposal_is_taken_back_and_its_history_says_why(officer, issued):
    citation = Response.objects.get().citations.get()
    citation.labels = ["2"]
    _save(citation, by=officer)
    gone = Outcome.objects.get(place="5").pk
    assert outcomes.propose(issued, by=officer) == []
    assert said(issued) == [("2", "borne out", "reworded")]
    last = Outcome.history.filter(id=gone).latest()
    assert (last.history_type, last.history_user) == ("-", officer)
    assert last.history_change_reason == "Looked again: no longer so"


def test_proposal_found_otherwise_is_brought_up_to_date_in_place(officer, issued):
    outcome = Outcome.objects.get(place="5")
    revision = outcome.revision
    revision.kind, revision.words_changed = Revision.Kind.REWORDED, True
    _save(revision, by=officer)
    assert outcomes.propose(issued, by=officer) == []
    again = Outcome.objects.get(pk=outcome.pk)
    assert again.verdict == "borne out"
    assert again.history.latest().history_change_reason == "Looked again: found otherwise"


def test_place_with_a_name_longer_than_its_column_is_proposed_once(officer):
    long = "Keeping people safe " * 8
    heading = [long.strip()]
    draft = version_of([*DRAFT, ("", RURAL, heading)], by=officer)
    point = recommend(draft, by=officer)
    said_of_it = f"I have amended the section “{heading[0]}”."
    letter_with(answer(point, said_of_it, "accepted", cites=heading[0]), by=officer)
    now = RURAL.replace("spring", "winter and spring")
    version = version_of([*DRAFT, ("", now, heading)], revises=draft, by=officer)
    assert [(v, k) for _, v, k in said(version)] == [("borne out", "reworded")]
    assert outcomes.propose(version, by=officer) == []


def test_proposing_writes_history_with_who_and_why(officer, issued):
    row = Outcome.objects.first().history.get()
    assert (row.history_user, row.history_change_reason) == (officer, "Proposed by comparison")


def test_second_letter_adds_what_it_names_and_keeps_what_the_first_led_to(officer):
    draft = version_of(DRAFT, by=officer)
    point = recommend(draft, by=officer)
    letter_with(answer(point, "I have amended Para 2.", "accepted", cites="2"), by=officer)
    issued = version_of(REWORDED, revises=draft, by=officer)
    letter_with(answer(point, "I have also amended Para 5.", "accepted", cites="5"), by=officer)
    assert [(p, v) for p, v, _ in said(issued)] == [("2", "borne out"), ("5", "not borne out")]


def letters(officer, *said):
    """A recommendation answered by several letters, a month apart, and then the revised plan."""
    draft = version_of(DRAFT, by=officer)
    point = recommend(draft, by=officer)
    for month, (text, decision, cites) in enumerate(said, start=6):
        one = answer(point, text, decision, cites=cites)
        letter_with(one, by=officer, dated=date(2026, month, 20))
    return version_of(REWORDED, revises=draft, by=officer)


def test_later_letter_corrects_what_an_earlier_one_said_of_a_place(officer):
    issued = letters(
        officer,
        ("I have amended Para 5.", "accepted", "5"),
        ("In truth Para 5 already covers this.", "already covered", "5"),
    )
    assert said(issued) == [("5", "as stated", "unchanged")]
    assert Outcome.objects.get().response.letter.dated == date(2026, 7, 20)


def test_later_letter_takes_back_a_claim(officer):
    issued = letters(
        officer,
        ("I have amended Para 5 and Para 2.", "accepted", "2, 5"),
        ("I have not amended Para 5 after all.", "accepted in part", "5"),
    )
    assert said(issued) == [("2", "borne out", "reworded")]


def test_later_letter_does_not_undo_what_an_officer_confirmed(officer):
    issued = letters(officer, ("I have amended Para 5.", "accepted", "5"))
    actions.confirm_outcome(Outcome.objects.get(), by=officer)
    point = Outcome.objects.get().recommendation
    correction = answer(point, "Para 5 already covers this.", "already covered", cites="5")
    letter_with(correction, by=officer, dated=date(2026, 10, 1))
    assert said(issued) == [("5", "not borne out", "unchanged")]


def test_claim_without_a_place_goes_once_a_later_letter_names_one(officer):
    issued = letters(
        officer,
        ("I have amended the Plan to reflect this.", "accepted", ""),
        ("The change is at Para 2, which I have amended.", "accepted", "2"),
    )
    assert said(issued) == [("2", "borne out", "reworded")]


def test_response_without_a_citation_of_a_compared_place_is_left_alone(officer):
    response = ResponseFactory()
    later = PlanVersionFactory(revises=response.letter.version, plan=response.letter.version.plan)
    comparison = ComparisonFactory(earlier=response.letter.version, later=later)
    RevisionFactory(comparison=comparison)
    assert outcomes.propose(later, by=officer) == []


def _save(record, *, by):
    from pcp_scrutiny import history

    history.save(record, by=by, why="Changed in a test")
