"""A file that waits to be confirmed: whose it is, how long it waits, what is left of it."""

import os
from datetime import timedelta
from pathlib import Path

import pytest
from django.core import signing
from django.core.files.storage import default_storage

from pcp_scrutiny.documents import holding
from pcp_scrutiny.documents.models import ReceivedFile

DATA = "\ufeffDear Chair,\r\nI agree.\x1a".encode()


def hold(by, data=DATA, **about):
    return holding.hold(data, purpose="letter", name="letter.txt", by=by, about=about)


def files():
    return default_storage.listdir(holding.FOLDER)[1] if _is_there() else []


def _is_there():
    return default_storage.exists(holding.FOLDER)


def age(days, hours=0):
    """Make every file that waits older than it is."""
    for name in files():
        path = Path(default_storage.path(f"{holding.FOLDER}/{name}"))
        then = path.stat().st_mtime - timedelta(days=days, hours=hours).total_seconds()
        os.utime(path, (then, then))


def signed_ago(monkeypatch, ago, make):
    """What ``make`` gives, its signature as old as ``ago``."""
    with monkeypatch.context() as patch:
        now = signing.time.time()
        patch.setattr(signing.time, "time", lambda: now - ago.total_seconds())
        return make()


def test_held_file_comes_back_byte_for_byte_with_what_was_said_about_it(officer):
    held = holding.find(hold(officer, version=4, pasted=False), purpose="letter", by=officer)
    assert (held.data, held.name) == (DATA, "letter.txt")
    assert held.about == {"version": 4, "pasted": False}


def test_held_file_is_not_in_the_database(officer, django_assert_num_queries):
    with django_assert_num_queries(0):
        holding.find(hold(officer), purpose="letter", by=officer)
    assert not ReceivedFile.objects.exists()


def test_held_file_is_nobody_elses(officer, clerk):
    token = hold(officer)
    with pytest.raises(holding.NotHeldError):
        holding.find(token, purpose="letter", by=clerk)
    with pytest.raises(holding.NotHeldError):
        holding.release(token, purpose="letter", by=clerk)
    assert holding.find(token, purpose="letter", by=officer).data == DATA


def test_same_file_held_by_two_is_held_twice(officer, clerk):
    mine, theirs = hold(officer), hold(clerk)
    holding.release(theirs, purpose="letter", by=clerk)
    assert holding.find(mine, purpose="letter", by=officer).data == DATA


@pytest.mark.parametrize(
    "spoil",
    [
        lambda token: token[:-1],
        lambda token: token + "x",
        lambda token: token.swapcase(),
        lambda token: "x" + token,
        lambda token: token.replace(":", ""),
    ],
)
def test_token_that_was_tampered_with_finds_nothing(officer, spoil):
    with pytest.raises(holding.NotHeldError):
        holding.find(spoil(hold(officer)), purpose="letter", by=officer)


@pytest.mark.parametrize("token", ["", "nonsense", "a:b:c"])
def test_nonsense_for_a_token_finds_nothing(officer, token):
    with pytest.raises(holding.NotHeldError):
        holding.find(token, purpose="letter", by=officer)


def test_token_signed_for_something_else_finds_nothing(officer):
    content = {"who": officer.pk, "digest": "0" * 64, "name": "letter.txt", "about": {}}
    with pytest.raises(holding.NotHeldError):
        holding.find(signing.dumps(content, salt="another"), purpose="letter", by=officer)


def test_token_works_for_a_week(officer, monkeypatch):
    nearly = holding.KEPT_FOR - timedelta(minutes=1)
    token = signed_ago(monkeypatch, nearly, lambda: hold(officer))
    assert holding.find(token, purpose="letter", by=officer).data == DATA


def test_token_older_than_a_week_finds_nothing(officer, monkeypatch):
    over = holding.KEPT_FOR + timedelta(minutes=1)
    token = signed_ago(monkeypatch, over, lambda: hold(officer))
    with pytest.raises(holding.NotHeldError):
        holding.find(token, purpose="letter", by=officer)


def test_released_file_is_gone(officer):
    token = hold(officer)
    holding.release(token, purpose="letter", by=officer)
    assert files() == []
    for again in (holding.find, holding.release):
        with pytest.raises(holding.NotHeldError):
            again(token, purpose="letter", by=officer)


def test_old_files_are_cleared_when_the_next_one_comes(officer):
    old = hold(officer, b"old")
    age(days=7, hours=1)
    new = hold(officer, b"new")
    assert len(files()) == 1
    assert holding.find(new, purpose="letter", by=officer).data == b"new"
    with pytest.raises(holding.NotHeldError):
        holding.find(old, purpose="letter", by=officer)


def test_file_sent_in_again_waits_from_then(officer):
    hold(officer)
    age(days=6)
    token = hold(officer)
    age(days=2)
    hold(officer, b"another")
    assert holding.find(token, purpose="letter", by=officer).data == DATA


def test_same_file_sent_in_twice_waits_once(officer):
    first, second = hold(officer, version=1), hold(officer, version=2)
    assert len(files()) == 1
    assert holding.find(first, purpose="letter", by=officer).about == {"version": 1}
    assert holding.find(second, purpose="letter", by=officer).about == {"version": 2}


def test_name_on_disk_is_not_the_senders(officer):
    token = holding.hold(DATA, purpose="letter", name="../../etc/passwd", by=officer, about={})
    [name] = files()
    assert "passwd" not in name
    assert holding.find(token, purpose="letter", by=officer).name == "../../etc/passwd"


def test_token_for_one_purpose_is_nothing_for_another(officer):
    with pytest.raises(holding.NotHeldError):
        holding.find(hold(officer), purpose="plan version", by=officer)
