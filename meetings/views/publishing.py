"""Publishing an agenda pack, after seeing what that means."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from pcp_scrutiny.access import gate
from pcp_scrutiny.editing import saved

from .. import actions, pack_publishing
from ..forms.packs import PublishingForm
from ..models import Pack
from ..permissions import can_have_pack_published


@gate(can_have_pack_published, of=Pack)
def publish_pack(request: HttpRequest, pack: Pack) -> HttpResponse:
    """What is published for whom, with how much notice; then it is. Whoever comes second is shown
    that it is."""
    if pack.is_published:
        return redirect(pack)
    twin = pack_publishing.twin_to_publish(pack)
    # Nothing is sent where the box is not ticked.
    form = PublishingForm(request.POST if request.method == "POST" else None, twin=twin)
    chosen = [pack]

    def publish() -> bool:
        if twin and form.cleaned_data["with_twin"]:
            chosen.append(twin)
        return bool(actions.publish_packs(chosen, by=request.user))

    if request.method == "POST" and saved(form, publish):
        messages.success(request, pack_publishing.done(chosen))
        return redirect(pack)
    context = pack_publishing.before(pack, user=request.user, on=timezone.localdate())
    context |= {"form": form, "twin": twin}
    return render(request, "meetings/pack_publish.html", context)
