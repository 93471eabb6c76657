"""A pack from the record to the finished file."""

import io

import pikepdf
import pytest
from outloud import check

from meetings import packs, papers
from pcp_scrutiny.pdf import reading
from tests.factories.files import tagged_pdf, untagged_pdf
from tests.factories.meetings import (
    AgendaItemFactory,
    MeetingFactory,
    PaperFactory,
    UploadedPaperFactory,
)
from tests.meetings.packs.looking import everything_in, labels_of, pages_of, text_of


def make(meeting, audience="full", **options):
    return packs.make(meeting, audience=audience, **options)


def labelled(made):
    """The text of each page, as one line, by its number."""
    pages = (" ".join(page.split()) for page in pages_of(made.content))
    return dict(zip(labels_of(made.content), pages, strict=True))


def test_the_public_pack_holds_nothing_restricted_anywhere(both, secret):
    assert secret.lower() not in everything_in(both.public.content).lower()
    assert secret.lower() not in both.public.edition.lower()
    assert secret.lower() not in repr(both.public.manifest).lower()


def test_both_packs_have_the_same_numbers(both):
    full, public = labelled(both.full), labelled(both.public)
    assert list(full) == [str(page) for page in range(1, both.full.pages + 1)]
    assert all(f"Page {number}" in page for number, page in public.items())
    (known,) = [number for number, page in public.items() if "Known costs." in page]
    assert "Known costs." in full[known]


def test_a_sheet_stands_in_the_place_of_what_is_withheld(both, secret):
    full, public = labelled(both.full), labelled(both.public)
    title = f"Paper {secret}: {secret}"
    (page,) = [number for number, text in full.items() if title in text and int(number) > 2]
    assert f"Page {page}: not for publication" in public[page]
    assert "paragraph 3 of Part 1 of Schedule 12A" in public[page]
    assert f"page {page} of the full pack" in public["2"]
    *_, last = public.values()
    assert "Item 3 " in last
    assert "paragraph 7" in last


def test_the_full_pack_marks_every_page_that_is_restricted(both, secret):
    exempt = [page for page in list(labelled(both.full).values())[2:] if secret in page]
    assert len(exempt) >= 3
    assert all("NOT FOR PUBLICATION (Schedule 12A" in page for page in exempt)


def test_the_agenda_has_the_page_of_each_paper(both):
    pages = labelled(both.full)
    (page,) = [number for number, text in pages.items() if "Item 2: Mixed" in text]
    assert f"Paper B: Open report, page {page}" in pages["2"]


def test_links_of_the_agenda_lead_to_the_papers(both):
    with pikepdf.open(io.BytesIO(both.public.content)) as opened:
        links = [
            link
            for page in opened.pages
            for link in page.get("/Annots", [])
            if link.get("/Subtype") == "/Link"
        ]
        assert "Paper B: Open report" in [str(link.get("/Contents", "")) for link in links]
        assert not any("pack.invalid" in repr(link) for link in links)


def test_bookmarks_go_item_by_item_to_the_headings_inside(both):
    found = [(one.depth, one.title) for one in reading.bookmarks(both.public.content)]
    start = found.index((1, "2. Mixed"))
    assert found[start : start + 3] == [
        (1, "2. Mixed"),
        (2, "Paper B: Open report"),
        (3, "Costs"),
    ]
    assert (1, "3. Not for publication") in found


@pytest.mark.parametrize("audience", ["public", "full"])
def test_a_checker_finds_nothing_wrong_with_a_pack_from_the_record(both, tmp_path, audience):
    made = getattr(both, audience)
    assert made.is_accessible
    (tmp_path / "pack.pdf").write_bytes(made.content)
    result = check(str(tmp_path / "pack.pdf"))
    assert [one for one in result.findings if one.severity in ("error", "warning")] == []


def test_the_manifest_says_where_everything_is_and_names_nothing(both):
    front, *papers = both.public.manifest
    assert (front["part"], front["first"], front["paper"]) == ("front", 1, None)
    assert [entry["paper"] for entry in papers] == both.papers
    assert [entry["withheld_under"] for entry in papers] == [None, None, 3, 7]
    nexts = [entry["first"] + entry["pages"] for entry in both.public.manifest]
    assert [entry["first"] for entry in papers] == nexts[:-1]
    digests = [entry["digest"] for entry in both.public.manifest]
    assert digests == [entry["digest"] for entry in both.full.manifest]


def test_the_structure_is_that_of_the_source(db):
    item = AgendaItemFactory(title="Costs", purpose="To note:\n\n- one\n- two")
    table = "| Quarter | Cost |\n|---|---|\n| First | 10 |"
    text = f"# Spending\n\n{table}\n\n## Later\n\n1. this\n2. that"
    PaperFactory(item=item, label="Paper A", title="Report", text=text)
    content = make(item.meeting, "public").content
    assert reading.faults(content) == []
    found = reading.pieces(content)
    headings = [(one.level, one.text) for one in found if isinstance(one, reading.Heading)]
    assert headings == [
        (1, item.meeting.title),
        (2, "Agenda"),
        (2, "Item 1: Costs"),
        (3, "Paper A: Report"),
        (4, "Spending"),
        (5, "Later"),
    ]
    tables = [one.rows for one in found if isinstance(one, reading.Table)]
    assert tables[-1] == (("Quarter", "Cost"), ("First", "10"))
    lists = [one.items for one in found if isinstance(one, reading.List)]
    assert ("one", "two") in lists
    assert lists[-1] == ("this", "that")


