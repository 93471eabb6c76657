"""A form sent twice is done once."""

from uuid import uuid4

from django.urls import reverse

from pcp_scrutiny.accounts.models import User
from pcp_scrutiny.once import Submission
from tests.factories.accounts import UserFactory

PERSON = {"name": "New One", "email": "new@panel.example", "is_active": "on"}


def test_repeat_goes_where_the_first_led_and_changes_nothing(client_of, administrator):
    client = client_of(administrator)
    form = {**PERSON, "once": str(uuid4())}
    first = client.post(reverse("accounts:add_person"), form)
    again = client.post(reverse("accounts:add_person"), form)
    assert first.url == again.url
    assert User.objects.filter(email="new@panel.example").count() == 1


def test_form_with_errors_can_be_sent_again_with_the_same_token(client_of, administrator):
    client = client_of(administrator)
    token = str(uuid4())
    client.post(reverse("accounts:add_person"), {**PERSON, "name": "", "once": token})
    assert not Submission.objects.exists()
    client.post(reverse("accounts:add_person"), {**PERSON, "once": token})
    assert User.objects.filter(email="new@panel.example").exists()


def test_token_of_one_person_is_nothing_to_another(client_of, administrator):
    other = UserFactory(is_administrator=True)
    token = str(uuid4())
    client_of(administrator).post(reverse("accounts:add_person"), {**PERSON, "once": token})
    second = {**PERSON, "email": "second@panel.example", "once": token}
    answer = client_of(other).post(reverse("accounts:add_person"), second)
    assert answer.status_code == 302
    assert User.objects.filter(email="second@panel.example").exists()


def test_nonsense_for_a_token_is_a_form_without_one(client_of, administrator):
    client_of(administrator).post(reverse("accounts:add_person"), {**PERSON, "once": "x"})
    assert User.objects.filter(email="new@panel.example").exists()
