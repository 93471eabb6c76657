"""PDFs as people send them, made from HTML, and PDFs that cannot be read."""

import io
from contextlib import suppress

import pikepdf
import pytest

from pcp_scrutiny.documents import Block, Unreadable, limits, read
from tests.pcp_scrutiny.documents import files

WORDS = "The Commissioner will work with the force and its partners to make the harbour safer. "
FURNITURE = (
    '@page{@top-center{content:"Safer Harbours 2027"}'
    '@bottom-right{content:"Page " counter(page) " of " counter(pages)}}'
)


def blocks(html: str, css: str = "") -> tuple[Block, ...]:
    return read(files.pdf(html, css), "plan.pdf").blocks


def texts(html: str, css: str = "") -> list[str]:
    return [block.text for block in blocks(html, css)]


def refusal(data: bytes) -> str:
    with pytest.raises(Unreadable) as refused:
        read(data, "plan.pdf")
    return str(refused.value)


def saved(pdf: pikepdf.Pdf, **how: object) -> bytes:
    out = io.BytesIO()
    pdf.save(out, **how)
    return out.getvalue()


def test_paragraphs_are_joined_from_their_lines():
    first, second = WORDS * 3, WORDS * 4
    assert texts(f"<p>{first}</p><p>{second}</p>") == [first.strip(), second.strip()]


def test_paragraphs_parted_by_an_indent_alone_are_told_apart():
    css = "p{margin:0;text-indent:2em}"
    assert texts(f"<p>{WORDS * 3}</p><p>{WORDS * 2}</p>", css) == [
        (WORDS * 3).strip(),
        (WORDS * 2).strip(),
    ]


def test_numbered_paragraphs_without_space_between_are_told_apart():
    html = "".join(f"<p>{number}. {WORDS * 2}</p>" for number in (46, 47, 48))
    assert [text[:3] for text in texts(html, "p{margin:0}")] == ["46.", "47.", "48."]


def test_a_number_in_the_text_does_not_start_a_paragraph():
    html = f"<p>{WORDS}It opened in the spring of {'2012. ' * 40}</p>"
    assert len(texts(html)) == 1


def test_list_markers_stand_before_their_text():
    html = "<ul><li>First aim<li>Second aim</ul><ol><li>One<li>Two</ol>"
    found = blocks(html)
    assert [block.text.split() for block in found] == [
        ["•", "First", "aim"],
        ["•", "Second", "aim"],
        ["1.", "One"],
        ["2.", "Two"],
    ]
    assert [block.kind for block in found] == ["item", "item", "paragraph", "paragraph"]


def test_lines_that_end_early_on_purpose_keep_their_breaks():
    html = f"<p>The Chair<br>Harbour Panel<br>Quay House</p><p>{WORDS * 2}</p>"
    assert texts(html)[0] == "The Chair\nHarbour Panel\nQuay House"


def test_headings_are_told_by_the_size_of_their_type():
    html = (
        f"<h1>Safer Harbours</h1><h2>Our aims</h2><p>{WORDS * 5}</p>"
        f"<h2>{'A long heading that runs over the line ' * 3}</h2><p>{WORDS}</p>"
    )
    headings = [(b.level, b.text[:14]) for b in blocks(html) if b.kind == "heading"]
    assert headings == [(1, "Safer Harbours"), (2, "Our aims"), (2, "A long heading")]


def test_bold_lines_stand_apart_and_say_so():
    found = blocks(f"<div><b>Our aims</b></div><div>{WORDS}</div><div><i>{WORDS}</i></div>")
    assert [(b.bold, b.italic) for b in found] == [(True, False), (False, False), (False, True)]


def test_divided_words_are_joined():
    css = "p{hyphens:auto;width:5cm;text-align:justify}"
    html = "<p>Extraordinary organisational responsibilities notwithstanding, we go on.</p>"
    assert "Extraordinary organisational responsibilities" in " ".join(texts(html, css)[0].split())


def test_running_headers_footers_and_page_numbers_are_left_out():
    html = "".join(
        f"<section><p>{n + 9}. {topic} {WORDS * 6}</p></section>"
        for n, topic in enumerate(("Theft.", "Fire.", "Noise.", "Speed."))
    )
    css = FURNITURE + "section{break-after:page}"
    document = read(files.pdf(html, css), "plan.pdf")
    assert "Safer Harbours 2027" not in document.text
    assert "Page" not in document.text
    assert [(b.page, b.text[:2]) for b in document.blocks] == [
        (1, "9."),
        (2, "10"),
        (3, "11"),
        (4, "12"),
    ]
    assert document.pages == 4


def test_a_contents_list_with_leaders_is_left_out():
    html = f"""<h2>Contents</h2><p class=t>Our aims</p><p class=t>Money</p>
        <h2>Our aims</h2><p>{WORDS}</p>"""
    css = "p.t{width:12cm} p.t::after{content:leader(dotted) '3'}"
    assert texts(html, css) == ["Our aims", WORDS.strip()]


