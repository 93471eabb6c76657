"""A draft, and two points on it."""

import pytest

from tests.factories.recommendations import (
    recommend,
    version_of,
)
from tests.recommendations.actions.samples import PARTS


@pytest.fixture
def draft(officer):
    return version_of(PARTS, by=officer)


@pytest.fixture
def points(officer, draft):
    return [recommend(draft, by=officer, cites="1"), recommend(draft, by=officer, cites="2")]
