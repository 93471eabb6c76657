"""Signing in and out, and passwords."""

import re

from django.urls import reverse

from tests.factories.accounts import UserFactory

PASSWORD = "pass-phrase for tests"


def test_sign_in_takes_the_address_in_any_case(client, officer):
    answer = client.post(
        reverse("accounts:sign_in"), {"username": "OFFICER@panel.example", "password": PASSWORD}
    )
    assert answer.status_code == 302
    assert answer.url == reverse("home")


def test_sign_in_refuses_a_wrong_password_in_a_sentence(client, officer):
    answer = client.post(
        reverse("accounts:sign_in"), {"username": officer.email, "password": "wrong"}
    )
    assert answer.status_code == 200
    assert "Enter the e-mail address and password of an account" in answer.content.decode()


def test_sign_in_refuses_someone_who_has_left(client, db):
    gone = UserFactory(is_active=False)
    answer = client.post(
        reverse("accounts:sign_in"), {"username": gone.email, "password": PASSWORD}
    )
    assert answer.status_code == 200
    assert "_auth_user_id" not in client.session


def test_sign_in_goes_on_to_the_page_asked_for(client, officer):
    wanted = reverse("accounts:account")
    asked = client.get(wanted)
    assert asked.url == f"{reverse('accounts:sign_in')}?next={wanted}"
    answer = client.post(asked.url, {"username": officer.email, "password": PASSWORD})
    assert answer.url == wanted


def test_sign_in_never_leaves_the_site(client, officer):
    answer = client.post(
        reverse("accounts:sign_in") + "?next=https://elsewhere.example/",
        {"username": officer.email, "password": PASSWORD},
    )
    assert answer.url == reverse("home")


def test_sign_out_needs_a_post(client_of, officer):
    client = client_of(officer)
    assert client.get(reverse("accounts:sign_out")).status_code == 405
    client.post(reverse("accounts:sign_out"))
    assert "_auth_user_id" not in client.session


def test_forgotten_password_sends_a_link_that_works_once(client, officer, mailoutbox):
    client.post(reverse("accounts:forgotten_password"), {"email": officer.email})
    link = re.search(r"http://testserver(\S+)", mailoutbox[0].body)[1]
    form = client.get(link)
    client.post(
        form.url, {"new_password1": "three words apart", "new_password2": "three words apart"}
    )
    officer.refresh_from_db()
    assert officer.check_password("three words apart")
    assert "This link no longer works" in client.get(link).content.decode()


def test_forgotten_password_does_not_tell_who_has_an_account(client, db, mailoutbox):
    answer = client.post(reverse("accounts:forgotten_password"), {"email": "who@panel.example"})
    assert answer.url == reverse("accounts:password_link_sent")
    assert mailoutbox == []


def test_change_password_asks_for_the_old_one(client_of, officer):
    client = client_of(officer)
    new = {"new_password1": "three words apart", "new_password2": "three words apart"}
    wrong = client.post(reverse("accounts:change_password"), {"old_password": "no", **new})
    assert wrong.status_code == 200
    client.post(reverse("accounts:change_password"), {"old_password": PASSWORD, **new})
    officer.refresh_from_db()
    assert officer.check_password("three words apart")


def test_signing_in_leaves_no_history(client, officer):
    before = officer.history.count()
    client.post(reverse("accounts:sign_in"), {"username": officer.email, "password": PASSWORD})
    assert officer.history.count() == before
