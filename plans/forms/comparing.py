"""Which two versions of a plan to compare."""

from typing import Any

from django import forms

from ..models import Plan, PlanVersion


class ChooseForm(forms.Form):
    """Two versions of one plan, in whichever order."""

    mark_optional = False

    earlier = forms.ModelChoiceField(
        PlanVersion.objects.none(),
        label="Compare",
        empty_label="Choose a version",
        error_messages={"required": "Choose the version to compare"},
    )
    later = forms.ModelChoiceField(
        PlanVersion.objects.none(),
        label="with",
        empty_label="Choose a version",
        error_messages={"required": "Choose the version to compare it with"},
    )

    def __init__(self, plan: Plan, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, auto_id="choose-%s", **kwargs)
        versions = plan.versions.order_by("dated", "pk")
        self.number = len(versions)
        choices = [("", "Choose a version"), *((v.pk, str(v)) for v in versions)]
        for name in ("earlier", "later"):
            self.fields[name].queryset = versions
            # Of the versions at hand, so that they are asked for once.
            self.fields[name].choices = choices

    @property
    def has_others(self) -> bool:
        """Whether there are more than the two that the page compares already."""
        return self.number > 2

    def clean(self) -> dict[str, Any]:
        """A version is not compared with itself."""
        cleaned = super().clean()
        if cleaned.get("later") and cleaned.get("later") == cleaned.get("earlier"):
            self.add_error(
                "later", "The two are the same version. Choose another to compare it with"
            )
        return cleaned
