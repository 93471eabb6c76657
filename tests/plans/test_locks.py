"""The database itself keeps a locked version as it is, whatever the code above it does."""

import pytest
from django.db import IntegrityError, connection, transaction

from plans.models import Paragraph, PlanVersion
from tests.factories.plans import PlanVersionFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def locked():
    return PlanVersionFactory(texts=["One.", "Two."], locked=True)


def refused(act):
    with pytest.raises(IntegrityError, match="locked version never changes"), transaction.atomic():
        act()


def test_a_paragraph_of_a_locked_version_cannot_be_changed(locked):
    refused(lambda: Paragraph.objects.filter(version=locked).update(text="Other."))
    assert {p.text for p in locked.paragraphs.all()} == {"One.", "Two."}


def test_a_paragraph_cannot_be_put_into_a_locked_version(locked):
    refused(
        lambda: Paragraph.objects.bulk_create(
            [Paragraph(version=locked, position=9, text="Slipped in.")]
        )
    )


def test_a_paragraph_cannot_be_moved_into_or_out_of_a_locked_version(locked):
    other = PlanVersionFactory(texts=["Three."])
    refused(lambda: Paragraph.objects.filter(version=other).update(version=locked))
    refused(lambda: Paragraph.objects.filter(version=locked).update(version=other))


def test_a_locked_version_cannot_be_changed_or_unlocked(locked):
    refused(lambda: PlanVersion.objects.filter(pk=locked.pk).update(kind="issued"))
    refused(lambda: PlanVersion.objects.filter(pk=locked.pk).update(locked_at=None))


def test_an_open_version_can_be_changed():
    version = PlanVersionFactory(texts=["One."])
    Paragraph.objects.filter(version=version).update(text="Other.")
    PlanVersion.objects.filter(pk=version.pk).update(kind="issued")
    assert version.paragraphs.get().text == "Other."


def test_a_locked_version_cannot_lose_a_paragraph_where_the_database_can_refuse_it(locked):
    def delete():
        Paragraph.objects.filter(version=locked).delete()

    if connection.vendor == "postgresql":
        refused(delete)
    else:
        delete()  # SQLite: Django empties its tables between tests in the same way
