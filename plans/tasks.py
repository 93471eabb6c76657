"""Work on plans that takes long, done by the worker."""

from django.contrib.auth import get_user_model
from django_tasks import task

from . import actions


@task()
def renew_comparison(pk: int, by: int) -> None:
    """Bring a comparison up to date that was asked for and is awaited."""
    actions.renew_awaited(pk, by=get_user_model().objects.get(pk=by))