@pytest.mark.parametrize("audience", ["public", "full"])
def test_the_same_record_gives_the_same_bytes(meeting, audience, settings, tmp_path):
    first = make(meeting, audience)
    settings.MEDIA_ROOT = str(tmp_path / "elsewhere")  # nothing is kept there
    again = make(meeting, audience)
    assert again.content == first.content
    assert again == first


def test_an_upload_is_a_part_like_any_other(db):
    paper = UploadedPaperFactory(item__title="Performance", label="Paper A", title="Figures")
    made = make(paper.item.meeting)
    text = text_of(made.content)
    assert "Item 1: Performance" in text
    assert "Paper A: Figures" in text
    assert "Response times are down." in text
    assert made.manifest[1]["paper"] == paper.pk
    assert made.manifest[1]["pages"] == paper.pages


def test_an_upload_without_tags_is_named_and_nothing_is_claimed(db):
    paper = UploadedPaperFactory(data=untagged_pdf())
    PaperFactory(item=paper.item)
    made = make(paper.item.meeting)
    assert (made.is_accessible, made.untagged) == (False, [paper.pk])


def test_a_damaged_upload_fails_with_its_name_and_the_others_are_tried(db):
    good = UploadedPaperFactory(label="Paper A")
    bad = UploadedPaperFactory(item=good.item, label="Paper B", title="Odd")
    bad.printed.content.storage.delete(bad.printed.content.name)
    worse = UploadedPaperFactory(item=good.item, label="Paper C", title="Worse")
    name = worse.printed.content.name
    worse.printed.content.storage.delete(name)
    with worse.printed.content.storage.open(name, "wb") as file:
        file.write(b"%PDF-1.7 no more than this")
    with pytest.raises(packs.Failed) as failed:
        make(good.item.meeting)
    assert [failure["paper"] for failure in failed.value.failures] == [bad.pk, worse.pk]
    reasons = [failure["reason"] for failure in failed.value.failures]
    assert reasons[0].startswith("Paper B: Odd could not be printed. The file that was sent in")
    assert reasons[1].startswith("Paper C: Worse could not be printed. ")
    assert make(good.item.meeting, without=[bad.pk, worse.pk]).pages == 3


def test_progress_says_what_is_being_done_and_how_far_it_is(meeting):
    told = []
    made = make(meeting, "public", progress=lambda *said: told.append(said))
    assert told[0] == ("Reading the record", 0, None)
    assert ("Printing the papers: 2 of 2", 2, 2) in told
    assert told[-1] == ("Looking for what is not for publication", made.pages, made.pages)


def test_cancelling_stops_it(meeting):
    def cancel(doing, done, expected):
        if doing.startswith("Printing"):
            raise packs.Cancelled

    with pytest.raises(packs.Cancelled):
        make(meeting, progress=cancel)


def test_a_pack_that_would_leak_is_not_handed_out(db, monkeypatch):
    """A kind of paper that an app offers does not keep to what is public."""
    monkeypatch.setattr(papers, "_registered", dict(papers._registered))
    closed = PaperFactory(
        title="Closed",
        text="The complainant is Geraldine Fotheringay of Larchwood Terrace, who lodged it in May.",
        restricted_under=1,
    )

    def build(paper, *, is_public):
        return closed.text

    papers.register("indiscreet", "Too much", build)
    PaperFactory(item=closed.item, title="Open", kind="indiscreet", text="")
    with pytest.raises(packs.Leaked, match="under item 1"):
        make(closed.item.meeting, "public")
    assert make(closed.item.meeting).pages == 4


def test_an_empty_agenda_makes_a_pack(db):
    assert make(MeetingFactory(), "public").pages == 2


def test_only_the_first_slot_of_an_item_carries_its_heading(db):
    """In the public pack a sheet may come before the first paper that is printed."""
    item = AgendaItemFactory(title="Mixed")
    PaperFactory(item=item, label="Paper A", restricted_under=3)
    PaperFactory(item=item, label="Paper B", title="Open")
    made = make(item.meeting, "public")
    assert text_of(made.content).count("Item 1: Mixed") == 1
    assert made.edition.count("Item 1: Mixed") == 1
    assert [one.title for one in reading.bookmarks(made.content)].count("1. Mixed") == 1


def test_it_says_that_it_lives_while_papers_are_put_together(db):
    """A page of an upload, and each step, is a sign of life, and a place to be cancelled at."""
    paper = UploadedPaperFactory(data=tagged_pdf("Figures", "Read by page.", pages=3))
    told = []
    make(paper.item.meeting, progress=lambda doing, *_: told.append(doing))
    assert told.count("Putting the pack together") >= 3 + 3
