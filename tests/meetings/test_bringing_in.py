"""What is asked before minutes that were written elsewhere are recorded."""

import pytest

from meetings.bringing_in import is_another


@pytest.mark.parametrize(
    "body",
    [
        "Estermere Police and Crime Panel",
        "ESTERMERE POLICE AND CRIME PANEL",
        "Police and Crime Panel",
        "The Police, Fire and Crime Panel for Estermere",
        "",
    ],
)
def test_minutes_of_this_panel_by_any_form_of_its_name_are_its_own(body):
    assert not is_another(body, "Estermere Police and Crime Panel")


@pytest.mark.parametrize("body", ["Wexmoor Police and Crime Panel", "Audit Committee of Wexmoor"])
def test_minutes_that_name_someone_else_are_asked_about(body):
    assert is_another(body, "Estermere Police and Crime Panel")
