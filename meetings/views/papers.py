"""Papers under the items of an agenda: adding, reading, changing and removing them."""

from django.contrib import messages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from pcp_scrutiny.access import find_visible, gate
from pcp_scrutiny.accounts.models import User
from pcp_scrutiny.documents.responses import as_received
from pcp_scrutiny.editing import saved

from .. import actions, paper_pages
from ..agenda import paper_labels
from ..forms import PaperForm, PaperKindForm, paper_form
from ..models import AgendaItem, Paper
from ..packs import supplements
from ..permissions import can_edit_item, can_edit_paper, can_view_meeting
from .answers import attempt, confirm
from .labelling import tells_labels

IN_A_PACK = "It is in a published pack; the next version will leave it out."


@gate(can_edit_item, of=AgendaItem)
@tells_labels
def add_paper(request: HttpRequest, item: AgendaItem) -> HttpResponse:
    """Put a paper under an item: first its kind is asked for, then what that kind needs."""
    title = f"Add a paper under item {item.number}"
    kinds = _kinds(request, Paper.WRITTEN)
    if request.method != "POST" and not kinds.is_valid():
        return _ask_kind(request, kinds, title=title, item=item)
    paper = Paper(item=item, position=0, kind=request.GET.get("kind", Paper.WRITTEN))
    form = paper_form(request, paper)
    if request.method == "POST" and saved(
        form, lambda: actions.add_paper(paper, by=request.user, **form.came_with)
    ):
        _say(request, form, "added")
        return redirect(paper if "received" in form.came_with else item)
    return _ask(request, form, title=title, item=item)


def _kinds(request: HttpRequest, kind: str) -> PaperKindForm:
    """The choice of a kind that the address holds, if it holds one."""
    asked = request.GET if "kind" in request.GET else None
    return PaperKindForm(asked, initial={"kind": kind})


def _ask_kind(
    request: HttpRequest, kinds: PaperKindForm, *, title: str, item: AgendaItem
) -> HttpResponse:
    context = {"title": title, "item": item, "form": kinds}
    return render(request, "meetings/paper_kind.html", context)


def _ask(request: HttpRequest, form: PaperForm, *, title: str, item: AgendaItem) -> HttpResponse:
    if form.is_bound:
        form.hold_file()
    return render(request, "meetings/paper_form.html", {"title": title, "item": item, "form": form})


def _say(request: HttpRequest, form: PaperForm, done: str) -> None:
    """What was done, and what the form did not say: its label by its place, and the day of
    publication that it was given."""
    paper, typed = form.instance, form.cleaned_data.get("label", "")
    messages.success(request, f"{paper} has been {done}.")
    if not paper_labels.same(paper.label, typed):
        told = f"Labels follow the order of the agenda: it is {paper.label} by its place, not"
        messages.info(request, f"{told} {typed}.")
    if paper.published_on and not form.cleaned_data.get("published_on"):
        messages.info(
            request,
            "It is recorded as published today. If a supplement publishes it on another day, "
            "change its day before you make the supplement.",
        )


@gate(can_view_meeting, of=Paper)
def paper(request: HttpRequest, paper: Paper) -> HttpResponse:
    """Read a paper. One from the record is read where the record is."""
    if (elsewhere := paper_pages.elsewhere(paper)) and not paper.background:
        return redirect(elsewhere)
    return render(request, "meetings/paper.html", paper_pages.of_paper(paper))


def _with_a_file(user: User, pk: int) -> Paper:
    paper = find_visible(Paper, user, pk=pk)
    if paper.file is None:
        raise Http404
    return paper


@gate(can_view_meeting, of=_with_a_file)
def paper_file(request: HttpRequest, paper: Paper) -> FileResponse:
    """The file as it was received; with ``?printed`` the PDF that goes into packs, with ``?was``
    one that was replaced."""
    if was := request.GET.get("was"):
        pk = int(was) if was.isdecimal() else 0
        return as_received(get_object_or_404(paper_pages.earlier_files(paper), pk=pk))
    return as_received(paper.printed if "printed" in request.GET else paper.file)


@gate(can_edit_paper, of=Paper)
@tells_labels
def edit_paper(request: HttpRequest, paper: Paper) -> HttpResponse:
    """Change a paper; with ``?kind`` into one of another kind."""
    title = f"Change {paper.label or paper.title}"
    kinds = _kinds(request, paper.kind)
    if "choose" in request.GET or (kinds.is_bound and not kinds.is_valid()):
        return _ask_kind(request, kinds, title=title, item=paper.item)
    paper.kind = request.GET.get("kind", paper.kind)
    form = paper_form(request, paper)
    if request.method == "POST" and saved(
        form,
        lambda: actions.change_paper(paper, by=request.user, seen=form.stamp, **form.came_with),
    ):
        _say(request, form, "changed")
        return redirect(paper if "received" in form.came_with else paper.item)
    return _ask(request, form, title=title, item=paper.item)


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
    return confirm(
        request,
        title=f"Remove {paper}",
        besides=IN_A_PACK if _is_published(paper) else "",
        cancel_url=paper.item.get_absolute_url(),
    )


def _is_published(paper: Paper) -> bool:
    """Whether it is in what is published and in force."""
    out = supplements.published(paper.item.meeting)
    return paper.pk in supplements.papers_in(supplements.in_force(out))
