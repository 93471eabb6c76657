"""Papers, as clerks add them and members read them."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from meetings.models import Paper
from pcp_scrutiny import history
from tests.factories.files import tagged_pdf, untagged_pdf
from tests.factories.meetings import (
    AgendaItemFactory,
    MeetingFactory,
    PackFactory,
    PaperFactory,
    UploadedPaperFactory,
)


def page_of(response):
    return " ".join(response.content.decode().split())


def pdf(data=None, name="performance.pdf"):
    return SimpleUploadedFile(name, tagged_pdf() if data is None else data)


def test_a_written_paper_is_added_and_read(clerk, member, client_of):
    item = AgendaItemFactory()
    typed = {"kind": "written", "label": "Paper B", "title": "Costs", "text": "# Why\n\n- one"}
    client_of(clerk).post(reverse("meetings:add_paper", args=[item.pk]), typed)
    paper = Paper.objects.get()
    page = page_of(client_of(member).get(paper.get_absolute_url()))
    assert "Paper B: Costs" in page
    assert '<h2 class="govuk-heading-m">Why</h2>' in page


def test_the_kind_of_a_paper_is_asked_first(clerk, client_of):
    item = AgendaItemFactory()
    url, client = reverse("meetings:add_paper", args=[item.pk]), client_of(clerk)
    page = page_of(client.get(url))
    assert "What kind of paper is it?" in page
    assert 'name="title"' not in page
    page = page_of(client.get(url, {"kind": "analysis"}))
    assert "Officers’ analysis of a revised plan" in page
    assert 'name="version"' in page
    assert 'name="text"' not in page


@pytest.mark.parametrize("asked", [{"kind": ""}, {"kind": "no such kind"}])
def test_no_kind_of_paper_is_asked_again(clerk, client_of, asked):
    paper = PaperFactory()
    for url in (
        reverse("meetings:add_paper", args=[paper.item_id]),
        reverse("meetings:edit_paper", args=[paper.pk]),
    ):
        assert "There is a problem" in page_of(client_of(clerk).get(url, asked))


def test_a_paper_can_become_one_of_another_kind(clerk, client_of):
    paper, client = PaperFactory(text=""), client_of(clerk)
    url = reverse("meetings:edit_paper", args=[paper.pk])
    assert "What kind of paper is it?" in page_of(client.get(url, {"choose": ""}))
    page = client.get(url, {"kind": "tracker"})
    seen = page.context["form"].initial["seen"]
    client.post(url, {"kind": "tracker", "title": "", "seen": seen})
    paper.refresh_from_db()
    assert (paper.kind, paper.title) == ("tracker", "Recommendation tracker")


def test_minutes_as_a_paper_are_read_where_they_are(clerk, member, client_of):
    item = AgendaItemFactory()
    earlier = MeetingFactory(starts_at="2026-06-12T10:00Z", state="draft minutes")
    typed = {"kind": "minutes", "label": "Paper A", "minutes_of": earlier.pk}
    client_of(clerk).post(reverse("meetings:add_paper", args=[item.pk]), typed)
    paper = Paper.objects.get()
    assert paper.title == "Minutes of the meeting held on 12 June 2026"
    response = client_of(member).get(paper.get_absolute_url())
    assert response.url == reverse("meetings:minutes", args=[earlier.pk])


def test_a_paper_that_is_only_printed_leads_to_its_item(member, client_of):
    paper = PaperFactory(kind="no such kind")
    response = client_of(member).get(paper.get_absolute_url())
    assert response.url == paper.item.get_absolute_url()


def test_a_restricted_paper_says_so_where_it_is_read(member, client_of):
    paper = PaperFactory(item__restricted_under=7)
    page = page_of(client_of(member).get(paper.get_absolute_url()))
    assert "Not for publication: paragraph 7" in page


def test_a_paper_is_changed_and_removed(clerk, client_of):
    paper, client = PaperFactory(), client_of(clerk)
    url = reverse("meetings:edit_paper", args=[paper.pk])
    seen = client.get(url).context["form"].initial["seen"]
    client.post(url, {"kind": "written", "title": "New title", "text": "x", "seen": seen})
    assert Paper.objects.get().title == "New title"
    client.post(reverse("meetings:delete_paper", args=[paper.pk]))
    assert not Paper.objects.exists()


def test_removing_a_paper_says_that_a_published_pack_has_it(clerk, client_of):
    paper, client = PaperFactory(), client_of(clerk)
    other = PaperFactory(item=paper.item)
    manifest = [{"paper": paper.pk, "first": 1, "pages": 2}]
    pack = PackFactory(
        meeting=paper.item.meeting, state="made", sha256="0" * 64, pages=2, manifest=manifest
    )
    told = "Its history is kept. It is in a published pack; the next version will leave it out."
    url = reverse("meetings:delete_paper", args=[paper.pk])
    assert told not in page_of(client.get(url))
    pack.published_at, pack.published_by, pack.version = timezone.now(), clerk, 1
    history.save(pack, by=clerk, why="Published for a test")
    assert told in page_of(client.get(url))
    other_url = reverse("meetings:delete_paper", args=[other.pk])
    assert told not in page_of(client.get(other_url))


# --- Papers as files ---------------------------------------------------------------------------


def send_in(client, item, **typed):
    typed = {"kind": "uploaded", "label": "Paper A", **typed}
    url = reverse("meetings:add_paper", args=[item.pk])
    return client.post(f"{url}?kind=uploaded", typed, follow=True)


def test_a_file_is_added_and_shown_with_its_facts(clerk, member, client_of):
    item = AgendaItemFactory()
    page = page_of(send_in(client_of(clerk), item, upload=pdf(untagged_pdf())))
    paper = Paper.objects.get()
    assert (paper.kind, paper.title, paper.pages) == ("uploaded", "Performance report", 1)
    assert paper.file == paper.printed
    assert paper.file.content.read() == untagged_pdf()
    assert "performance" not in paper.file.content.name
    assert "Paper A: Performance report has been added." in page
    assert "by Clem Clerk" in page
    assert "It is not tagged" in page
    assert "Response times are down." in page
    read = page_of(client_of(member).get(paper.get_absolute_url()))
    assert "PDF, 1 page" in read
    assert "It is not tagged" not in read


def test_the_meeting_lists_what_a_file_is_in_one_query_however_many(
    clerk, client_of, django_assert_num_queries
):
    first = UploadedPaperFactory(lacks=["untagged"])
    client, url = client_of(clerk), first.item.meeting.get_absolute_url()
    page = page_of(client.get(url))
    assert "PDF, 1 page" in page
    assert "Not accessible" in page
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as one:
        client.get(url)
    for _ in range(2):
        UploadedPaperFactory(item=first.item)
    with django_assert_num_queries(len(one)):
        client.get(url)


def test_a_file_is_handed_back_as_it_came(member, client_of):
    paper = UploadedPaperFactory(name="../Ünter <b>.pdf")
    response = client_of(member).get(reverse("meetings:paper_file", args=[paper.pk]))
    assert b"".join(response.streaming_content) == tagged_pdf()
    assert response["Content-Type"] == "application/octet-stream"
    assert response["Content-Disposition"].startswith("attachment")


def test_a_paper_without_a_file_has_none_to_hand_back(member, client_of):
    paper = PaperFactory()
    url = reverse("meetings:paper_file", args=[paper.pk])
    assert client_of(member).get(url).status_code == 404


def test_who_has_no_part_in_the_work_gets_no_file(administrator, client_of):
    url = reverse("meetings:paper_file", args=[UploadedPaperFactory(restricted_under=3).pk])
    assert client_of(administrator).get(url).status_code == 404
    assert client_of(None).get(url).status_code == 302


def test_a_newer_file_replaces_the_older_which_the_history_keeps(clerk, client_of):
    paper, client = UploadedPaperFactory(lacks=["untagged"]), client_of(clerk)
    older = paper.file
    url = reverse("meetings:edit_paper", args=[paper.pk])
    seen = client.get(url).context["form"].initial["seen"]
    newer = pdf(tagged_pdf("Revised"), "v2.pdf")
    client.post(url, {"kind": "uploaded", "title": paper.title, "seen": seen, "upload": newer})
    paper.refresh_from_db()
    assert (paper.file.name, paper.lacks) == ("v2.pdf", [])
    told = paper.history.latest()
    assert told.history_change_reason == "Paper replaced by a newer file"
    assert told.prev_record.file == older
    assert f"?was={older.pk}" in page_of(client.get(paper.get_absolute_url()))
    file_url = reverse("meetings:paper_file", args=[paper.pk])
    response = client.get(file_url, {"was": older.pk})
    assert b"".join(response.streaming_content) == tagged_pdf()
    assert client.get(file_url, {"was": "1²"}).status_code == 404


def test_a_file_of_another_paper_is_not_handed_out_as_an_earlier_one(member, client_of):
    paper, other = UploadedPaperFactory(), UploadedPaperFactory()
    url = reverse("meetings:paper_file", args=[paper.pk])
    assert client_of(member).get(url, {"was": other.file_id}).status_code == 404


def test_a_form_to_mend_keeps_the_file_for_the_next_try(clerk, client_of):
    other = PaperFactory(label="Paper A")
    client = client_of(clerk)
    response = send_in(client, other.item, upload=pdf(), title="Mine", text="")
    form = response.context["form"]
    assert "Paper A is already on this agenda" in form.errors["label"][0]
    page = page_of(response)
    assert "&#x27;performance.pdf&#x27; is kept for you" in page
    assert 'value="Mine"' in page
    send_in(client, other.item, held=form.data["held"], title="Mine", label="Paper B")
    assert Paper.objects.get(label="Paper B").file.content.read() == tagged_pdf()


def test_a_file_held_for_someone_else_is_asked_for_again(clerk, officer, client_of):
    item = PaperFactory(label="Paper A").item
    held = send_in(client_of(clerk), item, upload=pdf()).context["form"].data["held"]
    response = send_in(client_of(officer), item, held=held, label="Paper B")
    assert "is kept no longer" in page_of(response)


def test_a_paper_to_follow_gets_its_file_later(clerk, client_of):
    item, client = AgendaItemFactory(), client_of(clerk)
    page = page_of(send_in(client, item, title="Finance report", is_to_follow="on"))
    paper = Paper.objects.get()
    assert (paper.file, paper.is_to_follow) == (None, True)
    assert "To follow" in page
    assert "Add its file" in page_of(client.get(paper.get_absolute_url()))
    url = reverse("meetings:edit_paper", args=[paper.pk])
    seen = client.get(url).context["form"].initial["seen"]
    client.post(url, {"kind": "uploaded", "title": "Finance report", "seen": seen, "upload": pdf()})
    paper.refresh_from_db()
    assert (paper.pages, paper.is_to_follow) == (1, False)


def test_a_paper_that_comes_after_the_agenda_needs_no_day(clerk, client_of):
    today = timezone.localdate()
    meeting = MeetingFactory(
        starts_at=timezone.now() + timedelta(days=30), state="agenda published", published_on=today
    )
    item, client = AgendaItemFactory(meeting=meeting), client_of(clerk)
    send_in(client, item, title="Finance report", is_to_follow="on")
    paper = Paper.objects.get()
    url = reverse("meetings:edit_paper", args=[paper.pk])
    form = client.get(url).context["form"]
    assert "Leave it empty for today" in form.fields["published_on"].help_text
    typed = {"kind": "uploaded", "title": "Finance report", "seen": form.initial["seen"]}
    page = page_of(client.post(url, {**typed, "upload": pdf()}, follow=True))
    paper.refresh_from_db()
    assert (paper.is_to_follow, paper.published_on) == (False, today)
    assert "It is recorded as published today. If a supplement publishes it on another" in page


def test_a_file_that_someone_else_replaced_is_not_overwritten(clerk, officer, client_of):
    paper = UploadedPaperFactory()
    url = reverse("meetings:edit_paper", args=[paper.pk])
    seen = client_of(clerk).get(url).context["form"].initial["seen"]
    typed = {"kind": "uploaded", "title": "Theirs", "seen": seen}
    client_of(officer).post(url, {**typed, "upload": pdf(name="theirs.pdf")})
    response = client_of(clerk).post(url, {**typed, "title": "Mine", "upload": pdf(name="m.pdf")})
    page = page_of(response)
    assert "changed this after you opened it" in page
    assert "theirs.pdf" in page
    assert "&#x27;m.pdf&#x27; is kept for you" in page
    paper.refresh_from_db()
    assert paper.file.name == "theirs.pdf"


def test_a_file_becomes_a_paper_of_another_kind(clerk, client_of):
    paper, client = UploadedPaperFactory(), client_of(clerk)
    url = reverse("meetings:edit_paper", args=[paper.pk]) + "?kind=written"
    seen = client.get(url).context["form"].initial["seen"]
    client.post(url, {"kind": "written", "title": "Words", "text": "x", "seen": seen})
    paper.refresh_from_db()
    assert (paper.kind, paper.file, paper.printed, paper.pages, paper.lacks) == (
        "written",
        None,
        None,
        None,
        [],
    )


def test_background_papers_are_listed(clerk, member, client_of):
    item = AgendaItemFactory()
    typed = {"kind": "written", "title": "Costs", "text": "x", "background": "• Ledger\n\n- Note "}
    client_of(clerk).post(reverse("meetings:add_paper", args=[item.pk]), typed)
    paper = Paper.objects.get()
    assert paper.background == "Ledger\nNote"
    page = page_of(client_of(member).get(paper.get_absolute_url()))
    assert '<h2 class="govuk-heading-m">Background papers</h2>' in page


def test_a_paper_from_the_record_has_a_page_for_its_background_papers(member, client_of):
    paper = PaperFactory(kind="tracker", text="", background="Register")
    page = page_of(client_of(member).get(paper.get_absolute_url()))
    assert "Read it where it is kept" in page
    assert "Register" in page
