"""Rendered parts, kept and found again."""

import os
from datetime import timedelta
from pathlib import Path

import pytest
from django.core.files.storage import default_storage
from django.utils import timezone

from meetings.packs import keeping

KEY = "a" * 64


def path(key=KEY):
    return Path(default_storage.path(f"parts/{key}.pdf"))


def test_what_is_kept_is_found():
    assert keeping.find(KEY) is None
    keeping.keep(KEY, b"%PDF content")
    assert keeping.find(KEY) == b"%PDF content"
    assert keeping.find("b" * 64) is None


def test_texts_are_kept_beside_parts():
    keeping.keep(KEY, b"<p>", ending="html")
    assert keeping.find(KEY) is None
    assert keeping.find(KEY, ending="html") == b"<p>"


@pytest.mark.parametrize("damaged", [b"", b"%PDF", b"%PDF content\n%kept 00"])
def test_a_damaged_part_is_as_good_as_none(damaged):
    keeping.keep(KEY, b"%PDF content")
    path().write_bytes(damaged)
    assert keeping.find(KEY) is None
    assert not path().exists()
    keeping.keep(KEY, b"%PDF content")
    assert keeping.find(KEY) == b"%PDF content"


def test_half_a_part_is_never_kept(monkeypatch):
    def full(self, target):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(OSError, match="No space left"):
        keeping.keep(KEY, b"%PDF content")
    assert list(path().parent.iterdir()) == []


def test_what_was_not_used_for_a_season_is_cleared_away():
    old, used, new = "a" * 64, "b" * 64, "c" * 64
    for key in (old, used, new):
        keeping.keep(key, b"%PDF content")
    then = (timezone.now() - keeping.UNUSED - timedelta(days=1)).timestamp()
    for key in (old, used):
        os.utime(path(key), (then, then))
    keeping.find(used)
    assert keeping.clear() == 1
    assert [path(key).exists() for key in (old, used, new)] == [False, True, True]


def test_there_may_be_nothing_to_clear():
    assert keeping.clear() == 0


def test_what_renders_has_one_name():
    assert keeping.renderer() == keeping.renderer()
    assert len(keeping.renderer()) == 64
