"""The documents of real panels, where they are at hand."""

from datetime import date
from pathlib import Path

import pytest

from meetings.reading import Minutes
from tests.meetings.reading.documents import REAL, kept, of_kind, outline, read_file, words

pytestmark = pytest.mark.skipif(not REAL.exists(), reason="the real documents are not here")

FILES = sorted([*REAL.glob("*.txt"), *REAL.glob("layouts/*.txt")])
NO_MINUTES = {"000", "002", "21", "23", "25", "35", "41", "43"}


def real(start: str) -> Minutes:
    return read_file(next(path for path in FILES if path.name.startswith(f"{start}_")))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name[:3])
def test_every_word_of_a_real_document_is_kept_once(path: Path) -> None:
    source = path.read_text(encoding="utf-8").translate({0xFB01: "fi", 0xFB02: "fl"})
    assert kept(read_file(path)) == words([source])


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name[:3])
def test_only_minutes_and_agendas_have_items(path: Path) -> None:
    minutes = read_file(path)
    assert bool(minutes.items) == (path.name.split("_")[0] not in NO_MINUTES)


def test_an_addendum_has_its_advice_and_its_one_resolution() -> None:
    minutes = real("001")
    assert len(of_kind(minutes, "resolution")) == 1
    assert len(of_kind(minutes, "advice")) == 1
    assert len(of_kind(minutes, "key point")) == 10


def test_an_update_has_its_undertaking_and_numbered_resolutions() -> None:
    minutes = real("003")
    assert len(of_kind(minutes, "undertaking")) == 1
    resolved = [e for e in minutes.items[0].entries if e.kind == "resolution"]
    assert [entry.number for entry in resolved] == ["1.", "2."]


def test_a_page_of_a_meeting_has_its_panel_day_and_numbers() -> None:
    minutes = real("01")
    assert (minutes.body, minutes.date) == ("Surrey Police and Crime Panel", date(2020, 9, 15))
    assert [item.number for item in minutes.items] == ["39/20", "40/20", "41/20"]


def test_what_a_page_lost_is_unsure_and_not_made_up() -> None:
    precept = real("27")
    assert not of_kind(precept, "recommendation")
    assert any("recommends that" in sentence for sentence in precept.unsure)
    decimals = real("33")
    assert any("4.2 is missing" in sentence for sentence in decimals.unsure)
    stripped = real("37")
    assert any("no word says" in sentence for sentence in stripped.unsure)
    run_together = real("29")
    assert any("run together" in sentence for sentence in run_together.unsure)


def test_an_agenda_has_items_without_entries() -> None:
    agenda = real("39")
    assert all(line.startswith("## ") for line in outline(agenda))
    assert any("agenda" in sentence for sentence in agenda.unsure)
