"""The frame every page stands in, with and without what the site knows."""

from types import SimpleNamespace

import pytest
from django.template.loader import render_to_string


def test_the_frame_names_the_panel_and_marks_the_section():
    html = render_to_string(
        "base.html",
        {
            "panel": SimpleNamespace(name="Marchshire Panel", host_authority="Westerby Council"),
            "navigation": [
                {"text": "Plans", "href": "/plans/", "current": True},
                {"text": "Meetings", "href": "/meetings/", "current": False},
            ],
            "demo": True,
        },
    )
    assert "Marchshire Panel" in html
    assert "Westerby Council" in html
    assert 'href="/plans/" aria-current="true"' in html
    assert html.count("aria-current") == 1
    assert "Demonstration" in html


@pytest.mark.parametrize("name", ["400", "403", "403_csrf", "404", "500"])
def test_an_error_page_needs_nothing_from_the_site(name):
    html = render_to_string(f"{name}.html")
    assert "Police and Crime Panel</title>" in html
    assert 'href="/"' in html
    assert "Sign out" not in html


def test_no_page_frame_holds_script_or_style_of_its_own():
    html = render_to_string("base.html")
    assert "<style" not in html
    assert "style=" not in html
    assert all("src=" in part.split(">")[0] for part in html.split("<script")[1:])
