"""The demo's Word files hold the words of the texts that they are made from."""

import io

import pytest
from docx import Document
from docx.document import Document as WordDocument
from docx.text.paragraph import Paragraph

from demo import build_files, sources


def word(name: str) -> WordDocument:
    return Document(io.BytesIO((build_files.FILES / name).read_bytes()))


def body(document: WordDocument) -> list[str]:
    """The text after the title and the list of contents, without headings."""
    styles = ("Title", "toc", "Heading")
    return [
        paragraph.text
        for paragraph in document.paragraphs
        if not paragraph.style.name.startswith(styles)
        and paragraph.text not in {"Contents", "", "\n"}
    ]


def has_list_number(paragraph: Paragraph) -> bool:
    properties = paragraph._p.pPr
    return properties is not None and properties.numPr is not None


def test_draft_has_its_numbers_from_word_only():
    source = sources.plan("draft-plan")
    document = word("draft-plan.docx")
    assert body(document) == [passage.text for passage in source.passages]
    numbered = [p for p in document.paragraphs if has_list_number(p)]
    assert len(numbered) == sum(bool(passage.label) for passage in source.passages)


def test_issued_plan_has_its_numbers_typed_in():
    source = sources.plan("issued-plan")
    document = word("issued-plan.docx")
    typed = [line.rpartition("\t") for line in body(document)]
    assert [text for _, _, text in typed] == [passage.text for passage in source.passages]
    by_label = dict(zip((p.label for p in source.passages), (t[0] for t in typed), strict=True))
    assert (by_label["12"], by_label["12(b)"], by_label["52 F"]) == ("12.", "(b)", "F.")
    assert not any(has_list_number(p) for p in document.paragraphs)


@pytest.mark.parametrize("name", ["draft-plan", "issued-plan"])
def test_plan_has_real_headings_a_contents_list_and_a_title(name):
    source, document = sources.plan(name), word(f"{name}.docx")
    headings = [p.text for p in document.paragraphs if p.style.name.startswith("Heading")]
    contents = [p.text for p in document.paragraphs if p.style.name.startswith("toc")]
    assert headings == list(dict.fromkeys(h for p in source.passages for h in p.heading))
    assert [line.split("\t")[0] for line in contents] == headings
    assert document.core_properties.title == source.title


def test_letter_has_a_bullet_for_each_point_in_word_and_in_text():
    source = sources.letter()
    bullets = [
        p.text for p in word("response-letter.docx").paragraphs if p.style.name == "List Bullet"
    ]
    assert bullets == [point for point, _ in source.pairs]
    text = (build_files.FILES / "response-letter.txt").read_text(encoding="utf-8")
    assert [line[2:] for line in text.splitlines() if line.startswith("• ")] == bullets
    assert "**" not in text
    for paragraph in word("response-letter.docx").paragraphs:
        assert paragraph.text.splitlines()[0] in text


def test_files_are_kept_as_the_texts_make_them():
    for name, made in build_files.files().items():
        kept = (build_files.FILES / name).read_bytes()
        assert build_files.contents(kept) == build_files.contents(made), name
