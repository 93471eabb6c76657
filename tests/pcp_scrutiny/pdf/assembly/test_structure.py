"""Whatever the parts hold, what is read out of the pack is what their HTML says, in its order."""

from html import escape

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pcp_scrutiny.pdf import reading
from pcp_scrutiny.pdf.assembly import Bookmark, Heading
from tests.pcp_scrutiny.pdf.assembly.parts import packed, part

WORDS = ["the", "panel", "asked", "why", "budget", "2026", "£5", "&", "<more>", "Łódź"]
words = st.lists(st.sampled_from(WORDS), min_size=1, max_size=12).map(" ".join)
headings = st.builds(reading.Heading, st.integers(4, 6), words)
lists = st.lists(words, min_size=1, max_size=12).map(lambda items: reading.List(tuple(items)))


@st.composite
def tables(draw):
    columns = draw(st.integers(2, 4))
    rows = draw(st.lists(st.tuples(*[words] * columns), min_size=1, max_size=20))
    return reading.Table(tuple(rows), ())


blocks = st.one_of(headings, lists, tables(), words)
packs = st.lists(
    st.tuples(st.lists(words, max_size=2), st.lists(blocks, max_size=6), st.booleans()),
    min_size=1,
    max_size=3,
)


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(packs)
def test_structure_is_that_of_the_source(drawn):
    parts, expected, marks = [], [], []
    for place, (above, body, is_wide) in enumerate(drawn):
        drawn_above = [Heading(level, text) for level, text in enumerate(above, start=2)]
        kind = ' class="doc-landscape"' if is_wide else ""
        html = f"<section{kind}><p>First.</p>{''.join(map(_html, body))}</section>"
        name = f"paper-{place}"
        parts.append(
            part(name, html, bookmark=name, level=2, above=[Bookmark("Item")], headings=drawn_above)
        )
        expected += [reading.Heading(each.level, each.text) for each in drawn_above]
        expected += [each for each in body if not isinstance(each, str)]
        marks += ["Item", name, *(each.text for each in body if isinstance(each, reading.Heading))]
    pack = packed(*parts)
    assert [_without_headers(piece) for piece in reading.pieces(pack.content)] == expected
    assert reading.faults(pack.content) == []
    assert [each.title for each in reading.bookmarks(pack.content)] == marks
    assert packed(*parts).content == pack.content


def _html(block) -> str:
    if isinstance(block, reading.Heading):
        return f"<h{block.level}>{escape(block.text)}</h{block.level}>"
    if isinstance(block, reading.List):
        return f"<ul>{''.join(f'<li>{escape(item)}</li>' for item in block.items)}</ul>"
    if isinstance(block, reading.Table):
        head, *rows = block.rows
        body = "".join(map(_row, rows))
        return f"<table><thead>{_row(head, 'th')}</thead><tbody>{body}</tbody></table>"
    return f"<p>{escape(block)} <strong>{escape(block)}</strong></p>" * 3


def _row(cells, tag="td") -> str:
    return f"<tr>{''.join(f'<{tag}>{escape(cell)}</{tag}>' for cell in cells)}</tr>"


def _without_headers(piece):
    return reading.Table(piece.rows, ()) if isinstance(piece, reading.Table) else piece
