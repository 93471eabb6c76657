"""Words divided at the end of a line."""

import pytest

from pcp_scrutiny.documents.pdf.hyphens import Joiner


@pytest.mark.parametrize(
    ("known", "before", "after", "joined"),
    [
        ("", "co\u2010", "operation", "cooperation"),
        ("", "co\u00ad", "operation", "cooperation"),
        ("", "organi-", "sation", "organisation"),
        ("anti-social behaviour", "anti-", "social", "anti-social"),
        ("the multiagency team", "multi-", "agency", "multiagency"),
        ("a well run and known place", "well-", "known", "well-known"),
        ("", "Bury-", "Smith", "Bury-Smith"),
        ("", "2017-", "2021", "2017- 2021"),
        ("", "the plan -", "as drafted", "the plan - as drafted"),
        ("", "the plan", "as drafted", "the plan as drafted"),
    ],
)
def test_joiner_learns_from_the_document_whether_a_hyphen_stays(known, before, after, joined):
    assert Joiner([f"{known} end"]).join(before, after, " ") == joined
