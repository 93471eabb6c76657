"""What is pasted into minutes as plain text, as static/scripts/taking/paste.js reads it: no
word and no figure is lost but the signs of lists and the words that became a kind."""

import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from random import Random
from typing import Any

import pytest
from django.conf import settings

ASK = """
import { entriesOf, verbatim } from "./paste.js";
import { readFileSync } from "node:fs";
const texts = JSON.parse(readFileSync(0));
console.log(JSON.stringify(texts.map((text) => [verbatim("", text), entriesOf("", text)])));
"""
KEPT = [
    "10.5 million pounds",
    "10.5 million pounds\n10.6 million pounds",
    "3.15 pm adjourned",
    "3.15 The Chair left.\n3.16 The Chair returned.",
    "v. Smith",
    "§ 12 applies",
    "§ 12 applies\n§ 13 does not",
    "Recommendation 3: x",
    "12. May was wet.",
    "(b) applies",
    "A. Smith\nB. Jones",
    "- 5 degrees",
    "2.4\tmillion",
    "o well",
]
LISTS = [
    ("1. One\n2. Two", ["One", "Two"]),
    ("1. One\nMore of it\n2. Two", ["One", "More of it", "Two"]),
    ("(a) one\n(b) two", ["one", "two"]),
    ("iv) one\nv) two", ["one", "two"]),
    ("i. one\nii. two\niii. three\niv. four\nv. five", ["one", "two", "three", "four", "five"]),
    ("4.1 One\n4.2 Two", ["One", "Two"]),
    ("1. Days of action\n2. Points", ["Days of action", "Points"]),
    ("• one", ["one"]),
    ("- one\n- two", ["one", "two"]),
    ("7.\tSeven", ["Seven"]),
    ("1. One\n(a) aside\n3. Three", ["1. One", "(a) aside", "3. Three"]),
]


def read(texts: Sequence[str]) -> list[tuple[str | None, list[dict[str, Any]]]]:
    done = subprocess.run(
        [Path(sys.executable).parent / "node", "--input-type=module", "-e", ASK],
        cwd=Path(settings.BASE_DIR) / "static" / "scripts" / "taking",
        input=json.dumps(texts),
        capture_output=True,
        check=True,
        text=True,
    )
    return [tuple(one) for one in json.loads(done.stdout)]


@pytest.fixture(scope="module")
def known() -> dict[str, tuple[str | None, list[dict[str, Any]]]]:
    texts = [*KEPT, *(text for text, _ in LISTS)]
    return dict(zip(texts, read(texts), strict=True))


@pytest.mark.parametrize("text", KEPT)
def test_figure_or_word_that_looks_like_a_sign_is_kept(known, text) -> None:
    assert [entry["text"] for entry in known[text][1]] == text.replace("\t", " ").split("\n")


@pytest.mark.parametrize(("text", "rows"), LISTS)
def test_signs_of_a_list_are_taken_off(known, text, rows) -> None:
    assert [entry["text"] for entry in known[text][1]] == rows


def test_one_paragraph_goes_into_a_sentence_as_it_is() -> None:
    pasted = [
        "2.4 million this year",
        " noted",
        "Action: is needed",
        "1. one ",
        "- ",
        "a\u200b b\r\n",
    ]
    cleaned = [*pasted[:-1], "a b"]
    assert [words for words, _ in read(pasted)] == cleaned
    assert [words for words, _ in read(["One.\nTwo.", "1. one\n2. two"])] == [None, None]


BEGINNINGS = (
    *("1. ", "2. ", "3) ", "(a) ", "(b) ", "v. ", "iv. ", "• ", "- ", "o ", "§ ", "3.1 ", "3.2 "),
    *("10.5 ", "RESOLVED: ", "Action: ", "Recommendation 3: ", "Noted: ", "7.\t", "  ", "", ""),
)
WORDS = (
    "million",
    "pm",
    "the panel",
    "Smith",
    "agreed.",
    "12",
    "v. Ash",
    "£3.4m",
    "or – so",
    "Days",
)
SIGNS = {one.strip() for one in BEGINNINGS} - {"10.5", "§", "Recommendation 3:", "Noted:"}


def test_every_word_that_is_pasted_is_in_the_rows() -> None:
    chance = Random(7)
    texts = [
        "\n".join(
            chance.choice(BEGINNINGS) + " ".join(chance.choices(WORDS, k=chance.randint(1, 4)))
            for _ in range(chance.randint(1, 6))
        )
        for _ in range(2000)
    ]
    for text, (_, rows) in zip(texts, read(texts), strict=True):
        left = " ".join(row["text"] for row in rows).split()
        lost = []
        for word in text.split():
            if left and left[0] == word:
                left.pop(0)
            else:
                lost.append(word)
        assert not left, text
        assert set(lost) <= SIGNS, text
        leads = [word for word in lost if word.endswith(":")]
        assert len(leads) <= sum(row["kind"] is not None for row in rows), text
