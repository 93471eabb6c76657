"""The component tags: their markup, and that nothing typed becomes markup."""

from types import SimpleNamespace

import pytest
from django.core.paginator import Paginator
from django.template import Context, Template
from django.test import RequestFactory


def render(source: str, **context: object) -> str:
    return Template("{% load components %}" + source).render(Context(context))


def test_button_submits_once_with_its_name_and_value():
    html = render('{% button "Lock" name="action" value="lock" %}')
    assert '<button type="submit"' in html
    assert 'name="action" value="lock"' in html
    assert 'data-prevent-double-click="true"' in html


def test_button_with_an_address_is_a_link():
    html = render('{% button "Add" href="/add" variant="secondary" %}')
    assert '<a href="/add" role="button"' in html
    assert "govuk-button--secondary" in html


def test_button_says_hidden_text_after_its_words():
    html = render('{% button "Confirm" hidden_text="recommendation 12" %}')
    assert 'Confirm<span class="govuk-visually-hidden"> recommendation 12</span>' in html


@pytest.mark.parametrize(
    "source",
    [
        '{% button "x" variant="loud" %}',
        '{% tag "x" "beige" %}',
        '{% banner "x" kind="odd" %}{% endbanner %}',
    ],
)
def test_tags_refuse_what_has_no_style(source):
    with pytest.raises(ValueError, match="Use one of"):
        render(source)


@pytest.mark.parametrize(
    "source",
    [
        "{% button x %}",
        "{% button 'b' href=x %}",
        "{% tag x %}",
        "{% visually_hidden x %}",
        "{% details x %}{% enddetails %}",
        "{% banner x %}{% endbanner %}",
        "{% summary_list title=x %}{% endsummary_list %}",
        "{% row x href=x action=x %}{{ x }}{% endrow %}",
        "{% stats %}{% stat x x x %}{% endstats %}",
        "{% breadcrumbs %}{% crumb x x %}{% crumb x %}{% endbreadcrumbs %}",
        "{% inset %}{{ x }}{% endinset %}{% warning %}{{ x }}{% endwarning %}",
    ],
)
def test_tags_escape_what_they_are_given(source):
    html = render(source, x='<script>"')
    assert "<script>" not in html
    assert "&lt;script&gt;" in html


def test_block_tags_keep_the_templates_own_html():
    assert "<p>Said</p>" in render("{% inset %}<p>Said</p>{% endinset %}")


def test_row_names_its_key_in_the_action():
    html = render('{% row "Held on" href="/edit" %}x{% endrow %}')
    assert 'Change<span class="govuk-visually-hidden"> held on</span>' in html


def test_row_without_an_address_has_no_action():
    assert "actions" not in render('{% row "Held on" %}x{% endrow %}')


def test_crumb_without_an_address_is_the_page_itself():
    assert 'aria-current="page">Draft plan' in render('{% crumb "Draft plan" %}')


def test_pagination_keeps_the_query_and_marks_the_page():
    request = RequestFactory().get("/?state=open&page=2")
    html = render("{% pagination page %}", page=Paginator(range(30), 10).page(2), request=request)
    assert 'href="?state=open&amp;page=3" rel="next"' in html
    assert 'href="?state=open&amp;page=1" rel="prev"' in html
    assert 'aria-label="Page 2" aria-current="page"' in html


def test_pagination_of_one_page_is_nothing():
    html = render("{% pagination page %}", page=Paginator(range(3), 10).page(1))
    assert html.strip() == ""


RUNS = [
    SimpleNamespace(kind="same", text="will "),
    SimpleNamespace(kind="deleted", text="consider"),
    SimpleNamespace(kind="inserted", text="<publish>"),
]


def test_word_changes_are_said_to_screen_readers_and_escaped():
    html = render("{% word_changes runs %}", runs=RUNS)
    assert '<del class="app-del"><span class="govuk-visually-hidden"> [deleted: </span>' in html
    assert '<ins class="app-ins"><span class="govuk-visually-hidden"> [inserted: </span>' in html
    assert "&lt;publish&gt;" in html


def test_word_changes_show_one_side():
    before = render('{% word_changes runs side="before" %}', runs=RUNS)
    after = render('{% word_changes runs side="after" %}', runs=RUNS)
    assert "consider" in before
    assert "publish" not in before
    assert "publish" in after
    assert "consider" not in after
