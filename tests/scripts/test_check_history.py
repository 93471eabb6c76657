from pathlib import Path

import pytest

from scripts import check_history


@pytest.mark.parametrize(
    "line",
    [
        "Paragraph.objects.filter(version=version).update(label='1')",
        "paragraphs.update(**changes)",
        "await paragraphs.aupdate(label='1')",
        "Paragraph.objects.bulk_create(paragraphs)",
        "Paragraph.objects.bulk_update(paragraphs, ['label'])",
        "version.paragraphs.all().delete()",
        "version.delete()",
        "Paragraph.objects.filter(pk=1)._raw_delete(using='default')",
        "version.number = F('number') + 1",
        "version.number += models.F('step')",
        "Version.objects.create(number=F('other') + 1)",
        "Version.objects.raw('SELECT 1')",
        "versions.annotate(n=RawSQL('SELECT 1', ()))",
        "connection.cursor()",
        "cursor.execute('DELETE FROM plans_version')",
    ],
)
def test_findings_names_a_write_that_leaves_no_history(line: str) -> None:
    [(number, sentence)] = check_history.findings(f"x = 1\n{line}\n")
    assert number == 2
    assert sentence


@pytest.mark.parametrize(
    "line",
    [
        "history.save(version, by=user, reason='Typing error', seen=seen)",
        "history.delete(version, by=user, reason='Entered twice')",
        "history.create_many(paragraphs, by=user, reason='Read from a document')",
        "digest.update(block)",
        "counts.update({'added': 1})",
        "cache.delete(key)",
        "received.file.delete(save=False)",
        "versions.filter(end__gt=F('start')).order_by(F('number').desc())",
        "condition = Q(end__gt=F('start'))",
        "update(label='1')",
        "'Paragraph.objects.update(label=1)'",
        "extra = {'a': 1}",
    ],
)
def test_findings_leaves_other_code_alone(line: str) -> None:
    assert check_history.findings(f"{line}\n") == []


@pytest.mark.parametrize(
    "source",
    [
        "sessions.update(seen=True)  # not historied: a session is no record of the panel\n",
        "# not historied: a session is no record of the panel\nsessions.update(seen=True)\n",
        "sessions.update(\n    seen=True,  # not historied: a session is no record\n)\n",
    ],
)
def test_findings_accepts_a_line_that_says_why(source: str) -> None:
    assert check_history.findings(source) == []


def test_findings_asks_for_the_reason_of_a_marker() -> None:
    [(line, sentence)] = check_history.findings("sessions.update(seen=True)  # not historied:\n")
    assert line == 1
    assert "why" in sentence


def test_findings_names_a_marker_that_excuses_nothing() -> None:
    [(line, sentence)] = check_history.findings("x = 1\n# not historied: it was once\ny = 2\n")
    assert line == 2
    assert "remove" in sentence


def test_findings_reads_markers_in_comments_only() -> None:
    source = "rows.update(text='# not historied: a trick')\n"
    assert [line for line, _ in check_history.findings(source)] == [1]


def test_main_prints_file_and_line_and_fails(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write = "Version.objects.update(number=1)\n"
    for name in ("plans/actions.py", "plans/migrations/0001.py", "pcp_scrutiny/history/rows.py"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"import x\n{write}")
    packages = '[tool.importlinter]\nroot_packages = ["plans", "pcp_scrutiny"]\n'
    (tmp_path / "pyproject.toml").write_text(packages)
    assert check_history.main(tmp_path) == 1
    shown = capsys.readouterr().out.splitlines()
    assert len(shown) == 1
    assert shown[0].startswith("plans/actions.py:2: .update() writes no history")


def test_main_is_silent_where_nothing_is_wrong(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "pyproject.toml").write_text('[tool.importlinter]\nroot_packages = ["plans"]\n')
    assert check_history.main(tmp_path) == 0
    assert capsys.readouterr().out == ""


def test_findings_names_a_change_of_links() -> None:
    [(line, sentence)] = check_history.findings("citation.paragraphs.set(found)\n", {"paragraphs"})
    assert line == 1
    assert ".paragraphs.set() changes links" in sentence


def test_findings_leaves_sets_of_other_names_alone() -> None:
    source = "sources.add(source)\nself.names.add(name)\n"
    assert check_history.findings(source, {"paragraphs"}) == []
