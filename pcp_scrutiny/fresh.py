"""A page that many ask for again and again is made again only when it would say something else.

    @gate(can_view_meeting, of=Meeting)
    @made_once_while_it_stands(by_the_clock=has_begun)
    def minutes(request, meeting): ...

A browser keeps the page and asks each time whether it still stands (``private, no-cache``, an
ETag): 304, as long as nothing in the record changed (``history.standing``), the same person asks
with the same roles in the same session, on the same day, and the program is the same. A page that
shows a message is never kept: the message is for once.
"""

import hashlib
from collections.abc import Callable
from functools import cache, wraps
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.messages import get_messages
from django.contrib.staticfiles.storage import staticfiles_storage
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.cache import get_conditional_response, patch_cache_control

from . import history

View = Callable[..., HttpResponse]
OK = 200


def made_once_while_it_stands(*, by_the_clock: Callable[..., Any]) -> Callable[[View], View]:
    """Answer 304 to whoever has the page that the view would make. The view looks at nothing but
    the record, the person, the address, the day, and what ``by_the_clock`` says of what it
    shows."""

    def decorate(view: View) -> View:
        @wraps(view)
        def fresh(request: HttpRequest, *shown: Any) -> HttpResponse:
            # Where the record stands is asked before it is read: what changes meanwhile is in the
            # page without being in its tag, and is at worst sent once more.
            standing = history.standing()
            tag = _tag(request, standing.stamp, by_the_clock(*shown))
            is_for_once = request.method != "GET" or len(get_messages(request)) > 0
            known = None if is_for_once else get_conditional_response(request, etag=tag)
            response = known or view(request, *shown)
            patch_cache_control(response, private=True, no_cache=True)
            is_made = standing.is_quiet and not is_for_once and response.status_code == OK
            if known or is_made:
                response.headers["ETag"] = tag
            return response

        return fresh

    return decorate


def _tag(request: HttpRequest, *also: Any) -> str:
    """Weak: the tokens in the page's forms are others each time, and each of them serves."""
    user = request.user
    told = (
        also,
        _program(),
        request.get_full_path(),
        user.pk,
        user.name,
        user.roles,
        request.META.get("CSRF_COOKIE"),
        timezone.localdate(),
    )
    return f'W/"{hashlib.sha256(repr(told).encode()).hexdigest()[:32]}"'


@cache
def _program() -> str:
    """What tells one state of the program from the next: a new one makes its pages anew."""
    files = (
        path
        for folder in ("templates", *settings.INSTALLED_APPS)
        for path in Path(settings.BASE_DIR, *folder.split(".")).rglob("*")
        if path.suffix in (".html", ".py")
    )
    states = sorted(f"{path} {path.stat().st_mtime_ns} {path.stat().st_size}" for path in files)
    states.append(str(getattr(staticfiles_storage, "manifest_hash", "")))
    return hashlib.sha256("\n".join(states).encode()).hexdigest()
