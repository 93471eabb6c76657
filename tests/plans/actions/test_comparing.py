"""What is stored of a comparison, and what is never changed."""

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from pcp_scrutiny import history
from plans import actions, events
from plans.models import Revision


def confirm(revision, officer):
    revision.confirmed_by, revision.confirmed_at = officer, timezone.now()
    return history.save(revision, by=officer, why="Confirmed")


def test_compare_never_changes_what_an_officer_confirmed(pair, officer):
    draft, issued = pair
    revision = Revision.objects.get(kind="reworded")
    revision.later.set([issued.paragraphs.get(label="2")])
    confirm(revision, officer)
    actions.compare_with_predecessor(issued, by=officer)
    revision.refresh_from_db()
    assert revision.kind == "reworded"
    assert [p.label for p in revision.earlier.all()] == ["2"]
    assert [p.label for p in revision.later.all()] == ["2"]
    others = Revision.objects.exclude(pk=revision.pk)
    assert not others.filter(earlier=draft.paragraphs.get(label="2")).exists()
    assert not others.filter(later=issued.paragraphs.get(label="2")).exists()


@pytest.mark.parametrize(
    "take_away",
    [actions.delete_paragraph, actions.join_paragraph],
    ids=["delete", "join"],
)
def test_a_paragraph_whose_link_is_confirmed_cannot_be_taken_away(take_away, pair, officer):
    _, issued = pair
    revision = confirm(Revision.objects.get(kind="reworded"), officer)
    with pytest.raises(ValidationError, match="has confirmed what became of paragraph 3"):
        take_away(issued.paragraphs.get(label="3"), by=officer)
    revision.refresh_from_db()
    assert issued.paragraphs.count() == 4
    assert revision.confirmed_by == officer


def test_compare_again_without_a_change_writes_nothing(pair, officer):
    _, issued = pair
    before = Revision.history.count()
    actions.compare_with_predecessor(issued, by=officer)
    assert Revision.history.count() == before


def test_compare_says_anew_what_became_of_a_confirmed_link(pair, officer):
    revision = confirm(Revision.objects.get(kind="reworded"), officer)
    later = revision.later.get()
    later.text = revision.earlier.get().text
    actions.correct_paragraph(later, by=officer)
    revision.refresh_from_db()
    assert (revision.kind, revision.words_changed) == ("renumbered", False)
    assert revision.confirmed_by == officer


def test_a_decision_on_a_locked_version_is_told_to_the_other_apps(pair, officer, monkeypatch):
    told = []
    monkeypatch.setattr(events, "links_decided", [lambda *said: told.append(said)])
    for version in pair:
        actions.lock_version(version, by=officer)
    assert told == []
    comparison = pair[1].comparison
    actions.renew(comparison, by=officer)
    assert told == [(pair[1], comparison, officer)]
