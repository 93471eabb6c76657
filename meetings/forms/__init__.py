"""The forms of meetings, in GOV.UK's wording."""

from .agenda import ItemForm, StandingForm
from .approving import ApprovalForm, CorrectingForm
from .attendance import AttendanceForm, MembersForm
from .declaring import DeclarationForm
from .meetings import MeetingForm, PublicationForm
from .members import MemberForm
from .minutes import CompletionForm, EntryForm
from .papers import PaperForm, PaperKindForm

__all__ = [
    "ApprovalForm",
    "AttendanceForm",
    "CompletionForm",
    "CorrectingForm",
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
