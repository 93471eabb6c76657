"""A deployment that is not configured does not start, and says what is missing."""

import os
import subprocess
import sys

import pytest
from django.conf import settings

NEEDED = {
    "SECRET_KEY": "a-secret-of-the-tests-that-is-long-enough-0123456789-abcdefgh",
    "DATABASE_URL": "sqlite://:memory:",
    "ALLOWED_HOSTS": "panel.example",
}


def manage(*words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    return subprocess.run(
        [sys.executable, "manage.py", *words],
        cwd=settings.BASE_DIR,
        env=kept | environment,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("missing", NEEDED)
def test_deployment_says_what_is_missing_in_one_sentence(missing):
    given = {name: value for name, value in NEEDED.items() if name != missing}
    answer = manage("check", **given)
    assert answer.returncode == 1
    assert f"PCP Scrutiny cannot start: set {missing} in the environment." in answer.stderr
    assert "Traceback" not in answer.stderr


def test_deployment_with_its_settings_is_safe():
    answer = manage("check", "--deploy", "--fail-level", "WARNING", **NEEDED)
    assert answer.returncode == 0, answer.stderr


def test_demo_needs_no_settings():
    assert manage("check", DEMO="1").returncode == 0


def test_reading_a_letter_needs_no_settings_and_no_database(tmp_path):
    letter = tmp_path / "letter.txt"
    letter.write_text("Recommendation 1: Say more.\n\nResponse: I agree. Please see paragraph 4.\n")
    answer = manage("read_letter", str(letter), "--json")
    assert answer.returncode == 0, answer.stderr
    assert '"4"' in answer.stdout
