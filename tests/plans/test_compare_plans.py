import io
import json
import os
import subprocess
import sys
from io import StringIO
from pathlib import Path

import pikepdf
import pytest
from django.core.management import CommandError, call_command, get_commands

from tests.pcp_scrutiny.documents import files

PROJECT = Path(__file__).parents[2]
QUAYS = "We will keep the quays lit and watched through every night of the year."
VICTIMS = "Victims will hear from a named officer within two working days of their report."
SHEEP = "Sheep worrying will be recorded as a crime of its own from the first of April."
BOATS = "Boat owners will be offered forensic marking of their engines free of charge."
CADETS = "Cadets may join at thirteen, in Harwick as in the three other districts."


def run(old, new, *options):
    """What is printed, and what is said beside it."""
    out, err = StringIO(), StringIO()
    call_command("compare_plans", str(old), str(new), *options, stdout=out, stderr=err)
    return out.getvalue(), err.getvalue()


def compared(old, new):
    return json.loads(run(old, new, "--json")[0])["revisions"]


def saved(folder, name, data):
    path = folder / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return path


def plan(*texts, labels=None):
    """A plan as read_plan --json prints it."""
    labels = labels or [str(number) for number in range(1, len(texts) + 1)]
    paragraphs = [
        {"label": label, "heading": ["Our Aims"], "page": None, "text": text, "unsure": ""}
        for label, text in zip(labels, texts, strict=True)
    ]
    return json.dumps({"title": "Harbour Plan", "paragraphs": paragraphs})


@pytest.fixture
def old(tmp_path):
    return saved(tmp_path, "old.json", plan(QUAYS, VICTIMS, SHEEP, BOATS))


def test_command_prints_the_comparison_as_json(tmp_path, old):
    new = saved(
        tmp_path, "new.json", plan(QUAYS, CADETS, VICTIMS.replace("two working", "three"), BOATS)
    )
    printed = json.loads(run(old, new, "--json")[0])
    assert list(printed) == ["revisions", "seconds"]
    assert printed["seconds"] >= 0
    assert all(
        list(revision) == ["kind", "earlier", "later", "confidence", "review"]
        for revision in printed["revisions"]
    )
    assert [(r["kind"], r["earlier"], r["later"]) for r in printed["revisions"]] == [
        ("unchanged", ["1"], ["1"]),
        ("added", [], ["2"]),
        ("reworded", ["2"], ["3"]),
        ("removed", ["3"], []),
        ("unchanged", ["4"], ["4"]),
    ]


def test_command_prints_the_comparison_for_people(tmp_path, old):
    later = (QUAYS, CADETS, VICTIMS.replace("two", "three"), SHEEP, BOATS)
    lines = run(old, saved(tmp_path, "new.json", plan(*later)))[0].splitlines()
    assert lines[:2] == ["Earlier: old.json, 4 paragraphs", "Later:   new.json, 5 paragraphs"]
    assert lines[3:8] == [
        "",
        "     1 unchanged",
        "     2 renumbered",
        "     1 reworded",
        "     1 added",
    ]
    assert [" ".join(line.partition(":")[0].split()) for line in lines[-4:]] == [
        "added 2",
        "reworded 2 -> 3",
        "renumbered 3 -> 4",
        "renumbered 4 -> 5",
    ]


def test_command_marks_what_to_look_at(tmp_path):
    one = "The team will meet farmers in the north each quarter to plan patrols."
    two = (one.replace("north", "east"), one.replace("north", "west"))
    old = saved(tmp_path, "old.json", plan(one, QUAYS, BOATS))
    printed, _ = run(old, saved(tmp_path, "new.json", plan(*two, QUAYS, BOATS)))
    assert "to look at, marked ?" in printed
    assert any(line.startswith("? ") for line in printed.splitlines())


def test_command_folds_paragraphs_that_have_only_new_numbers(tmp_path, old):
    new = saved(tmp_path, "new.json", plan(CADETS, QUAYS, VICTIMS, SHEEP, BOATS))
    assert "1 to 4 -> 2 to 5 (4 paragraphs)" in run(old, new)[0]


