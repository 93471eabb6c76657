import pytest

from pcp_scrutiny.pdf import static_files


def test_read_finds_the_built_style_sheet():
    content, media_type = static_files.read(f"{static_files.BASE}documents.css")
    assert media_type == "text/css"
    assert b"Atkinson Hyperlegible Next" in content


def test_read_says_what_is_not_built():
    with pytest.raises(static_files.NotBuilt):
        static_files.read(f"{static_files.BASE}no-such.css")


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/passwd",
        "http://built.invalid/documents.css",
        "https://example.org/documents.css",
        "https://built.invalid:443/documents.css",
        "https://user@built.invalid/documents.css",
        "https://built.invalid/../manage.py",
        "https://built.invalid/%2e%2e/%2e%2e/manage.css",
        "https://built.invalid/scripts/start.js",
        "data:text/css,a{}",
        "documents.css",
        "",
    ],
)
def test_read_refuses_everything_else(url):
    with pytest.raises(static_files.Refused):
        static_files.read(url)
