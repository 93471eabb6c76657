"""Words that were typed at a meeting and never sent, found after its minutes were approved."""

from datetime import UTC, datetime

from playwright.sync_api import expect

from meetings.models import Meeting, MinuteEntry
from tests.factories.accounts import UserFactory
from tests.journeys.person import Person
from tests.journeys.taking import Typist, address, meeting_with


def test_unsent_words_are_read_and_thrown_away_after_approval(
    new_page, axe, transactional_db
) -> None:
    meeting = meeting_with(1)
    page = new_page(user=UserFactory(is_officer=True))
    typist = Typist(page, meeting)
    typist.go_to(meeting.items.first())
    page.context.set_offline(True)
    typist.type("The chair thanked the volunteers.", "They were cheered.")
    typist.says("No connection")
    Meeting.objects.filter(pk=meeting.pk).update(
        state=Meeting.State.APPROVED_MINUTES, approved_at=datetime(2026, 12, 4, tzinfo=UTC)
    )
    page.close(run_before_unload=False)

    context = page.context
    context.set_offline(False)
    later = context.new_page()
    later.goto(address(meeting))
    person = Person(later, axe)
    person.arrive("Words that were not saved")
    words = later.locator("[data-kept-words] li")
    expect(words).to_have_text(["The chair thanked the volunteers.", "They were cheered."])
    person.press("Throw these words away")
    person.sees("This browser keeps no words of this meeting")
    later.reload()
    expect(words).to_have_count(0)
    assert not MinuteEntry.objects.exists()
