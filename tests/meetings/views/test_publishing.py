"""Publishing a pack, and what its pages say from then on."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from meetings import actions
from meetings.models import Meeting, Pack
from pcp_scrutiny.pdf import uploads
from tests.factories.meetings import AgendaItemFactory, MeetingFactory, PackFactory, PaperFactory
from tests.meetings.making import made_of, make, publish

PRIVATE = "The contractor Quillfeather Logistics offered sixty-one thousand pounds."


def page_of(response):
    return " ".join(response.content.decode().split())


@pytest.fixture
def paper(db):
    """A paper on the agenda of a planned meeting."""
    return PaperFactory(label="Paper A", title="Zanzibar", item__title="Islands")


def url_of(pack, name="publish_pack"):
    return reverse(f"meetings:{name}", args=[pack.pk])


def test_publishing_asks_first_and_says_what_it_means(paper, clerk, client_of):
    PaperFactory(item=paper.item, label="Paper B", title="Costs", text=PRIVATE, restricted_under=3)
    AgendaItemFactory(meeting=paper.item.meeting, title="A complaint", restricted_under=1)
    PaperFactory(item=paper.item, label="Paper C", title="Later", is_to_follow=True)
    pack = make(paper.item.meeting)
    page = page_of(client_of(clerk).get(url_of(pack)))
    assert "The public" in page
    assert "clear days before the meeting on Friday 11 December 2026" in page
    assert "The title of item 2, A complaint. Not for publication: paragraph 1" in page
    assert "Paper B: Costs (page 3). Not for publication: paragraph 3" in page
    assert "Paper C: Later" in page
    assert "It is recorded that the agenda is published today." in page
    assert "It cannot be undone." in page
    assert not Pack.objects.exclude(published_at=None).exists()


def test_both_packs_are_published_with_one_press(paper, clerk, client_of):
    public, full = (make(paper.item.meeting, audience=who) for who in ("public", "full"))
    assert "Publish the full pack at the same time" in page_of(client_of(clerk).get(url_of(public)))
    response = client_of(clerk).post(url_of(public), {"with_twin": "on"}, follow=True)
    assert "The public pack and the full pack are published." in page_of(response)
    full.refresh_from_db()
    assert (full.version, full.published_by) == (1, clerk)
    assert Meeting.objects.get().state == Meeting.State.AGENDA_PUBLISHED


def test_both_packs_of_a_supplement_are_published_with_one_press(paper, clerk, client_of):
    for audience in ("public", "full"):
        publish(paper.item.meeting, audience=audience, by=clerk)
    PaperFactory(item=paper.item)
    public, _ = (make(paper.item.meeting, audience=who, supplement=1) for who in ("public", "full"))
    response = client_of(clerk).post(url_of(public), {"with_twin": "on"}, follow=True)
    assert "Supplement 1 is published, for the public and in full." in page_of(response)


def test_one_pack_is_published_where_the_other_is_not_ticked(paper, clerk, client_of):
    public, _ = (make(paper.item.meeting, audience=who) for who in ("public", "full"))
    response = client_of(clerk).post(url_of(public), {}, follow=True)
    assert "The public pack is published." in page_of(response)
    assert Pack.objects.exclude(published_at=None).get() == public


def test_what_keeps_it_from_being_published_is_said(paper, clerk, client_of):
    pack = make(paper.item.meeting)
    pack.content.storage.delete(pack.content.name)
    page = page_of(client_of(clerk).post(url_of(pack), {}))
    assert "not where it was kept" in page
    paper.title = "Another"
    actions.change_paper(paper, by=clerk)
    assert "Make it again first." in page_of(client_of(clerk).get(url_of(pack)))


def test_whoever_comes_second_is_shown_that_it_is_published(paper, clerk, officer, client_of):
    pack = publish(paper.item.meeting, by=clerk)
    for ask in (client_of(officer).get, client_of(officer).post):
        assert ask(url_of(pack)).url == pack.get_absolute_url()


def test_members_do_not_publish(paper, clerk, member, client_of):
    pack = make(paper.item.meeting)
    assert client_of(member).post(url_of(pack), {}).status_code == 404
    actions.publish_pack(pack, by=clerk)
    assert client_of(member).post(url_of(pack), {}).status_code == 403
    assert url_of(pack) not in page_of(client_of(member).get(pack.get_absolute_url()))


def test_published_pack_says_who_when_and_with_how_much_notice(paper, clerk, member, client_of):
    pack = publish(paper.item.meeting, by=clerk)
    page = page_of(client_of(member).get(pack.get_absolute_url()))
    assert "by Clem Clerk" in page
    assert "Notice given" in page
    assert "sha256sum panel" in page.lower().replace("police-and-crime-panel-", "panel-")
    assert "Page numbers" in page
    assert "Superseded" not in page


def test_published_pack_goes_on_being_handed_out_when_the_record_moves_on(
    paper, clerk, member, client_of
):
    pack = publish(paper.item.meeting, by=clerk)
    PaperFactory(item=paper.item)
    file = client_of(member).get(url_of(pack, "pack_file"))
    assert file.status_code == 200
    assert "public-pack-version-1.pdf" in file["Content-Disposition"]
    assert "see what has changed" in page_of(client_of(clerk).get(pack.get_absolute_url()))


def test_published_pack_is_withdrawn_once_it_holds_what_is_exempt(paper, clerk, member, client_of):
    paper.text = PRIVATE
    actions.change_paper(paper, by=clerk)
    pack = publish(paper.item.meeting, by=clerk, edition=f"<p>{PRIVATE}</p>")
    paper.restricted_under = 3
    actions.change_paper(paper, by=clerk)
    for name in ("pack_file", "read_pack"):
        answer = client_of(member).get(url_of(pack, name))
        assert answer.status_code == 409
        assert "holds what has been made exempt since it was published" in page_of(answer)
        assert "take this one down" in page_of(client_of(clerk).get(url_of(pack, name)))
    for person, is_warned in ((clerk, True), (member, False)):
        page = page_of(client_of(person).get(paper.item.meeting.get_absolute_url()))
        assert ("take this one down" in page) is is_warned
        assert "Not handed out any more:" in page
        assert url_of(pack, "pack_file") not in page


def test_superseded_version_says_what_took_its_place(paper, clerk, member, client_of):
    first = publish(paper.item.meeting, by=clerk)
    AgendaItemFactory(meeting=paper.item.meeting)
    second = publish(paper.item.meeting, by=clerk)
    page = page_of(client_of(member).get(first.get_absolute_url()))
    assert "Superseded" in page
    assert second.get_absolute_url() in page
    assert "Earlier versions" in page_of(
        client_of(member).get(paper.item.meeting.get_absolute_url())
    )


def test_pack_names_its_supplements_and_is_not_out_of_date_for_them(
    paper, clerk, member, client_of
):
    pack = publish(paper.item.meeting, by=clerk)
    PaperFactory(item=paper.item, title="Late")
    assert "Out of date" in page_of(client_of(clerk).get(pack.get_absolute_url()))
    assert "Out of date" not in page_of(client_of(member).get(pack.get_absolute_url()))
    supplement = publish(paper.item.meeting, supplement=1, by=clerk)
    page = page_of(client_of(clerk).get(pack.get_absolute_url()))
    assert f'<a class="govuk-link" href="{supplement.get_absolute_url()}">Supplement 1</a>' in page
    assert "Out of date" not in page


def test_supplement_names_papers_that_are_recorded_for_another_day(paper, clerk, client_of):
    publish(paper.item.meeting, by=clerk)
    late = PaperFactory(item=paper.item, title="Late", published_on=paper.item.meeting.day)
    AgendaItemFactory(meeting=paper.item.meeting, title="A complaint", restricted_under=1)
    pack = make(paper.item.meeting, supplement=1)
    page = page_of(client_of(clerk).get(url_of(pack)))
    assert "recorded as published on another day" in page
    assert "A complaint" not in page
    assert reverse("meetings:edit_paper", args=[late.pk]) in page
    assert "It is recorded that the agenda is published today." not in page


@pytest.mark.parametrize(
    ("lacks", "said"),
    [(["untagged"], "It is not tagged"), (["comments"], "does not say of itself"), ([], "PDF/UA")],
)
def test_pack_names_the_uploads_that_keep_it_from_claiming_to_be_accessible(
    paper, clerk, member, client_of, lacks, said
):
    pack = PackFactory(meeting=paper.item.meeting)
    actions.begin_pack(pack.pk)
    made = made_of(pack, is_accessible=False, untagged=[paper.pk])
    made.manifest[1]["lacks"] = lacks
    pack = actions.finish_pack(pack.pk, made=made)
    page = page_of(client_of(clerk).get(pack.get_absolute_url()))
    assert "The file does not claim PDF/UA-1" in page
    assert "<strong>Paper A: Zanzibar</strong>" in page
    assert said in page
    page = page_of(client_of(member).get(pack.get_absolute_url()))
    assert "Ask the author" not in page


@pytest.mark.parametrize("code", ["cropped", "marks", "comments", "layers"])
def test_what_an_upload_for_the_public_may_hide_is_to_be_looked_at_first(
    paper, clerk, member, client_of, code
):
    pack = PackFactory(meeting=paper.item.meeting, audience="full")
    actions.begin_pack(pack.pk)
    made = made_of(pack)
    made.manifest[1]["lacks"] = [code]
    pack = actions.finish_pack(pack.pk, made=made)
    for url in (pack.get_absolute_url(), url_of(pack)):
        page = page_of(client_of(clerk).get(url))
        assert "Look at this first" in page
        assert uploads.sentence(code).split(".")[0] in page
    actions.publish_pack(pack, by=clerk)
    assert "Look at this" not in page_of(client_of(member).get(pack.get_absolute_url()))
    paper.restricted_under = 3
    actions.change_paper(paper, by=clerk)
    assert "Look at this" not in page_of(client_of(clerk).get(pack.get_absolute_url()))


def test_edition_is_read_as_a_page_with_its_contents(paper, clerk, member, client_of):
    edition = (
        '<section id="paper-1"><h2>Item 1</h2><h3>Paper A: Zanzibar</h3><p>Text.</p></section>'
    )
    pack = publish(paper.item.meeting, edition=edition, by=clerk)
    page = page_of(client_of(member).get(url_of(pack, "read_pack")))
    assert edition in page
    assert '<a class="govuk-link" href="#paper-1">Paper A: Zanzibar</a>' in page


def test_pack_without_an_edition_shows_its_page_instead(paper, clerk, client_of):
    pack = PackFactory(meeting=paper.item.meeting, state="made", sha256="0" * 64, pages=1)
    assert client_of(clerk).get(url_of(pack, "read_pack")).status_code == 409


BY_MAIL = "Members are told by e-mail with the next reminders"


@pytest.mark.parametrize(
    ("audience", "about", "said"),
    [
        ("public", {}, BY_MAIL),
        ("full", {}, "once the agenda is published, not before"),
        ("full", {"state": "agenda published", "published_on": date(2026, 11, 1)}, BY_MAIL),
        ("public", {"starts_at": datetime(2024, 3, 1, 10, tzinfo=UTC)}, "No e-mail tells them"),
    ],
)
def test_page_says_how_members_learn_of_it(clerk, client_of, audience, about, said):
    meeting = MeetingFactory(**({"starts_at": timezone.now() + timedelta(days=60)} | about))
    PaperFactory(item__meeting=meeting)
    page = page_of(client_of(clerk).get(url_of(make(meeting, audience=audience))))
    assert said in page
    assert (BY_MAIL in page) is (said == BY_MAIL)


def test_page_says_that_members_are_written_to_once_of_both_packs(clerk, client_of):
    meeting = MeetingFactory(starts_at=timezone.now() + timedelta(days=60))
    PaperFactory(item__meeting=meeting)
    publish(meeting, by=clerk)
    page = page_of(client_of(clerk).get(url_of(make(meeting, audience="full"))))
    assert "They are written to once: of this one and of the public pack." in page