def test_command_calls_a_paragraph_without_number_by_its_heading(tmp_path):
    paragraphs = [{"heading": ["Plan", "Foreword"], "text": QUAYS}, {"text": BOATS}]
    path = saved(tmp_path, "plan.json", json.dumps({"paragraphs": paragraphs}))
    assert [revision["later"] for revision in compared(path, path)] == [
        ["Foreword"],
        ["unnumbered text"],
    ]


def test_command_reads_documents_of_every_kind_and_its_own_json(tmp_path):
    word = saved(tmp_path, "plan.docx", files.real_word())
    pdf = saved(tmp_path, "plan.pdf", files.pdf(f"<h1>Aims</h1><p>1. {QUAYS}<p>2. {BOATS}"))
    text = saved(tmp_path, "plan.txt", f"Aims\n\n1. {QUAYS}\n\n2. {BOATS}\n")
    marked = saved(tmp_path, "plan.md", f"# Aims\n\n1. {QUAYS}\n\n2. {BOATS}\n")
    out = StringIO()
    call_command("read_plan", str(word), "--json", stdout=out, stderr=StringIO())
    again = saved(tmp_path, "plan.json", out.getvalue())
    assert {revision["kind"] for revision in compared(word, again)} == {"unchanged"}
    for other in (text, marked):
        kinds = [r["kind"] for r in compared(pdf, other) if r["earlier"] == ["1"]]
        assert kinds == ["unchanged"]


def test_command_knows_its_own_json_under_another_name(tmp_path, old):
    other = saved(tmp_path, "plan.txt", old.read_bytes())
    assert {revision["kind"] for revision in compared(old, other)} == {"unchanged"}


def test_command_says_that_nothing_changed(tmp_path, old):
    printed, _ = run(old, old)
    assert "Nothing has changed: the two files are the same, byte for byte." in printed
    new = saved(tmp_path, "new.json", old.read_text() + "\n")
    assert "Nothing has changed: every paragraph is the same" in run(old, new)[0]
    printed, said = run(old, old, "--json")
    assert "Nothing has changed" in said
    assert {revision["kind"] for revision in json.loads(printed)["revisions"]} == {"unchanged"}


def test_command_says_that_two_versions_look_like_different_plans(tmp_path, old):
    others = [f"{word} are counted at {word}ham in a ledger of {word}." for word in "abcdefgh"]
    new = saved(tmp_path, "new.json", plan(*others))
    sentence = "These look like versions of different plans"
    assert sentence in " ".join(run(old, new)[0].split())
    printed, said = run(old, new, "--json")
    assert sentence in said
    assert list(json.loads(printed)) == ["revisions", "seconds"]


def test_command_says_that_numbers_are_used_again(tmp_path, old):
    new = saved(
        tmp_path, "new.json", plan(QUAYS, VICTIMS, SHEEP, BOATS, labels=["1", "2", "2", "3"])
    )
    printed, _ = run(old, new)
    assert "The later version uses the same number" in printed
    assert "(2)" in printed
    assert [(r["kind"], r["later"]) for r in compared(old, new)] == [
        ("unchanged", ["1"]),
        ("unchanged", ["2"]),
        ("renumbered", ["2"]),
        ("renumbered", ["3"]),
    ]


def test_command_compares_a_paragraph_of_fifty_thousand_characters(tmp_path):
    long = " ".join(
        f"Ward {number} has {number * 7} lamps on {number % 9} quays." for number in range(1500)
    )
    assert len(long) > 50_000
    old = saved(tmp_path, "old.json", plan(QUAYS, long, BOATS))
    new = saved(tmp_path, "new.json", plan(QUAYS, long + " And no more.", BOATS))
    assert [revision["kind"] for revision in compared(old, new)] == [
        "unchanged",
        "reworded",
        "unchanged",
    ]


WELSH = (
    "Bydd y Comisiynydd yn cyhoeddi adroddiad ar droseddau gwledig cyn diwedd mis Mawrth.",
    "Rhoddir cymorth i bob dioddefwr o fewn dau ddiwrnod gwaith i'r drosedd.",
    "Cedwir llygad ar y ffyrdd lle mae'r damweiniau gwaethaf yn digwydd.",
)
ARABIC = (
    "ستنشر المفوضة تقريرا عن الجرائم الريفية قبل نهاية شهر مارس.",
    "يحصل كل ضحية على دعم خلال يومين من أيام العمل.",
    "تراقب الشرطة الطرق التي تقع فيها أسوأ الحوادث.",
)


