"""The forms of meetings, in GOV.UK's wording."""

from .agenda import ItemForm, StandingForm
from .attendance import AttendanceForm, DeclarationForm, MembersForm
from .meetings import MeetingForm, PublicationForm
from .members import MemberForm
from .minutes import ApprovalForm, CompletionForm, EntryForm
from .papers import PaperForm, PaperKindForm

__all__ = [
    "ApprovalForm",
    "AttendanceForm",
    "CompletionForm",
    "DeclarationForm",
    "EntryForm",
    "ItemForm",
    "MeetingForm",
    "MemberForm",
    "MembersForm",
    "PaperForm",
    "PaperKindForm",
    "PublicationForm",
    "StandingForm",
]
