"""Looking at a published pack, as its members do: what that costs, and when its files are gone."""

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse

from tests.factories.meetings import PaperFactory
from tests.meetings.making import publish


def page_of(response):
    return " ".join(response.content.decode().split())


@pytest.fixture
def paper(db):
    """A paper on the agenda of a planned meeting."""
    return PaperFactory(label="Paper A", title="Zanzibar")


@pytest.mark.parametrize("number", [1, 3])
@pytest.mark.parametrize(
    ("name", "queries"), [("pack", 15), ("pack_file", 5), ("read_pack", 7), ("detail", 18)]
)
def test_looking_at_a_pack_takes_a_fixed_number_of_queries(
    paper, clerk, member, client_of, django_assert_num_queries, name, queries, number
):
    for _ in range(number - 1):
        PaperFactory(item=paper.item)
    pack = publish(paper.item.meeting, by=clerk)
    client = client_of(member)
    key = pack.meeting_id if name == "detail" else pack.pk
    with django_assert_num_queries(queries):
        answer = client.get(reverse(f"meetings:{name}", args=[key]))
    assert answer.status_code == 200


@pytest.mark.parametrize(("name", "kept"), [("pack_file", "content"), ("read_pack", "edition")])
@pytest.mark.parametrize("is_gone", [True, False])
def test_pack_whose_file_is_not_as_made_is_answered_in_a_sentence(
    paper, clerk, member, client_of, name, kept, is_gone
):
    pack = publish(paper.item.meeting, by=clerk)
    file = getattr(pack, kept)
    file.storage.delete(file.name)
    if not is_gone:
        file.storage.save(file.name, ContentFile(b"Something else"))
    answer = client_of(clerk).get(reverse(f"meetings:{name}", args=[pack.pk]))
    assert answer.status_code == 409
    assert ("not where it was kept" if is_gone else "its checksum is another") in page_of(answer)
    answer = client_of(member).get(reverse(f"meetings:{name}", args=[pack.pk]))
    assert answer.status_code == 409
    assert "Tell the clerk." in page_of(answer)
