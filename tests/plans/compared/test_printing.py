"""A comparison on paper: the changes, or the whole plan, tagged and read out in order."""

import io

import pikepdf
import pypdfium2
import pytest
from django.urls import reverse

from plans import actions
from plans.compared import printing
from tests.factories.plans import PlanFactory
from tests.plans.actions.samples import DRAFT, add

CHANGED = DRAFT.replace("hours that officers spend", "hours that officers now spend") + (
    "\n4. A survey of residents will be held twice in each year.\n"
)


@pytest.fixture
def comparison(officer, db):
    plan = PlanFactory()
    draft = add(plan, DRAFT, by=officer)
    issued = add(plan, CHANGED, by=officer, kind="issued", dated=draft.dated, revises=draft)
    return issued.comparison


def words_of(content):
    with pypdfium2.PdfDocument(content) as document:
        pages = [page.get_textpage().get_text_range() for page in document]
    return " ".join(" ".join(pages).split())


def test_the_changes_alone_are_printed(comparison):
    words = words_of(printing.as_pdf(comparison, whole=False))
    assert "Paragraph 2: reworded" in words
    assert "A survey of residents will be held" in words
    assert "Shop theft" not in words


def test_the_whole_plan_is_printed_in_its_order(comparison):
    words = words_of(printing.as_pdf(comparison, whole=True))
    places = [words.index(part) for part in ("Every ward", "I will publish", "Shop", "A survey")]
    assert places == sorted(places)


def test_what_went_and_came_is_said_in_words_too(comparison):
    words = words_of(printing.as_pdf(comparison, whole=False))
    assert "[inserted:\xa0now" in words.replace("inserted: ", "inserted:\xa0")


def test_the_pdf_is_tagged_with_sections_and_changes_as_bookmarks(comparison):
    with pikepdf.open(io.BytesIO(printing.as_pdf(comparison, whole=False))) as pdf:
        assert pdf.Root.MarkInfo.Marked
        with pdf.open_outline() as outline:
            title = outline.root[0]
            assert title.title.endswith("what changed")
            [section] = title.children
            assert section.title == "Neighbourhoods"
            named = section.children[0].title
            assert named == "Paragraph 2: reworded “I will publish the number of …”"


def test_the_same_comparison_prints_the_same_bytes(comparison):
    assert printing.as_pdf(comparison, whole=True) == printing.as_pdf(comparison, whole=True)


def test_two_versions_with_the_same_words_say_that_nothing_changed(officer, db):
    plan = PlanFactory()
    draft = add(plan, DRAFT, by=officer)
    same = add(plan, f"{DRAFT}\n", by=officer, kind="issued", dated=draft.dated, revises=draft)
    html = printing.fragment(same.comparison, whole=False)
    assert "Nothing changed" in html


def test_what_is_typed_is_printed_as_typed(comparison, officer):
    paragraph = comparison.later.paragraphs.get(label="4")
    paragraph.text = "<script>alert(1)</script> & more"
    actions.correct_paragraph(paragraph, by=officer)
    assert "&lt;script&gt;" in printing.fragment(comparison, whole=False)


@pytest.mark.parametrize(("query", "name"), [("", "changes"), ("?whole", "whole-comparison")])
def test_the_page_gives_the_pdf_to_be_saved(query, name, comparison, client_of, member):
    url = reverse("plans:compare_pdf", args=[comparison.later_id])
    response = client_of(member).get(url + query)
    assert response.content.startswith(b"%PDF-")
    assert response.headers["Content-Disposition"].endswith(f'-{name}.pdf"')
