"""What the register shows beside the plan, and does when a version is locked."""

import pytest
from django.urls import reverse

from plans import events, explanations, margin
from plans import related as plan_related
from plans.models import PlanVersion
from recommendations import actions
from recommendations.models import Outcome
from recommendations.outcomes.unexplained import changes_in, unexplained
from recommendations.plugs import plans as in_plans
from tests.factories.accounts import UserFactory
from tests.factories.plans import PlanVersionFactory
from tests.factories.recommendations import (
    RecommendationFactory,
    ResponseFactory,
    answer,
    letter_with,
    recommend,
    version_of,
)

pytestmark = pytest.mark.django_db
Kind = PlanVersion.Kind

WARD = "Every ward will have a named officer whom residents can reach by telephone."
HOURS = "I will publish each quarter the number of hours that officers spend on foot patrol."
HOURS_NOW = "I will publish each month the number of hours that officers spend on foot patrol."
SHOPS = "Each town will have a list of the shops that wish to be called when a thief is about."


# --- In the margin of a plan --------------------------------------------------------------------


@pytest.fixture
def draft(officer):
    return version_of([("1", WARD), ("2", HOURS)], by=officer)


@pytest.fixture
def issued(officer, draft):
    """Paragraph 2 of the draft reworded as the response says, on recommendation R1."""
    point = recommend(draft, by=officer, cites="2", reference="R1")
    letter_with(answer(point, "I have amended Para 2.", "accepted", cites="2"), by=officer)
    return version_of([("1", WARD), ("2", HOURS_NOW)], revises=draft, by=officer)


def beside(user, version):
    notes = margin.notes(user, [version])
    by_label = {p.pk: p.label for p in version.paragraphs.all()}
    return {by_label[pk]: found for pk, found in notes.items()}


def test_paragraph_that_came_from_a_recommendation_says_so(member, issued):
    [(label, [note])] = beside(member, issued).items()
    assert (label, note.reference, note.tag, note.colour) == ("2", "R1", "Borne out", "green")
    assert note.text == "cited in the response; to be confirmed"
    assert note.href == Outcome.objects.get().recommendation.get_absolute_url()


def test_note_no_longer_asks_once_confirmed(officer, issued):
    actions.confirm_outcome(Outcome.objects.get(), by=officer)
    assert beside(officer, issued)["2"][0].text == "cited in the response"


def test_note_goes_when_its_outcome_is_rejected(officer, issued):
    actions.reject_outcome(Outcome.objects.get(), note="No.", by=officer)
    assert beside(officer, issued) == {}


def test_paragraph_that_the_panel_cited_says_so(member, draft, issued):
    [(label, [note])] = beside(member, draft).items()
    assert (label, note.reference, note.tag) == ("2", "R1", "")
    assert note.text == "commented on by the panel"


def test_paragraph_cited_twice_by_one_recommendation_has_one_note(officer, draft):
    recommend(draft, by=officer, text="Para 2 is short. Paragraph 2 should be longer.", cites="2")
    assert [len(notes) for notes in beside(officer, draft).values()] == [1]


def test_margin_is_empty_for_those_without_a_role(nobody, administrator, issued):
    assert beside(nobody, issued) == beside(administrator, issued) == {}


@pytest.mark.parametrize("number", [1, 3])
def test_margin_takes_a_fixed_number_of_queries(officer, number, django_assert_num_queries):
    parts = [(str(n), f"{HOURS} {n}") for n in range(1, 4)]
    draft = version_of(parts, by=officer)
    for n in range(1, number + 1):
        point = recommend(draft, by=officer, cites=str(n))
        said = f"I have amended Para {n}."
        letter_with(answer(point, said, "accepted", cites=str(n)), by=officer)
    issued = version_of([(n, f"{HOURS_NOW} {n}") for n, _ in parts], revises=draft, by=officer)
    with django_assert_num_queries(4):
        in_plans.notes_beside(officer, [issued])
    with django_assert_num_queries(6):
        in_plans.notes_beside(officer, [draft, issued])


def test_split_that_two_places_of_one_answer_name_stands_once_beside_each_part(officer):
    whole = f"{WARD} {HOURS}"
    draft = version_of([("1", whole), ("2", SHOPS)], by=officer)
    point = recommend(draft, by=officer, reference="R1")
    said = "I have divided this, please see Para 1 and 2."
    letter_with(answer(point, said, "accepted", cites="1, 2"), by=officer)
    issued = version_of([("1", WARD), ("2", HOURS), ("3", SHOPS)], revises=draft, by=officer)
    assert {o.revision.kind for o in Outcome.objects.all()} == {"split"}
    assert {label: len(found) for label, found in beside(officer, issued).items()} == {
        "1": 1,
        "2": 1,
    }


# --- Links from versions ------------------------------------------------------------------------


def version_links(user, *versions):
    found = plan_related.links(user, versions)
    return [[link.text for link in found.get(version.pk, [])] for version in versions]


def test_version_links_to_the_recommendations_on_it(member, draft):
    RecommendationFactory(version=draft)
    assert version_links(member, draft) == [["1 recommendation on this version"]]
    RecommendationFactory(version=draft)
    assert version_links(member, draft) == [["2 recommendations on this version"]]


