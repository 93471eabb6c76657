"""Forms as GOV.UK forms."""

import pytest
from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.template import Context, Template
from django.template.loader import render_to_string

from pcp_scrutiny.components.errors import summarise
from pcp_scrutiny.components.forms import DateField
from pcp_scrutiny.components.wording import lower_first


class Recommendation(forms.Form):
    fieldsets = [("Where it was raised", ["held"])]

    title = forms.CharField(max_length=20, help_text="As it stands in the <b>tracker</b>.")
    email = forms.EmailField(label="Email address", required=False)
    votes = forms.IntegerField(
        label="Votes for",
        required=False,
        widget=forms.NumberInput(attrs={"width": 3, "class": "x"}),
    )
    words = forms.CharField(label="Suggested wording", required=False, widget=forms.Textarea)
    theme = forms.ChoiceField(choices=[("v", "Victims")])
    owner = forms.ChoiceField(
        label="Who answers?", choices=[("c", "Commissioner")], widget=forms.RadioSelect
    )
    kinds = forms.MultipleChoiceField(
        label="Kinds", choices=[("r", "Reworded")], widget=forms.CheckboxSelectMultiple
    )
    agreed = forms.BooleanField(label="The panel resolved this")
    letter = forms.FileField()
    held = DateField(label="Date of meeting")
    password = forms.CharField(widget=forms.PasswordInput)
    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def clean(self) -> None:
        if self.cleaned_data.get("votes") == 99:
            raise ValidationError("There are only 20 members")


def test_an_unsent_form_has_no_errors_and_no_summary():
    html = str(Recommendation())
    assert "error" not in html.replace("--error", "")


def test_labels_say_what_is_optional():
    html = str(Recommendation())
    assert "Suggested wording (optional)" in html
    assert "Title (optional)" not in html


def test_labels_of_a_filter_do_not_say_it():
    class Filter(forms.Form):
        mark_optional = False
        state = forms.CharField(required=False)

    assert "(optional)" not in str(Filter())


def test_hints_are_described_and_escaped():
    html = str(Recommendation())
    assert 'id="id_title_helptext" class="govuk-hint"' in html
    assert 'aria-describedby="id_title_helptext"' in html
    assert "&lt;b&gt;tracker" in html


def test_widgets_have_govuk_classes_and_keep_their_own():
    form = Recommendation()
    assert 'class="govuk-input govuk-input--width-3 x"' in str(form["votes"])
    assert 'class="govuk-textarea"' in str(form["words"])
    assert 'class="govuk-select"' in str(form["theme"])
    assert "govuk-file-upload" in str(form["letter"])
    assert "govuk-radios__input" in str(form["owner"])
    assert "govuk-checkboxes__input" in str(form["kinds"])
    assert "govuk-checkboxes__input" in str(form["agreed"])
    assert "govuk-js-password-input-input" in str(form["password"])


def test_the_browser_is_not_asked_to_refuse_or_cut_what_is_typed():
    html = str(Recommendation())
    for attribute in ("required", "maxlength", 'type="number"'):
        assert attribute not in html


def test_groups_have_a_legend_and_single_fields_a_label():
    html = str(Recommendation())
    assert '<label class="govuk-label govuk-label--s" for="id_title">Title</label>' in html
    assert '<legend class="govuk-fieldset__legend govuk-fieldset__legend--s">Who answers?' in html
    assert html.index("Where it was raised") < html.index("Date of meeting") < html.index("Title")


