"""Pages and buttons by which officers decide about links."""

import html
import re

import pytest
from django.urls import reverse
from django.utils import timezone

from pcp_scrutiny import history
from plans import actions
from plans.models import BrokenLink, Revision
from tests.factories.plans import (
    BrokenLinkFactory,
    ComparisonFactory,
    ParagraphFactory,
    RevisionFactory,
)
from tests.factories.recommendations import OutcomeFactory
from tests.plans.views.pages import page_of

WORDS = (
    "Every ward will have a named officer whom people can reach by telephone.",
    "I will publish the number of hours that officers spend on patrol in towns.",
    "Shop theft will be answered within one day in every part of the county.",
)


@pytest.fixture
def comparison(officer):
    """1 reworded, 2 and 3 unchanged, 4 gone, 5 new."""
    comparison = ComparisonFactory()
    texts = [*WORDS, "Farms will be visited."], [*WORDS, "The precept will not rise."]
    for version, side in zip((comparison.earlier, comparison.later), texts, strict=True):
        for number, text in enumerate(side, start=1):
            is_new = version == comparison.later and number == 4
            label = "5" if is_new else str(number)
            ParagraphFactory(version=version, label=label, text=text, position=number * 1000)
    first = comparison.later.paragraphs.get(label="1")
    first.text += " Each is named online."
    history.save(first, by=officer, why="Made for a test")
    actions.compare_with_predecessor(comparison.later, by=officer)
    return comparison


def of(comparison, kind):
    return comparison.revisions.get(kind=kind)


def post(client, name, thing, **data):
    return client.post(reverse(f"plans:{name}", args=[thing.pk]), data)


def follow(client, answer):
    return html.unescape(client.get(answer.url).content.decode())


def anchor(comparison, label):
    return f"c{comparison.later.paragraphs.get(label=label).pk}"


# --- Confirm, break, undo -----------------------------------------------------------------------


def test_confirm_returns_to_the_change_and_says_so(officer_client, comparison):
    answer = post(officer_client, "confirm_link", of(comparison, "reworded"))
    assert answer.url.endswith(f"/compare/?#{anchor(comparison, '1')}")
    page = follow(officer_client, answer)
    assert "Confirmed: paragraph 1 is reworded." in page
    assert "Confirmed by Olive Officer on" in page
    assert reverse("plans:undo_confirmation", args=[of(comparison, "reworded").pk]) in page


def test_confirm_keeps_the_filters(officer_client, comparison):
    back = "kind=reworded&section=nonsense"
    answer = post(officer_client, "confirm_link", of(comparison, "reworded"), back=back)
    assert answer.url.endswith(f"/compare/?kind=reworded#{anchor(comparison, '1')}")


def test_confirm_goes_on_to_the_next_change_where_the_filter_leaves_it_out(
    officer_client, comparison
):
    revision = of(comparison, "reworded")
    answer = post(officer_client, "confirm_link", revision, back="checked=open")
    gone = comparison.earlier.paragraphs.get(label="4")
    assert answer.url.endswith(f"/compare/?checked=open#c{gone.pk}")
    page = follow(officer_client, answer)
    assert "Confirmed: paragraph 1 is reworded." in page


def test_confirm_refuses_what_is_no_longer_what_was_seen(officer_client, comparison):
    revision = of(comparison, "reworded")
    answer = post(officer_client, "confirm_link", revision, seen="1_1")
    assert "has changed since this page was opened" in follow(officer_client, answer)
    revision.refresh_from_db()
    assert revision.confirmed_at is None


def test_break_parts_the_two_and_can_be_undone(officer_client, comparison):
    answer = post(officer_client, "break_link", of(comparison, "reworded"))
    page = follow(officer_client, answer)
    broken = BrokenLink.objects.get()
    assert answer.url.endswith(f"#{anchor(comparison, '1')}")
    assert "Marked as not the same." in page
    assert page.count("that paragraph 1 did not become paragraph 1.") == 2
    assert reverse("plans:mend_link", args=[broken.pk]) in page
    page = follow(officer_client, post(officer_client, "mend_link", broken))
    assert "Undone." in page
    assert of(comparison, "reworded")


def test_undo_takes_a_confirmation_back(officer, officer_client, comparison):
    revision = actions.confirm_link(of(comparison, "reworded"), by=officer)
    answer = post(officer_client, "undo_confirmation", revision)
    assert "Undone. It had been confirmed that" in follow(officer_client, answer)
    revision.refresh_from_db()
    assert revision.confirmed_at is None


def test_all_that_are_certain_are_confirmed_at_once(officer_client, comparison):
    number = comparison.revisions.changes().filter(review=False).count()
    answer = confirm_certain(officer_client, comparison)
    assert f"Confirmed: {number} changes." in follow(officer_client, answer)
    assert comparison.revisions.confirmed().count() == number