def test_version_links_to_outcomes_once_it_is_locked(member, officer, draft):
    open_one = version_of([("1", WARD)], revises=draft, by=officer, lock=False)
    locked = version_of([("1", WARD)], revises=draft, by=officer)
    assert version_links(member, draft, open_one, locked) == [
        [],
        [],
        ["What became of the panel’s points", "The officers’ analysis"],
    ]


def test_version_links_lead_to_pages_that_are_there(client_of, member, draft, issued):
    client = client_of(member)
    for links in plan_related.links(member, [draft, issued]).values():
        for link in links:
            assert client.get(link.href).status_code == 200


def test_version_links_count_nothing_for_those_without_a_role(nobody, draft):
    RecommendationFactory(version=draft)
    assert in_plans.links_of_versions(nobody, [draft]) == {}


# --- When a version is locked -------------------------------------------------------------------


def test_locking_proposes_outcomes(issued):
    assert Outcome.objects.get().version == issued


def warnings(user, version):
    return events.warnings_before_locking(user, version)


def chain(*kinds):
    """Versions of one plan, each revising the one before; the last."""
    version = None
    for kind in kinds:
        earlier = version
        plan = {"plan": earlier.plan, "revises": earlier} if earlier else {}
        version = PlanVersionFactory(kind=kind, **plan)
    return version


@pytest.mark.parametrize(
    "kinds",
    [
        (Kind.DRAFT, Kind.ISSUED),
        (Kind.REVISED_DRAFT, Kind.ISSUED),
        (Kind.DRAFT_VARIATION, Kind.VARIATION),
        (Kind.DRAFT, Kind.REVISED_DRAFT, Kind.ISSUED),
    ],
)
def test_issuing_a_plan_names_what_is_unanswered_on_its_draft(officer, kinds):
    """PRSRA 2011 s.5(6): respond before issuing or varying."""
    version = chain(*kinds)
    first = version.revises.revises or version.revises
    RecommendationFactory(version=version.revises, reference="R1")
    RecommendationFactory(version=first, reference="R2")
    ResponseFactory(recommendation__version=first, recommendation__reference="R3")
    [warning] = warnings(officer, version)
    assert warning.endswith("no response: R1, R2.")


@pytest.mark.parametrize(
    "kinds",
    [
        (Kind.DRAFT, Kind.REVISED_DRAFT),  # not issued yet
        (Kind.ISSUED, Kind.DRAFT_VARIATION),
        (Kind.ISSUED, Kind.VARIATION),  # what was said of the plan in force is not of its draft
        (Kind.ISSUED, Kind.ISSUED),
    ],
)
def test_no_warning_where_no_draft_is_issued(officer, kinds):
    version = chain(*kinds)
    RecommendationFactory(version=version.revises)
    assert warnings(officer, version) == []


def test_no_warning_of_a_draft_issued_before(officer):
    version = chain(Kind.DRAFT, Kind.ISSUED, Kind.DRAFT_VARIATION, Kind.VARIATION)
    RecommendationFactory(version=version.revises.revises.revises)
    assert warnings(officer, version) == []


def test_no_warning_where_all_is_answered_or_nothing_was_said(officer):
    version = chain(Kind.DRAFT, Kind.ISSUED)
    assert warnings(officer, version) == []
    ResponseFactory(recommendation__version=version.revises)
    assert warnings(officer, version) == []
    assert warnings(officer, chain(Kind.ISSUED)) == []


def test_warning_stands_on_the_page_that_asks_once_more(client_of, officer):
    version = chain(Kind.DRAFT, Kind.ISSUED)
    RecommendationFactory(version=version.revises, reference="R7")
    page = client_of(officer).get(reverse("plans:lock", args=[version.pk])).content.decode()
    assert "have no response: R7." in page


# --- On the changes between two versions --------------------------------------------------------


def test_a_change_is_explained_by_the_recommendations_that_account_for_it(member, issued):
    outcome = Outcome.objects.get(revision__isnull=False)
    found = explanations.notes(member, issued.comparison)
    [note] = found[outcome.revision_id]
    assert list(found) == [outcome.revision_id]
    assert (note.reference, note.tag) == ("R1", outcome.get_verdict_display())


def test_what_an_officer_rejected_explains_nothing(officer, member, issued):
    outcome = Outcome.objects.get(revision__isnull=False)
    actions.reject_outcome(outcome, note="Another paragraph is meant.", by=officer)
    assert explanations.notes(member, issued.comparison) == {}


def test_explanations_are_for_those_with_a_role(issued):
    assert explanations.notes(UserFactory(), issued.comparison) == {}


def test_what_is_explained_and_what_is_not_is_all_that_changed(member, issued):
    explained = set(explanations.notes(member, issued.comparison))
    rest = {change.revision.pk for change in unexplained(changes_in(issued, member))}
    changed = set(issued.comparison.revisions.changes().values_list("pk", flat=True))
    assert explained | rest == changed
    assert not explained & rest