@pytest.mark.parametrize(
    ("field", "data", "message", "target"),
    [
        ("title", {}, "Enter title", "id_title"),
        ("title", {"title": "x" * 21}, "Title must be 20 characters or less", "id_title"),
        (
            "email",
            {"email": "x"},
            "Enter an email address in the correct format, like name@example.com",
            "id_email",
        ),
        ("votes", {"votes": "many"}, "Votes for must be a number, like 12", "id_votes"),
        ("theme", {}, "Select theme", "id_theme"),
        ("theme", {"theme": "z"}, "Choose theme from the list", "id_theme"),
        ("owner", {}, "Answer the question ‘Who answers?’", "id_owner_0"),
        ("kinds", {}, "Select kinds", "id_kinds_0"),
        ("agreed", {}, "Tick ‘The panel resolved this’", "id_agreed"),
        ("letter", {}, "Choose a file for letter", "id_letter"),
        ("held", {}, "Enter date of meeting", "id_held_day"),
    ],
)
def test_an_error_names_its_field_and_is_linked_to_it(field, data, message, target):
    form = Recommendation(data, {})
    html = str(form)
    assert form[field].messages == [message]
    assert f'<a href="#{target}">{message}</a>' in html
    assert f'id="{target}"' in html
    assert f'<span class="govuk-visually-hidden">Error:</span> {message}</p>' in html


def test_an_empty_file_is_named_as_such():
    form = Recommendation({}, {"letter": SimpleUploadedFile("letter.docx", b"")})
    assert form["letter"].messages == ["The selected file is empty"]


def test_a_message_in_the_forms_own_words_is_left_alone():
    class Own(forms.Form):
        title = forms.CharField(error_messages={"required": "Say what the panel asked for"})

    assert Own({})["title"].messages == ["Say what the panel asked for"]


def test_the_summary_follows_the_order_of_the_page():
    html = render_to_string("components/error_summary.html", summarise(Recommendation({}, {})))
    assert html.index("date of meeting") < html.index("Enter title") < html.index("theme")


def test_the_summary_says_what_is_wrong_beyond_one_field():
    html = str(Recommendation({"votes": "99", "seen": "x"}))
    assert "<li>There are only 20 members</li>" in html
    assert "<li>Enter seen in the correct format</li>" in html


def test_a_wrong_input_is_marked_for_everyone():
    html = str(Recommendation({})["title"])
    assert "govuk-input--error" in html
    assert 'aria-invalid="true"' in html
    assert 'aria-describedby="id_title_helptext id_title_error"' in html


def test_a_form_does_not_repeat_a_summary_that_the_page_has_printed():
    source = "{% load components %}{% error_summary form %}<h1>x</h1>{{ form }}"
    html = Template(source).render(Context({"form": Recommendation({})}))
    assert html.count("There is a problem") == 1
    assert html.index("There is a problem") < html.index("<h1>")


def test_the_title_says_that_there_is_an_error():
    source = "{% load components %}{% error_prefix form formset %}Title"
    assert Template(source).render(Context({"form": Recommendation({})})) == "Error: Title"
    assert Template(source).render(Context({"form": Recommendation()})) == "Title"
    assert Template(source).render(Context({})) == "Title"


class Attendance(forms.Form):
    name = forms.CharField(label="Name")


def attendance(data: dict[str, str] | None = None) -> forms.BaseFormSet:
    formset = forms.formset_factory(Attendance, extra=2, can_delete=True)(data)
    formset.item_name = "Member"
    return formset


def test_a_formset_numbers_its_forms():
    html = str(attendance())
    assert "Member 1" in html
    assert "Member 2" in html
    assert 'name="form-TOTAL_FORMS"' in html


def test_a_formset_has_one_summary_and_skips_what_is_deleted():
    html = str(
        attendance(
            {
                "form-TOTAL_FORMS": "2",
                "form-INITIAL_FORMS": "2",
                "form-0-name": "",
                "form-1-name": "",
                "form-1-DELETE": "on",
            }
        )
    )
    assert html.count("There is a problem") == 1
    assert '<a href="#id_form-0-name">Enter name</a>' in html
    assert '<a href="#id_form-1-name">' not in html


@pytest.mark.parametrize(
    ("label", "inside"),
    [
        ("Date of letter", "date of letter"),
        ("PCC name", "PCC name"),
        ("Commissioner’s response", "Commissioner’s response"),
        ("A title", "a title"),
    ],
)
def test_a_label_inside_a_sentence_keeps_its_names(label, inside):
    assert lower_first(label) == inside
