"""Publishing a pack: what it needs, what it writes down, and that nothing changes afterwards."""

from datetime import UTC, date, datetime

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from meetings import actions, packs
from meetings.models import Meeting, Pack
from meetings.packs import leaks
from tests.factories.files import tagged_pdf
from tests.factories.meetings import (
    AgendaItemFactory,
    MeetingFactory,
    PackFactory,
    PaperFactory,
    UploadedPaperFactory,
)
from tests.meetings.making import made_of, make, publish

NOON = datetime(2026, 12, 1, 12, tzinfo=UTC)  # the meeting is on Friday 11 December


@pytest.fixture
def meeting(db):
    """A planned meeting with a paper."""
    return PaperFactory(title="Zanzibar").item.meeting


def test_publish_pack_writes_down_who_when_and_the_notice_it_gave(meeting, clerk):
    pack = publish(meeting, audience="full", by=clerk, now=NOON)
    pack.refresh_from_db()
    assert (pack.published_by, pack.published_at, pack.version) == (clerk, NOON, 1)
    assert pack.clear_days == 7
    assert pack.history.latest().history_change_reason == "Published: Full pack"
    meeting.refresh_from_db()
    assert meeting.state == Meeting.State.PLANNED


def test_publishing_the_public_pack_publishes_the_agenda(meeting, clerk):
    pack = publish(meeting, by=clerk, now=NOON)
    meeting.refresh_from_db()
    assert meeting.state == Meeting.State.AGENDA_PUBLISHED
    assert meeting.published_on == date(2026, 12, 1)
    assert not packs.is_out_of_date(pack)  # that it is published does not change what it prints


def test_pack_of_a_past_meeting_does_not_publish_its_agenda_today(meeting, clerk):
    pack = make(meeting)
    later = datetime(2026, 12, 14, 12, tzinfo=UTC)
    with pytest.raises(ValidationError, match="was held on 11 December 2026"):
        actions.publish_pack(pack, by=clerk, now=later)
    actions.publish_agenda(meeting, on=date(2026, 12, 1), by=clerk)
    assert actions.publish_pack(pack, by=clerk, now=later).version == 1
    meeting.refresh_from_db()
    assert meeting.published_on == date(2026, 12, 1)


def test_publishing_a_next_version_leaves_the_day_of_the_agenda(meeting, clerk):
    publish(meeting, by=clerk, now=NOON)
    AgendaItemFactory(meeting=meeting)
    pack = publish(meeting, by=clerk, now=datetime(2026, 12, 3, 12, tzinfo=UTC))
    meeting.refresh_from_db()
    assert (pack.version, pack.clear_days) == (2, 5)
    assert meeting.published_on == date(2026, 12, 1)


def test_public_and_full_pack_of_one_record_share_their_version(meeting, clerk):
    versions = [publish(meeting, audience=who, by=clerk).version for who in ("public", "full")]
    PaperFactory(item=meeting.items.get())
    versions += [publish(meeting, audience=who, by=clerk).version for who in ("full", "public")]
    assert versions == [1, 1, 2, 2]


def test_packs_of_different_records_have_different_versions(meeting, clerk):
    public = publish(meeting, by=clerk)
    PaperFactory(item=meeting.items.get())
    full = publish(meeting, audience="full", by=clerk)
    assert (public.version, full.version) == (1, 2)


def test_what_says_the_same_is_not_published_twice(meeting, clerk):
    publish(meeting, by=clerk)
    with pytest.raises(ValidationError, match="Nothing has changed since version 1"):
        publish(meeting, by=clerk)


def test_packs_are_published_together_or_not_at_all(meeting, clerk):
    public, full = (make(meeting, audience=who) for who in ("public", "full"))
    versions = [pack.version for pack in actions.publish_packs([public, full], by=clerk)]
    assert versions == [1, 1]
    PaperFactory(item=meeting.items.get())
    changed = [make(meeting, audience=who) for who in ("public", "full")]
    with pytest.raises(ValidationError, match="published already"):
        actions.publish_packs([*changed, full], by=clerk)
    assert Pack.objects.exclude(published_at=None).count() == 2


def test_files_are_read_before_anything_is_locked(meeting, clerk):
    public, full = (make(meeting, audience=who) for who in ("public", "full"))
    full.edition.storage.delete(full.edition.name)
    with (
        CaptureQueriesContext(connection) as asked,
        pytest.raises(ValidationError, match="not where it was kept"),
    ):
        actions.publish_packs([public, full], by=clerk)
    assert not [query for query in asked.captured_queries if "SAVEPOINT" in query["sql"]]


