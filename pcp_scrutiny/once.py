"""A form sent twice is done once.

``{% once %}`` puts a fresh token in a form. The first submission with it is carried out; when the
same token comes again (a double press, a reload, a lost answer), the person is sent where the
first one led, and nothing is done.
"""

from collections.abc import Callable
from uuid import UUID, uuid4

from django.db import IntegrityError, models, transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

FIELD = "once"


class Submission(models.Model):
    """A form that was carried out, and where it led."""

    key = models.CharField(primary_key=True, max_length=80)  # the person and their token
    led_to = models.TextField()
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        app_label = "pcp_scrutiny"
        indexes = [models.Index(fields=["at"], name="submission_at")]

    def __str__(self) -> str:
        return f"{self.key} led to {self.led_to}"


def new_token() -> str:
    """A token for one form on one page."""
    return str(uuid4())


def answer_once(request: HttpRequest, view: Callable[[], HttpResponse]) -> HttpResponse:
    """Run a view, unless it is the repeat of a form that was carried out before."""
    key = _key(request)
    if key is None:
        return view()
    if (earlier := _earlier(key)) is not None:
        return earlier
    try:
        with transaction.atomic():
            # Claimed before the view runs: a repeat that comes at the same moment waits here.
            claim = Submission.objects.create(key=key, led_to="")
            response = view()
            if isinstance(response, HttpResponseRedirect):
                claim.led_to = response.url
                claim.save(update_fields=["led_to"])
            else:
                # Not carried out: the form comes back with its errors.
                claim.delete()  # not historied: a submission is no record of the panel
            return response
    except IntegrityError:
        if (earlier := _earlier(key)) is None:
            raise
        return earlier


def _key(request: HttpRequest) -> str | None:
    if request.method != "POST":
        return None
    try:
        return f"{request.user.pk}:{UUID(request.POST.get(FIELD, ''))}"
    except ValueError:
        return None


def _earlier(key: str) -> HttpResponse | None:
    found = Submission.objects.filter(key=key).first()
    return HttpResponseRedirect(found.led_to) if found and found.led_to else None
