import json
from io import BytesIO, StringIO

import pytest
from django.core.management import CommandError, call_command, get_commands
from docx import Document as Word

LETTER = """Our ref: W/9

3 March 2025

Dear Chair,

I respond to each point in turn:

- The Panel asks that paragraph 47.a be made clear.

- I have reworded it; please see paragraphs 8-10 and my Foreword. This was promised at minute 12.

- The Panel would welcome more patrols.

- They begin in May, and I shall report on them.

Yours sincerely

Marian Stowe
"""


def run(path, *options):
    out = StringIO()
    call_command("read_letter", str(path), *options, stdout=out)
    return out.getvalue()


def saved(tmp_path, name, data):
    path = tmp_path / name
    path.write_bytes(data)
    return path


def test_command_prints_the_letter_as_json(tmp_path):
    path = saved(tmp_path, "letter.txt", LETTER.encode())
    assert json.loads(run(path, "--json")) == {
        "dated": "2025-03-03",
        "reference": "W/9",
        "pairs": [
            {
                "point": "The Panel asks that paragraph 47.a be made clear.",
                "response": "I have reworded it; please see paragraphs 8-10 and my Foreword. This"
                " was promised at minute 12.",
                "decision": "accepted",
                "citations": [
                    {"text": "paragraphs 8-10", "document": "plan", "labels": ["8", "9", "10"]},
                    {"text": "my Foreword", "document": "plan", "labels": ["Foreword"]},
                    {"text": "minute 12", "document": "minutes", "labels": ["12"]},
                ],
                "point_citations": [
                    {"text": "paragraph 47.a", "document": "plan", "labels": ["47(a)"]}
                ],
            },
            {
                "point": "The Panel would welcome more patrols.",
                "response": "They begin in May, and I shall report on them.",
                "decision": "noted",
                "citations": [],
                "point_citations": [],
            },
        ],
        "unsure": [],
    }


def test_command_reads_word_documents(tmp_path):
    word = Word()
    for text in LETTER.split("\n\n"):
        word.add_paragraph(text.strip())
    data = BytesIO()
    word.save(data)
    path = saved(tmp_path, "letter.docx", data.getvalue())
    assert len(json.loads(run(path, "--json"))["pairs"]) == 2


def test_command_prints_the_letter_for_people(tmp_path):
    text = run(saved(tmp_path, "letter.txt", LETTER.encode()))
    assert "Dated: 2025-03-03" in text
    assert "1. Accepted" in text
    assert "Response cites plan: 8, 9, 10 (“paragraphs 8-10”)" in text


def test_command_says_what_could_not_be_read(tmp_path):
    path = saved(tmp_path, "note.txt", b"A note about nothing in particular.")
    read = json.loads(run(path, "--json"))
    assert (read["dated"], read["reference"], read["pairs"]) == (None, "", [])
    assert len(read["unsure"]) == 3
    assert "What could not be read:" in run(path)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("empty.txt", b""),
        ("picture.txt", b"\x89PNG\r\n\x1a\n" + bytes(range(256))),
        ("broken.docx", b"PK\x03\x04 and no more"),
        ("broken.pdf", b"%PDF-1.7 and no more"),
        ("letter.xyz", b"MZ\x00\x01\x02" * 40),
    ],
)
def test_unreadable_file_is_refused_in_a_sentence(tmp_path, name, data):
    with pytest.raises(CommandError, match=r"^\S.*\.$"):
        run(saved(tmp_path, name, data))


def test_missing_file_is_refused_in_a_sentence(tmp_path):
    with pytest.raises(CommandError, match="cannot be opened"):
        run(tmp_path / "none.txt")
    with pytest.raises(CommandError, match="cannot be opened"):
        run(tmp_path)


def test_command_belongs_to_recommendations():
    assert get_commands()["read_letter"] == "recommendations"
