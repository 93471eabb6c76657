"""A way to read what was printed."""

import io

import pikepdf
import pytest

from pcp_scrutiny import pdf
from tests.pcp_scrutiny.pdf.documents import document


@pytest.fixture
def printed():
    """Print a body and open the result."""

    def do(body: str, **options) -> pikepdf.Pdf:
        return pikepdf.open(io.BytesIO(pdf.render(document(body), **options)))

    return do
