"""The comparison of two versions."""

import re
from datetime import date

import pytest
from django.urls import reverse
from django.utils import timezone

from pcp_scrutiny import history
from plans import actions, explanations
from plans.compared import links, narrowing
from plans.margin import Note
from tests.factories.accounts import UserFactory
from tests.factories.plans import (
    BrokenLinkFactory,
    ComparisonFactory,
    ParagraphFactory,
    PlanVersionFactory,
    RevisionFactory,
)
from tests.plans.views.pages import page_of


@pytest.fixture
def compared(db):
    """Six paragraphs: one reworded, one removed, one added, the others as they were."""
    comparison = ComparisonFactory()
    old = ParagraphFactory.create_batch(5, version=comparison.earlier)
    new = ParagraphFactory.create_batch(5, version=comparison.later)
    old[1].text, new[1].text = "Patrols on foot every week.", "Patrols on foot every day."
    for paragraph in (old[1], new[1]):
        history.save(paragraph, by=None, why="Made for a test")
    same = {"comparison": comparison, "kind": "unchanged", "words_changed": False}
    RevisionFactory(**same, earlier=[old[0]], later=[new[0]])
    RevisionFactory(comparison=comparison, earlier=[old[1]], later=[new[1]])
    RevisionFactory(**same, earlier=[old[2]], later=[new[2]])
    RevisionFactory(**same, earlier=[old[3]], later=[new[3]])
    RevisionFactory(comparison=comparison, kind="removed", earlier=[old[4]])
    RevisionFactory(comparison=comparison, kind="added", later=[new[4]])
    return comparison


def test_the_comparison_shows_which_words_came_and_went(member_client, compared):
    page = page_of(member_client, "compare", compared.later_id)
    assert "[inserted: </span>day" in page
    assert "[deleted: </span>week" in page


def test_the_comparison_counts_each_kind_and_leads_to_it(member_client, compared):
    page = page_of(member_client, "compare", compared.later_id)
    for words in ("All changes (3)", "Reworded (1)", "Added (1)", "Removed (1)", "Unchanged (3)"):
        assert words in page
    assert "Merged" not in page
    assert 'href="?kind=reworded"' in page


def test_the_comparison_folds_what_did_not_change(member_client, compared):
    page = page_of(member_client, "compare", compared.later_id)
    assert "1 paragraph unchanged" in page
    assert "2 paragraphs unchanged" in page


def test_the_comparison_shows_one_kind_only(member_client, compared):
    page = page_of(member_client, "compare", compared.later_id, kind="added")
    assert page.count("<article") == 1
    assert 'href="?kind=added" aria-current="true"' in page


def test_the_comparison_passes_over_a_kind_that_there_is_not(member_client, compared):
    page = page_of(member_client, "compare", compared.later_id, kind="<b>")
    assert page.count("<article") == 3
    assert "<b>" not in page


def test_the_comparison_shows_several_kinds_at_once(member_client, compared):
    page = page_of(member_client, "compare", compared.later_id, kind=["added", "removed"])
    assert page.count("<article") == 2
    assert "<strong>2 of 3 changes</strong>: added or removed." in page
    assert len(re.findall(r'id="asked-kind_\d" checked', page)) == 2


def test_the_comparison_stands_under_the_headings_of_the_plan(member_client, db):
    comparison = ComparisonFactory()
    for heading in (["Roads", "Speed"], ["Roads", "Parking"], ["Towns"]):
        new = ParagraphFactory(version=comparison.later, heading=heading)
        RevisionFactory(comparison=comparison, kind="added", later=[new])
    page = page_of(member_client, "compare", comparison.later_id)
    assert re.findall(r"<h2[^>]* id=.s\d.>(\w+) <span[^>]*>([^<]+)", page) == [
        ("Roads", "2 changes"),
        ("Towns", "1 change"),
    ]
    narrowed = page_of(member_client, "compare", comparison.later_id, section="roads/parking")
    assert narrowed.count("<article") == 1
    assert "1 of 3 changes</strong>: under “Parking”" in narrowed


