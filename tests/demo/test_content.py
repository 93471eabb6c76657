"""The demo's content agrees with itself: plans, points, letter, minutes. No database needed."""

import re
from collections import Counter

import pytest

from demo import content, june, sources, truth
from demo.records import Entry

DRAFT = sources.plan("draft-plan")
ISSUED = sources.plan("issued-plan")
LETTER = sources.letter()
ON_THE_PLAN = [point for point in content.POINTS if point.route == "s.28(3)"]
JUNE_ENTRIES = {entry.number: entry for item in june.MEETING.items for entry in item.entries}


def plain(words: str) -> str:
    """Without the marks that only typesetting adds."""
    return words.replace("**", "").replace("’", "'").replace("‘", "'")


@pytest.mark.parametrize("plan", [DRAFT, ISSUED], ids=["draft", "issued"])
def test_plan_has_75_paragraphs_numbered_in_order(plan):
    numbers = [int(passage.label) for passage in plan.passages if passage.label.isdigit()]
    assert numbers == list(range(1, 76))


@pytest.mark.parametrize("plan", [DRAFT, ISSUED], ids=["draft", "issued"])
def test_plan_cross_references_name_paragraphs_it_has(plan):
    for passage in plan.passages:
        for cited in re.findall(r"[Pp]aragraphs? (\d+)(?: to (\d+))?", passage.text):
            assert all(label in plan for label in cited if label), passage.key


def test_plan_keys_are_unique():
    for plan in (DRAFT, ISSUED):
        assert max(Counter(passage.key for passage in plan.passages).values()) == 1


@pytest.mark.parametrize("point", content.POINTS, ids=lambda point: point.reference)
def test_point_cites_what_the_draft_has_and_its_text_names(point):
    for label in point.cites:
        if label == "Foreword":
            assert "Foreword 1" in DRAFT
        else:
            assert label in DRAFT
        assert label in point.text
    assert point.theme in content.THEMES
    assert point.due > content.SENT


@pytest.mark.parametrize("point", content.POINTS, ids=lambda point: point.reference)
def test_point_is_recorded_by_its_minute(point):
    entry = JUNE_ENTRIES[point.minute]
    assert entry.kind == "recommendation"
    assert entry.point == point.reference
    assert content.text_of(entry) == point.text


def test_minutes_are_numbered_under_their_items_in_order():
    for item in june.MEETING.items:
        places = [[int(part) for part in entry.number.split(".")] for entry in item.entries]
        assert places == sorted(places)
        assert {place[0] for place in places} <= {item.number}
        assert [place[1] for place in places if len(place) == 2] == list(
            range(1, 1 + sum(len(place) == 2 for place in places))
        )


def test_minutes_hold_every_kind_of_entry():
    assert {entry.kind for entry in JUNE_ENTRIES.values()} == {
        "discussion",
        "key point",
        "advice",
        "resolution",
        "recommendation",
        "action",
        "undertaking",
    }


def test_every_entry_says_something_and_actions_have_owners():
    for entry in JUNE_ENTRIES.values():
        assert content.text_of(entry).strip()
        assert (entry.kind in {"action", "undertaking"}) == (entry.action is not None)


def test_only_the_exempt_item_is_restricted_and_the_public_is_excluded_before_it():
    for meeting in content.MEETINGS:
        restricted = [item.number for item in meeting.items if item.restricted_under]
        assert restricted == [meeting.items[-1].number]
        before = meeting.items[-2]
        said = before.purpose + "".join(entry.text for entry in before.entries)
        assert "section 100A(4)" in said
        assert "paragraph 1 of Part 1 of Schedule 12A" in said
        assert all(paper.restricted_under for paper in meeting.items[-1].papers)


def test_votes_are_cast_by_members_who_were_there():
    members = {p.key for p in content.PEOPLE if p.capacity == "member"}
    there = members & {a.person for a in june.MEETING.attendance if not a.sent_apologies}
    names = {content.person(key).name for key in there}
    for entry in _voted():
        assert {entry.vote.mover, entry.vote.seconder} <= names
        counted = (entry.vote.votes_for, entry.vote.votes_against, entry.vote.abstentions)
        assert counted == (None, None, None) or sum(counted) == len(there) == 11


def test_people_are_known_by_one_key_and_one_address():
    for values in ([p.key for p in content.PEOPLE], [p.email for p in content.PEOPLE]):
        assert len(set(values)) == len(values)
    assert all(p.email.endswith("@demo.example") for p in content.PEOPLE)
    for meeting in content.MEETINGS:
        for record in (*meeting.attendance, *meeting.declarations):
            assert content.person(record.person)
    assert all(content.person(account.person) for account in content.ACCOUNTS)


def test_panel_has_its_councils_members_and_two_co_opted():
    members = [person for person in content.PEOPLE if person.capacity == "member"]
    seats = Counter(person.post for person in members if not person.is_co_opted)
    assert seats == {council.name: council.seats for council in content.COUNCILS}
    assert sum(person.is_co_opted for person in members) == 2
    assert Counter(p.position for p in members) == {"chair": 1, "vice-chair": 1, "member": 10}
    assert [c.name for c in content.COUNCILS if c.is_host] == [content.PANEL.host_authority]


def test_papers_name_meetings_that_there_are():
    keys = {meeting.key for meeting in content.MEETINGS}
    papers = [p for m in content.MEETINGS for item in m.items for p in item.papers]
    for paper in papers:
        assert (paper.kind == "minutes") == bool(paper.minutes_of)
        assert paper.minutes_of in {"", *keys}
        assert (paper.kind == "written") == bool(paper.text)
        assert not paper.file or paper.kind == "uploaded"


