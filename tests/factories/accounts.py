"""People for tests."""

import factory

from pcp_scrutiny.accounts.models import User


class UserFactory(factory.django.DjangoModelFactory):
    """Someone without a role."""

    class Meta:
        model = User
        skip_postgeneration_save = True

    name = factory.Faker("name", locale="en_GB")
    email = factory.Sequence(lambda n: f"person{n}@panel.example")
    password = factory.django.Password("pass-phrase for tests")