# --- What explains a change ---------------------------------------------------------------------


@pytest.fixture
def explained(compared, monkeypatch):
    """The change of words is explained, the rest is not."""
    note = Note("2026/07", "cited in the response", "/r/7/", "Borne out", "green")
    reworded = compared.revisions.get(kind="reworded")
    monkeypatch.setattr(explanations, "sources", [lambda *_: {reworded.pk: [note]}])
    return compared


def test_the_comparison_says_what_explains_a_change(member_client, explained):
    page = page_of(member_client, "compare", explained.later_id)
    assert '<a class="govuk-link" href="/r/7/">2026/07</a>' in page
    assert "Borne out" in page
    assert page.count("Unexplained: no recommendation accounts for it.") == 2


@pytest.mark.parametrize(("asked", "number"), [("yes", 1), ("no", 2)])
def test_the_comparison_shows_what_is_explained_or_not(asked, number, member_client, explained):
    page = page_of(member_client, "compare", explained.later_id, explained=asked)
    assert page.count("<article") == number


def test_filters_are_put_together(member_client, explained):
    page = page_of(member_client, "compare", explained.later_id, explained="no", kind="added")
    assert page.count("<article") == 1
    assert "1 of 3 changes</strong>: added, unexplained." in page


def test_nothing_is_called_unexplained_before_the_version_is_locked(member_client, compared):
    assert "Unexplained" not in page_of(member_client, "compare", compared.later_id).replace(
        ">Unexplained</option>", ""
    )


# --- Who sees what ------------------------------------------------------------------------------


def test_only_officers_are_offered_decisions(member_client, officer_client, compared):
    assert "Not the same" not in page_of(member_client, "compare", compared.later_id)
    page = page_of(officer_client, "compare", compared.later_id)
    assert page.count("data-confirm") == 3
    assert "Confirm 3 changes that are certain" in page


def test_the_comparison_is_not_shown_to_someone_without_a_role(client_of, compared):
    client = client_of(UserFactory())
    assert client.get(reverse("plans:compare", args=[compared.later_id])).status_code == 404


# --- What goes wrong ----------------------------------------------------------------------------


def test_versions_without_a_change_say_so(member_client, db):
    comparison = ComparisonFactory()
    old, new = (ParagraphFactory(version=v) for v in (comparison.earlier, comparison.later))
    RevisionFactory(comparison=comparison, kind="unchanged", earlier=[old], later=[new])
    page = page_of(member_client, "compare", comparison.later_id)
    assert "the two versions are word for word the same." in page


def test_the_same_file_twice_is_called_that(officer_client, db):
    comparison = ComparisonFactory()
    comparison.later.source = comparison.earlier.source
    history.save(comparison.later, by=None, why="Made for a test")
    old, new = (ParagraphFactory(version=v) for v in (comparison.earlier, comparison.later))
    RevisionFactory(comparison=comparison, kind="unchanged", earlier=[old], later=[new])
    page = page_of(officer_client, "compare", comparison.later_id)
    assert "the very same file" in page
    assert "delete this version" in page


def test_versions_that_have_hardly_anything_in_common_are_doubted(officer_client, db):
    comparison = ComparisonFactory()
    for version, side in ((comparison.earlier, "earlier"), (comparison.later, "later")):
        for paragraph in ParagraphFactory.create_batch(6, version=version):
            kind = "removed" if side == "earlier" else "added"
            RevisionFactory(comparison=comparison, kind=kind, **{side: [paragraph]})
    page = page_of(officer_client, "compare", comparison.later_id)
    assert "Hardly anything of one version is found in the other: 0 of 6 paragraphs." in page
    assert "change the version that this one revises" in page


def test_a_comparison_under_way_says_so_and_shows_what_is_known(member_client, compared):
    compared.awaited_since, compared.percent = timezone.now(), 40
    history.save(compared, by=None, why="Made for a test")
    page = page_of(member_client, "compare", compared.later_id)
    assert "are being compared: a quarter done" in page
    assert page.count("<article") == 3


