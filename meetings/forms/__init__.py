"""The forms of meetings, in GOV.UK's wording."""

from .agenda import ItemForm, MeetingForm, PaperForm, PaperKindForm, PublicationForm
from .attendance import AttendanceForm, DeclarationForm, MembersForm
from .members import MemberForm
from .minutes import ApprovalForm, CompletionForm, EntryForm

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
]
