import pytest
from django.core.management import CommandError, call_command

from meetings import packs
from pcp_scrutiny import history
from tests.factories.meetings import MeetingFactory, PaperFactory


@pytest.mark.parametrize("audience", ["public", "full"])
def test_export_pack_writes_what_the_pages_make(db, tmp_path, capsys, audience):
    meeting = PaperFactory().item.meeting
    out = tmp_path / "pack.pdf"
    call_command("export_pack", str(meeting.pk), "--audience", audience, "--out", str(out))
    assert out.read_bytes() == packs.make(meeting, is_public=audience == "public")
    assert capsys.readouterr().out == f"{out}: 3 pages.\n"


def test_export_pack_finds_a_meeting_by_its_date(db, tmp_path):
    PaperFactory()
    out = tmp_path / "pack.pdf"
    call_command("export_pack", "2026-12-11", "--audience", "public", "--out", str(out))
    assert out.exists()


@pytest.mark.parametrize(
    ("meeting", "sentence"),
    [
        ("999", "There is no meeting 999"),
        ("2020-01-01", "There is no meeting 2020-01-01"),
        ("yesterday", "yesterday is neither a number nor a date"),
    ],
)
def test_export_pack_says_that_there_is_no_such_meeting(db, tmp_path, meeting, sentence):
    with pytest.raises(CommandError, match=sentence):
        call_command("export_pack", meeting, "--audience", "full", "--out", str(tmp_path / "x"))


def test_export_pack_asks_which_of_two(db, tmp_path):
    MeetingFactory(), MeetingFactory()
    with pytest.raises(CommandError, match="more than one"):
        call_command(
            "export_pack", "2026-12-11", "--audience", "full", "--out", str(tmp_path / "x")
        )


def test_export_pack_says_why_it_cannot(db, tmp_path):
    meeting = PaperFactory(text="").item.meeting
    arguments = ["export_pack", str(meeting.pk), "--audience", "full", "--out"]
    with pytest.raises(CommandError, match="has no text yet"):
        call_command(*arguments, str(tmp_path / "x"))
    paper = meeting.items.get().papers.get()
    paper.text = "Now it has."
    history.save(paper, by=None, why="Written")
    with pytest.raises(CommandError, match="cannot be written: No such file or directory"):
        call_command(*arguments, str(tmp_path / "none" / "x"))
