"""What people type comes out as safe HTML, and as what they meant."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tinyhtml5 import parse

from pcp_scrutiny import prose

ALLOWED = {
    *("p", "br", "strong", "em", "a", "ul", "ol", "li", "blockquote", "span"),
    *("table", "thead", "tbody", "tr", "th", "td", "h3", "h4", "h5", "h6"),
}
TYPED = st.text(
    alphabet=st.sampled_from([*"ab <>&\"'*_#-+.1)(|![]`~\\:/\n\t=", "\N{NO-BREAK SPACE}"]),
    max_size=120,
)


def elements(html):
    root = parse(html, namespace_html_elements=False)
    return [element for element in root.iter() if element.tag not in ("html", "head", "body")]


def test_paragraphs_keep_their_lines():
    assert prose.render("one\ntwo\n\nthree") == (
        '<p class="govuk-body">one<br>\ntwo</p>\n<p class="govuk-body">three</p>\n'
    )


def test_html_is_shown_and_not_obeyed():
    html = prose.render('<script>alert(1)</script> <img src=x onerror="y"> a < b & c')
    assert {element.tag for element in elements(html)} == {"p"}
    assert "&lt;script&gt;" in html


@pytest.mark.parametrize(
    "url", ["https://example.org/a", "http://example.org", "mailto:clerk@example.org"]
)
def test_links_lead_to_the_web_and_to_mail(url):
    assert f'<a href="{url}" class="govuk-link">there</a>' in prose.render(f"[there]({url})")


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "ftp://example.org",
        "//example.org",
        "/meetings/",
        "https:",
        "vbscript:x",
    ],
)
def test_links_to_anything_else_are_text(url):
    assert "<a" not in prose.render(f"[there]({url}) <{url}>")


def test_an_address_that_cannot_be_read_is_not_safe():
    assert not prose.leads_somewhere_safe("http://[")


def test_images_are_never_fetched():
    assert "<img" not in prose.render("![map](https://example.org/map.png)")


@pytest.mark.parametrize(
    ("typed", "tags"),
    [
        ("# One\n\n## Two\n\n# Three", ["h3", "h4", "h3"]),
        ("# One\n\n#### Deep\n\n### Less deep", ["h3", "h4", "h4"]),
        ("### Only", ["h3"]),
        ("## Two\n\n# One", ["h3", "h3"]),
        ("# 1\n\n## 2\n\n### 3\n\n#### 4\n\n##### 5", ["h3", "h4", "h5", "h6", "h6"]),
    ],
)
def test_headings_begin_at_the_level_asked_for_and_skip_none(typed, tags):
    assert [e.tag for e in elements(prose.render(typed)) if e.tag[0] == "h"] == tags


def test_tables_have_scopes_and_no_styles():
    html = prose.render("| a | b |\n|---|--:|\n| 1 | 2 |")
    assert '<th class="govuk-table__header" scope="col">a</th>' in html
    assert '<td class="govuk-table__cell govuk-table__cell--numeric">2</td>' in html
    assert "style" not in html


def test_indents_and_rules_mean_nothing():
    assert elements(prose.render("    typed with four spaces"))[0].tag == "p"
    assert [e.tag for e in elements(prose.render("text\n---"))] == ["p", "br"]


@pytest.mark.parametrize(
    ("typed", "html"),
    [
        ("That it be noted.", "<strong>RESOLVED:</strong> That it be noted.</p>"),
        ("1. That\n2. And", "<strong>RESOLVED:</strong></p>\n<ol"),
        ("- That", "<strong>RESOLVED:</strong></p>\n<ul"),
        ("", "<strong>RESOLVED:</strong></p>"),
    ],
)
def test_lead_stands_before_the_first_words(typed, html):
    assert html in prose.render(typed, lead="RESOLVED:")


def test_number_stands_in_the_first_paragraph():
    assert prose.render("Noted.", number="6.2") == (
        '<p class="govuk-body"><span class="app-number">6.2</span> Noted.</p>\n'
    )
    assert prose.render("- a", number="<6>").startswith(
        '<p class="govuk-body"><span class="app-number">&lt;6&gt;</span> </p>'
    )


def test_plain_leaves_the_marks_out():
    assert prose.plain("# Title\n\n**bold** [link](https://example.org)\nline") == (
        "Title bold link line"
    )


@given(typed=TYPED)
def test_nothing_typed_makes_any_other_element_or_attribute(typed):
    for element in elements(prose.render(typed)):
        assert element.tag in ALLOWED
        assert set(element.attrib) <= {"class", "href", "scope", "start"}


@given(typed=TYPED)
def test_plain_is_one_line(typed):
    assert "\n" not in prose.plain(typed)
