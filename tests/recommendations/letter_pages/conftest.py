import pytest

from tests.factories.recommendations import recommend, version_of
from tests.recommendations.correspondence.test_reviewing import HOURS, LETTER, THEFT
from tests.recommendations.letter_pages.sending import send_in


@pytest.fixture
def draft(officer):
    return version_of([("1", "Every ward has an officer."), ("2", "Patrols.")], by=officer)


@pytest.fixture
def points(officer, draft):
    return [recommend(draft, by=officer, text=words) for words in (HOURS, THEFT)]


@pytest.fixture
def waiting(client_of, officer, draft, points):
    """An officer's browser, and the address of the page that asks to check a letter."""
    client = client_of(officer)
    return client, send_in(client, draft, LETTER.encode()).url