def confirm_certain(client, comparison, seen=None):
    """As the button on the page sends it."""
    if seen is None:
        page = page_of(client, "compare", comparison.later_id)
        seen = re.search(r'name="seen" value="([0-9a-f]{64})"', page)[1]
    return post(client, "confirm_certain", comparison.later, seen=seen)


def test_what_became_certain_after_the_page_was_opened_is_not_confirmed(officer_client, comparison):
    for seen in ("", "0" * 64):
        answer = confirm_certain(officer_client, comparison, seen)
        page = follow(officer_client, answer)
        assert "has changed since this page was opened, so nothing was confirmed." in page
    assert not Revision.objects.confirmed().exists()


# --- On which outcomes rest ---------------------------------------------------------------------


@pytest.fixture
def locked(officer, comparison):
    for version in (comparison.earlier, comparison.later):
        actions.lock_version(version, by=officer)
    return comparison


def rest(comparison, revision):
    OutcomeFactory(
        version=comparison.later, revision=revision, verdict="changed without being claimed"
    )


def test_mend_that_is_refused_says_what_to_do(officer, officer_client, locked):
    broken = actions.break_link(of(locked, "reworded"), by=officer)
    for side in ({"earlier__label": "1"}, {"later__label": "1"}):
        rest(locked, locked.revisions.get(**side))
    page = follow(officer_client, post(officer_client, "mend_link", broken))
    assert "What became of a recommendation rests on this link. Reject that outcome first" in page
    assert BrokenLink.objects.filter(pk=broken.pk).exists()


@pytest.fixture
def outdated(officer, locked):
    """Awaited, with a revision that goes when it is made and an outcome that rests on it."""
    second, third = (
        version.paragraphs.get(label=label)
        for version, label in ((locked.earlier, "2"), (locked.later, "3"))
    )
    crossed = RevisionFactory(comparison=locked, review=True, earlier=[second], later=[third])
    rest(locked, crossed)
    locked.awaited_since = timezone.now()
    history.save(locked, by=officer, why="To be compared")
    return locked


def test_confirming_all_that_are_certain_says_why_it_cannot(officer_client, outdated):
    page = follow(officer_client, confirm_certain(officer_client, outdated))
    assert "What became of a recommendation rests on this link. Reject that outcome first" in page
    assert not Revision.objects.confirmed().exists()


def test_comparing_again_says_why_it_cannot(officer_client, outdated):
    answer = post(officer_client, "renew_comparison", outdated)
    assert answer.url == outdated.get_absolute_url()
    page = follow(officer_client, answer)
    assert "It was not compared again. What became of a recommendation rests on a link" in page


# --- Who decides, and how often -----------------------------------------------------------------


@pytest.mark.parametrize("name", ["confirm_link", "break_link", "undo_confirmation"])
def test_members_decide_nothing(name, member_client, comparison):
    assert post(member_client, name, of(comparison, "reworded")).status_code == 403
    assert not Revision.objects.confirmed().exists()
    assert not BrokenLink.objects.exists()


def test_a_decision_sent_twice_is_taken_once(officer_client, comparison):
    once = {"once": "9f0e3a52-3f4b-4d0c-9f4e-0d1f3c9be001"}
    revision = of(comparison, "reworded")
    first = post(officer_client, "confirm_link", revision, **once)
    second = post(officer_client, "confirm_link", revision, **once)
    assert first.url == second.url
    assert revision.history.filter(history_change_reason__startswith="Confirmed").count() == 1


# --- Change a link ------------------------------------------------------------------------------


def test_the_page_shows_what_is_linked_now(officer_client, comparison):
    page = page_of(officer_client, "change_link", of(comparison, "removed").pk)
    assert "What became of paragraph 4?" in page
    assert 'name="earlier" value="4"' in page
    page = page_of(officer_client, "change_link", of(comparison, "added").pk)
    assert "Where does paragraph 5 come from?" in page


def test_a_link_is_made_by_the_numbers(officer_client, comparison):
    revision = of(comparison, "removed")
    answer = post(officer_client, "change_link", revision, earlier="4", later="5")
    assert answer.url.endswith(f"#{anchor(comparison, '5')}")
    page = follow(officer_client, answer)
    assert "Set: paragraph 4 is now paragraph 5." in page
    made = comparison.revisions.get(earlier__label="4")
    assert [p.label for p in made.later.all()] == ["5"]
    assert made.confirmed_at is not None


def test_several_numbers_are_several_paragraphs(officer_client, comparison):
    revision = of(comparison, "removed")
    post(officer_client, "change_link", revision, earlier="3-4", later="3 and 5")
    made = comparison.revisions.get(confirmed_at__isnull=False)
    assert [p.label for p in made.earlier.order_by("position")] == ["3", "4"]
    assert [p.label for p in made.later.order_by("position")] == ["3", "5"]


