import json
import os
import subprocess
import sys
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command, get_commands

from tests.pcp_scrutiny.documents import files

PROJECT = Path(__file__).parents[2]
PLAN = """\
Harbour Plan

Our Aims

1. We will keep the quays safe.

2. We will:
(a) light them; and
(c) watch them.
"""


def run(path, *options):
    out = StringIO()
    call_command("read_plan", str(path), *options, stdout=out, stderr=StringIO())
    return out.getvalue()


def saved(tmp_path, name, data):
    path = tmp_path / name
    path.write_bytes(data)
    return path


def test_command_prints_the_plan_as_json(tmp_path):
    aims = {"heading": ["Our Aims"], "page": None, "unsure": ""}
    assert json.loads(run(saved(tmp_path, "plan.txt", PLAN.encode()), "--json")) == {
        "title": "Harbour Plan",
        "paragraphs": [
            {**aims, "label": "1", "text": "We will keep the quays safe."},
            {**aims, "label": "2", "text": "We will:"},
            {**aims, "label": "2(a)", "text": "light them; and"},
            {
                **aims,
                "label": "2(c)",
                "text": "watch them.",
                "unsure": "(c) comes after (a): check the letter.",
            },
        ],
    }


def test_command_prints_the_plan_for_people(tmp_path):
    lines = run(saved(tmp_path, "plan.txt", PLAN.encode())).splitlines()
    assert lines[:5] == [
        "Title: Harbour Plan",
        "Paragraphs: 4, of which 4 with a number and 1 to check",
        "",
        "Our Aims",
        "  1             We will keep the quays safe.",
    ]
    assert "                Check: (c) comes after (a): check the letter." in lines
    assert "To check in the plan as a whole:" in lines


@pytest.mark.parametrize(
    ("name", "data", "page"),
    [("plan.docx", files.real_word, None), ("plan.pdf", lambda: files.pdf("<p>1. One."), 1)],
)
def test_command_reads_word_documents_and_pdfs(tmp_path, name, data, page):
    first, *_ = json.loads(run(saved(tmp_path, name, data()), "--json"))["paragraphs"]
    assert first["page"] == page


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("empty.txt", b""),
        ("blank.txt", b" \n \n"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n" + bytes(range(256))),
        ("broken.docx", b"PK\x03\x04 and no more"),
        ("broken.pdf", b"%PDF-1.7 and no more"),
        ("plan.xyz", b"MZ\x00\x01\x02" * 40),
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


def test_command_needs_no_deployment_and_fails_in_one_sentence(tmp_path):
    path = saved(tmp_path, "plan.txt", b"")
    bare = {name: os.environ[name] for name in ("PATH", "LANG") if name in os.environ}
    done = subprocess.run(
        [sys.executable, "manage.py", "read_plan", str(path), "--json"],
        capture_output=True,
        cwd=PROJECT,
        env=bare,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr == (
        "CommandError: 'plan.txt' is empty. Check that it is the right file, and add it again.\n"
    )


def test_command_belongs_to_plans():
    assert get_commands()["read_plan"] == "plans"
