import hashlib
from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError

from meetings import actions, packs
from meetings.models import Pack
from tests.factories.meetings import MeetingFactory, PackFactory, PaperFactory


def reasons(pack):
    return list(pack.history.values_list("history_change_reason", flat=True))


def test_ask_for_pack_has_it_made_once_the_record_is_written(
    clerk, django_capture_on_commit_callbacks
):
    meeting = PaperFactory().item.meeting
    with django_capture_on_commit_callbacks(execute=True):
        pack = actions.ask_for_pack(meeting, audience="full", by=clerk)
        assert pack.state == Pack.State.WAITING
    pack.refresh_from_db()
    assert (pack.state, pack.asked_by) == (Pack.State.MADE, clerk)
    assert reasons(pack) == ["Pack made", "Pack being made", "Pack asked for"]
    assert pack.content.read().startswith(b"%PDF-1.7")


def test_two_who_ask_at_once_get_one_pack(clerk, officer):
    meeting = MeetingFactory()
    first = actions.ask_for_pack(meeting, audience="full", by=clerk)
    second = actions.ask_for_pack(meeting, audience="full", by=officer)
    assert first == second
    assert actions.ask_for_pack(meeting, audience="public", by=officer) != first


def test_a_pack_whose_maker_was_killed_may_be_asked_for_again(clerk):
    pack = PackFactory()
    actions.begin_pack(pack.pk)
    later = pack.asked_at + timedelta(minutes=15)
    soon = actions.ask_for_pack(
        pack.meeting, audience="public", by=clerk, now=later - timedelta(seconds=1)
    )
    assert soon == pack
    again = actions.ask_for_pack(pack.meeting, audience="public", by=clerk, now=later)
    pack.refresh_from_db()
    assert again != pack
    assert pack.state == Pack.State.FAILED
    assert "15 minutes" in pack.failure


def test_begin_pack_is_for_one_worker(db):
    pack = PackFactory()
    assert actions.begin_pack(pack.pk).state == Pack.State.MAKING
    assert actions.begin_pack(pack.pk) is None


def test_finish_pack_keeps_the_file_and_its_checksum(db):
    pack = PackFactory()
    actions.begin_pack(pack.pk)
    digest = packs.digest_now(pack.meeting, audience=pack.audience)
    finished = actions.finish_pack(pack.pk, content=b"%PDF", pages=2, made_from=digest)
    assert (finished.state, finished.pages) == (Pack.State.MADE, 2)
    assert finished.sha256 == hashlib.sha256(b"%PDF").hexdigest()
    assert finished.content.read() == b"%PDF"


def test_finish_pack_keeps_nothing_that_changed_while_it_was_made(clerk):
    paper = PaperFactory()
    pack = PackFactory(meeting=paper.item.meeting)
    actions.begin_pack(pack.pk)
    digest = packs.digest_now(pack.meeting, audience=pack.audience)
    paper.restricted_under = 3
    actions.change_paper(paper, by=clerk)
    failed = actions.finish_pack(pack.pk, content=b"%PDF", pages=2, made_from=digest)
    assert (failed.state, failed.content.name) == (Pack.State.FAILED, "")
    assert "changed while it was being made" in failed.failure


def test_finish_pack_drops_one_that_was_given_up(db):
    pack = PackFactory()
    actions.begin_pack(pack.pk)
    actions.fail_pack(pack.pk, reason="Given up.")
    assert actions.finish_pack(pack.pk, content=b"%PDF", pages=2, made_from="") is None
    assert actions.fail_pack(pack.pk, reason="Again.") is None
    pack.refresh_from_db()
    assert (pack.state, pack.failure) == (Pack.State.FAILED, "Given up.")


@pytest.mark.parametrize("state", ["waiting", "making"])
def test_one_in_the_making_is_a_rule_of_the_database(db, state):
    pack = PackFactory(state=state)
    with pytest.raises(ValidationError):
        PackFactory(meeting=pack.meeting)