def test_exempt_file_that_is_gone_is_named(meeting, clerk):
    lost = UploadedPaperFactory(
        item=meeting.items.get(), label="Paper B", data=tagged_pdf("Lost"), restricted_under=3
    )
    pack = make(meeting)
    lost.file.content.storage.delete(lost.file.content.name)
    with pytest.raises(ValidationError, match="The file of Paper B under item 1 is not where"):
        actions.publish_pack(pack, by=clerk)
    with pytest.raises(packs.CannotMake, match="The file of Paper B under item 1 is not where"):
        leaks.secrets_of(meeting)


@pytest.mark.parametrize("state", ["waiting", "making", "cancelled"])
def test_only_what_is_made_is_published(clerk, state):
    with pytest.raises(ValidationError, match="has been made"):
        actions.publish_pack(PackFactory(state=state), by=clerk)


def test_pack_is_published_once(meeting, clerk):
    pack = publish(meeting, by=clerk)
    with pytest.raises(ValidationError, match="published already"):
        actions.publish_pack(pack, by=clerk)


def test_pack_that_the_record_has_left_behind_is_not_published(meeting, clerk):
    pack = make(meeting)
    PaperFactory(item=meeting.items.get())
    with pytest.raises(ValidationError, match="changed since this pack was made"):
        actions.publish_pack(pack, by=clerk)
    meeting.refresh_from_db()
    assert meeting.state == Meeting.State.PLANNED


def test_file_that_is_not_what_was_made_is_not_published(meeting, clerk):
    pack = make(meeting, audience="full")
    name = pack.content.name
    pack.content.storage.delete(name)
    with pytest.raises(ValidationError, match="not where it was kept"):
        actions.publish_pack(pack, by=clerk)
    pack.content.storage.save(name, ContentFile(b"%PDF other"))
    with pytest.raises(ValidationError, match="its checksum is another"):
        actions.publish_pack(pack, by=clerk)


def test_edition_that_holds_what_is_exempt_is_not_published(meeting, clerk):
    text = "The contractor Quillfeather Logistics offered sixty-one thousand pounds."
    PaperFactory(
        item=meeting.items.get(), title="Quillfeather tender", text=text, restricted_under=3
    )
    pack = PackFactory(meeting=meeting)
    actions.begin_pack(pack.pk)
    pack = actions.finish_pack(pack.pk, made=made_of(pack, edition=f"<p>{text}</p>"))
    with pytest.raises(ValidationError, match="may not see all that is in it"):
        actions.publish_pack(pack, by=clerk)
    pack.refresh_from_db()
    assert not pack.is_published


def test_supplement_follows_what_was_published_for_its_audience(meeting, clerk):
    publish(meeting, by=clerk)
    PaperFactory(item=meeting.items.get())
    pack = make(meeting, audience="full", supplement=1)
    with pytest.raises(ValidationError, match="Publish the full pack first"):
        actions.publish_pack(pack, by=clerk)
    supplement = publish(meeting, supplement=1, by=clerk)
    assert (supplement.version, supplement.supplement) == (1, 1)
    assert supplement.called == "Supplement 1, public pack"


def test_supplement_has_one_version(meeting, clerk):
    for audience in ("public", "full"):
        publish(meeting, audience=audience, by=clerk)
    late = PaperFactory(item=meeting.items.get(), title="Late")
    publish(meeting, supplement=1, by=clerk)
    late.title = "Later"
    actions.change_paper(late, by=clerk)
    with pytest.raises(ValidationError, match="make the next version of the pack, for both"):
        publish(meeting, audience="full", supplement=1, by=clerk)
    late.title = "Late"
    actions.change_paper(late, by=clerk)
    assert publish(meeting, audience="full", supplement=1, by=clerk).version == 1


def test_supplement_leaves_the_days_of_its_papers_as_they_were_recorded(meeting, clerk):
    publish(meeting, by=clerk, now=NOON)
    late = PaperFactory(item=meeting.items.get(), published_on=date(2026, 12, 2), late_reason="So.")
    publish(meeting, supplement=1, by=clerk, now=datetime(2026, 12, 3, 12, tzinfo=UTC))
    late.refresh_from_db()
    assert late.published_on == date(2026, 12, 2)


def test_published_pack_never_changes(meeting, clerk):
    pack = publish(meeting, by=clerk)
    for change in ({"sha256": "1" * 64}, {"state": "failed"}, {"published_at": None}):
        with (
            pytest.raises(IntegrityError, match="A published pack never changes"),
            transaction.atomic(),
        ):
            Pack.objects.filter(pk=pack.pk).update(**change)
    make(meeting)  # others can be made beside it
    if connection.vendor == "postgresql":
        with pytest.raises(IntegrityError, match="never changes"), transaction.atomic():
            Pack.objects.filter(pk=pack.pk).delete()


def test_publishing_nothing_on_the_agenda_is_refused(clerk):
    with pytest.raises(ValidationError, match="nothing on the agenda"):
        publish(MeetingFactory(), by=clerk)
    assert not Pack.objects.exclude(published_at=None).exists()
