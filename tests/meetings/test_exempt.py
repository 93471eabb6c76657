import pytest

from meetings import exempt
from meetings.models import ExemptUnder


def test_every_paragraph_has_its_sentence():
    assert set(exempt.INFORMATION) == set(ExemptUnder.values)
    for number in ExemptUnder.values:
        part = 1 if number <= 7 else 4
        assert f"paragraph {number} of Part {part} of Schedule 12A" in exempt.sentence(number)
        assert exempt.head(number).startswith("NOT FOR PUBLICATION")


@pytest.mark.parametrize(
    ("nation", "first", "last", "part"), [("ENG", 1, 7, "Part 1"), ("WLS", 12, 18, "Part 4")]
)
def test_each_nation_has_its_part_of_the_schedule(nation, first, last, part):
    numbers = [number for number, _ in exempt.choices(nation)]
    assert numbers == list(range(first, last + 1))
    assert exempt.schedule_of(nation).startswith(part)


def test_what_was_chosen_before_stays_on_offer():
    assert [number for number, _ in exempt.choices("WLS", kept=3)][-1] == 3
    assert len(exempt.choices("ENG", kept=3)) == 7
