"""The ways in which a plan is set: Word with numbers of either kind, PDFs, text, pasted text."""

import textwrap
from collections.abc import Iterator
from html import escape

from pcp_scrutiny import documents
from pcp_scrutiny.documents import Document
from tests.pcp_scrutiny.documents import files

from .truths import Numbered, Section, Truth

STYLES = "".join(
    files.style(f"Heading{n}", f"heading {n}", paragraph=f'<w:outlineLvl w:val="{n - 1}"/>')
    for n in (1, 2)
) + files.style("Title")

CSS = """
h1 {font-size: 20pt} h2 {font-size: 16pt} h3 {font-size: 13pt}
h1, h2, h3 {line-height: 1.2; margin: .8em 0 .4em; break-after: avoid}
p {margin: 0 0 .6em} .n {display: inline-block; min-width: 2.2em}
.d1 {margin-left: 2em} .d2 {margin-left: 4em} ul {margin: 0 0 .6em 2em; padding: 0}
"""
HEADERS = """
@page {@top-center {content: "Northmoor Police and Crime Commissioner"; font-size: 9pt}
       @bottom-center {content: "Page " counter(page) " of " counter(pages); font-size: 9pt}}
"""
HANGING = ".p {position: relative; margin-left: 3em} .p .n {position: absolute; left: -3em}"
COLUMNS = "main {columns: 2; column-gap: 9mm} body {font-size: 10pt}"
JUSTIFIED = "p {text-align: justify; hyphens: auto}"
DOTS = ".toc a::after {content: leader('.') attr(data-page)}"
PLAIN = (
    ".toc a::after {content: attr(data-page); float: right} .toc p {margin: 0 0 4pt}"
    " nav {break-after: page}"
)
TOC_RUN_ON = ".toc a::after {content: ' ' attr(data-page)} nav {break-after: page}"


def word_with_manual_numbers(truth: Truth) -> Document:
    """Numbers typed before a tab."""
    body = [files.paragraph(truth.title, style="Title")]
    for section in truth.sections:
        body.append(files.paragraph(section.heading, style=f"Heading{section.level}"))
        for p in section.paragraphs:
            mark = files.run(p.mark) + "<w:r><w:tab/></w:r>" if p.mark else ""
            body.append(files.paragraph(mark + files.run(p.text)))
            body += [files.paragraph(files.run(f"•\t{bullet}")) for bullet in p.bullets]
    return documents.read(files.word("".join(body), styles=STYLES), "plan.docx")


def word_with_automatic_numbers(truth: Truth) -> Document:
    """Numbers that only the list's definition holds; one list for each run of numbers."""
    body = [files.paragraph(truth.title, style="Title")]
    lists: list[str] = []
    expected = 1
    for section in truth.sections:
        body.append(files.paragraph(section.heading, style=f"Heading{section.level}"))
        for p in section.paragraphs:
            place = None
            if p.mark and p.depth == 0:
                last = int(p.mark.strip(".").lstrip("A").split(".")[-1])
                form = p.mark.strip(".")[: -len(str(last))] + "%1"
                form += "." if p.mark.endswith(".") else ""
                if last != expected or not lists or lists[-1] != form:
                    lists.append(form)
                expected = last + 1
            if p.mark:
                place = (len(lists), p.depth)
            body.append(files.paragraph(files.run(p.text), numbered=place))
            body += [files.paragraph(files.run(b), numbered=(99, 0)) for b in p.bullets]
    definitions = "".join(
        files.definition(
            n,
            files.level(0, "decimal", form),
            files.level(1, "lowerLetter", "(%2)"),
            files.level(2, "lowerRoman", "(%3)"),
        )
        for n, form in enumerate(lists, start=1)
    )
    definitions += files.definition(99, files.level(0, "bullet", "\uf0b7", font="Symbol"))
    numbers = "".join(files.listed(n, n) for n in [*range(1, len(lists) + 1), 99])
    data = files.word("".join(body), styles=STYLES, numbering=definitions + numbers)
    return documents.read(data, "plan.docx")


def pdf(truth: Truth, css: str = "", *, contents: str = "") -> Document:
    """A PDF with the style given, and before it a contents list set in the style given."""
    toc = _contents(truth) if contents else ""
    main = "".join(markup(section) for section in truth.sections)
    html = f"<title>{truth.title}</title><h1>{truth.title}</h1>{toc}<main>{main}</main>"
    return documents.read(files.pdf(html, CSS + css + contents), "plan.pdf")


def _contents(truth: Truth) -> str:
    entries = "".join(
        f'<p class="d{s.level - 1}"><a data-page="{n + 2}">{escape(s.heading)}</a></p>'
        for n, s in enumerate(truth.sections)
    )
    return f"<nav class=toc><h2>Contents</h2>{entries}</nav>"


def markup(section: Section) -> str:
    level = section.level + 1
    found = [f"<h{level}>{escape(section.heading)}</h{level}>"]
    for p in section.paragraphs:
        mark = f"<span class=n>{p.mark}</span> " if p.mark else ""
        found.append(f'<p class="p d{p.depth}">{mark}{escape(p.text)}</p>')
        if p.bullets:
            found.append("<ul>" + "".join(f"<li>{escape(b)}" for b in p.bullets) + "</ul>")
    return "".join(found)


def text(truth: Truth, *, width: int = 0, between: str = "\n\n") -> Document:
    """Plain text; lines broken at ``width``, 0 for never; ``between`` parts the paragraphs."""
    lines = [truth.title, ""]
    for section in truth.sections:
        lines += [*([""] if between == "\n" else []), section.heading, ""]
        for p in section.paragraphs:
            lines += [between.join(_text(p, width)), *([""] if between != "\n" else [])]
    return documents.read_text("\n".join(lines))


def _text(p: Numbered, width: int) -> Iterator[str]:
    for line in (f"{p.mark} {p.text}".strip(), *(f"• {bullet}" for bullet in p.bullets)):
        yield textwrap.fill(line, width) if width else line


WAYS = {
    "word, manual": word_with_manual_numbers,
    "word, automatic": word_with_automatic_numbers,
    "pdf": pdf,
    "pdf, headers": lambda truth: pdf(truth, HEADERS),
    "pdf, justified": lambda truth: pdf(truth, JUSTIFIED + HEADERS),
    "pdf, hanging": lambda truth: pdf(truth, HANGING),
    "pdf, columns": lambda truth: pdf(truth, COLUMNS + HEADERS),
    "pdf, columns justified": lambda truth: pdf(truth, COLUMNS + JUSTIFIED + HANGING + HEADERS),
    "pdf, dotted contents": lambda truth: pdf(truth, HEADERS, contents=DOTS),
    "pdf, contents": lambda truth: pdf(truth, HEADERS, contents=PLAIN),
    "pdf, contents run on": lambda truth: pdf(truth, HEADERS, contents=TOC_RUN_ON),
    "text": text,
    "text, 72 wide": lambda truth: text(truth, width=72),
    "pasted": lambda truth: text(truth, between="\n"),
}
