import errno
import hashlib
from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.core.files.storage import default_storage
from django.utils import timezone

from meetings import actions
from meetings.models import Pack
from tests.factories.meetings import MeetingFactory, PackFactory, PaperFactory
from tests.meetings.making import made_of, publish

SECOND = timedelta(seconds=1)


def reasons(pack):
    return list(pack.history.values_list("history_change_reason", flat=True))


def begun(**fields):
    pack = PackFactory(**fields)
    return actions.begin_pack(pack.pk)


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
    assert pack.content.read().startswith(b"%PDF-")


def test_two_who_ask_at_once_get_one_pack_for_each_audience(clerk, officer):
    meeting = MeetingFactory()
    first = actions.ask_for_pack(meeting, audience="full", by=clerk)
    second = actions.ask_for_pack(meeting, audience="full", by=officer)
    assert first == second
    assert actions.ask_for_pack(meeting, audience="public", by=officer) != first


def test_ask_for_pack_leaves_out_only_papers_of_the_meeting(clerk):
    paper, other = PaperFactory(), PaperFactory()
    pack = actions.ask_for_pack(
        paper.item.meeting, audience="full", without=[other.pk, paper.pk, paper.pk], by=clerk
    )
    assert pack.without == [paper.pk]


def test_pack_that_nothing_takes_up_is_given_up_after_a_quarter_of_an_hour(clerk):
    pack = PackFactory()
    late = pack.asked_at + timedelta(minutes=15)
    soon = actions.ask_for_pack(pack.meeting, audience="public", by=clerk, now=late - SECOND)
    assert soon == pack
    again = actions.ask_for_pack(pack.meeting, audience="public", by=clerk, now=late)
    pack.refresh_from_db()
    assert again != pack
    assert pack.state == Pack.State.FAILED
    assert "what makes packs is not running" in pack.failure


def test_pack_whose_maker_was_killed_is_given_up_after_two_minutes_of_silence(clerk):
    pack = begun()
    told = timezone.now() + timedelta(hours=1)
    assert actions.tell_pack(pack.pk, "Paper A", 3, 9, now=told)
    silent = told + timedelta(minutes=2)
    asked = actions.ask_for_pack(pack.meeting, audience="public", by=clerk, now=silent - SECOND)
    assert asked == pack
    again = actions.ask_for_pack(pack.meeting, audience="public", by=clerk, now=silent)
    pack.refresh_from_db()
    assert again != pack
    assert "stopped in the middle" in pack.failure
    assert not actions.tell_pack(pack.pk, "Paper B", 4, 9)


def test_begin_pack_is_for_one_worker(db):
    pack = PackFactory()
    assert actions.begin_pack(pack.pk).state == Pack.State.MAKING
    assert actions.begin_pack(pack.pk) is None


def test_tell_pack_says_how_far_it_is_and_leaves_the_history_alone(db):
    pack = begun()
    told = timezone.now() + timedelta(minutes=1)
    assert actions.tell_pack(pack.pk, "Paper A" + "a" * 400, 34, 120, now=told)
    pack.refresh_from_db()
    assert (pack.pages_done, pack.pages_expected, pack.beat_at) == (34, 120, told)
    assert len(pack.doing) == 300
    assert reasons(pack)[0] == "Pack being made"


def test_cancel_pack_stops_it(clerk):
    pack = begun()
    actions.cancel_pack(pack, by=clerk)
    actions.cancel_pack(pack, by=clerk)  # a second press does nothing
    assert not actions.tell_pack(pack.pk, "Paper A", 1, 2)
    assert actions.finish_pack(pack.pk, made=made_of(pack)) is None
    pack.refresh_from_db()
    assert pack.state == Pack.State.CANCELLED
    assert reasons(pack)[0] == "Pack cancelled"
    assert not pack.content


