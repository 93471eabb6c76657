"""Whole documents in the layouts that councils use, each read as a careful reader would."""

import json
from pathlib import Path

import pytest

from meetings.management.commands.read_minutes import as_json
from tests.meetings.reading.documents import LAYOUTS, kept, read_file, words

ALL = sorted(LAYOUTS.glob("*.txt"))


@pytest.mark.parametrize("path", ALL, ids=lambda path: path.stem)
def test_layout_is_read_as_a_careful_reader_would(path: Path) -> None:
    expected = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    assert as_json(read_file(path)) == expected


@pytest.mark.parametrize("path", ALL, ids=lambda path: path.stem)
def test_layout_keeps_every_word_once(path: Path) -> None:
    source = path.read_text(encoding="utf-8").replace("ﬁ", "fi")
    assert kept(read_file(path)) == words([source])


@pytest.mark.parametrize("name", ["plan_not_minutes", "letter_not_minutes"])
def test_what_is_no_minutes_gives_no_items(name: str) -> None:
    minutes = read_file(LAYOUTS / f"{name}.txt")
    assert not minutes.items
    assert "does not look like minutes" in minutes.unsure[0]