def test_letter_answers_every_point_on_the_plan_in_turn():
    assert len(LETTER.pairs) == len(ON_THE_PLAN) == len(truth.EXPECTED) == 20
    for point, (repeated, answer) in zip(ON_THE_PLAN, LETTER.pairs, strict=True):
        wanted, given = set(point.text.split()), set(plain(repeated).split())
        assert len(wanted & given) / len(wanted) > 0.75, point.reference
        assert answer


def test_letter_is_the_one_that_the_content_describes():
    opening = "\n".join(LETTER.opening)
    assert f"Our ref: {content.LETTER.reference}" in opening
    assert f"Date: {content.LETTER.dated:%d %B %Y}" in opening


@pytest.mark.parametrize("expected", truth.EXPECTED, ids=lambda expected: expected.reference)
def test_expected_citations_are_in_the_answer(expected):
    place = [point.reference for point in ON_THE_PLAN].index(expected.reference)
    answer = plain("\n".join(LETTER.pairs[place][1]))
    for citation in expected.cites:
        assert citation.words in answer
        assert bool(citation.labels) == (citation.document == "plan")


def test_assessments_leave_two_points_to_do_and_are_of_every_view():
    assessed = {assessed.point for assessed in content.ASSESSED}
    assert {point.reference for point in ON_THE_PLAN} - assessed == {"2026/13", "2026/18"}
    views = {assessed.view for assessed in content.ASSESSED}
    assert views == {"met", "partly met", "not met", "cannot tell"}


@pytest.mark.parametrize("assessed", content.ASSESSED, ids=lambda a: f"{a.point}, {a.day}")
def test_assessment_names_paragraphs_that_the_issued_plan_has(assessed):
    named = re.findall(r"\b(\d{1,2}(?:\([a-z]\))?)\b", assessed.wording_place)
    named += re.findall(r"[Pp]aragraphs? (\d+(?:\([a-z]\))?)", assessed.comment)
    assert all(label in ISSUED for label in named)


def test_assessments_come_after_the_plan_and_before_the_meeting():
    days = [assessed.day for assessed in content.ASSESSED]
    assert days == sorted(days)
    assert content.PLAN_VERSIONS[1].dated < days[0] < days[-1] < content.MEETINGS[1].day


def test_dates_that_were_revised_are_each_later_than_the_one_before():
    due = {point.reference: point.due for point in content.POINTS}
    for revised in content.REVISED:
        assert content.SENT < revised.agreed < due[revised.point] < revised.due
        due[revised.point] = revised.due


def test_verdicts_are_of_every_kind():
    verdicts = Counter(expected.verdict for expected in truth.EXPECTED)
    assert verdicts["not borne out"] == 1
    assert verdicts["not found"] == 1
    assert verdicts["as stated"] == 1
    assert verdicts["changed without being claimed"] == 1
    assert verdicts["borne out"] >= 5
    decisions = {expected.decision for expected in truth.EXPECTED}
    assert decisions == {
        "accepted",
        "accepted in part",
        "not accepted",
        "already covered",
        "deferred",
        "noted",
    }


@pytest.mark.parametrize("expected", truth.EXPECTED, ids=lambda expected: expected.reference)
def test_expected_verdicts_follow_from_the_plans(expected):
    changed = {
        key: revision
        for revision in truth.CHANGES
        if not revision.consequential
        for key in revision.later
    }
    for place, verdict in expected.places:
        key = "Foreword 4" if place == "Foreword" else place
        assert (key in ISSUED) == (verdict != "not found")
        explained = key in changed and expected.reference in changed[key].explained_by
        assert explained == (verdict in {"borne out", "changed without being claimed"})


def test_revisions_account_for_every_paragraph_once():
    found = truth.revisions()
    earlier = [key for revision in found for key in revision.earlier]
    later = [key for revision in found for key in revision.later]
    assert sorted(earlier) == sorted(passage.key for passage in DRAFT.passages)
    assert sorted(later) == sorted(passage.key for passage in ISSUED.passages)


@pytest.mark.parametrize("revision", truth.revisions(), ids=lambda r: f"{r.earlier}-{r.later}")
def test_revision_is_what_the_texts_show(revision):
    before = [DRAFT[key].text for key in revision.earlier]
    after = [ISSUED[key].text for key in revision.later]
    if revision.consequential:
        assert before != after
        digits = re.compile(r"\d+")
        before, after = ([digits.sub("0", text) for text in texts] for texts in (before, after))
    if revision.kind in {"unchanged", "renumbered", "moved"}:
        assert before == after
        assert (revision.kind == "unchanged") == (revision.earlier == revision.later)
    elif revision.kind == "split":
        assert before == [" ".join(after)]
    else:
        assert before != after


def test_revisions_are_of_every_kind():
    kinds = Counter(revision.kind for revision in truth.revisions())
    assert kinds["split"] == kinds["merged"] == kinds["moved"] == kinds["removed"] == 1
    assert kinds["added"] == 2
    assert kinds["reworded"] >= 12
    assert kinds["renumbered"] > 50


def test_unexplained_changes_are_those_that_no_point_explains():
    found = [
        (revision.later or revision.earlier)[0]
        for revision in truth.revisions()
        if revision in truth.CHANGES
        and not (revision.explained_by or revision.consequential or revision.slight)
    ]
    assert sorted(found) == sorted(truth.UNEXPLAINED)
    assert len(found) >= 2


def _voted() -> list[Entry]:
    return [entry for entry in JUNE_ENTRIES.values() if entry.vote]
