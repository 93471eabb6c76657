"""``manage.py read_minutes``."""

import json

import pytest
from django.core.management import CommandError, call_command

MINUTES = """Estermere Police and Crime Panel
9 March 2023

12/23 Fraud

The Commissioner undertook to report.

RESOLVED: That the report be noted.
"""


def run(capsys, *arguments: object) -> str:
    call_command("read_minutes", *map(str, arguments))
    return capsys.readouterr().out


def test_json_has_the_panel_the_day_and_the_items(capsys, tmp_path) -> None:
    path = tmp_path / "minutes.txt"
    path.write_text(MINUTES, encoding="utf-8")
    assert json.loads(run(capsys, path, "--json")) == {
        "body": "Estermere Police and Crime Panel",
        "date": "2023-03-09",
        "items": [
            {
                "number": "12/23",
                "title": "Fraud",
                "entries": [
                    {
                        "kind": "undertaking",
                        "number": "",
                        "level": 0,
                        "text": "The Commissioner undertook to report.",
                    },
                    {
                        "kind": "resolution",
                        "number": "",
                        "level": 0,
                        "text": "That the report be noted.",
                    },
                ],
            }
        ],
        "unsure": [],
    }


def test_text_names_the_items_and_what_each_entry_is(capsys, tmp_path) -> None:
    path = tmp_path / "minutes.txt"
    path.write_text(MINUTES + "\n13/23 Close\n", encoding="utf-8")
    out = run(capsys, path)
    assert "Panel: Estermere Police and Crime Panel" in out
    assert "12/23 Fraud" in out
    assert "Resolution: That the report be noted." in out
    assert "Nothing is minuted under item 13/23 (Close)" in out


def test_what_is_not_known_is_null(capsys, tmp_path) -> None:
    path = tmp_path / "minutes.txt"
    path.write_text("The Panel considered a report.\n\nRESOLVED: That it be noted.")
    read = json.loads(run(capsys, path, "--json"))
    assert (read["body"], read["date"]) == (None, None)
    assert read["unsure"]


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("empty.txt", b"", "is empty"),
        ("picture.docx", b"\x89PNG\r\n\x1a\n", "is not a Word document"),
        ("gone.txt", None, "cannot be opened"),
    ],
)
def test_what_cannot_be_read_is_refused_in_a_sentence(tmp_path, name, data, said) -> None:
    path = tmp_path / name
    if data is not None:
        path.write_bytes(data)
    with pytest.raises(CommandError, match=said):
        call_command("read_minutes", str(path))
