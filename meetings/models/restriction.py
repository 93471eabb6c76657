"""What may be withheld from the public."""

from django.db import models


class ExemptUnder(models.IntegerChoices):
    """The paragraph of Schedule 12A to the Local Government Act 1972 under which information is
    exempt: of Part 1 in England, of Part 4 in Wales."""

    INDIVIDUAL = 1, "Paragraph 1: information relating to an individual"
    IDENTITY = 2, "Paragraph 2: information likely to reveal the identity of an individual"
    FINANCIAL = 3, "Paragraph 3: financial or business affairs of a person"
    LABOUR = 4, "Paragraph 4: consultations or negotiations on labour relations"
    LEGAL = 5, "Paragraph 5: legal professional privilege"
    NOTICE = 6, "Paragraph 6: notices, orders or directions under an enactment"
    CRIME = 7, "Paragraph 7: prevention, investigation or prosecution of crime"
    WALES_INDIVIDUAL = 12, "Paragraph 12: information relating to a particular individual"
    WALES_IDENTITY = 13, "Paragraph 13: information likely to reveal the identity of an individual"
    WALES_FINANCIAL = 14, "Paragraph 14: financial or business affairs of a particular person"
    WALES_LABOUR = 15, "Paragraph 15: consultations or negotiations on labour relations"
    WALES_LEGAL = 16, "Paragraph 16: legal professional privilege"
    WALES_NOTICE = 17, "Paragraph 17: notices, orders or directions under an enactment"
    WALES_CRIME = 18, "Paragraph 18: prevention, investigation or prosecution of crime"


def restricted_under() -> models.PositiveSmallIntegerField:
    """The field that marks something "not for publication" and says why."""
    return models.PositiveSmallIntegerField(
        "not for publication under", choices=ExemptUnder, null=True, blank=True
    )