def test_cancel_pack_says_that_it_is_too_late(clerk):
    pack = begun()
    actions.finish_pack(pack.pk, made=made_of(pack))
    with pytest.raises(ValidationError, match="not being made any more"):
        actions.cancel_pack(pack, by=clerk)


def test_finish_pack_keeps_the_file_its_checksum_and_the_edition(db):
    pack = begun(meeting=PaperFactory().item.meeting)
    made = made_of(pack, content=b"%PDF")
    actions.finish_pack(pack.pk, made=made)
    pack.refresh_from_db()
    assert (pack.state, pack.pages, pack.is_accessible) == (Pack.State.MADE, 2, True)
    assert (pack.made_from, pack.manifest) == (made.digest, made.manifest)
    assert pack.sha256 == hashlib.sha256(b"%PDF").hexdigest()
    assert (pack.content.read(), pack.edition.read()) == (b"%PDF", b"<p>All of it</p>")


def test_finish_pack_keeps_nothing_that_changed_while_it_was_made(clerk):
    paper = PaperFactory()
    pack = begun(meeting=paper.item.meeting)
    made = made_of(pack)
    paper.restricted_under = 3
    actions.change_paper(paper, by=clerk)
    failed = actions.finish_pack(pack.pk, made=made)
    assert (failed.state, failed.content.name) == (Pack.State.FAILED, "")
    assert "changed while it was being made" in failed.failure


def test_finish_pack_leaves_no_piece_of_a_file_when_the_disk_is_full(db, monkeypatch):
    pack = begun()
    made = made_of(pack)
    write = default_storage.save
    written = []

    def fill_up(name, content):
        written.append(write(name, content))
        if len(written) == 2:
            raise OSError(errno.ENOSPC, "No space left on device")
        return written[-1]

    monkeypatch.setattr(default_storage._wrapped, "save", fill_up)
    with pytest.raises(OSError, match="No space left"):
        actions.finish_pack(pack.pk, made=made)
    assert [name for name in written if default_storage.exists(name)] == []
    pack.refresh_from_db()
    assert (pack.state, pack.content.name) == (Pack.State.MAKING, "")


def test_finish_pack_drops_one_that_was_given_up(db):
    pack = begun()
    made = made_of(pack)
    actions.fail_pack(pack.pk, reason="Given up.", failures=[{"paper": None, "reason": "So."}])
    assert actions.finish_pack(pack.pk, made=made) is None
    assert actions.fail_pack(pack.pk, reason="Again.") is None
    pack.refresh_from_db()
    assert (pack.state, pack.failure) == (Pack.State.FAILED, "Given up.")
    assert pack.failures == [{"paper": None, "reason": "So."}]


@pytest.mark.parametrize("state", ["waiting", "making"])
def test_one_in_the_making_is_a_rule_of_the_database(db, state):
    pack = PackFactory(state=state)
    with pytest.raises(ValidationError):
        PackFactory(meeting=pack.meeting)
    PackFactory(meeting=pack.meeting, supplement=1)


@pytest.mark.parametrize(
    ("supplement", "said"),
    [(1, "Supplement 1 has been published"), (3, "The next supplement to these papers is 2")],
)
def test_supplements_are_made_one_after_the_other(clerk, supplement, said):
    meeting = PaperFactory().item.meeting
    publish(meeting, by=clerk, audience="full")
    PaperFactory(item=meeting.items.get())
    publish(meeting, by=clerk, audience="full", supplement=1)
    with pytest.raises(ValidationError, match=said):
        actions.ask_for_pack(meeting, audience="full", supplement=supplement, by=clerk)
    # The other audience's first supplement is still to be made.
    assert actions.ask_for_pack(meeting, audience="public", supplement=1, by=clerk)


def test_supplement_adds_to_what_was_published(clerk):
    with pytest.raises(ValidationError, match="adds to a pack that was published"):
        actions.ask_for_pack(PaperFactory().item.meeting, audience="full", supplement=1, by=clerk)
