"""The agenda: its items and their papers."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from pcp_scrutiny.access import gate
from pcp_scrutiny.editing import saved

from .. import actions, papers
from ..forms import ItemForm, PaperForm, PaperKindForm
from ..models import AgendaItem, Meeting, Paper
from ..permissions import can_edit_item, can_edit_meeting, can_edit_paper, can_view_meeting
from .answers import attempt, confirm
from .labelling import tells_labels


@gate(can_edit_meeting, of=Meeting)
@tells_labels
def add_item(request: HttpRequest, meeting: Meeting) -> HttpResponse:
    """Put an item on the agenda."""
    after = request.GET.get("after", "")
    new = AgendaItem(meeting=meeting, position=0, is_part="part" in request.GET)
    form = ItemForm(request.POST or None, instance=new, initial={"place": after})
    if request.method == "POST" and saved(
        form, lambda: actions.add_item(form.instance, after=form.after, by=request.user)
    ):
        messages.success(request, f"Item {form.instance.number} is on the agenda.")
        return redirect(form.instance)
    context = {
        "title": "Add an agenda item",
        "form": form,
        "cancel_url": meeting.get_absolute_url(),
    }
    return render(request, "form.html", context)


@gate(can_edit_item, of=AgendaItem)
@tells_labels
def edit_item(request: HttpRequest, item: AgendaItem) -> HttpResponse:
    """Change an item."""
    form = ItemForm(request.POST or None, instance=item)
    if request.method == "POST" and saved(
        form,
        lambda: actions.change_item(item, by=request.user, seen=form.stamp, opening=form.opening),
    ):
        messages.success(request, f"Item {item.number} has been changed.")
        return redirect(item)
    context = {
        "title": f"Change item {item.number}",
        "form": form,
        "cancel_url": item.get_absolute_url(),
    }
    return render(request, "form.html", context)


@gate(can_edit_item, of=AgendaItem)
@tells_labels
def delete_item(request: HttpRequest, item: AgendaItem) -> HttpResponse:
    """Take an item off the agenda."""
    if request.method == "POST":
        meeting = item.meeting
        attempt(
            request,
            lambda: actions.remove_item(item, by=request.user),
            done="The item has been taken off the agenda.",
        )
        return redirect(meeting)
    return confirm(
        request,
        title=f"Take item {item.number}, {item.title}, off the agenda",
        cancel_url=item.get_absolute_url(),
    )


@gate(can_edit_item, of=AgendaItem)
@tells_labels
def add_paper(request: HttpRequest, item: AgendaItem) -> HttpResponse:
    """Put a paper under an item: first its kind is asked for, then what that kind needs."""
    title = f"Add a paper under item {item.number}"
    kinds = _kinds(request, Paper.WRITTEN)
    if request.method != "POST" and not kinds.is_valid():
        return _ask_kind(request, kinds, title=title, item=item)
    paper = Paper(item=item, position=0, kind=request.GET.get("kind", Paper.WRITTEN))
    form = PaperForm(request.POST or None, instance=paper)
    if request.method == "POST" and saved(
        form, lambda: actions.add_paper(form.instance, by=request.user)
    ):
        messages.success(request, f"{form.instance} has been added.")
        return redirect(item)
    context = {"title": title, "item": item, "form": form}
    return render(request, "meetings/paper_form.html", context)


def _kinds(request: HttpRequest, kind: str) -> PaperKindForm:
    """The choice of a kind that the address holds, if it holds one."""
    asked = request.GET if "kind" in request.GET else None
    return PaperKindForm(asked, initial={"kind": kind})


def _ask_kind(
    request: HttpRequest, kinds: PaperKindForm, *, title: str, item: AgendaItem
) -> HttpResponse:
    context = {"title": title, "item": item, "form": kinds}
    return render(request, "meetings/paper_kind.html", context)


@gate(can_view_meeting, of=Paper)
def paper(request: HttpRequest, paper: Paper) -> HttpResponse:
    """Read a paper. One from the record is read where the record is."""
    if paper.kind != Paper.WRITTEN:
        return redirect(papers.link(paper) or paper.item)
    context = {"paper": paper, "item": paper.item, "meeting": paper.item.meeting}
    return render(request, "meetings/paper.html", context)


@gate(can_edit_paper, of=Paper)
@tells_labels
def edit_paper(request: HttpRequest, paper: Paper) -> HttpResponse:
    """Change a paper; with ``?kind`` into one of another kind."""
    title = f"Change {paper.label or paper.title}"
    kinds = _kinds(request, paper.kind)
    if "choose" in request.GET or (kinds.is_bound and not kinds.is_valid()):
        return _ask_kind(request, kinds, title=title, item=paper.item)
    paper.kind = request.GET.get("kind", paper.kind)
    form = PaperForm(request.POST or None, instance=paper)
    if request.method == "POST" and saved(
        form, lambda: actions.change_paper(paper, by=request.user, seen=form.stamp)
    ):
        messages.success(request, f"{paper} has been changed.")
        return redirect(paper.item)
    context = {"title": title, "item": paper.item, "form": form}
    return render(request, "meetings/paper_form.html", context)


@gate(can_edit_paper, of=Paper)
@tells_labels
def delete_paper(request: HttpRequest, paper: Paper) -> HttpResponse:
    """Take a paper away."""
    if request.method == "POST":
        item = paper.item
        attempt(
            request,
            lambda: actions.remove_paper(paper, by=request.user),
            done="The paper has been removed.",
        )
        return redirect(item)
    return confirm(request, title=f"Remove {paper}", cancel_url=paper.item.get_absolute_url())
