"""How forms ask whether something is open to the public."""

from django import forms

from pcp_scrutiny.panel.models import Panel

from .. import exempt

NOT_RESTRICTED = "Open to the public"
LEFT_OUT = "What is exempt is left out of the public pack. The paragraphs are those of {schedule}"


def ask_whether_open(form: forms.ModelForm, panel: Panel) -> None:
    """Offer the paragraphs of Schedule 12A that hold in the panel's nation, and the one that the
    record has already."""
    field = form.fields["restricted_under"]
    kept = form.instance.restricted_under
    field.label = "Is it open to the public?"
    field.help_text = LEFT_OUT.format(schedule=exempt.schedule_of(panel.nation))
    field.choices = [("", NOT_RESTRICTED), *exempt.choices(panel.nation, kept=kept)]
