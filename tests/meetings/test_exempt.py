from meetings import exempt
from meetings.models import ExemptUnder


def test_every_paragraph_has_its_sentence():
    assert set(exempt.INFORMATION) == set(ExemptUnder.values)
    for number in ExemptUnder.values:
        assert f"paragraph {number} of Part 1 of Schedule 12A" in exempt.sentence(number)
        assert exempt.head(number).startswith("NOT FOR PUBLICATION")
