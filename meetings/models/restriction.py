"""What may be withheld from the public."""

from django.db import models


class ExemptUnder(models.IntegerChoices):
    """The paragraph of Part 1 of Schedule 12A to the Local Government Act 1972 under which
    information is exempt."""

    INDIVIDUAL = 1, "Paragraph 1: information relating to an individual"
    IDENTITY = 2, "Paragraph 2: information likely to reveal the identity of an individual"
    FINANCIAL = 3, "Paragraph 3: financial or business affairs of a person"
    LABOUR = 4, "Paragraph 4: consultations or negotiations on labour relations"
    LEGAL = 5, "Paragraph 5: legal professional privilege"
    NOTICE = 6, "Paragraph 6: notices, orders or directions under an enactment"
    CRIME = 7, "Paragraph 7: prevention, investigation or prosecution of crime"


def restricted_under() -> models.PositiveSmallIntegerField:
    """The field that marks something "not for publication" and says why."""
    return models.PositiveSmallIntegerField(
        "not for publication under", choices=ExemptUnder, null=True, blank=True
    )
