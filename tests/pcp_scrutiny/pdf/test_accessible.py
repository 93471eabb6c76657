"""What is printed passes a checker of accessibility, which looks at more than conformance."""

import random

import outloud
import pytest

from pcp_scrutiny import pdf
from pcp_scrutiny.pdf.assembly import Bookmark, Heading, band
from tests.pcp_scrutiny.pdf.assembly.parts import packed, part
from tests.pcp_scrutiny.pdf.documents import document

WORDS = "panel plan police budget precept officer road rural force minute letter answer review"
FACTS = (
    '<table class="doc-facts"><tbody><tr><th scope="row">Date</th><td>11 December</td></tr>'
    "</tbody></table>"
)


def said(draw: random.Random, count: int) -> str:
    return " ".join(draw.choices(WORDS.split(), k=count)).capitalize() + "."


def body(level: int, seed: int = 0) -> str:
    """A paper of several pages: no two of its lines are alike."""
    draw = random.Random(seed)
    items = "".join(f"<li>{said(draw, 9)}</li>" for _ in range(60))
    rows = "".join(
        f'<tr><th scope="row">{said(draw, 2)}</th><td>{said(draw, 12)}</td><td>{n}</td>'
        f'<td><a href="#end">{said(draw, 3)}</a></td></tr>'
        for n in range(40)
    )
    groups = "".join(
        f'<tbody><tr><th scope="rowgroup" colspan="2">{said(draw, 3)}</th></tr><tr><td>'
        f"{said(draw, 30)}</td><td>{said(draw, 9)}<ul><li>{said(draw, 4)}<ol><li>Inside</li></ol>"
        f"</li><li>{said(draw, 5)}</li></ul></td></tr></tbody>"
        for _ in range(12)
    )
    counts = "".join(f'<tr><th scope="row">{said(draw, 2)}</th><td>{n}</td></tr>' for n in range(4))
    return (
        f'<p>Words <em>with stress</em>, <a href="#end">a link</a>, <span lang="cy">Senedd</span>.'
        f"</p><ul>{items}</ul><h{level}>A table</h{level}>{FACTS}<p>{said(draw, 9)}</p>"
        f"<table><thead><tr><th>{said(draw, 2)}</th><th>{said(draw, 1)}</th></tr></thead>"
        f"<tbody>{counts}</tbody></table>"
        f"<p>{said(draw, 9)}</p><table><caption>All of them</caption><thead><tr>"
        '<th scope="col">Reference</th><th scope="col">Said</th><th scope="col">Answers</th>'
        f'<th scope="col">More</th></tr></thead><tbody>{rows}</tbody></table>'
        f"<p>{said(draw, 1200)}</p><div class='doc-landscape'><h{level}>Across</h{level}>"
        '<table class="doc-points"><thead><tr><th scope="col">Concern</th><th scope="col">Comment'
        f'</th></tr></thead>{groups}</table></div><h{level} id="end">End</h{level}>'
        f'<p class="doc-minute"><span class="app-number">1.1</span> {said(draw, 40)}</p>'
        f"<blockquote>{said(draw, 20)}</blockquote>"
    )


def findings(content: bytes, tmp_path) -> list[str]:
    file = tmp_path / "checked.pdf"
    file.write_bytes(content)
    result = outloud.check(str(file))
    assert not result.error
    found = [each for each in result.findings if each.severity in ("error", "warning")]
    return [f"{each.rule} {each.message} {each.evidence}" for each in found]


@pytest.mark.parametrize("text", ["<h1>One page</h1><p>Short.</p>", f"<h1>Long</h1>{body(2)}"])
def test_a_document_passes(text, tmp_path):
    foot = "Estermere Police and Crime Panel, what became of the points of the panel"
    assert findings(pdf.render(document(text), foot=foot), tmp_path) == []


def test_a_pack_passes(tmp_path):
    links = "".join(
        f'<li><a href="https://pack.invalid/paper-{n}">Paper {n}</a></li>' for n in range(4)
    )
    parts = [part("front", f"<h1>Pack</h1>{FACTS}<h2>Agenda</h2><ul>{links}</ul>")]
    for n, name in enumerate(("Ősz & co", "The plan", "The precept")):
        headings = [Heading(2, f"Item {n}: {name}"), Heading(3, f"Paper {n}: {name}")]
        how = {"headings": headings, "bookmark": name, "level": 2, "above": [Bookmark(name)]}
        stamps = {"head": f"Item {n}", "watermark": "DRAFT" if n else ""}
        first = 1 + sum(len(each.numbers) for each in parts)
        text = body(4, seed=n + 1)
        parts.append(part(f"paper-{n}", text, first=first, band=band(headings), **how, **stamps))
    withheld = [Heading(2, "Item 4: Withheld")]
    sheet = part("sheet", "<p>Not for publication.</p>", headings=withheld, numbers=["90-99"])
    pack = packed(*parts, sheet)
    assert pack.claims_ua
    assert findings(pack.content, tmp_path) == []
