"""The HTML edition: the same as the pack, for phones and screen readers."""

import itertools
import re

import pytest
from lxml import html

from meetings import packs
from meetings.packs import edition
from tests.factories.files import tagged_pdf
from tests.factories.meetings import AgendaItemFactory, PaperFactory, UploadedPaperFactory


def parsed(fragment):
    return html.fragment_fromstring(fragment, create_parent="div")


def words(element):
    return " ".join(element.text_content().split())


@pytest.fixture
def public(both):
    return parsed(both.public.edition)


def test_it_has_a_section_for_each_paper_under_the_name_of_its_part(public, both):
    sections = public.xpath("./section[@id][h3]")
    open_ones, withheld = both.papers[:2], both.public.manifest[3:]
    assert [section.get("id") for section in sections] == [
        f"paper-{open_ones[0]}",
        f"paper-{open_ones[0]}-rest",
        f"paper-{open_ones[1]}",
        *(f"withheld-{entry['first']}" for entry in withheld),
    ]
    assert [words(section.find("./h3")) for section in sections][2] == "Paper B: Open report"
    assert [words(heading) for heading in public.xpath("./section[@id]/h2")] == [
        "Item 1: Minutes",
        "Item 2: Mixed",
        "Item 3",
    ]


def test_it_says_what_the_public_edition_of_a_paper_is_shorter_by(public, both):
    rest = public.get_element_by_id(f"paper-{both.papers[0]}-rest")
    assert words(rest.find("./h3")) == "Page 4: not for publication"
    assert "paragraph 1 of" in words(rest)
    assert "Page 4 of the full pack is not used in the public pack" in words(rest)


def test_a_link_typed_to_a_part_is_no_link(db):
    text = "See [the rest](https://pack.invalid/withheld-3) of it."
    paper = PaperFactory(item=AgendaItemFactory(), text=text)
    made = packs.make(paper.item.meeting, audience="public")
    assert "pack.invalid" not in made.edition
    assert "See the rest of it." in made.edition


def test_headings_skip_no_level(public):
    levels = [int(one.tag[1]) for one in public.xpath(".//h1|.//h2|.//h3|.//h4|.//h5|.//h6")]
    assert levels[0] == 2
    assert all(b - a <= 1 for a, b in itertools.pairwise(levels))


def test_links_lead_to_sections_and_ids_differ(public):
    ids = public.xpath(".//@id")
    assert len(set(ids)) == len(ids)
    inside = [target[1:] for target in public.xpath(".//a/@href") if target.startswith("#")]
    assert inside
    assert set(inside) <= set(ids)


def test_it_names_the_pages_of_the_pdf(public, both):
    first = both.public.manifest[2]["first"]
    section = public.get_element_by_id(f"paper-{both.papers[1]}")
    assert f"Page {first} of the PDF" in words(section)


def test_it_says_what_is_withheld_and_why(public):
    said = [words(one) for one in public.xpath("./section[starts-with(@id, 'withheld')]")]
    assert all("not for publication" in one for one in said)
    assert "paragraph 3" in said[0]
    assert "paragraph 7" in said[1]


def test_the_full_edition_marks_what_is_not_for_publication(both, secret):
    full = parsed(both.full.edition)
    assert secret in words(full)
    marked = full.get_element_by_id(f"paper-{both.papers[2]}")
    assert "Not for publication: paragraph 3" in words(marked)


def test_an_upload_is_there_as_its_text_with_where_the_original_is(db):
    paper = UploadedPaperFactory(title="Figures", data=tagged_pdf("Report", "Fewer burglaries."))
    made = packs.make(paper.item.meeting, audience="public")
    section = parsed(made.edition).get_element_by_id(f"paper-{paper.pk}")
    assert "which is the original" in words(section)
    assert "Fewer burglaries." in words(section)


def test_wide_tables_scroll_by_themselves_and_the_keyboard_reaches_them(db):
    table = "| Quarter | Cost |\n|---|---|\n| First | 10 |"
    paper = PaperFactory(item=AgendaItemFactory(), title="Costs", text=f"{table}\n\nand\n\n{table}")
    made = packs.make(paper.item.meeting, audience="public")
    section = parsed(made.edition).get_element_by_id(f"paper-{paper.pk}")
    regions = section.xpath(".//div[@role='region'][@tabindex='0']")
    assert [one.get("aria-label") for one in regions] == ["Table 1 in Costs", "Table 2 in Costs"]
    assert all(one.find("table") is not None for one in regions)


@pytest.mark.parametrize("name", ["doc-agenda", "doc-points", "doc-facts"])
def test_tables_that_fit_are_left_as_they_are(name):
    table = f'<table class="{name}"><tbody><tr><td>1</td></tr></tbody></table>'
    assert edition.with_room(table, "Costs") == table


def test_a_title_is_no_markup():
    found = edition.with_room("<table><tr><td>1</td></tr></table>", 'A "title" <b>')
    assert 'aria-label="Table 1 in A &quot;title&quot; &lt;b&gt;"' in found


def test_it_has_no_styles_and_no_scripts_of_its_own(both):
    assert not re.search(r"<script|<style|\sstyle=|\son\w+=", both.full.edition)
