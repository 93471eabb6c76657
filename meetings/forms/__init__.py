"""The forms of meetings, in GOV.UK's wording."""

from .agenda import ItemForm, StandingForm
from .approving import ApprovalForm, CorrectingForm
from .attendance import AttendanceForm, MembersForm
from .declaring import DeclarationForm
from .entries import EntryForm, ExcludeForm, ExclusionForm, ReadmitForm
from .meetings import MeetingForm, PublicationForm
from .members import MemberForm
from .papers import PaperForm, PaperKindForm
from .tasks import ActionFilters, ActionForm, CompletionForm
from .uploaded import UploadedPaperForm, paper_form

__all__ = [
    "ActionFilters",
    "ActionForm",
    "ApprovalForm",
    "AttendanceForm",
    "CompletionForm",
    "CorrectingForm",
    "DeclarationForm",
    "EntryForm",
    "ExcludeForm",
    "ExclusionForm",
    "ItemForm",
    "MeetingForm",
    "MemberForm",
    "MembersForm",
    "PaperForm",
    "PaperKindForm",
    "PublicationForm",
    "ReadmitForm",
    "StandingForm",
    "UploadedPaperForm",
    "paper_form",
]