def test_a_comparison_of_which_nothing_is_known_yet_claims_nothing(member_client, db):
    comparison = ComparisonFactory()
    comparison.awaited_since = timezone.now()
    history.save(comparison, by=None, why="Made for a test")
    page = page_of(member_client, "compare", comparison.later_id)
    assert "are being compared" in page
    assert "Nothing changed" not in page


# --- Any two versions ---------------------------------------------------------------------------


@pytest.fixture
def chain(db):
    """Three versions, each revising the one before; one paragraph, reworded twice."""
    first = ComparisonFactory()
    third = PlanVersionFactory(
        plan=first.later.plan, revises=first.later, kind="variation", dated=date(2027, 1, 1)
    )
    second = ComparisonFactory(earlier=first.later, later=third)
    wordings = ("We patrol weekly.", "We patrol every day.", "We patrol every day and night.")
    paragraphs = [
        ParagraphFactory(version=version, label="7", text=text)
        for version, text in zip((first.earlier, first.later, third), wordings, strict=True)
    ]
    for step, before, after in zip((first, second), paragraphs, paragraphs[1:], strict=False):
        RevisionFactory(comparison=step, earlier=[before], later=[after])
    return first.earlier, first.later, third


def test_versions_further_apart_are_compared_over_the_steps_between(officer_client, chain):
    first, second, third = chain
    page = page_of(officer_client, "compare_with", third.pk, first.pk)
    assert "told from the 2 steps between them" in page
    assert "[deleted: </span>weekly" in page
    assert "every day and night" in page
    assert reverse("plans:compare", args=[second.pk]) in page
    assert "data-confirm" not in page


def test_what_explains_a_step_explains_the_whole(member_client, chain, monkeypatch):
    first, second, third = chain
    step = second.comparison.revisions.get()
    note = Note("2026/07", "", "/r/7/")
    monkeypatch.setattr(
        explanations,
        "sources",
        [lambda _, c: {step.pk: [note]} if c == second.comparison else {}],
    )
    assert "2026/07" in page_of(member_client, "compare_with", third.pk, first.pk)


def test_neighbours_have_their_own_page(member_client, chain):
    first, second, _ = chain
    answer = member_client.get(reverse("plans:compare_with", args=[second.pk, first.pk]))
    assert answer.url == reverse("plans:compare", args=[second.pk])


def test_versions_asked_for_backwards_are_turned_round(member_client, chain):
    first, _, third = chain
    answer = member_client.get(reverse("plans:compare_with", args=[first.pk, third.pk]))
    assert answer.url == reverse("plans:compare_with", args=[third.pk, first.pk])


def test_a_version_is_not_compared_with_itself(member_client, chain):
    page = page_of(member_client, "compare_with", chain[0].pk, chain[0].pk)
    assert "twice. Choose another version to compare it with." in page


def test_versions_of_different_plans_are_not_compared(member_client, chain):
    other = PlanVersionFactory()
    page = page_of(member_client, "compare_with", chain[2].pk, other.pk)
    assert f"is a version of another plan, {other.plan}" in page


def test_versions_that_are_not_on_one_chain_are_compared_by_their_words(officer_client, chain):
    text = chain[2].paragraphs.first().text
    other = PlanVersionFactory(plan=chain[0].plan, texts=[f"{text} And more.", "New words here."])
    page = page_of(officer_client, "compare_with", other.pk, chain[2].pk)
    assert "worked out just now from their words alone" in page
    assert "[inserted: </span>And more" in page
    assert "no recommendation accounts for it" not in page
    assert "data-confirm" not in page


def test_long_versions_that_are_not_on_one_chain_are_not_compared(
    officer_client, chain, monkeypatch
):
    monkeypatch.setattr(links, "LONGEST", 1)
    other = PlanVersionFactory(plan=chain[0].plan, texts=["One.", "Two."])
    page = page_of(officer_client, "compare_with", chain[2].pk, other.pk)
    assert "are not on one chain" in page
    assert reverse("plans:edit_version", args=[chain[2].pk]) in page