def test_an_empty_side_says_that_it_is_gone(officer_client, comparison):
    revision = of(comparison, "reworded")
    answer = post(officer_client, "change_link", revision, earlier="1", later="")
    assert "Set: paragraph 1 is gone." in follow(officer_client, answer)


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({"earlier": "4", "later": "80"}, "Issued plan, 1 September 2026 has no paragraph 80"),
        ({"earlier": "", "later": ""}, "Enter at least one paragraph, of either version"),
    ],
)
def test_what_cannot_be_found_is_said(typed, words, officer_client, comparison):
    answer = post(officer_client, "change_link", of(comparison, "removed"), **typed)
    assert words in html.unescape(answer.content.decode())
    assert not Revision.objects.confirmed().exists()


def test_a_number_that_comes_twice_is_asked_about(officer_client, comparison):
    twice = ParagraphFactory(version=comparison.later, label="5", text="Twice.", position=9000)
    revision = of(comparison, "removed")
    typed = {"earlier": "4", "later": "5"}
    answer = post(officer_client, "change_link", revision, **typed)
    page = html.unescape(answer.content.decode())
    assert "Choose which 5 you mean" in page
    assert "Paragraph 5, under Priorities: “Twice.”" in page
    post(officer_client, "change_link", revision, **typed, later_which=[twice.pk])
    made = comparison.revisions.get(confirmed_at__isnull=False)
    assert made.later.get() == twice


def test_unnumbered_texts_are_called_by_their_heading(officer_client, comparison):
    foreword = [
        ParagraphFactory(version=comparison.later, label="", heading=["Foreword, by me"], text=text)
        for text in ("First.", "Second.")
    ]
    revision = of(comparison, "removed")
    typed = {"earlier": "4", "later": "foreword, by me, 5"}
    page = post(officer_client, "change_link", revision, **typed).content.decode()
    assert "Choose which foreword, by me you mean" in page
    post(officer_client, "change_link", revision, **typed, later_which=[foreword[1].pk])
    made = comparison.revisions.get(confirmed_at__isnull=False)
    assert {p.text for p in made.later.all()} == {"The precept will not rise.", "Second."}


def test_a_link_against_a_confirmed_one_offers_to_undo_that_first(
    officer, officer_client, comparison
):
    confirmed = actions.confirm_link(of(comparison, "reworded"), by=officer)
    answer = post(officer_client, "change_link", of(comparison, "removed"), earlier="4", later="1")
    page = html.unescape(answer.content.decode())
    assert "Paragraph 1 is reworded: Olive Officer confirmed this. Undo that first." in page
    assert reverse("plans:undo_confirmation", args=[confirmed.pk]) in page


def test_the_page_offers_what_has_words_in_common(officer_client, db):
    comparison = ComparisonFactory()
    gone = ParagraphFactory(version=comparison.earlier, label="8", text=WORDS[0])
    new = ParagraphFactory(version=comparison.later, label="9", text=f"{WORDS[0]} Or post.")
    other = ParagraphFactory(version=comparison.later, label="10", text="Farms.")
    revision = RevisionFactory(comparison=comparison, kind="removed", earlier=[gone])
    for paragraph in (new, other):
        RevisionFactory(comparison=comparison, kind="added", later=[paragraph])
    page = page_of(officer_client, "change_link", revision.pk)
    assert 'href="?later=9"' in page
    assert 'href="?later=10"' not in page
    assert 'name="later" value="9"' in page_of(
        officer_client, "change_link", revision.pk, later="9"
    )


# --- What was decided ---------------------------------------------------------------------------


def test_decisions_are_listed_with_who_and_when(officer, officer_client, member_client, comparison):
    actions.confirm_link(of(comparison, "added"), by=officer)
    actions.break_link(of(comparison, "reworded"), by=officer)
    page = page_of(officer_client, "decisions", comparison.later_id)
    assert "2 decisions" in page
    assert "Paragraph 5 is new" in page
    assert "Paragraph 1 did not become paragraph 1" in page
    assert page.count("Olive Officer") >= 2
    assert page.count(">Undo<span") == 2
    seen = page_of(member_client, "decisions", comparison.later_id)
    assert "2 decisions" in seen
    assert ">Undo<span" not in seen


def test_undo_on_the_list_returns_to_the_list(officer, officer_client, comparison):
    revision = actions.confirm_link(of(comparison, "added"), by=officer)
    answer = post(officer_client, "undo_confirmation", revision, back="decisions")
    assert answer.url == reverse("plans:decisions", args=[comparison.later_id])
    page = follow(officer_client, answer)
    assert "Undone. It had been confirmed that paragraph 5 is new." in page
    assert "No officer has decided anything yet." in page


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_costs_the_same_for_any_number_of_decisions(
    number, officer, officer_client, plain, django_assert_num_queries
):
    comparison = ComparisonFactory()
    for _ in range(number):
        BrokenLinkFactory(comparison=comparison)
        added = ParagraphFactory(version=comparison.later)
        revision = RevisionFactory(comparison=comparison, kind="added", later=[added])
        actions.confirm_link(revision, by=officer)
    with django_assert_num_queries(9):
        page_of(officer_client, "decisions", comparison.later_id)
