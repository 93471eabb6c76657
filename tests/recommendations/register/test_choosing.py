"""What can be done to several recommendations at once, and to which it cannot."""

from datetime import date

import pytest

from recommendations.register.choosing import VERBS, as_it_is, why_not
from tests.factories.positions import position

SENT = {"sent_on": date(2026, 6, 15)}
DUE = {**SENT, "due_on": date(2026, 7, 15)}


@pytest.mark.parametrize(
    ("verb", "fields", "sentence"),
    [
        ("send", {}, ""),
        ("send", SENT, "It was sent on 15 June 2026."),
        ("revise", {}, "It has not been sent, so no date counts for it yet."),
        ("revise", SENT, "It was sent without a due date. Set the first one on its page."),
        ("revise", DUE, ""),
        (
            "revise",
            {**DUE, "answered_on": date(2026, 7, 1)},
            "It was answered on 1 July 2026.",
        ),
        ("confirm", {}, "It has no outcome to confirm."),
        ("confirm", {"to_confirm": True}, ""),
        ("theme", {}, ""),
        ("owner", {}, ""),
    ],
)
def test_why_not_is_a_sentence_or_nothing(verb, fields, sentence):
    assert why_not(verb, position(**fields)) == sentence


@pytest.mark.parametrize(
    ("verb", "fields", "words"),
    [
        ("send", {}, ""),
        ("revise", DUE, "Due by 15 July 2026"),
        ("revise", {}, ""),
        ("confirm", {}, ""),
        ("theme", {"theme": "Patrol"}, "Theme: Patrol"),
        ("theme", {"theme": ""}, "No theme"),
        ("owner", {"owner": "Chief Constable"}, "To act: Chief Constable"),
        ("owner", {}, "To act: PCC"),
    ],
)
def test_as_it_is_tells_what_would_change(verb, fields, words):
    assert as_it_is(verb, position(**fields), office="PCC") == words


def test_every_verb_has_its_words():
    assert list(VERBS) == ["send", "revise", "confirm", "theme", "owner"]