@pytest.mark.parametrize("texts", [WELSH, ARABIC])
def test_command_compares_plans_in_other_languages(tmp_path, texts):
    first, second, third = texts
    old = saved(tmp_path, "old.json", plan(first, second, third))
    words = second.split()
    changed = " ".join([*words[:-2], words[-1]])
    new = saved(tmp_path, "new.json", plan(third, first, changed))
    kinds = {tuple(r["earlier"]): (r["kind"], r["later"]) for r in compared(old, new)}
    assert kinds["1",] == ("renumbered", ["2"])
    assert kinds["2",] == ("reworded", ["3"])
    assert kinds["3",] == ("moved", ["1"])
    assert " ".join(third.split()[:3]) in run(old, new)[0]


def scanned():
    page = pikepdf.new()
    page.add_blank_page()
    data = io.BytesIO()
    page.save(data)
    return data.getvalue()


def locked():
    data = io.BytesIO()
    with pikepdf.open(io.BytesIO(files.pdf("<p>1. One."))) as pdf:
        pdf.save(data, encryption=pikepdf.Encryption(owner="owner", user="user"))
    return data.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "sentence"),
    [
        ("scan.pdf", scanned, "text"),
        ("locked.pdf", locked, "password"),
        ("empty.txt", b"", "is empty"),
        ("blank.txt", b" \n\n ", "text"),
        ("broken.docx", b"PK\x03\x04 and no more", "not a Word document"),
        ("picture.png", b"\x89PNG\r\n\x1a\n" + bytes(99), "cannot be read"),
        ("cut.json", b'{"paragraphs": [', "not JSON"),
        ("deep.json", b"[" * 200_000, "not JSON"),
        ("list.json", b"[1, 2]", 'no list of "paragraphs"'),
        ("letter.json", b'{"pairs": []}', 'no list of "paragraphs"'),
        ("none.json", b'{"paragraphs": []}', "no paragraphs"),
        ("blank.json", b'{"paragraphs": [{"text": " "}]}', "no paragraphs"),
        ("texts.json", b'{"paragraphs": ["One."]}', 'entry 1 of "paragraphs"'),
        ("label.json", b'{"paragraphs": [{"text": "One.", "label": 1}]}', '"label" of entry 1'),
        (
            "head.json",
            b'{"paragraphs": [{"text": "One.", "heading": "A"}]}',
            '"heading" of entry 1',
        ),
    ],
)
def test_command_refuses_what_cannot_be_compared_in_a_sentence(tmp_path, old, name, data, sentence):
    other = saved(tmp_path, name, data() if callable(data) else data)
    for pair in ((old, other), (other, old)):
        with pytest.raises(CommandError, match=sentence) as refused:
            run(*pair)
        assert name in str(refused.value)
        assert str(refused.value).endswith(".")


def test_command_refuses_a_missing_file_and_a_folder_in_a_sentence(tmp_path, old):
    for missing in (tmp_path / "none.json", tmp_path):
        with pytest.raises(CommandError, match=r"cannot be opened.*\.$"):
            run(old, missing)


def test_command_prints_halves_of_characters_as_question_marks(tmp_path):
    path = saved(
        tmp_path, "plan.json", r'{"paragraphs": [{"label": "\ud83d", "text": "a \ud83d"}]}'
    )
    assert compared(path, path)[0]["later"] == ["?"]


def test_command_needs_no_deployment(tmp_path, old):
    bare = {key: os.environ[key] for key in ("PATH", "HOME") if key in os.environ}
    for files_given, code in ((("old.json", "old.json"), 0), (("old.json", "none.json"), 1)):
        done = subprocess.run(
            [sys.executable, PROJECT / "manage.py", "compare_plans", *files_given, "--json"],
            env=bare,
            cwd=tmp_path,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == code, done.stderr
        assert "Traceback" not in done.stderr
        assert bool(done.stdout) is (code == 0)


def test_command_belongs_to_plans():
    assert get_commands()["compare_plans"] == "plans"