def test_a_step_that_is_out_of_date_is_waited_for(member_client, chain):
    first, second, third = chain
    added = ParagraphFactory(version=second)
    RevisionFactory(comparison=second.comparison, kind="added", later=[added])
    page = page_of(member_client, "compare_with", third.pk, first.pk)
    assert "is being compared again" in page


def test_a_version_that_there_is_not_is_not_found(member_client, chain):
    answer = member_client.get(reverse("plans:compare_with", args=[chain[2].pk, 9999]))
    assert answer.status_code == 404


def test_two_versions_are_chosen_from_those_of_the_plan(member_client, chain):
    first, _, third = chain
    address = reverse("plans:choose_comparison", args=[first.plan_id])
    assert "Compare two versions" in member_client.get(address).content.decode()
    answer = member_client.get(address, {"earlier": first.pk, "later": third.pk})
    assert answer.url == reverse("plans:compare_with", args=[third.pk, first.pk])


@pytest.mark.parametrize(
    ("later", "words"),
    [(0, "The two are the same version"), (None, "Choose the version to compare it with")],
)
def test_a_choice_that_is_none_says_what_to_do(later, words, member_client, chain):
    address = reverse("plans:choose_comparison", args=[chain[0].plan_id])
    query = {"earlier": chain[0].pk, "later": "" if later is None else chain[later].pk}
    assert words in member_client.get(address, query).content.decode()


# --- What it costs ------------------------------------------------------------------------------


@pytest.mark.parametrize("number", [1, 30])
def test_the_comparison_costs_the_same_for_any_number_of_changes(
    number, member_client, plain, django_assert_num_queries
):
    comparison = ComparisonFactory()
    for _ in range(number):
        old = ParagraphFactory(version=comparison.earlier)
        new = ParagraphFactory(version=comparison.later)
        RevisionFactory(comparison=comparison, earlier=[old], later=[new])
    with django_assert_num_queries(11):
        page_of(member_client, "compare", comparison.later_id)


@pytest.mark.parametrize("number", [1, 3])
def test_the_officers_comparison_costs_the_same_for_any_number_of_decisions(
    number, officer, officer_client, plain, django_assert_num_queries
):
    comparison = ComparisonFactory()
    for _ in range(number):
        old = ParagraphFactory(version=comparison.earlier)
        new = ParagraphFactory(version=comparison.later)
        RevisionFactory(comparison=comparison, kind="removed", earlier=[old])
        added = RevisionFactory(comparison=comparison, kind="added", later=[new])
        BrokenLinkFactory(comparison=comparison, earlier=old, later=new, broken_by=officer)
        actions.confirm_link(added, by=officer)
    with django_assert_num_queries(11):
        page_of(officer_client, "compare", comparison.later_id)


@pytest.mark.parametrize("number", [1, 30])
def test_a_comparison_over_steps_costs_the_same_for_any_number_of_changes(
    number, member_client, plain, chain, django_assert_num_queries
):
    first, second, third = chain
    for _ in range(number):
        paragraphs = [ParagraphFactory(version=version) for version in chain]
        steps = (second.comparison, third.comparison)
        for step, before, after in zip(steps, paragraphs, paragraphs[1:], strict=False):
            RevisionFactory(comparison=step, earlier=[before], later=[after])
    with django_assert_num_queries(12):
        page_of(member_client, "compare_with", third.pk, first.pk)


def test_more_changes_than_fit_on_a_page_go_on_to_the_next(officer_client, compared, monkeypatch):
    monkeypatch.setattr(narrowing, "MOST", 2)
    page = page_of(officer_client, "compare", compared.later_id)
    assert page.count("<article") == 2
    assert "<strong>3 changes.</strong>" in page
    added = compared.revisions.get(kind="added").later.get()
    assert f'href="?page=2#c{added.pk}"' in page  # on the strip
    second = page_of(officer_client, "compare", compared.later_id, page="2")
    assert second.count("<article") == 1
    revision = compared.revisions.get(kind="added")
    answer = officer_client.post(reverse("plans:confirm_link", args=[revision.pk]))
    assert answer.url.endswith(f"/compare/?page=2#c{added.pk}")
