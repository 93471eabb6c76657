"""How a kind is typed or pasted, as static/scripts/taking/words.js reads it."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings

ASK = """
import { kindOf, typedKind } from "./words.js";
const texts = JSON.parse(process.argv[1]);
console.log(JSON.stringify(texts.map((text) => [typedKind(text)?.kind ?? null, kindOf(text)])));
"""
# What is typed, the kind it turns an entry into at once, and the kind and words where it is pasted.
READ = [
    ("/r That", "resolution", None, "/r That"),
    ("/rec That", "recommendation", None, "/rec That"),
    ("res: That", "resolution", "resolution", "That"),
    ("RESOLVED: That", "resolution", "resolution", "That"),
    ("It was resolved: That", "resolution", "resolution", "It was resolved: That"[17:]),
    ("RESOLVED that it be noted", None, "resolution", "RESOLVED that it be noted"),
    ("Resolved – That", None, "resolution", "Resolved – That"[11:]),
    ("Recommendation 2: That", "recommendation", "recommendation", "Recommendation 2: That"),
    ("act: Clerk", "action", "action", "Clerk"),
    ("Undertaking: To", "undertaking", "undertaking", "To"),
    ("key: It", "key point", "key point", "It"),
    ("Act now: we must", None, None, "Act now: we must"),
    ("Action was taken: soon", None, None, "Action was taken: soon"),
    ("and/or both", None, None, "and/or both"),
    ("/ r and", None, None, "/ r and"),
    ("Resolved to act", None, None, "Resolved to act"),
]


@pytest.fixture(scope="module")
def read() -> dict[str, tuple[str | None, dict[str, str | None]]]:
    texts = [text for text, *_ in READ]
    done = subprocess.run(
        [Path(sys.executable).parent / "node", "--input-type=module", "-e", ASK, json.dumps(texts)],
        cwd=Path(settings.BASE_DIR) / "static" / "scripts" / "taking",
        capture_output=True,
        check=True,
        text=True,
    )
    return dict(zip(texts, map(tuple, json.loads(done.stdout)), strict=True))


@pytest.mark.parametrize(("text", "typed", "pasted", "words"), READ)
def test_kind_is_read_from_how_a_text_begins(read, text, typed, pasted, words) -> None:
    assert read[text] == (typed, {"kind": pasted, "text": words})