def test_words_divided_by_an_ordinary_hyphen_are_joined():
    html = f"<p>{WORDS}<br>We want to hear from the organi-<br>sations of the harbour.</p>"
    assert texts(html)[1] == "We want to hear from the organisations of the harbour."


def test_a_paragraph_goes_on_over_the_page():
    html = f"<p>{(WORDS * 70).replace('. ', ', ').strip(', ')}.</p>"
    document = read(files.pdf(html, FURNITURE), "plan.pdf")
    assert document.pages == 2
    assert len(document.blocks) == 1


def test_columns_are_read_one_after_the_other():
    paragraphs = [f"{word}: {WORDS * size}".strip() for word, size in (
        ("First", 6), ("Second", 4), ("Third", 5), ("Fourth", 3))]  # fmt: skip
    html = f"<h1>Aims</h1><div>{''.join(f'<p>{p}</p>' for p in paragraphs)}</div><p>Last.</p>"
    found = texts(html, "div{columns:2;column-gap:1cm}")
    assert [text.split(":")[0] for text in found] == [
        "Aims",
        "First",
        "Second",
        "Third",
        "Fourth",
        "Last.",
    ]


def test_tables_are_read_row_by_row():
    rows = "".join(f"<tr><td>Measure {n}<td>Target {n}</tr>" for n in range(1, 6))
    lines = "\n".join(texts(f"<table>{rows}</table>", "td{padding-right:2cm}")).split("\n")
    assert lines == [f"Measure {n}\tTarget {n}" for n in range(1, 6)]


def test_turned_pages_are_read_as_they_are_shown():
    html = f"<p>46. {WORDS * 3}</p><p>47. {WORDS * 2}</p>"
    for angle in (90, 180, 270):
        css = f"body{{transform:rotate({360 - angle}deg);transform-origin:8cm 8cm;width:16cm}}"
        with pikepdf.open(io.BytesIO(files.pdf(html, css))) as pdf:
            for page in pdf.pages:
                page.rotate(angle, relative=False)
            data = saved(pdf)
        assert [block.text[:3] for block in read(data, "plan.pdf").blocks] == ["46.", "47."]


def test_title_is_the_one_stated_or_the_first_heading():
    html = f"<h1>Safer Harbours</h1><p>{WORDS * 4}</p>"
    assert read(files.pdf(html), "plan.pdf").title == "Safer Harbours"
    assert read(files.pdf(f"<title>Our plan</title>{html}"), "plan.pdf").title == "Our plan"


def test_a_scan_is_refused():
    assert "has no text: it looks like a scan" in refusal(files.pdf("<hr>"))


def test_a_pdf_with_a_password_is_refused():
    with pikepdf.open(io.BytesIO(files.pdf("<p>Hello</p>"))) as pdf:
        locked = saved(pdf, encryption=pikepdf.Encryption(owner="o", user="u"))
        readable = saved(pdf, encryption=pikepdf.Encryption(owner="o", user=""))
    assert "protected by a password" in refusal(locked)
    assert read(readable, "plan.pdf").text == "Hello"


def test_a_damaged_pdf_is_refused():
    assert "damaged" in refusal(b"%PDF-1.7\nnothing else")
    assert "damaged" in refusal(files.pdf("<p>Hello</p>")[:300])


def test_more_pages_than_the_limit_are_refused():
    with pikepdf.new() as pdf:
        for _ in range(limits.MAX_PAGES + 1):
            pdf.add_blank_page()
        assert "more than 1,000 pages" in refusal(saved(pdf))


def test_more_text_than_the_limit_is_refused():
    """Six million letters on one page, packed a thousand times smaller."""
    with pikepdf.open(io.BytesIO(files.pdf("<p>Hello</p>"))) as pdf:
        font = next(iter(pdf.pages[0].Resources.Font.keys())).encode()
        line = b"1 0 0 1 10 %d Tm <" + b"0048" * 600 + b"> Tj\n"
        shown = b"".join(line % (n % 800) for n in range(10_000))
        pdf.pages[0].contents_add(pdf.make_stream(b"BT " + font + b" 1 Tf " + shown + b"ET\n"))
        data = saved(pdf, compress_streams=True)
    assert len(data) < 200_000
    assert "5 million characters" in refusal(data)


def test_a_pdf_damaged_at_random_is_read_or_refused():
    whole = files.pdf(f"<h1>Aims</h1><p>{WORDS}</p><ul><li>One</ul>")
    with pikepdf.open(io.BytesIO(whole)) as pdf:
        # Uncompressed, so that the damage reaches what the pages draw.
        plain = saved(
            pdf, compress_streams=False, stream_decode_level=pikepdf.StreamDecodeLevel.all
        )
    for seed in range(20):
        with suppress(Unreadable):
            read(files.damaged(whole if seed % 2 else plain, seed), "plan.pdf")
